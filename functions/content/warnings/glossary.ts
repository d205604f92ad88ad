import { treeOf } from "../attempt.ts";
import type { Locale, Localised } from "../locale.ts";
import type { SourceFile } from "../read-content.ts";
import { readShape } from "../read-shape.ts";
import { glossaryShape } from "../shapes.ts";

/** What the house calls something in each language, and what it is not to be called. */
export type Term = Localised & { readonly not: Readonly<Record<Locale, readonly string[]>> };

/** The terms of `glossary.yaml`; none where it is missing or has mistakes, which are told as problems. */
export function glossaryOf(file: SourceFile | undefined): readonly Term[] {
  const read = file && readShape(glossaryShape, treeOf(file));
  if (read?.ok !== true) return [];
  return read.value.terms.map(({ da, en, not }) => ({
    da,
    en,
    not: { da: not?.da ?? [], en: not?.en ?? [] },
  }));
}
