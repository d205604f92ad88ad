import { releaseFile } from "./editor-config.ts";

/**
 * Sveltia CMS names the languages of an entry "text.da.md" and "text.en.md"; ours are "da.md" and "en.md". Of all that
 * goes between the editor and the repository the paths of releases are put right, both ways.
 */
const inRepository = /(\breleases\/\d{4}\/[^/"\\]+\/)(da|en)\.md(?=["\\]|$)/g;
const inEditor = new RegExp(
  String.raw`(\breleases\/\d{4}\/[^/"\\]+\/)${releaseFile}\.(da|en)\.md(?=["\\]|$)`,
  "g",
);

/** Paths in JSON as the editor knows them. */
export function forEditor(json: string): string {
  return json.replaceAll(inRepository, `$1${releaseFile}.$2.md`);
}

/** Paths in JSON as the repository has them. */
export function forRepository(json: string): string {
  return json.replaceAll(inEditor, "$1$2.md");
}
