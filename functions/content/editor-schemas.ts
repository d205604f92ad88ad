import { schemaOf } from "./schema-of.ts";
import { sourceKinds } from "./source-kinds.ts";

/** The JSON Schemas that editors find in the repository, by path: one for each kind of file. */
export function editorSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    sourceKinds.map((kind) => [
      `.vscode/schemas/${kind}.json`,
      `${JSON.stringify(schemaOf(kind, "en"), undefined, 2)}\n`,
    ]),
  );
}
