import { cpus, totalmem } from "node:os";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { enginePressRooms } from "../support/engine-press-rooms.ts";
import type { Files } from "../support/memory-sources.ts";
import { smallNewsroom } from "../support/small-newsroom.ts";
import { corpus, releaseFiles } from "./corpus.ts";

/**
 * `npm run bench`: how long it takes from a commit to a live site, for one release into archives of several sizes, and
 * for everything from nothing. On the embedded S3 and DynamoDB, through the real SDK, all in one process: the CPU
 * seconds are those of publisher and engines together. Writes RESULTS.md and results.json beside this file.
 */
const { values } = parseArgs({ options: { quick: { type: "boolean" }, huge: { type: "boolean" } } });
const sizes =
  values.quick === true ? [100, 1_000] : [100, 1_000, 10_000, ...(values.huge === true ? [100_000] : [])];
const repeats = 20;
const now = "2026-12-01T12:00:00Z";
const photo = smallNewsroom["photos/bro.jpg"] ?? "";

interface Measured {
  readonly wall: number;
  readonly cpu: number;
}

interface Result {
  readonly releases: number;
  /** From the commit on this machine to the recorded publication: sending and publishing. */
  readonly full: Measured & { readonly put: number; readonly peakMegabytes: number };
  readonly one: { readonly wall: Quantiles; readonly cpu: Quantiles; readonly put: number };
}
interface Quantiles {
  readonly median: number;
  readonly p95: number;
}

async function measured(work: () => Promise<unknown>): Promise<Measured> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - started) / 1_000, cpu: (user + system) / 1_000_000 };
}

/** A release that is newer than the whole archive, and like it in size. */
function newRelease(number: number): Files {
  return Object.fromEntries(
    Object.entries(releaseFiles(1, photo)).map(([path, text]) => [
      path.replace("/r1/", `/ny-${number}/`),
      String(text)
        .replace("id: r1\n", `id: ny-${number}\n`)
        .replaceAll("Nyhed 1", `Ny nyhed ${number}`)
        .replaceAll("News 1", `New news ${number}`),
    ]),
  );
}

function quantiles(all: readonly number[]): Quantiles {
  const sorted = all.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

async function measure(releases: number): Promise<Result> {
  const rooms = await enginePressRooms();
  try {
    const room = await rooms.open();
    const files: Record<string, string | Uint8Array> = { ...corpus(releases) };
    let put = 0;
    const publish = async (): Promise<void> => {
      await room.send();
      const [publication] = await room.publishAt(now, "bench");
      if (publication?.outcome !== "published") throw new Error(JSON.stringify(publication?.problems));
      put = publication.put;
    };
    room.commit(files);
    const full = { ...(await measured(publish)), put };
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1_000);
    const ones: Measured[] = [];
    for (let number = 0; number < repeats; number += 1) {
      Object.assign(files, newRelease(number));
      room.commit(files); // what a person does, and not what is measured
      ones.push(await measured(publish));
    }
    return {
      releases,
      full: { ...full, peakMegabytes },
      one: {
        wall: quantiles(ones.map(({ wall }) => wall)),
        cpu: quantiles(ones.map(({ cpu }) => cpu)),
        put,
      },
    };
  } finally {
    await rooms.close();
  }
}

const results: Result[] = [];
for (const size of sizes) {
  results.push(await measure(size));
  console.log(JSON.stringify(results.at(-1)));
}

const [first] = results;
const seconds = (value: number) => value.toFixed(2);
const rows = results.map(({ releases, full, one }) => {
  const ratio = one.cpu.median / (first?.one.cpu.median ?? 1);
  return `| ${releases} | ${seconds(one.wall.median)} | ${seconds(one.wall.p95)} | ${seconds(one.cpu.median)} | ${seconds(ratio)} | ${one.put} | ${seconds(full.wall)} | ${seconds(full.cpu)} | ${full.put} | ${Math.round(releases / full.cpu)} | ${full.peakMegabytes} |`;
});
const text = [
  "# From commit to live",
  "",
  `Written by \`npm run bench\` on ${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}.`,
  "Bilingual releases; one new release each time, without new photos, twenty times. Seconds on the embedded S3 and",
  "DynamoDB through the real SDK, all in one process: CPU is that of publisher and engines together.",
  "",
  "| archive | one: wall | p95 | CPU | CPU, ratio | objects | full: wall | CPU | objects | releases per CPU s | peak MB |",
  "| ------: | --------: | --: | --: | ---------: | ------: | ---------: | --: | ------: | -----------------: | ------: |",
  ...rows,
  "",
].join("\n");
writeFileSync(fileURLToPath(new URL("RESULTS.md", import.meta.url)), text);
writeFileSync(
  fileURLToPath(new URL("results.json", import.meta.url)),
  `${JSON.stringify(results, undefined, 2)}\n`,
);
