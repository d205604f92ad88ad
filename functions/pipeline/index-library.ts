import type { Release } from "../content/entry.ts";
import type { Instant } from "../content/instant.ts";
import { withTexts } from "../content/with-texts.ts";
import type { ApiLibrary } from "../site/api/api-library.ts";
import type { Library } from "../site/library.ts";
import { indexHeadlines } from "./index-headlines.ts";
import { indexKeys } from "./index-keys.ts";
import type { IndexedEntry } from "./index-rows.ts";
import type { Rows, Sources } from "./ports.ts";
import { readOnce } from "./read-once.ts";
import { sourceFile } from "./read-units.ts";

/** The library of the pages, and what the planner and the API ask besides. */
export type IndexLibrary = Library & ApiLibrary;

/**
 * The library as the index and the sources have it, as of one instant. It remembers what it has read, so it is for
 * one publication and no longer.
 */
export function indexLibrary(index: Rows, sources: Pick<Sources, "bytes">, instant: Instant): IndexLibrary {
  const rows = readOnce(index);
  return {
    ...indexHeadlines(rows, instant),
    async release(id) {
      const found = (await rows.get(indexKeys.entry("release", id))) as IndexedEntry | undefined;
      return found && wholeRelease(found, sources);
    },
  };
}

/** Reads the texts again from the sources that the entry was made from. */
async function wholeRelease(
  { entry, unit, sources: made }: IndexedEntry,
  sources: Pick<Sources, "bytes">,
): Promise<Release> {
  if (entry.kind !== "release") throw new TypeError(`${unit} is no release.`);
  const files = await Promise.all(
    Object.entries(made).map(([path, object]) => sourceFile(sources, { path, object })),
  );
  return withTexts(entry, unit, files);
}
