import type * as z from "zod";
import * as shapes from "./shapes.ts";

/** What an author's file can be: the kinds of entry, and a release in its other language. */
export const sourceKinds = [
  "newsroom",
  "release",
  "translation",
  "photo",
  "contact",
  "programme",
  "case",
  "body",
  "page",
  "glossary",
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/**
 * The keys of a kind of file.
 *
 * @param zone  in which dates without an offset are meant
 */
export function shapeOf(kind: SourceKind, zone: string): z.ZodObject {
  switch (kind) {
    case "newsroom":
      return shapes.newsroomShape;
    case "release":
      return shapes.releaseShape(zone);
    case "translation":
      return shapes.translationShape;
    case "photo":
      return shapes.photoShape(zone);
    case "contact":
      return shapes.contactShape;
    case "programme":
      return shapes.programmeShape(zone);
    case "case":
      return shapes.caseShape(zone);
    case "body":
      return shapes.bodyShape;
    case "page":
      return shapes.pageShape;
    case "glossary":
      return shapes.glossaryShape;
  }
}
