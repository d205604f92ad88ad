import type { EntryOf, Id, Release, Step } from "../../content/entry.ts";
import { isOver } from "../../content/consent.ts";
import { documentsShown, documentType } from "../case-documents.ts";
import { photoPagePath } from "../gallery.ts";
import { heldRoles } from "../held-roles.ts";
import { isLive } from "../library.ts";
import { apiPath, cardPath, documentPath, entryPath, formatPath, keyOfPath, vcardPath } from "../paths.ts";
import { cardOf } from "../release-card.ts";
import type { ReleaseCard } from "../release-card.ts";
import type { Subject } from "../subject.ts";
import { stepState } from "../views/trail.ts";
import type { ApiLibrary, ListedKind } from "./api-library.ts";

/*
 * What the API gives, as openapi.ts describes it. A field that is undefined here is absent there: JSON has no other way
 * to say so. Nothing is given whose pages are not on the site.
 */

/** A release in a list. Undefined for what is not on the site. */
export async function releaseSummary(library: ApiLibrary, card: ReleaseCard): Promise<object | undefined> {
  const paths = cardPaths(card);
  if (!(await areOnSite(library, `release:${card.id}`, paths))) return undefined;
  const [{ url }, programme] = await Promise.all([
    library.newsroom(),
    liveId(library, "programme", card.programme),
  ]);
  return {
    id: card.id,
    self: selfOf(url, "releases", card.id),
    url: each(paths, (path) => url + path),
    title: { da: card.da.title, en: card.en?.title },
    lead: { da: card.da.lead, en: card.en?.lead },
    date: card.date,
    released: card.released,
    corrected: card.corrected,
    topics: card.topics,
    programme,
    sample: card.sample,
  };
}

/** A release by itself. Undefined for what is not on the site. */
export async function releaseRecord(library: ApiLibrary, release: Release): Promise<object | undefined> {
  const card = cardOf(release);
  const summary = await releaseSummary(library, card);
  if (summary === undefined) return undefined;
  const [{ url }, matter, photos] = await Promise.all([
    library.newsroom(),
    liveId(library, "case", release.case),
    Promise.all(release.photos.map((id) => photoOf(library, id))),
  ]);
  const formats = (["json", "markdown", "text"] as const).map((name) => [
    name,
    each(cardPaths(card), (path) => url + formatPath(path, name)),
  ]);
  const { da, en } = release.translations;
  return {
    ...summary,
    case: matter,
    contacts: release.contacts,
    photos: photos.filter((photo) => photo !== undefined),
    corrections: release.corrections.map(({ at, change, note }) => ({ at, change, note })),
    formats: Object.fromEntries(formats),
    sha256: { da: da.hash, en: en?.hash },
  };
}

async function photoOf(library: ApiLibrary, id: Id): Promise<object | undefined> {
  const photo = await library.entry("photo", id);
  if (photo === undefined || isOver(photo, library.instant)) return undefined;
  const { url } = await library.newsroom();
  const paths = { da: photoPagePath(id, "da"), en: photoPagePath(id, "en") };
  if (!(await areOnSite(library, `photo:${id}`, paths))) return undefined;
  return { id, url: each(paths, (path) => url + path) };
}

/** What the API calls the lists of the other kinds. */
export const collections = {
  contacts: "contact",
  programmes: "programme",
  cases: "case",
  bodies: "body",
} as const satisfies Readonly<Record<string, ListedKind>>;
export type Collection = keyof typeof collections;

/** Undefined for what is not on the site. */
export async function entryRecord(
  library: ApiLibrary,
  collection: Collection,
  entry: EntryOf<ListedKind>,
): Promise<object | undefined> {
  const [da, en] = [entryPath(entry, "da"), entryPath(entry, "en")];
  if (da === undefined || en === undefined) throw new Error(`${entry.kind} ${entry.id} has no pages.`);
  const paths = { da, en };
  if (!(await areOnSite(library, `${entry.kind}:${entry.id}`, paths))) return undefined;
  const { url } = await library.newsroom();
  return {
    id: entry.id,
    self: selfOf(url, collection, entry.id),
    url: each(paths, (path) => url + path),
    ...(await detailsOf(library, entry, (of) => each(paths, (path) => url + of(path)))),
    sample: entry.sample,
  };
}

/** @param beside  the addresses of something that stands beside the entry's pages */
async function detailsOf(
  library: ApiLibrary,
  entry: EntryOf<ListedKind>,
  beside: (of: (path: string) => string) => Paths,
): Promise<object> {
  switch (entry.kind) {
    case "contact": {
      const { name, type, phone, mobile, email, party, seat, hours, noSms, historicalOn } = entry;
      const roles = heldRoles(entry, library.instant).map(({ title, body, department }) => ({
        title,
        body,
        department,
      }));
      const vcard = beside((path) => vcardPath(path, "3.0"));
      return { name, type, roles, phone, mobile, email, party, seat, hours, noSms, vcard, historicalOn };
    }
    case "programme": {
      const { name, summary, period, budget, covers, aim, targetGroup, sectors, contacts } = entry;
      const formats = {
        csv: beside((path) => formatPath(path, "csv")),
        json: beside((path) => formatPath(path, "data")),
      };
      return { name, summary, period, budget, covers, aim, targetGroup, sectors, contacts, formats };
    }
    case "case":
      return {
        title: entry.title,
        number: entry.number,
        programme: await liveId(library, "programme", entry.programme),
        steps: entry.steps.map((step) => stepRecord(step, library.instant)),
        documents: await documentRecords(library, entry),
        calendar: beside((path) => formatPath(path, "calendar")),
      };
    case "body":
      return {
        name: entry.name,
        remit: entry.remit,
        homepage: entry.url,
        calendar: beside((path) => formatPath(path, "calendar")),
      };
  }
}

/** Those that are on the site. */
async function documentRecords(library: ApiLibrary, matter: EntryOf<"case">): Promise<readonly object[]> {
  const { url } = await library.newsroom();
  const records = await Promise.all(
    documentsShown(matter, library.instant).map(async (one) => {
      const path = documentPath(matter.id, one);
      if (!(await library.isOnSite(`case:${matter.id}`, keyOfPath(path)))) return [];
      const { title, language, date, step, bytes, pages } = one;
      return [{ title, language, date, step, type: documentType, bytes, pages, url: url + path }];
    }),
  );
  return records.flat();
}

function stepRecord(step: Step, instant: string): object {
  const { id, body, date, action, subject, outcome } = step;
  return { id, body, date, action, subject, outcome, state: stepState(step, instant) };
}

/** The id where readers may know of it. */
async function liveId(
  library: ApiLibrary,
  kind: "programme" | "case",
  id: Id | undefined,
): Promise<Id | undefined> {
  const entry = id === undefined ? undefined : await library.entry(kind, id);
  return entry !== undefined && isLive(entry, library.instant) ? entry.id : undefined;
}

/** Of something in each language that it has: of a release there may be no English. */
interface Paths {
  readonly da: string;
  readonly en?: string | undefined;
}

function cardPaths(card: ReleaseCard): Paths {
  return {
    da: cardPath(card, "da").path,
    en: card.en === undefined ? undefined : cardPath(card, "en").path,
  };
}

function each({ da, en }: Paths, of: (path: string) => string): Paths {
  return { da: of(da), en: en === undefined ? undefined : of(en) };
}

/** Whether pages of a subject are on the site at this moment, in each language that it has. */
export async function areOnSite(
  library: ApiLibrary,
  subject: Subject,
  { da, en = da }: Paths,
): Promise<boolean> {
  const there = await Promise.all([da, en].map((path) => library.isOnSite(subject, keyOfPath(path))));
  return there.every(Boolean);
}

function selfOf(url: string, collection: Collection | "releases", id: Id): string {
  return `${url}${apiPath}/${collection}/${id}`;
}
