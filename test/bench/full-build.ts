import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { corpus } from "./corpus.ts";
import { measuredCommand } from "./measured.ts";
import type { Measured } from "./measured.ts";
import { peerSite } from "./peers/peer-site.ts";
import { peersHere } from "./peers/peers-here.ts";
import type { Peer } from "./peers/peer-site.ts";
import { profileIn, timeByRoom } from "./profile.ts";
import type { RoomTime } from "./profile.ts";
import { spreadOf } from "./quantiles.ts";
import type { Part, PartOptions, Section, Table } from "./section.ts";
import { writtenCorpus } from "./written-corpus.ts";

const exportCommand = fileURLToPath(new URL("../../functions/cli/export.ts", import.meta.url));

/** One that builds the whole site from the corpus into a folder. */
interface Contestant {
  readonly name: string;
  readonly version: string | undefined;
  build(): Promise<Measured>;
  readonly output: string;
}

/** Everything from nothing: `npm run export` beside a generator's build of the same archive. */
export const fullBuild: Part = async (options): Promise<Section> => {
  const sizes = options.quick ? [30] : [1_000, 10_000];
  const repeats = options.quick ? 1 : 3;
  const tables: Table[] = [];
  const figures = [];
  for (const releases of sizes) {
    const contestants = contestantsFor(options, releases);
    const runs = new Map(contestants.map(({ name }) => [name, [] as Measured[]]));
    for (let round = 0; round < (releases > 1_000 ? 1 : repeats); round += 1)
      for (const one of contestants) runs.get(one.name)?.push(await one.build()); // in turns, not one after another
    const results = contestants.map((one) => resultOf(one, runs.get(one.name) ?? []));
    const hugoPages = results.find(({ name }) => name === "Hugo")?.pagesPerCpu;
    tables.push({
      caption: `${releases} releases in two languages`,
      head: [
        "",
        "version",
        "wall s",
        "CPU s",
        "from – to",
        "peak MB",
        "releases per s",
        "HTML pages",
        "pages per CPU s",
        "to Hugo's",
        "release page, bytes",
        "gzip",
      ],
      rows: results.map((result) => [
        result.name,
        result.version,
        result.wall.median,
        result.cpu.median,
        `${result.cpu.least.toFixed(1)} – ${result.cpu.most.toFixed(1)}`,
        result.peakMegabytes,
        releases / result.wall.median,
        result.pages,
        result.pagesPerCpu,
        hugoPages === undefined ? undefined : result.pagesPerCpu / hugoPages,
        result.bytes,
        result.gzip,
      ]),
    });
    figures.push({ releases, results });
  }
  const [smallest = 0] = sizes; // one shows where it goes, and a profile is a single JSON text
  const rooms = await whereTimeGoes(options.folder, smallest);
  tables.push(roomTable(smallest, rooms));
  return {
    title: "The whole site, from nothing",
    about:
      "`npm run export` into an empty folder beside other generators' build, on the same texts: releases, months, programmes, " +
      "cases and contacts in two languages, a feed and a sitemap. Each release page is checked to hold the same words. Presserum " +
      "makes more of each release than the others do (a page with both languages side by side, one with its versions, plain text, " +
      "data, feeds for each topic …), and its pages carry more. " +
      "Where its time goes is what Node's profiler saw in one more run: the time in the code of each room itself, without what " +
      "it calls, on the thread that does all but reading and writing files.",
    tables,
    figures: { sizes: figures, rooms },
  };
};

function contestantsFor(options: PartOptions, releases: number): readonly Contestant[] {
  const site = peerSite(corpus(releases));
  return [
    ourselves(options.folder, releases),
    ...peersHere(options.folder).map((peer) => {
      const folder = join(options.folder, `site-${peer.name}`);
      peer.prepare(site, folder);
      return peerContestant(peer, folder);
    }),
  ];
}

function ourselves(folder: string, releases: number): Contestant {
  const content = writtenCorpus(folder, releases);
  return {
    name: "Presserum",
    version: undefined,
    output: join(folder, "export"),
    build: () => exported(folder, content),
  };
}

/** @param flags  Node's own */
function exported(folder: string, content: string, ...flags: readonly string[]): Promise<Measured> {
  const output = join(folder, "export");
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const given = ["--out", output, "--content", content, "--as-of", "2026-12-01T12:00"];
  return measuredCommand({ command: [process.execPath, ...flags, exportCommand, ...given], cwd: folder });
}

/** One more export of the corpus, which is there already, under the profiler. */
async function whereTimeGoes(folder: string, releases: number): Promise<readonly RoomTime[]> {
  const profiles = join(folder, "profile");
  rmSync(profiles, { recursive: true, force: true });
  await exported(
    folder,
    join(folder, `corpus-${releases}`),
    "--cpu-prof",
    "--cpu-prof-interval",
    "1000", // microseconds
    "--cpu-prof-dir",
    profiles,
  );
  return timeByRoom(profileIn(profiles));
}

function roomTable(releases: number, rooms: readonly RoomTime[]): Table {
  const least = 0.005;
  const [seen, rest] = [
    rooms.filter(({ share }) => share >= least),
    rooms.filter(({ share }) => share < least),
  ];
  const sum = (key: "seconds" | "share") => rest.reduce((total, room) => total + room[key], 0);
  const rows = seen.map(({ room, seconds, share }) => [room, seconds, 100 * share]);
  return {
    caption: `Where the time of Presserum goes, ${releases} releases`,
    head: ["", "s", "%"],
    rows: rest.length === 0 ? rows : [...rows, [`${rest.length} others`, sum("seconds"), 100 * sum("share")]],
  };
}

function peerContestant(peer: Peer, folder: string): Contestant {
  const output = join(folder, peer.output);
  return {
    name: peer.name,
    version: peer.version(),
    output,
    build() {
      rmSync(output, { recursive: true, force: true });
      return measuredCommand({ command: peer.build, cwd: folder, env: { ASTRO_TELEMETRY_DISABLED: "1" } });
    },
  };
}

function resultOf({ name, version, output }: Contestant, runs: readonly Measured[]) {
  const cpu = spreadOf(runs.map((run) => run.cpu));
  const pages = htmlIn(output);
  const [page, ...more] = pages.filter((path) =>
    /\/da\/2025\/11\/(?:r3|nyhed-3-[^/]*)\/index\.html$/.test(path),
  );
  if (page === undefined || more.length > 0)
    throw new Error(`${name} made ${more.length + (page ? 1 : 0)} pages of the third release, and not one.`);
  const html = readFileSync(page);
  checkWords(name, html.toString("utf-8"));
  return {
    name,
    version,
    cpu,
    wall: spreadOf(runs.map((run) => run.wall)),
    peakMegabytes: Math.round(Math.max(...runs.map(({ peakMegabytes = 0 }) => peakMegabytes))),
    pages: pages.length,
    pagesPerCpu: pages.length / cpu.median,
    bytes: html.length,
    gzip: gzipSync(html).length,
  };
}

function htmlIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size > 0);
}

/** All words of headline, lead and text stand on the page, whoever made it. */
function checkWords(name: string, html: string): void {
  const source = String(corpus(4)["releases/2025/r3/da.md"]);
  const [, front = "", body = ""] = source.split("---\n");
  const said = [...front.matchAll(/"([^"]+)"/g)].map(([, text = ""]) => text);
  const lines = [...said, ...body.split("\n").map((line) => line.replace(/^(?:- |## )/, ""))];
  const page = plain(html);
  for (const line of lines.filter((line) => line !== "").map((line) => line.split(", siger")[0] ?? ""))
    if (!page.includes(plain(line)))
      throw new Error(`${name}'s page of the third release lacks “${line.slice(0, 60)}”.`);
}

function plain(text: string): string {
  return text
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
