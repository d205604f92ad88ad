import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { corpus } from "./corpus.ts";
import type { Engines } from "./engines.ts";
import { measuredCommand } from "./measured.ts";
import { peersHere } from "./peers/peers-here.ts";
import { peerReleases, peerSite, write } from "./peers/peer-site.ts";
import type { Peer } from "./peers/peer-site.ts";
import type { Published } from "./publisher.ts";
import { priceList, workUsd } from "./prices.ts";
import { spreadOf } from "./quantiles.ts";
import type { Part, PartOptions, Section, Table } from "./section.ts";
import { commit, committedCorpus, newRelease } from "./written-corpus.ts";

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The largest archive into which all peers are measured. */
const withAll = (quick: boolean) => (quick ? 0 : 1_000);

/** How many releases are published: by a running publisher, by fresh ones, by each peer. */
function roundsFor(quick: boolean, releases: number): Readonly<Record<"running" | "fresh" | "peer", number>> {
  if (quick) return { running: 3, fresh: 1, peer: 1 };
  return { running: 20, fresh: 3, peer: releases > withAll(quick) ? 1 : 3 };
}

interface One {
  readonly name: string;
  readonly cpu: readonly number[];
  readonly wall: readonly number[];
  readonly objects: number;
  readonly bytes?: number;
  readonly readUnits?: number;
  readonly writeUnits?: number;
  readonly peakMegabytes?: number;
}

/** One new bilingual release into archives of several sizes: from the commit to the objects in the bucket. */
export const commitToLive: Part = async (options): Promise<Section> => {
  const sizes = options.quick ? [10, 30] : [100, 1_000, 10_000, ...(options.huge ? [100_000] : [])];
  const figures = [];
  for (const releases of sizes) figures.push(await oneInto(options, releases));
  return {
    title: "From commit to live, one release",
    about:
      "One new bilingual release without new photos into an archive: Presserum sends the commit and publishes it; the others build " +
      "their site and send what has another MD5 to the same S3 engine. The engines run in a process of their own and are not counted. " +
      `${options.quick ? "Only" : `Of a release into more than ${withAll(false)} only`} Hugo is measured beside, which is the fastest of the others: each build of theirs takes too long. ` +
      "“Running” is a publisher that has published a few before, “fresh” one that starts for this release, as after an hour without news. USD are those of S3's writes, the index and a function with one " +
      "processor for the CPU seconds; where the others would be built is not known, so for them it is taken to be the same.",
    tables: [ratioTable(figures), ...figures.map(tableOf)],
    figures,
  };
};

/** What was measured in an archive of one size. */
export interface IntoArchive {
  readonly releases: number;
  readonly first: Published;
  readonly results: readonly One[];
}

/** Releases that a publisher has published before it is measured as "running": not the archive, which another one made. */
const warmUp = (quick: boolean): number => (quick ? 1 : 3);

async function oneInto(options: PartOptions, releases: number): Promise<IntoArchive> {
  const rounds = roundsFor(options.quick, releases);
  const engines = fork(script("engines.ts"), { stdio: "inherit" });
  try {
    const [at] = (await once(engines, "message")) as [Engines];
    const repository = committedCorpus(options.folder, releases);
    const startPublisher = async (): Promise<ChildProcess> => {
      const publisher = fork(script("publisher.ts"), [repository, at.s3, at.dynamo, at.table]);
      await once(publisher, "message");
      return publisher;
    };
    const maker = await startPublisher();
    const first = await ask(maker);
    maker.disconnect();
    let number = 0;
    const addOne = (): void => {
      number += 1;
      for (const [path, text] of Object.entries(newRelease(number)))
        write(join(repository, "content", path), text);
      commit(repository);
    };
    const publisher = await startPublisher();
    const running: Published[] = [];
    for (let round = 0; round < warmUp(options.quick); round += 1) {
      addOne();
      await ask(publisher);
    }
    for (let round = 0; round < rounds.running; round += 1) {
      addOne();
      running.push(await ask(publisher));
    }
    publisher.disconnect();
    const fresh = [];
    for (let round = 0; round < rounds.fresh; round += 1) {
      addOne();
      fresh.push(
        await measuredCommand({
          command: [process.execPath, script("publisher.ts"), repository, at.s3, at.dynamo, at.table, "once"],
          cwd: options.folder,
        }),
      );
    }
    const peers = [];
    for (const peer of peersHere(options.folder))
      if (releases <= withAll(options.quick) || peer.name === "Hugo")
        peers.push(await ofPeer(peer, options, releases, rounds.peer, at));
    return {
      releases,
      first,
      results: [
        { ...joined("Presserum, running", running), ...lastOf(running) },
        {
          ...joined("Presserum, fresh", fresh),
          ...lastOf(fresh.map(({ output }) => JSON.parse(output) as Published)),
        },
        ...peers,
      ],
    };
  } finally {
    engines.disconnect();
  }
}

/** Has a publisher publish what was committed last. */
export async function ask(publisher: ChildProcess): Promise<Published> {
  const over = new AbortController();
  const { signal } = over;
  publisher.send("publish");
  try {
    const [result] = (await Promise.race([
      once(publisher, "message", { signal }),
      once(publisher, "exit", { signal }).then(() => Promise.reject(new Error("The publisher broke off."))),
    ])) as [Published];
    return result;
  } finally {
    over.abort(); // or each question would leave a listener behind
  }
}

function joined(name: string, runs: readonly { cpu: number; wall: number }[]) {
  return { name, cpu: runs.map(({ cpu }) => cpu), wall: runs.map(({ wall }) => wall) };
}

function lastOf(runs: readonly Published[]) {
  const last = runs.at(-1);
  if (last === undefined) throw new Error("Nothing was published.");
  const { objects, bytes, readUnits, writeUnits, peakMegabytes } = last;
  return { objects, bytes, readUnits, writeUnits, peakMegabytes };
}

async function ofPeer(
  peer: Peer,
  options: PartOptions,
  releases: number,
  rounds: number,
  at: Engines,
): Promise<One> {
  const folder = join(options.folder, `site-${peer.name}`);
  peer.prepare(peerSite(corpus(releases)), folder);
  const env = { ASTRO_TELEMETRY_DISABLED: "1" };
  const build = () => measuredCommand({ command: peer.build, cwd: folder, env });
  const sync = () =>
    measuredCommand({
      command: [process.execPath, script("sync-folder.ts"), join(folder, peer.output), at.s3, "bench-held"],
      cwd: folder,
    });
  await build();
  await sync();
  const runs = [];
  let objects = 0;
  for (let round = 0; round < rounds; round += 1) {
    const files = newRelease(100 + round);
    const added = Object.keys(files).find((path) => path.endsWith("/da.md")) ?? "";
    for (const release of peerReleases(files, added.slice(0, -"/da.md".length))) peer.add(release, folder);
    const [built, sent] = [await build(), await sync()];
    objects = (JSON.parse(sent.output) as { sent: number }).sent;
    runs.push({ cpu: built.cpu + sent.cpu, wall: built.wall + sent.wall, peak: built.peakMegabytes ?? 0 });
  }
  return {
    ...joined(`${peer.name} ${peer.version() ?? ""} and sync`, runs),
    objects,
    peakMegabytes: Math.round(Math.max(...runs.map(({ peak }) => peak))),
  };
}

function tableOf({ releases, first, results }: IntoArchive): Table {
  const peer = results.find(({ name }) => name.startsWith("Hugo"));
  const peerCpu = peer && spreadOf(peer.cpu).median;
  const prices = priceList();
  return {
    caption: `Into ${releases} releases (the whole archive at first: ${first.cpu.toFixed(1)} CPU s, ${first.objects} objects, ${first.peakMegabytes} MB)`,
    head: [
      "",
      "CPU s",
      "from – to",
      "wall s",
      "p95",
      "to Hugo's CPU",
      "objects",
      "kB",
      "index reads",
      "index writes",
      "peak MB",
      "USD for a thousand",
    ],
    rows: results.map((one) => {
      const [cpu, wall] = [spreadOf(one.cpu), spreadOf(one.wall)];
      return [
        one.name,
        cpu.median,
        `${cpu.least.toFixed(2)} – ${cpu.most.toFixed(2)}`,
        wall.median,
        wall.p95,
        peerCpu === undefined ? undefined : cpu.median / peerCpu,
        one.objects,
        one.bytes && one.bytes / 1_000,
        one.readUnits,
        one.writeUnits,
        one.peakMegabytes,
        1_000 *
          workUsd(prices, {
            objects: one.objects,
            reads: one.readUnits ?? 0,
            writes: one.writeUnits ?? 0,
            cpu: cpu.median,
          }),
      ];
    }),
  };
}

/** Whether one release costs more where there are more already: each figure against that of the smallest archive. */
function ratioTable(all: readonly IntoArchive[]): Table {
  const names = all[0]?.results.map(({ name }) => name) ?? [];
  const row = (label: string, name: string, figure: (one: One) => number | undefined) => {
    const figures = all.map(({ results }) => {
      const one = results.find((result) => result.name === name);
      return one && figure(one);
    });
    const [least] = figures;
    return [label, ...figures.map((one) => (one === undefined || !least ? undefined : one / least))];
  };
  const [running = ""] = names;
  return {
    caption: "As a multiple of the same in the smallest archive",
    head: ["", ...all.map(({ releases }) => String(releases))],
    rows: [
      ...names.map((name) => row(`${name}: CPU`, name, ({ cpu }) => spreadOf(cpu).median)),
      row(`${running}: p95 of wall s`, running, ({ wall }) => spreadOf(wall).p95),
      row(`${running}: objects`, running, ({ objects }) => objects),
      row(`${running}: bytes`, running, ({ bytes }) => bytes),
      row(`${running}: index writes`, running, ({ writeUnits }) => writeUnits),
      row(`${running}: index reads`, running, ({ readUnits }) => readUnits),
    ],
  };
}
