import type { Id } from "../content/entry.ts";
import type { ListName } from "./yearly.ts";

/**
 * What a set of site objects is about: they are rendered together, in all languages, and kept account of
 * together. "release:2008-05-27-klyngeprogram" makes the release's pages in Danish and English.
 */
export type Subject =
  | `release:${Id}`
  | `photo:${Id}`
  | `contact:${Id}`
  | `programme:${Id}`
  | `case:${Id}`
  | `body:${Id}`
  | `page:${Id}`
  /** A list of photos: "gallery:month/2008-05". */
  | `gallery:${string}`
  | `topic:${string}`
  /** One year of a list: "list:topic/erhverv/2008". */
  | `list:${ListName}/${string}`
  | `month:${string}`
  | `year:${string}`
  | `search:${string}`
  | "search"
  | "news"
  | "archive"
  | "front"
  | "feed"
  | "sitemap"
  | "programmes"
  | "cases"
  | "bodies"
  | "contacts"
  | "shell";

/** Those that every newsroom has, whatever is in it. */
export const standingSubjects = [
  "search",
  "news",
  "shell",
  "archive",
  "front",
  "feed",
  "sitemap",
  "programmes",
  "cases",
  "bodies",
  "contacts",
  "gallery:newest",
  "gallery:portraits",
] as const satisfies readonly Subject[];
