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

/** The same in an address, where the slashes of a path are written otherwise. */
const inAddress = new RegExp(
  String.raw`((?<=%2F|[/=])releases%2F\d{4}%2F[^%/&?]+%2F)${releaseFile}\.(da|en)\.md(?=[/&?]|$)`,
  "g",
);

/** The path in an address as the repository has it. */
export function addressForRepository(href: string): string {
  return href.replaceAll(inAddress, "$1$2.md");
}

/** Paths in JSON as the editor knows them. */
export function forEditor(json: string): string {
  return json.replaceAll(inRepository, `$1${releaseFile}.$2.md`);
}

/** Paths in JSON as the repository has them. */
export function forRepository(json: string): string {
  return json.replaceAll(inEditor, "$1$2.md");
}
