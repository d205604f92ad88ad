import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { coldStart } from "./cold-start.ts";
import { commitToLive } from "./commit-to-live.ts";
import { edge } from "./edge.ts";
import { fullBuild } from "./full-build.ts";
import { memory } from "./memory.ts";
import { photoSet } from "./photo-set.ts";
import { reader } from "./reader.ts";
import { sharedPressRoom } from "./shared-press-room.ts";
import { fullBook, quickBook, record } from "./results.ts";
import { writeScale } from "./scale.ts";
import type { Part } from "./section.ts";
import { writers } from "./writers.ts";

/**
 * `npm run bench`: what Presserum costs beside what one would use in its place, with contestants that take turns on the
 * same work. Name parts to run only those (`scale` measures nothing and computes); `--quick` takes about two minutes, and what it
 * finds is kept apart; `--huge` adds 100,000 releases. What the others need is installed here and nowhere else, below the
 * user's cache folder.
 */
const parts: Readonly<Record<string, Part>> = {
  publish: commitToLive,
  build: fullBuild,
  photos: photoSet,
  "cold-start": coldStart,
  memory,
  edge,
  reader,
  writers,
};

const { values, positionals } = parseArgs({
  options: { quick: { type: "boolean", default: false }, huge: { type: "boolean", default: false } },
  allowPositionals: true,
});
const known = [...Object.keys(parts), "scale"];
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. Fix: npm run bench -- ${known.join(" ")}`);
  process.exit(1);
}
const folder = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "presserum-bench");
mkdirSync(folder, { recursive: true });

const { quick, huge } = values;
const room = sharedPressRoom(quick);
const book = quick ? quickBook : fullBook;
for (const [name, part] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`${name} …`);
  const started = performance.now();
  record(book, name, await part({ quick, huge, folder, pressRoom: () => room.get() }), Object.keys(parts));
  console.log(`${name}: ${Math.round((performance.now() - started) / 1_000)} s`);
}
await room.close();
console.log(`The figures are in ${relative(process.cwd(), book.text)}`);
if (!quick) {
  writeScale();
  console.log("What follows from them for a very large newsroom is in test/bench/scale.md");
}
