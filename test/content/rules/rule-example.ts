import type { ProblemCode, WarningCode } from "../../../functions/content/problem.ts";
import { asInstant } from "../../../functions/content/instant.ts";
import { englishState } from "../../../functions/content/mark.ts";
import { checkContent } from "../../../functions/pipeline/check-content.ts";
import type { CheckedContent } from "../../../functions/pipeline/check-content.ts";
import { memorySources } from "../../support/memory-sources.ts";
import type { Files } from "../../support/memory-sources.ts";
import { smallNewsroom } from "../../support/small-newsroom.ts";

/** One rule as it is broken and kept. In `right`, MARK stands for the mark of the Danish text. */
export interface RuleExample {
  readonly code: ProblemCode | WarningCode;
  /** What is changed is changed in this; the small newsroom where it is left out. */
  readonly newsroom?: Files;
  readonly file: string;
  readonly from: string;
  readonly wrong: string;
  readonly right: string;
  /** Line and column at which it is told. */
  readonly at: string;
  /** The file in which it is told, where it is another. */
  readonly toldIn?: string;
}

/** When the examples are looked at: after the small newsroom's releases, before its case is decided. */
export const lookedAt = asInstant(Date.parse("2026-04-01T10:00:00Z"));

export async function checked(files: Files): Promise<CheckedContent> {
  const sources = memorySources();
  return checkContent({ sources }, sources.commit(files).tree, lookedAt);
}

/** The newsroom of an example as it is wrong, and as it is right. */
export async function asWritten(example: RuleExample, how: "wrong" | "right"): Promise<Files> {
  const { newsroom = smallNewsroom, file, from } = example;
  const text = String(newsroom[file]);
  if (!text.includes(from)) throw new Error(`${file} has no "${from}".`);
  const written = text.replace(from, () => example[how]);
  if (!written.includes("MARK")) return { ...newsroom, [file]: written };
  const { entries } = await checked({ ...newsroom, [file]: written.replace("MARK", "0".repeat(12)) });
  const release = entries.flatMap(({ entry }) => (entry.kind === "release" ? [entry] : []))[0];
  if (release === undefined || englishState(release) !== "stale") throw new Error("No mark to write.");
  return { ...newsroom, [file]: written.replace("MARK", release.translations.da.mark) };
}
