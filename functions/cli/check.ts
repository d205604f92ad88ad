import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
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
  console.log(
    problems.length === 0
      ? `${units.length} entries, nothing to mend.`
      : `\n${problems.length} to mend; with any of these nothing is published.`,
  );
  return problems.length === 0 ? 0 : 1;
});
