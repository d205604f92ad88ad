import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Localised } from "../content/locale.ts";
import { ForAuthors } from "../local/for-authors.ts";

/** What the environment can change about `npm start`. */
export interface StartOptions {
  readonly port: number;
  readonly contentDir: string;
  readonly dataDir: string;
}

/**
 * An option cannot be used, and the message says what to write: in both languages where authors meet it, in English alone
 * where only those do who deploy.
 */
export class BadOption extends ForAuthors {
  override readonly name = "BadOption";
  constructor(said: string | Localised, options?: ErrorOptions) {
    super(typeof said === "string" ? { da: said, en: said } : said, options);
  }
}

export const projectFolder = fileURLToPath(new URL("../..", import.meta.url));

/** @throws BadOption */
export function startOptions(environment: NodeJS.ProcessEnv): StartOptions {
  const port = environment["PORT"] ?? "8080";
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_534) {
    throw new BadOption({
      da: `PORT er "${port}", og det er ingen port. Gør sådan: PORT=8081 npm start.`,
      en: `PORT is "${port}", which is no port. Fix: PORT=8081 npm start.`,
    });
  }
  return {
    port: Number(port),
    contentDir: resolve(environment["CONTENT_DIR"] ?? join(projectFolder, "content")),
    dataDir: resolve(environment["DATA_DIR"] ?? join(projectFolder, ".presserum")),
  };
}
