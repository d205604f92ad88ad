import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { asInstant } from "../content/instant.ts";
import type { Locale } from "../content/locale.ts";
import type { Finding } from "../content/problem.ts";
import { authorsLanguage } from "../local/authors-language.ts";
import { openKeptReadings } from "../local/kept-readings.ts";
import { openWorkingTree } from "../local/open-checkout.ts";
import { checkContent } from "../pipeline/check-content.ts";
import type { CheckedContent } from "../pipeline/check-content.ts";
import { rememberedSources } from "../pipeline/remembered-sources.ts";
import { startOptions } from "./options.ts";

export interface CheckedFolder extends CheckedContent {
  readonly folder: string;
  readonly language: Locale;
  /** As named from where one stands, so that a terminal or an editor can jump to it. */
  readonly fromHere: <F extends Finding>(finding: F) => F;
  /** The line that a finding of this folder is about; undefined where its file is no text. */
  readonly lineOf: (finding: Finding) => string | undefined;
}

/**
 * Checks a folder as it is on the disk, committed or not. What was read before and has not changed is not read again.
 *
 * @param fresh  reads everything again
 */
export async function checkFolder(content: string, { fresh = false } = {}): Promise<CheckedFolder> {
  const { dataDir } = startOptions(process.env);
  const name = createHash("sha256").update(resolve(content)).digest("hex").slice(0, 12);
  const kept = openKeptReadings(join(dataDir, "check", `${name}.json`));
  const sources = await openWorkingTree(content, fresh ? undefined : kept.stamps);
  const { tree } = await sources.head();
  const ports = { sources: rememberedSources(sources), ...(fresh ? {} : { remember: kept.remember }) };
  const checked = await checkContent(ports, tree, asInstant(Date.now()));
  if (!fresh) await kept.save();

  const from = relative(process.cwd(), sources.folder);
  return {
    ...checked,
    folder: sources.folder,
    language: authorsLanguage(sources.folder),
    fromHere: (finding) => ({
      ...finding,
      place: { ...finding.place, file: join(from, finding.place.file) },
    }),
    lineOf: ({ place }) => lineIn(join(sources.folder, place.file), place.line),
  };
}

function lineIn(path: string, line: number): string | undefined {
  if (!/\.(?:md|ya?ml)$/.test(path)) return undefined;
  try {
    return readFileSync(path, "utf-8").split(/\r\n?|\n/)[line - 1];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined; // a finding may be that it is missing
    throw error;
  }
}
