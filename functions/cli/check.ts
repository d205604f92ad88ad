import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Entry } from "../content/entry.ts";
import { englishState } from "../content/mark.ts";
import { openWorkingTree } from "../local/open-checkout.ts";
import { memoryRows } from "../pipeline/memory-rows.ts";
import { readChanges } from "../pipeline/read-changes.ts";
import { endWith } from "./end-with.ts";
import { projectFolder } from "./options.ts";
import { tellProblems } from "./tell-problems.ts";

/** Reads the content folder as it is on the disk, committed or not, and says all that is wrong with it. */
await endWith(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const sources = await openWorkingTree(resolve(positionals[0] ?? join(projectFolder, "content")));
  const { tree } = await sources.head();
  const { problems, units } = await readChanges(
    { sources, rows: memoryRows() },
    { tree: undefined, also: [] },
    tree,
  );
  tellProblems(problems, sources.folder);
  for (const { unit, after } of units) tellTranslation(unit, after?.entry, sources.folder);
  console.log(
    problems.length === 0
      ? `${units.length} entries, nothing to mend.`
      : `\n${problems.length} to mend; with any of these nothing is published.`,
  );
  return problems.length === 0 ? 0 : 1;
});

/** No mistake, but readers of the English page are told of it: this is what makes the notice go away. */
function tellTranslation(unit: string, entry: Entry | undefined, contentFolder: string): void {
  if (entry?.kind !== "release") return;
  const state = englishState(entry);
  if (state === undefined || state === "current") return;
  const file = join(relative(process.cwd(), contentFolder), unit, "en.md");
  const why =
    state === "stale"
      ? "The Danish text has changed since this was translated"
      : "This does not say which Danish text it follows";
  console.log(
    `${file}: ${why}, and the page says so. Once it says the same, write "follows: ${entry.translations.da.mark}".`,
  );
}
