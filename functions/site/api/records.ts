import type {
  Body,
  Case,
  Contact,
  EntryOf,
  Hours,
  Id,
  Money,
  Programme,
  Release,
  Step,
} from "../../content/entry.ts";
import { isOver } from "../../content/consent.ts";
import { locales } from "../../content/locale.ts";
import type { Locale, Localised } from "../../content/locale.ts";
import { heldRoles } from "../held-roles.ts";
import { isLive } from "../library.ts";
import { photoPagePath } from "../gallery.ts";
import { cardPath, entryPath, formatPath, keyOfPath, vcardPath } from "../paths.ts";
import { cardOf } from "../release-card.ts";
import type { ReleaseCard } from "../release-card.ts";
import { apiFolder } from "../../contract.ts";
import type { ApiLibrary, ListedKind } from "./api-library.ts";

/** A text or an address in each language that has it. */
type InLanguages = { readonly da: string; readonly en?: string };

export interface ReleaseSummary {
  readonly id: Id;
  /** This record's own address. */
  readonly self: string;
  /** The pages. */
  readonly url: InLanguages;
  readonly title: InLanguages;
  readonly lead: InLanguages;
  readonly date: string;
  readonly released: string;
  readonly corrected?: string;
  readonly topics: readonly string[];
  readonly programme?: Id;
  /** Of our own invention, as an example. */
  readonly sample: boolean;
}

export interface ReleaseRecord extends ReleaseSummary {
  readonly case?: Id;
  readonly contacts: readonly Id[];
  readonly photos: readonly { readonly id: Id; readonly url: InLanguages }[];
  readonly corrections: readonly {
    readonly at: string;
    readonly change: "major" | "minor";
    readonly note: Localised;
  }[];
  /** The whole text, as ninjs, Markdown and plain text. */
  readonly formats: Readonly<Record<"json" | "markdown" | "text", InLanguages>>;
  /** The SHA-256 of the text in each language. */
  readonly sha256: InLanguages;
}

export async function releaseSummary(
  library: ApiLibrary,
  card: ReleaseCard,
): Promise<ReleaseSummary | undefined> {
  const { url } = await library.newsroom();
  const paths = cardPaths(card);
  if (!(await allOnSite(library, `release:${card.id}`, paths))) return undefined;
  const programme = await liveId(library, "programme", card.programme);
  return {
    id: card.id,
    self: selfOf(url, "releases", card.id),
    url: absolute(url, paths),
    title: inLanguages((locale) => card[locale]?.title),
    lead: inLanguages((locale) => card[locale]?.lead),
    date: card.date,
    released: card.released,
    ...(card.corrected === undefined ? {} : { corrected: card.corrected }),
    topics: card.topics,
    ...(programme === undefined ? {} : { programme }),
    sample: card.sample,
  };
}

/** Undefined for what is not on the site. */
export async function releaseRecord(
  library: ApiLibrary,
  release: Release,
): Promise<ReleaseRecord | undefined> {
  const summary = await releaseSummary(library, cardOf(release));
  if (summary === undefined) return undefined;
  const [{ url }, matter, photos] = await Promise.all([
    library.newsroom(),
    liveId(library, "case", release.case),
    Promise.all(release.photos.map((id) => photoOf(library, id))),
  ]);
  const paths = cardPaths(cardOf(release));
  const format = (name: "json" | "markdown" | "text") =>
    absolute(
      url,
      inLanguages((locale) => paths[locale] && formatPath(paths[locale], name)),
    );
  return {
    ...summary,
    ...(matter === undefined ? {} : { case: matter }),
    contacts: release.contacts,
    photos: photos.flat(),
    corrections: release.corrections.map(({ at, change, note }) => ({ at, change, note })),
    formats: { json: format("json"), markdown: format("markdown"), text: format("text") },
    sha256: inLanguages((locale) => release.translations[locale]?.hash),
  };
}

async function photoOf(library: ApiLibrary, id: Id): Promise<ReleaseRecord["photos"]> {
  const photo = await library.entry("photo", id);
  if (photo === undefined || isOver(photo, library.instant)) return [];
  const { url } = await library.newsroom();
  const paths = { da: photoPagePath(id, "da"), en: photoPagePath(id, "en") };
  return (await allOnSite(library, `photo:${id}`, paths)) ? [{ id, url: absolute(url, paths) }] : [];
}

export interface ContactRecord {
  readonly id: Id;
  readonly self: string;
  readonly url: InLanguages;
  readonly name: string;
  readonly type: "person" | "desk";
  /** Those held today; of a contact of the past, those of its day. */
  readonly roles: readonly {
    readonly title: Localised;
    readonly body?: Id;
    readonly department?: Localised;
  }[];
  /** E.164. */
  readonly phone?: string;
  readonly mobile?: string;
  readonly email?: string;
  readonly party?: Localised;
  readonly seat?: Localised;
  readonly hours: readonly Hours[];
  readonly noSms: boolean;
  readonly vcard: InLanguages;
  readonly historicalOn?: string;
  readonly sample: boolean;
}

export interface ProgrammeRecord {
  readonly id: Id;
  readonly self: string;
  readonly url: InLanguages;
  readonly name: Localised;
  readonly summary: Localised;
  readonly period?: { readonly from: number; readonly to: number };
  readonly budget?: Money;
  readonly covers: readonly Localised[];
  readonly aim?: Localised;
  readonly targetGroup?: Localised;
  readonly sectors: readonly Localised[];
  readonly contacts: readonly Id[];
  readonly formats: Readonly<Record<"csv" | "json", InLanguages>>;
  readonly sample: boolean;
}

export interface CaseRecord {
  readonly id: Id;
  readonly self: string;
  readonly url: InLanguages;
  readonly title: Localised;
  readonly number?: string;
  readonly programme?: Id;
  /** In order of date. */
  readonly steps: readonly (Pick<Step, "id" | "body" | "date" | "action" | "subject" | "outcome"> & {
    readonly state: "done" | "pending" | "overdue";
  })[];
  readonly calendar: InLanguages;
  readonly sample: boolean;
}

export interface BodyRecord {
  readonly id: Id;
  readonly self: string;
  readonly url: InLanguages;
  readonly name: Localised;
  readonly remit: Localised;
  readonly homepage?: string;
  readonly calendar: InLanguages;
  readonly sample: boolean;
}

export interface Records {
  readonly contact: ContactRecord;
  readonly programme: ProgrammeRecord;
  readonly case: CaseRecord;
  readonly body: BodyRecord;
}

/** What the API calls the lists. */
export const collections = {
  contacts: "contact",
  programmes: "programme",
  cases: "case",
  bodies: "body",
} as const satisfies Readonly<Record<string, ListedKind>>;

/** Undefined for what is not on the site. */
export async function entryRecord(
  library: ApiLibrary,
  entry: EntryOf<ListedKind>,
): Promise<Records[ListedKind] | undefined> {
  const paths = pathsOf(entry);
  if (!(await allOnSite(library, `${entry.kind}:${entry.id}`, paths))) return undefined;
  const { url } = await library.newsroom();
  switch (entry.kind) {
    case "contact":
      return contactRecord(library, entry, url, paths);
    case "programme":
      return programmeRecord(entry, url, paths);
    case "case":
      return caseRecord(library, entry, url, paths);
    case "body":
      return bodyRecord(entry, url, paths);
  }
}

function contactRecord(
  { instant }: ApiLibrary,
  contact: Contact,
  url: string,
  paths: InLanguages,
): ContactRecord {
  return {
    id: contact.id,
    self: selfOf(url, "contacts", contact.id),
    url: absolute(url, paths),
    name: contact.name,
    type: contact.type,
    roles: heldRoles(contact, instant).map(({ title, body, department }) =>
      given({ title, body, department }),
    ),
    ...given({
      phone: contact.phone,
      mobile: contact.mobile,
      email: contact.email,
      party: contact.party,
      seat: contact.seat,
      historicalOn: contact.historicalOn,
    }),
    hours: contact.hours,
    noSms: contact.noSms,
    vcard: absolute(
      url,
      inLanguages((locale) => paths[locale] && vcardPath(paths[locale], "3.0")),
    ),
    sample: contact.sample,
  };
}

function programmeRecord(programme: Programme, url: string, paths: InLanguages): ProgrammeRecord {
  const { id, name, summary, period, budget, covers, aim, targetGroup, sectors, contacts, sample } =
    programme;
  const format = (of: "csv" | "data") =>
    absolute(
      url,
      inLanguages((locale) => paths[locale] && formatPath(paths[locale], of)),
    );
  return {
    id,
    self: selfOf(url, "programmes", id),
    url: absolute(url, paths),
    name,
    summary,
    ...given({ period, budget, aim, targetGroup }),
    covers,
    sectors,
    contacts,
    formats: { csv: format("csv"), json: format("data") },
    sample,
  };
}

async function caseRecord(
  library: ApiLibrary,
  matter: Case,
  url: string,
  paths: InLanguages,
): Promise<CaseRecord> {
  const programme = await liveId(library, "programme", matter.programme);
  return {
    id: matter.id,
    self: selfOf(url, "cases", matter.id),
    url: absolute(url, paths),
    title: matter.title,
    ...given({ number: matter.number, programme }),
    steps: matter.steps.map((step) => stepRecord(step, library.instant)),
    calendar: calendarOf(url, paths),
    sample: matter.sample,
  };
}

function stepRecord(step: Step, instant: string): CaseRecord["steps"][number] {
  const { id, body, date, action, subject, outcome, overdueFrom } = step;
  const open = instant < overdueFrom ? ("pending" as const) : ("overdue" as const);
  return {
    id,
    body,
    date,
    action,
    subject,
    ...given({ outcome }),
    state: outcome === undefined ? open : "done",
  };
}

function bodyRecord(body: Body, url: string, paths: InLanguages): BodyRecord {
  return {
    id: body.id,
    self: selfOf(url, "bodies", body.id),
    url: absolute(url, paths),
    name: body.name,
    remit: body.remit,
    ...given({ homepage: body.url }),
    calendar: calendarOf(url, paths),
    sample: body.sample,
  };
}

function calendarOf(url: string, paths: InLanguages): InLanguages {
  return absolute(
    url,
    inLanguages((locale) => paths[locale] && formatPath(paths[locale], "calendar")),
  );
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

async function allOnSite(
  library: ApiLibrary,
  subject: Parameters<ApiLibrary["isOnSite"]>[0],
  paths: InLanguages,
): Promise<boolean> {
  const there = await Promise.all(
    Object.values(paths).map((path: string) => library.isOnSite(subject, keyOfPath(path))),
  );
  return there.every(Boolean);
}

function pathsOf(entry: EntryOf<ListedKind>): InLanguages {
  return inLanguages((locale) => entryPath(entry, locale));
}

function cardPaths(card: ReleaseCard): InLanguages {
  return inLanguages((locale) => (card[locale] === undefined ? undefined : cardPath(card, locale).path));
}

/** @param of  undefined where that language has none; there is always a Danish one */
function inLanguages(of: (locale: Locale) => string | undefined): InLanguages {
  const found = locales.flatMap((locale) => {
    const text = of(locale);
    return text === undefined ? [] : [[locale, text] as const];
  });
  return { da: "", ...Object.fromEntries(found) };
}

function absolute(url: string, paths: InLanguages): InLanguages {
  return inLanguages((locale) => paths[locale] && url + paths[locale]);
}

function selfOf(url: string, collection: string, id: Id): string {
  return `${url}${apiPath}/${collection}/${id}`;
}

/** Where the API stands; another version would stand beside it. */
export const apiPath = `/${apiFolder}/v1`;

/** Without what is not there. */
function given<T extends object>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } & Required<Pick<T, RequiredKeys<T>>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
type RequiredKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];
