import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs, promisify } from "node:util";
import { erasureOf } from "../content/erasure.ts";
import type { Erasure } from "../content/erasure.ts";
import { gitEnvironment } from "../local/git-checkout.ts";
import { openWorkingTree } from "../local/open-checkout.ts";
import { memoryRows } from "../pipeline/memory-rows.ts";
import { readChanges } from "../pipeline/read-changes.ts";
import { rememberedSources } from "../pipeline/remembered-sources.ts";
import { pathOfKey } from "../site/site-object.ts";
import { endWith } from "./end-with.ts";
import { openOperator } from "./operator.ts";
import { BadOption, startOptions } from "./options.ts";

const run = promisify(execFile);
const usage = "npm run erase -- ane-aakjaer [--dry-run] [--yes] [--json], and when it is live: --receipt";
/** How far back the publication is looked for. */
const lookedAt = 1_000;

/**
 * Takes a contact out of everything that the press room shows: the file, the portrait, and each line that names them. It
 * asks first, commits nothing, and says what Git still has. Once it is live, `--receipt` lists the addresses.
 */
await endWith(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean" },
      yes: { type: "boolean" },
      json: { type: "boolean" },
      receipt: { type: "boolean" },
    },
  });
  const [id] = positionals;
  if (id === undefined) throw new BadOption(`Name the contact. Fix: ${usage}`);
  const { contentDir } = startOptions(process.env);
  const folder = resolve(contentDir);
  const say = (what: object, words: string): void =>
    console.log(values.json === true ? JSON.stringify(what, undefined, 2) : words);
  if (values.receipt === true) return receipt(id, folder, say);

  const erasure = await planned(folder, id);
  const history = await commitsWith(folder, erasure.deleted);
  const plan = { contact: id, ...erasure, texts: undefined, changed: Object.keys(erasure.changed), history };
  say(plan, wordsOf(id, erasure, history));
  if (erasure.byHand.length > 0) return 1;
  if (values["dry-run"] === true || !(values.yes === true || (await isMeant()))) return 0;
  for (const [path, text] of Object.entries(erasure.changed)) await writeFile(join(folder, path), text);
  for (const path of erasure.deleted) await rm(join(folder, path));
  if (values.json !== true)
    console.log(`Done here. Commit it; when it is live: npm run erase -- ${id} --receipt`);
  return 0;
});

async function planned(folder: string, id: string): Promise<Erasure> {
  const tree = await openWorkingTree(folder);
  const { tree: wanted } = await tree.head();
  const { units } = await readChanges(
    { sources: rememberedSources(tree), rows: memoryRows() },
    { tree: undefined, also: [] },
    wanted,
  );
  tree.close();
  const read = units.flatMap(({ after }) => after ?? []);
  if (!read.some(({ entry }) => entry.kind === "contact" && entry.id === id))
    throw new BadOption(`There is no contacts/${id}.yaml. Fix: ${usage}`);
  return erasureOf(id, read, async (path) => readFile(join(folder, path), "utf-8"));
}

function wordsOf(
  id: string,
  { deleted, changed, byHand, named }: Erasure,
  history: readonly string[],
): string {
  const list = (lines: readonly string[]) => lines.map((line) => `  ${line}\n`).join("");
  return [
    `To take ${id} out of the press room:\n`,
    `deleted\n${list(deleted)}`,
    `without the line that names them\n${list(Object.keys(changed))}`,
    byHand.length === 0 ? "" : `only you can change these first\n${list(byHand)}`,
    named.length === 0
      ? ""
      : `texts that name them: what was published stays, unless you correct or withdraw it\n${list(named)}`,
    history.length === 0
      ? ""
      : `Git's history has them in ${history.length} commits. To purge them there, in a fresh clone:\n` +
        `  git filter-repo --invert-paths ${deleted.map((path) => `--path-glob '*${path}'`).join(" ")}\n` +
        "and have everybody clone anew. The source bucket keeps what was sent under the same names: delete objects/<blob id> there,\n" +
        "and its earlier versions, which else are kept for as long as the stage says.\n",
  ].join("");
}

/** The commits that have any of the files. */
async function commitsWith(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  try {
    const args = ["-C", folder, "log", "--all", "--format=%h", "--", ...paths];
    const { stdout } = await run("git", args, { env: gitEnvironment() });
    return stdout.split("\n").filter((line) => line !== "");
  } catch {
    return []; // no repository, so no history
  }
}

async function isMeant(): Promise<boolean> {
  const asked = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asked.question("Change these files? [y/N] ");
  asked.close();
  return /^(?:y|yes|j|ja)$/i.test(answer.trim());
}

/** What the publication without them changed on the site. */
async function receipt(
  id: string,
  folder: string,
  say: (what: object, words: string) => void,
): Promise<number> {
  const operator = openOperator();
  const file = `contacts/${id}.yaml`;
  const publication = (await operator.publications(lookedAt)).find(
    ({ outcome, sources, because }) =>
      outcome === "published" && sources.includes(file) && `contact:${id}` in because,
  );
  const isThere = await readFile(join(folder, file)).then(
    () => true,
    () => false,
  );
  if (publication === undefined || isThere) {
    console.error(`No publication has taken ${id} out yet. Fix: npm run erase -- ${id}, commit, publish.`);
    return 1;
  }
  const { commit, instant, changed } = publication;
  const addresses = changed.map(pathOfKey);
  say(
    { contact: id, commit, instant, addresses },
    `${id} was taken out at ${instant} by ${commit}.\nGone, or made again without them:\n${addresses.map((path) => `  ${path}\n`).join("")}`,
  );
  return 0;
}
