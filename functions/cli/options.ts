import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What the environment can change about `npm start`. */
export interface StartOptions {
  readonly port: number;
  readonly contentDir: string;
  readonly dataDir: string;
}

/** An option cannot be used, and the message says what to write. */
export class BadOption extends Error {
  override readonly name = "BadOption";
}

export const projectFolder = fileURLToPath(new URL("../..", import.meta.url));

/** @throws BadOption */
export function startOptions(environment: NodeJS.ProcessEnv): StartOptions {
  const port = environment["PORT"] ?? "8080";
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_534) {
    throw new BadOption(`PORT is "${port}", which is no port. Fix: PORT=8081 npm start.`);
  }
  return {
    port: Number(port),
    contentDir: resolve(environment["CONTENT_DIR"] ?? join(projectFolder, "content")),
    dataDir: resolve(environment["DATA_DIR"] ?? join(projectFolder, ".presserum")),
  };
}
