import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { authorsLanguage } from "../local/authors-language.ts";
import { contentFolder } from "../local/open-checkout.ts";
import type { Locale } from "../content/locale.ts";
import { BadOption, startOptions } from "./options.ts";

/** A release by its files, whether they can be published or not. */
export interface ReleaseFolder {
  /** The content folder. */
  readonly content: string;
  /** In it: "releases/2008/klyngeprogram". */
  readonly unit: string;
  /** Its Danish file, which has what both languages share. */
  readonly path: string;
  readonly text: string;
  readonly language: Locale;
}

/**
 * The release whose folder somebody has named.
 *
 * @param named  "content/releases/2008/klyngeprogram/" or "releases/2008/klyngeprogram"
 * @param usage  the command as it is meant to be written
 * @throws       BadOption; ContentUnreadable
 */
export async function releaseFolder(named: string | undefined, usage: string): Promise<ReleaseFolder> {
  const content = await contentFolder(startOptions(process.env).contentDir);
  const folder = resolve(content, belowContent(named ?? ""));
  const unit = relative(content, folder).replaceAll("\\", "/");
  if (!/^releases\/\d{4}\/[^/]+$/.test(unit)) {
    throw new BadOption({
      da: `Nævn meddelelsen ved dens mappe. Gør sådan: ${usage}`,
      en: `Name the release. Fix: ${usage}`,
    });
  }
  const path = join(folder, "da.md");
  const text = await readFile(path, "utf-8").catch((error: unknown) => {
    if (!["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    throw new BadOption({
      da: `Der er ingen ${unit}/da.md. Gør sådan: ${usage}`,
      en: `There is no ${unit}/da.md. Fix: ${usage}`,
    });
  });
  return { content, unit, path, text, language: authorsLanguage(content) };
}

/** A path as it is written from the repository, without the content folder: "./content/releases/2008/x" is "releases/2008/x". */
export function belowContent(written: string): string {
  return written.replace(/^(?:\.\/)?content\//, "");
}
