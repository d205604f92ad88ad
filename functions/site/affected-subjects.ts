import type { Entry, EntryOf, Id, Kind, Release } from "../content/entry.ts";
import {
  galleriesOfContact,
  galleriesOfPhoto,
  galleriesOfProgramme,
  galleriesOfRelease,
} from "./affected-galleries.ts";
import type { Subject } from "./subject.ts";
import { topicNames } from "./topics.ts";
import { listYearsOfCase, listsOfRelease } from "./yearly.ts";
import type { ListName } from "./yearly.ts";

/** Who cites whom, as the index knows it. */
export interface Referrers {
  of(kind: Kind, id: Id): Promise<readonly EntryName[]>;
  /** The years of which a list has a release or a step, also one that readers may not know of yet. */
  yearsOf(list: ListName): Promise<readonly string[]>;
  entry<K extends "contact" | "case">(kind: K, id: Id): Promise<EntryOf<K> | undefined>;
  /** Names of those in a photo: as the index has it, and as it will be once the changes are made. */
  depicted(photo: Id): Promise<readonly string[]>;
  /** Ids of the releases whose pages may link to this one: those next to it in time, and those that it is related to. */
  nextTo(release: Release): Promise<readonly Id[]>;
}
export interface EntryName {
  readonly kind: Kind;
  readonly id: Id;
  /** Of a release: "2008-05". */
  readonly month?: string;
  readonly programme?: Id;
  readonly photos?: readonly Id[];
}

/**
 * The subjects whose pages may look different when an entry changes, comes or goes: asked of the entry as it was and
 * as it is. One too many costs a rendering that changes nothing; one too few leaves a page behind.
 */
export async function affectedSubjects(
  entry: Entry,
  referrers: Referrers,
): Promise<readonly Subject[] | "all"> {
  switch (entry.kind) {
    case "newsroom":
      return "all"; // its name and address stand on every page
    case "release":
      return ofRelease(entry, referrers);
    case "contact":
      return ofContact(entry, referrers);
    case "programme":
      return [
        ...ofProgramme(entry.id, await referrers.of("programme", entry.id)),
        ...(await allYears(`programme/${entry.id}`, referrers)),
      ];
    case "case":
      return [
        `case:${entry.id}`,
        "cases",
        "front",
        "sitemap",
        ...(await citing(entry, referrers)),
        ...entry.steps.map(({ body }): Subject => `body:${body}`),
        ...listYearsOfCase(entry).flatMap(({ list, year }) => ofYear(list, year)),
        "archive", // with the index of the sitemaps
        ...(await allYears(`case/${entry.id}`, referrers)),
        ...(entry.programme === undefined ? [] : [`programme:${entry.programme}` as const]),
      ];
    case "body":
      return joined([
        [`body:${entry.id}`, "bodies", "sitemap", ...(await allYears(`body/${entry.id}`, referrers))],
        ...(await ofCiters(entry, referrers)),
      ]);
    case "page":
      return ofPage(entry, referrers);
    case "photo": {
      const citers = await referrers.of("photo", entry.id);
      return joined([
        [`photo:${entry.id}`, "front", "feed", ...galleriesOfPhoto(entry, citers)],
        citers.flatMap((citer): Subject[] => [
          ...subjectsOf(citer),
          ...(citer.month === undefined ? [] : [`month:${citer.month}` as const]),
        ]),
        ...(await ofCiters(entry, referrers)),
      ]);
    }
  }
}

function ofProgramme(id: Id, citers: readonly EntryName[]): readonly Subject[] {
  return [
    `programme:${id}`,
    "programmes",
    "front",
    "sitemap",
    ...galleriesOfProgramme(id, citers),
    ...citers.flatMap(subjectsOf),
  ];
}

async function ofRelease(release: Release, referrers: Referrers): Promise<readonly Subject[]> {
  const month = release.date.slice(0, 7);
  const matter = release.case === undefined ? undefined : await referrers.entry("case", release.case);
  return [
    `release:${release.id}`,
    ...release.photos.map((id): Subject => `photo:${id}`),
    ...release.contacts.map((id): Subject => `contact:${id}`),
    ...(release.programme === undefined ? [] : [`programme:${release.programme}` as const]),
    ...(release.case === undefined ? [] : [`case:${release.case}` as const]),
    ...(matter?.steps ?? []).map(({ body }): Subject => `body:${body}`),
    ...topicNames(release.topics).map((topic): Subject => `topic:${topic}`),
    ...listsOfRelease(release).map((list): Subject => `list:${list}/${month.slice(0, 4)}`),
    ...(await referrers.nextTo(release)).map((id): Subject => `release:${id}`),
    ...(await galleriesOfRelease(release, referrers)),
    `month:${month}`,
    `year:${month.slice(0, 4)}`,
    `search:${month.slice(0, 4)}`,
    "search",
    "news",
    "archive",
    "front",
    "feed",
  ];
}

/** A contact's card stands on each page that names them; the press desk's on all that name nobody. */
async function ofContact(
  contact: EntryOf<"contact">,
  referrers: Referrers,
): Promise<readonly Subject[] | "all"> {
  const citers = await referrers.of("contact", contact.id);
  if (citers.some(({ kind }) => kind === "newsroom")) return "all";
  return [
    `contact:${contact.id}`,
    "contacts",
    "sitemap",
    ...(await allYears(`contact/${contact.id}`, referrers)),
    ...citers.flatMap(subjectsOf),
    ...contact.roles.flatMap(({ body }) => (body === undefined ? [] : [`body:${body}` as const])),
    ...(contact.portrait === undefined ? [] : [`photo:${contact.portrait}` as const]),
    ...(await galleriesOfContact(contact, referrers)),
  ];
}

/** What the foot of every page leads to stands on every page. */
async function ofPage({ id }: EntryOf<"page">, referrers: Referrers): Promise<readonly Subject[] | "all"> {
  const citers = await referrers.of("page", id);
  return citers.length > 0 ? "all" : [`page:${id}`, "sitemap"];
}

/** A year of a list, and the sitemap that has it. */
function ofYear(list: ListName, year: string): readonly Subject[] {
  return [`list:${list}/${year}`, `year:${year}`];
}

/** What a list is of is named on the page of each of its years, and stands in their addresses. */
async function allYears(list: ListName, referrers: Referrers): Promise<readonly Subject[]> {
  return (await referrers.yearsOf(list)).flatMap((year) => ofYear(list, year));
}

async function citing(entry: EntryName, referrers: Referrers): Promise<readonly Subject[]> {
  return (await referrers.of(entry.kind, entry.id)).flatMap(subjectsOf);
}

/** A body's name and a portrait stand in trails and on cards, which stand on the pages of others in their turn. */
async function ofCiters(
  entry: EntryName,
  referrers: Referrers,
): Promise<readonly (readonly Subject[] | "all")[]> {
  const citers = await referrers.of(entry.kind, entry.id);
  return Promise.all(
    citers.map(async ({ kind, id }) => {
      const citer = kind === "contact" || kind === "case" ? await referrers.entry(kind, id) : undefined;
      return citer === undefined ? subjectsOf({ kind, id }) : affectedSubjects(citer, referrers);
    }),
  );
}

function joined(parts: readonly (readonly Subject[] | "all")[]): readonly Subject[] | "all" {
  const subjects = new Set<Subject>();
  for (const part of parts) {
    if (part === "all") return "all";
    for (const subject of part) subjects.add(subject);
  }
  return [...subjects];
}

function subjectsOf({ kind, id }: EntryName): readonly Subject[] {
  return kind === "newsroom" ? [] : [`${kind}:${id}`];
}
