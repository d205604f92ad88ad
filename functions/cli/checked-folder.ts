import { createHash } from "node:crypto";
import { join, relative, resolve } from "node:path";
import { asInstant } from "../content/instant.ts";
import type { Locale } from "../content/locale.ts";
import type { Place } from "../content/place.ts";
import type { Finding } from "../content/problem.ts";
import { authorsLanguage } from "../local/authors-language.ts";
import type { Checkout } from "../local/checkout.ts";
import { openKeptReadings } from "../local/kept-readings.ts";
import type { KeptReadings } from "../local/kept-readings.ts";
import { openWorkingTree } from "../local/open-checkout.ts";
import { withFiles } from "../local/with-files.ts";
import { checkContent } from "../pipeline/check-content.ts";
import type { CheckedContent } from "../pipeline/check-content.ts";
import type { ListingLine, Sources } from "../pipeline/ports.ts";
import { rememberedSources } from "../pipeline/remembered-sources.ts";
import { startOptions } from "./options.ts";

export interface CheckedFolder extends CheckedContent {
  readonly folder: string;
  readonly language: Locale;
  /** As named from where one stands, so that a terminal or an editor can jump to it. */
  readonly fromHere: <F extends Finding>(finding: F) => F;
  /** The line that a finding of this folder is about; undefined where its file is no text. */
  readonly lineOf: (finding: Finding) => Promise<string | undefined>;
}

/**
 * Checks a folder as it is on the disk, committed or not. What was read before and has not changed is not read again.
 *
 * @param fresh  reads everything again
 * @param with   checks it as it would be with these files, by their path in the folder
 */
export async function checkFolder(
  content: string,
  options: { readonly fresh?: boolean; readonly with?: Readonly<Record<string, Uint8Array>> } = {},
): Promise<CheckedFolder> {
  const kept = options.fresh === true ? undefined : keptFor(resolve(content));
  const onDisk = await openWorkingTree(content, kept?.stamps);
  const { tree: asItIs } = await onDisk.head();
  const { sources, tree } = await withFiles(onDisk, asItIs, options.with ?? {});
  return checked(sources, tree, kept);
}

/** Checks what counts in a checkout: of a Git repository the newest commit. What was read before is not read again. */
export async function checkCheckout(checkout: Checkout, tree: string): Promise<CheckedFolder> {
  return checked(checkout, tree, keptFor(checkout.folder));
}

/** One for what is saved and what is committed: most of both is the same. */
function keptFor(folder: string): KeptReadings {
  const { dataDir } = startOptions(process.env);
  const file = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  return openKeptReadings(join(dataDir, "check", `${file}.json`));
}

async function checked(
  sources: Checkout,
  tree: string,
  kept: KeptReadings | undefined,
): Promise<CheckedFolder> {
  const ports = {
    sources: rememberedSources(sources),
    ...(kept === undefined ? {} : { remember: kept.remember }),
  };
  const found = await checkContent(ports, tree, asInstant(Date.now()));
  await kept?.save();

  const from = relative(process.cwd(), sources.folder);
  return {
    ...found,
    folder: sources.folder,
    language: authorsLanguage(sources.folder),
    fromHere: (finding) => ({
      ...finding,
      place: { ...finding.place, file: join(from, finding.place.file) },
    }),
    lineOf: ({ place }) => lineAt(ports.sources, tree, place),
  };
}

async function lineAt(
  sources: Pick<Sources, "listing" | "bytes">,
  tree: string,
  { file, line }: Place,
): Promise<string | undefined> {
  if (!/\.(?:md|ya?ml)$/.test(file)) return undefined;
  let here: ListingLine | undefined = { name: "", type: "tree", object: tree };
  for (const name of file.split("/")) {
    if (here?.type !== "tree") return undefined;
    here = (await sources.listing(here.object)).find((one) => one.name === name);
  }
  if (here?.type !== "blob") return undefined; // a finding may be that it is missing
  const { bytes } = await sources.bytes(here.object);
  return new TextDecoder().decode(bytes).split(/\r\n?|\n/)[line - 1];
}
