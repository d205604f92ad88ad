import { build, version } from "esbuild";
import type { BuildOptions } from "esbuild";
import { createHash } from "node:crypto";
import { readFile, rm, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { writeWhole } from "./write-whole.ts";

/** Each file that a build read or wrote, by its path from the working folder, and its SHA-256. */
type Seen = Readonly<Record<string, string>>;

/** What says which packages there are and how they are read; esbuild does not list them among what it read. */
const settings = ["package-lock.json", "tsconfig.json"];

/**
 * Has esbuild make its files, unless all that it read for them and all that it wrote is as it was. A file is whole or not
 * there, and stays untouched where it would be the same: another start may be reading it.
 *
 * @param kept     a folder for what a build has read, outside of what it writes
 * @param options  in plain JSON, but for plugins
 * @param more     `plugins`: files that they are written in; `emptied`: a folder in which nothing of an earlier build may stay
 * @returns        whether it had to be made
 */
export async function buildOnce(
  kept: string,
  options: BuildOptions & { readonly absWorkingDir: string },
  more: { readonly plugins?: readonly string[]; readonly emptied?: string } = {},
): Promise<boolean> {
  const { absWorkingDir: folder } = options;
  const record = join(kept, `${sha256(`${version} ${JSON.stringify(options)}`)}.json`);
  const before = await readFile(record, "utf-8").catch(() => undefined); // not there, or not readable: made again
  if (before !== undefined && (await isAsItWas(folder, JSON.parse(before) as Seen))) return false;

  if (more.emptied !== undefined) await rm(more.emptied, { recursive: true, force: true });
  const started = Date.now();
  const { outputFiles, metafile } = await build({ ...options, write: false, metafile: true });
  for (const { path, contents } of outputFiles) await putIfChanged(path, contents);
  const own = [...settings, ...(more.plugins ?? [])];
  const read = [...own, ...Object.keys(metafile.inputs).filter((path) => !path.includes(":"))];
  const wrote = outputFiles.map(({ path }) => relative(folder, path));
  // What was written while esbuild read may not be what it read: then nothing is kept, and the next start looks again.
  const ages = await Promise.all(read.map(async (path) => (await stat(join(folder, path))).mtimeMs));
  if (ages.some((age) => age >= started)) return true;
  const seen = [...read, ...wrote].map(async (path) => [path, await hashOf(folder, path)] as const);
  await writeWhole(record, JSON.stringify(Object.fromEntries(await Promise.all(seen))));
  return true;
}

async function isAsItWas(folder: string, seen: Seen): Promise<boolean> {
  const same = Object.entries(seen).map(async ([path, hash]) => (await hashOf(folder, path)) === hash);
  return (await Promise.all(same)).every(Boolean);
}

/** @returns  undefined for a file that is gone */
async function hashOf(folder: string, path: string): Promise<string | undefined> {
  const bytes = await readFile(join(folder, path)).catch(() => undefined);
  return bytes && sha256(bytes);
}

function sha256(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Whole or not at all, and not at all where it is there already. */
export async function putIfChanged(path: string, contents: Uint8Array): Promise<void> {
  const known = await readFile(path).catch(() => undefined); // not there yet, or not readable: written either way
  if (known?.equals(contents) === true) return;
  await writeWhole(path, contents);
}
