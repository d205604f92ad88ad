import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { editorSchemas } from "../content/editor-schemas.ts";
import { projectFolder } from "./options.ts";

/** Writes what VS Code completes and marks keys by. Their test says when they are no longer what the check reads by. */
for (const [path, text] of Object.entries(editorSchemas())) {
  await mkdir(join(projectFolder, ".vscode/schemas"), { recursive: true });
  await writeFile(join(projectFolder, path), text);
}
