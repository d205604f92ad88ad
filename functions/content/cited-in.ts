import type { Kind } from "./entry.ts";
import type { Place } from "./place.ts";
import type { YamlTree } from "./yaml-tree.ts";

/** A citation in a file that could not be read as a whole: it is checked all the same, so that all mistakes are told at once. */
export interface Citation {
  readonly kind: Kind;
  readonly id: string;
  readonly place: Place;
}

/** The keys that cite, by the folder that the file lies in; "*" stands for each item of a list. */
const citingKeys: Readonly<Record<string, readonly (readonly [pattern: string, kind: Kind])[]>> = {
  newsroom: [
    ["press_contact", "contact"],
    ["accessibility", "page"],
    ["privacy", "page"],
  ],
  releases: [
    ["programme", "programme"],
    ["case", "case"],
    ["contacts.*", "contact"],
    ["photos.*", "photo"],
    ["links.*.members_of", "body"],
  ],
  contacts: [
    ["roles.*.body", "body"],
    ["portrait", "photo"],
  ],
  programmes: [["contacts.*", "contact"]],
  cases: [
    ["programme", "programme"],
    ["steps.*.body", "body"],
  ],
  pages: [["contacts.*", "contact"]],
};

/** Whatever a file cites, as far as it is an id at all. */
export function citedIn(folder: string, tree: YamlTree): readonly Citation[] {
  return (citingKeys[folder] ?? []).flatMap(([pattern, kind]) => {
    const keys = new RegExp(`^${pattern.replaceAll(".", String.raw`\.`).replaceAll("*", String.raw`\d+`)}$`);
    return [...tree.places].flatMap(([path, place]) => {
      const id = keys.test(path) ? valueAt(tree.value, path.split(".")) : undefined;
      return typeof id === "string" && /^[a-z0-9-]+$/.test(id) ? [{ kind, id, place }] : [];
    });
  });
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (here, name) =>
      typeof here === "object" && here !== null ? (here as Record<string, unknown>)[name] : undefined,
    value,
  );
}
