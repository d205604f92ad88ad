import { memoryRows } from "../../functions/pipeline/memory-rows.ts";
import { readChanges } from "../../functions/pipeline/read-changes.ts";
import type { Problem } from "../../functions/content/problem.ts";
import { memorySources } from "./memory-sources.ts";
import type { Files } from "./memory-sources.ts";

/** Everything that is wrong with a newsroom of these files. */
export async function problemsOf(files: Files): Promise<readonly Problem[]> {
  const sources = memorySources();
  const { tree } = sources.commit(files);
  const { problems, leftOut } = await readChanges(
    { sources, rows: memoryRows() },
    { tree: undefined, also: [] },
    tree,
  );
  return [...problems, ...leftOut];
}

/** "releases/2026/bro/da.md:3:1 unknown-key" */
export function short({ code, place }: Problem): string {
  return `${place.file}:${place.line}:${place.column} ${code}`;
}
