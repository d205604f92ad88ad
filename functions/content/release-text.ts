import type { Translation } from "./entry.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { Locale } from "./locale.ts";
import { hashOf, markOf } from "./mark.ts";
import type { Problem } from "./problem.ts";
import type { SourceFile } from "./read-content.ts";
import { readText } from "./read-text.ts";
import { slugOf } from "./slug.ts";
import { sourceText } from "./source-text.ts";
import { readYaml } from "./yaml-tree.ts";
import type { YamlTree } from "./yaml-tree.ts";

/** One of a release's files in its parts. */
export interface ReleaseText {
  readonly tree: YamlTree;
  readonly body: string;
  readonly blocks: Translation["blocks"];
  /** Of the text; those of the keys are the tree's. */
  readonly problems: readonly Problem[];
}

export function releaseText(file: SourceFile, locale: Locale): ReleaseText {
  const text = sourceText(file);
  if (!text.ok) return unread(file, text.problems);
  const parts = readFrontMatter(text.value, file.path);
  if ("code" in parts) return unread(file, [parts]);
  const { blocks, problems } = readText(parts.body.text, { file: file.path, line: parts.body.line, locale });
  return {
    tree: readYaml(parts.yaml.text, file.path, parts.yaml.line),
    body: parts.body.text,
    blocks,
    problems,
  };
}

/** The text alone of a file that was read before without a problem: the keys need not be read and checked again. */
export function blocksOf(file: SourceFile, locale: Locale): Translation["blocks"] {
  const text = sourceText(file);
  const parts = text.ok ? readFrontMatter(text.value, file.path) : undefined;
  if (parts === undefined || "code" in parts)
    throw new Error(`${file.path} cannot be read again, though it was read before.`);
  return readText(parts.body.text, { file: file.path, line: parts.body.line, locale }).blocks;
}

export function translationOf(
  locale: Locale,
  keys: {
    readonly title: string;
    readonly slug?: string | undefined;
    readonly lead: string;
    readonly in_brief: readonly string[];
    readonly follows?: string | undefined;
  },
  { body, blocks }: Pick<ReleaseText, "body" | "blocks">,
): Translation {
  const { title, lead, in_brief: brief, follows } = keys;
  const hash = hashOf({ title, lead, body, brief });
  return {
    locale,
    title,
    slug: keys.slug ?? slugOf(title, locale),
    lead,
    brief,
    blocks,
    hash,
    mark: markOf(hash),
    ...(follows === undefined ? {} : { follows }),
  };
}

function unread(file: SourceFile, problems: readonly Problem[]): ReleaseText {
  const start = { file: file.path, line: 1, column: 1 };
  return {
    tree: { value: undefined, start, places: new Map(), keyPlaces: new Map(), problems },
    body: "",
    blocks: [],
    problems: [],
  };
}
