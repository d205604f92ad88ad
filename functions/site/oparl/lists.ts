import type { EntryOf, Id } from "../../content/entry.ts";
import type { ApiLibrary, ListedKind } from "../api/api-library.ts";
import { separator } from "./ids.ts";
import type { OparlType } from "./ids.ts";
import {
  agendaItem,
  consultation,
  fileObjects,
  meeting,
  membershipObjects,
  organization,
  paper,
  person,
  tombstone,
} from "./objects.ts";
import type { OparlObject } from "./objects.ts";

export interface ListPage {
  readonly data: readonly OparlObject[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}

/**
 * A page of a list, in an order that nothing changes: by the id of what the objects belong to. A page is of so many owners,
 * so that none costs more than another, and may hold more objects than that or fewer.
 *
 * @param ofBody  of meetings, those of one body only
 */
export async function listPage(
  library: ApiLibrary,
  type: OparlType,
  from: string | undefined,
  limit: number,
  ofBody?: Id,
): Promise<ListPage> {
  if (type === "meeting") return meetings(library, from, limit, ofBody);
  const kind = owners[type];
  const after = from === undefined ? undefined : idOf(from);
  const [live, gone] = await Promise.all([
    library.entriesAfter(kind, after, limit + 1),
    leavesTombstone(type) ? library.goneAfter(owners[type], { after }, limit + 1) : [],
  ]);
  const sorted = [...live, ...gone].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const here = sorted.slice(0, limit);
  const { url } = await library.newsroom();
  const data = await Promise.all(
    here.map((one) =>
      "kind" in one ? objectsOf(library, type, one) : Promise.resolve([tombstone(url, type, one)]),
    ),
  );
  const last = sorted.length > limit ? here.at(-1) : undefined;
  return { data: data.flat(), ...(last === undefined ? {} : { next: last.id }) };
}

/** What the objects of a list belong to. */
export const owners = {
  organization: "body",
  person: "contact",
  membership: "contact",
  agendaItem: "case",
  paper: "case",
  consultation: "case",
  file: "case",
} as const satisfies Readonly<Record<Exclude<OparlType, "meeting">, ListedKind>>;

/** Of these it is told that they were there. */
export function leavesTombstone(type: OparlType): type is "organization" | "paper" {
  return type === "organization" || type === "paper";
}

export async function objectsOf(
  library: ApiLibrary,
  type: Exclude<OparlType, "meeting">,
  owner: EntryOf<ListedKind>,
): Promise<readonly OparlObject[]> {
  const one = (object: OparlObject | undefined) => (object === undefined ? [] : [object]);
  if (owner.kind === "body") return one(await organization(library, owner));
  if (owner.kind === "contact")
    return type === "person" ? one(await person(library, owner)) : membershipObjects(library, owner);
  if (owner.kind !== "case") throw new TypeError(`No list is by ${owner.kind}.`);
  const whole = await paper(library, owner);
  if (whole === undefined) return [];
  if (type === "paper") return [whole];
  if (type === "file") return fileObjects(library, owner);
  const make = type === "agendaItem" ? agendaItem : consultation;
  return Promise.all(owner.steps.map((step) => make(library, owner, step)));
}

/** Body by body, each one's meetings from the first on. */
async function meetings(
  library: ApiLibrary,
  from: string | undefined,
  limit: number,
  ofBody: Id | undefined,
): Promise<ListPage> {
  const data: (OparlObject | undefined)[] = [];
  let seen = 0;
  let [body, date] = from === undefined ? [undefined, undefined] : placeOf(from);
  for (;;) {
    const current = await bodyAt(library, ofBody ?? body, ofBody !== undefined || date !== undefined);
    if (current === undefined) return { data: there(data) };
    const some = await library.meetingsAfter(current.id, date, limit - seen + 1);
    for (const one of some.slice(0, limit - seen)) {
      data.push(await meeting(library, current, one));
      date = one.date;
    }
    if (some.length > limit - seen) return { data: there(data), next: [current.id, date].join(separator) };
    seen += some.length;
    if (ofBody !== undefined) return { data: there(data) };
    [body, date] = [current.id, undefined];
    if (seen === limit) return { data: there(data), next: body };
  }
}

/** @param isItself  whether the body of that id is meant, and not the one after it */
async function bodyAt(library: ApiLibrary, id: Id | undefined, isItself: boolean) {
  if (isItself && id !== undefined) return library.entry("body", id);
  const [next] = await library.entriesAfter("body", id, 1);
  return next;
}

function placeOf(cursor: string): [Id, string | undefined] {
  const [id = "", date] = cursor.split(separator);
  return [id, date];
}

function idOf(cursor: string): Id {
  return placeOf(cursor)[0];
}

function there(objects: readonly (OparlObject | undefined)[]): readonly OparlObject[] {
  return objects.filter((one) => one !== undefined);
}
