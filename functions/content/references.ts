import type { Entry, Id, Kind } from "./entry.ts";

/** That one entry cites another. */
export interface Reference {
  readonly kind: Kind;
  readonly id: Id;
  /** The key that says so, as a path: "contacts.1". */
  readonly at: string;
}

/** Everything that an entry cites, in the order of its keys. The same entry may be cited twice. */
export function referencesOf(entry: Entry): readonly Reference[] {
  switch (entry.kind) {
    case "newsroom":
      return [
        ...one("contact", entry.pressContact, "press_contact"),
        ...one("page", entry.accessibility, "accessibility"),
        ...one("page", entry.privacy, "privacy"),
      ];
    case "release":
      if (entry.withdrawn !== undefined) return []; // nothing of it is shown any more
      return [
        ...one("programme", entry.programme, "programme"),
        ...one("case", entry.case, "case"),
        ...each("contact", entry.contacts, "contacts"),
        ...each("photo", entry.photos, "photos"),
        ...entry.links.flatMap(({ target }, index) =>
          "membersOf" in target ? one("body", target.membersOf, `links.${index}.members_of`) : [],
        ),
      ];
    case "contact":
      return [
        ...entry.roles.flatMap(({ body }, index) => one("body", body, `roles.${index}.body`)),
        ...one("photo", entry.portrait, "portrait"),
      ];
    case "programme":
    case "page":
      return each("contact", entry.contacts, "contacts");
    case "case":
      return [
        ...one("programme", entry.programme, "programme"),
        ...entry.steps.flatMap(({ body }, index) => one("body", body, `steps.${index}.body`)),
      ];
    case "body":
    case "photo":
      return [];
  }
}

function one(kind: Kind, id: Id | undefined, at: string): readonly Reference[] {
  return id === undefined ? [] : [{ kind, id, at }];
}

function each(kind: Kind, ids: readonly Id[], key: string): readonly Reference[] {
  return ids.map((id, index) => ({ kind, id, at: `${key}.${index}` }));
}
