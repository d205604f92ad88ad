import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { erasureOf } from "../content/erasure.ts";
import type { Erasure } from "../content/erasure.ts";
import type { Locale } from "../content/locale.ts";
import { dayAndHour } from "../content/moment-in-words.ts";
import { authorsLanguage } from "../local/authors-language.ts";
import { gitEnvironment } from "../local/git-checkout.ts";
import { contentFolder, openCheckout, openWorkingTree } from "../local/open-checkout.ts";
import { memoryRows } from "../pipeline/memory-rows.ts";
import { readChanges } from "../pipeline/read-changes.ts";
import { rememberedSources } from "../pipeline/remembered-sources.ts";
import { pathOfKey } from "../site/site-object.ts";
import { isMeant } from "./conversation.ts";
import { endWith } from "./end-with.ts";
import { eraseWords } from "./erase-words.ts";
import { openOperator, shortCommit } from "./operator.ts";
import { BadOption, startOptions } from "./options.ts";
import { readOptions } from "./read-options.ts";

const run = promisify(execFile);
const command = "npm run erase -- ane-aakjaer [--dry-run] [--yes] [--json]";
const usage = {
  da: `${command}, og når det er ude: --receipt`,
  en: `${command}, and when it is live: --receipt`,
};
/** How far back the publication is looked for. */
const lookedAt = 1_000;

/**
 * Takes a contact out of everything that the press room shows: the file, the portrait, and each line that names them. It
 * asks first, commits nothing, and says what Git still has. Once it is live, `--receipt` lists the addresses.
 */
await endWith(async () => {
  const { positionals, values } = readOptions(usage, {
    "dry-run": { type: "boolean" },
    yes: { type: "boolean" },
    json: { type: "boolean" },
    receipt: { type: "boolean" },
  });
  const [id] = positionals;
  if (id === undefined)
    throw new BadOption({
      da: `Nævn kontakten. Gør sådan: ${usage.da}`,
      en: `Name the contact. Fix: ${usage.en}`,
    });
  const folder = await contentFolder(startOptions(process.env).contentDir);
  const language = authorsLanguage(folder);
  const say = eraseWords[language];
  const forMachines = values.json === true;
  if (values.receipt === true) return receipt(id, folder, language, forMachines);

  const erasure = await planned(folder, id);
  const history = await commitsWith(folder, erasure.deleted);
  const end = (outcome: string, code: number, words: string): number => {
    const plan = { contact: id, ...erasure, changed: Object.keys(erasure.changed), history, outcome };
    console.log(forMachines ? JSON.stringify(plan, undefined, 2) : words);
    return code;
  };
  if (!forMachines) console.log(wordsOf(id, erasure, history, language));
  if (erasure.byHand.length > 0) return end("by hand", 1, say.stuck);
  if (values["dry-run"] === true) return end("dry run", 0, say.left);
  if (!(await isMeant(say.meant, language, values))) return end("not meant", 0, say.left);
  for (const [path, text] of Object.entries(erasure.changed)) await writeFile(join(folder, path), text);
  for (const path of erasure.deleted) await rm(join(folder, path));
  return end("done", 0, say.done(id));
}, 2);

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
    throw new BadOption({
      da: `Der er ingen contacts/${id}.yaml. Gør sådan: ${usage.da}`,
      en: `There is no contacts/${id}.yaml. Fix: ${usage.en}`,
    });
  return erasureOf(id, read, async (path) => readFile(join(folder, path), "utf-8"));
}

function wordsOf(
  id: string,
  { deleted, changed, byHand, named }: Erasure,
  history: readonly string[],
  language: Locale,
): string {
  const say = eraseWords[language];
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
  return [
    say.out(id),
    ...list(say.deleted, deleted),
    ...list(say.without, Object.keys(changed)),
    ...list(
      say.byHand,
      byHand.map((one) => one[language]),
    ),
    ...list(say.named, named),
    ...(history.length === 0
      ? []
      : [
          say.inHistory(history.length),
          `  git filter-repo --invert-paths ${deleted.map((path) => `--path-glob '*${path}'`).join(" ")}`,
          say.elsewhere,
        ]),
    "",
  ].join("\n");
}

/** The commits that have any of the files. */
async function commitsWith(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const { checkout, history } = await openCheckout(folder);
  checkout.close();
  if (history === undefined) return [];
  const args = ["-C", folder, "log", "--all", "--format=%h", "--", ...paths];
  const { stdout } = await run("git", args, { env: gitEnvironment() });
  return stdout.split("\n").filter((line) => line !== "");
}

/** What the publication without them changed on the site. */
async function receipt(id: string, folder: string, language: Locale, forMachines: boolean): Promise<number> {
  const say = eraseWords[language];
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
    console.error(say.notYet(id));
    return 1;
  }
  const { commit, instant, changed } = publication;
  const addresses = changed.map(pathOfKey);
  const when = dayAndHour(instant, await operator.zone(), language);
  console.log(
    forMachines
      ? JSON.stringify({ contact: id, commit, instant, addresses }, undefined, 2)
      : [say.takenOut(id, when, shortCommit(commit)), ...addresses.map((path) => `  ${path}`)].join("\n"),
  );
  return 0;
}
