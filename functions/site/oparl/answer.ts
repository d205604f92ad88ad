import type { Id } from "../../content/entry.ts";
import type { Instant } from "../../content/instant.ts";
import { asInstant } from "../../content/instant.ts";
import type { ApiAnswer, ApiRequest } from "../api/answer.ts";
import type { ApiLibrary, ListedKind } from "../api/api-library.ts";
import { badRequest, notFound } from "../api/problem.ts";
import { cursorOf, found, limitOf } from "../api/questions.ts";
import { isLive } from "../library.ts";
import { oparlPath, oparlTypes, ownBody, separator } from "./ids.ts";
import type { OparlType } from "./ids.ts";
import { leavesTombstone, listPage, objectsOf, owners } from "./lists.ts";
import type { ListPage } from "./lists.ts";
import { bodyObject, meeting, system, tombstone } from "./objects.ts";
import type { OparlObject } from "./objects.ts";

/**
 * Answers by OParl 1.1, of the same things as the API beside it and with the same care for what is not out yet.
 *
 * @see https://oparl.org/spezifikation/
 */
export async function answerOparl(library: ApiLibrary, { path, query }: ApiRequest): Promise<ApiAnswer> {
  const [type = "", name, ...more] = path.slice(oparlPath.length + 1).split("/");
  if (path !== oparlPath && !path.startsWith(`${oparlPath}/`)) throw notFound();
  if (type === "organization" && name !== undefined && more.join("/") === "meeting") {
    if ((await objectOf(library, "organization", name)) === undefined) throw notFound();
    return list(library, `organization/${name}/meeting`, query, (from, limit) =>
      listPage(library, "meeting", from, limit, name),
    );
  }
  if (more.length > 0) throw notFound();
  if (name === undefined) {
    if (type === "" || type === "system") return found(await system(library));
    if (type === "body")
      return list(library, type, query, async () => ({ data: [await bodyObject(library)] }));
    if (type === "locationList" || type === "legislativeTermList")
      return list(library, type, query, () => Promise.resolve({ data: [] }));
    if (isType(type))
      return list(library, type, query, (from, limit) => listPage(library, type, from, limit));
  } else {
    if (type === "body" && name === ownBody) return found(await bodyObject(library));
    if (isType(type)) return found(await objectOf(library, type, name));
  }
  throw notFound();
}

function isType(type: string): type is OparlType {
  return (oparlTypes as readonly string[]).includes(type);
}

/** One object by its name, which begins with what it belongs to. Undefined for what there is not, or not yet. */
async function objectOf(
  library: ApiLibrary,
  type: OparlType,
  name: string,
): Promise<OparlObject | undefined> {
  const [first = "", ...rest] = name.split(separator);
  if (type === "meeting") {
    const body = await live(library, "body", first);
    const on = body && (await library.meetingOn(first, rest.join(separator)));
    return body && on && meeting(library, body, on);
  }
  const owner = await live(library, owners[type], first);
  const objects = owner === undefined ? [] : await objectsOf(library, type, owner);
  const found = objects.find(({ id }) => id.endsWith(`/${type}/${name}`));
  return found ?? (owner === undefined && rest.length === 0 ? goneObject(library, type, first) : undefined);
}

async function live<K extends ListedKind>(library: ApiLibrary, kind: K, id: Id) {
  const entry = await library.entry(kind, id);
  return entry !== undefined && isLive(entry, library.instant) ? entry : undefined;
}

/** What says that it was there; of some types nothing does. */
async function goneObject(library: ApiLibrary, type: OparlType, id: Id): Promise<OparlObject | undefined> {
  if (!leavesTombstone(type)) return undefined;
  const [gone] = await library.goneAfter(owners[type], { only: id }, 1);
  const { url } = await library.newsroom();
  return gone && tombstone(url, type, gone);
}

const filters = ["created_since", "created_until", "modified_since", "modified_until"] as const;

async function list(
  library: ApiLibrary,
  name: string,
  query: ApiRequest["query"],
  pageFrom: (from: string | undefined, limit: number) => Promise<ListPage>,
): Promise<ApiAnswer> {
  const limit = limitOf(query);
  const from = cursorOf(query, /^[a-z0-9-]+(?:\.\d{4}-\d{2}-\d{2})?$/);
  const isWanted = wanted(query);
  const { data, next } = await pageFrom(from, limit);
  const { url } = await library.newsroom();
  const address = (cursor: string | undefined) => {
    const parameters = new URLSearchParams();
    for (const [key, value] of Object.entries({ ...query, cursor }))
      if (value !== undefined) parameters.set(key, value);
    const text = parameters.toString();
    return `${url}${oparlPath}/${name}${text === "" ? "" : `?${text}`}`;
  };
  const nextPage = next === undefined ? undefined : address(Buffer.from(next).toString("base64url"));
  const links = { first: address(undefined), self: address(query["cursor"]), next: nextPage };
  const body = { data: data.filter(isWanted), pagination: {}, links };
  return { ...found(body), ...(nextPage === undefined ? {} : { next: nextPage }) };
}

/** What the four filters let through; each names a moment, which is itself let through. */
function wanted(query: ApiRequest["query"]): (one: OparlObject) => boolean {
  const bounds = filters.flatMap((filter) => {
    const text = query[filter];
    if (text === undefined) return [];
    const [field, side] = filter.split("_") as ["created" | "modified", "since" | "until"];
    return [{ field, side, moment: momentIn(text, filter) }];
  });
  return (one) =>
    bounds.every(({ field, side, moment }) =>
      side === "since" ? one[field] >= moment : one[field] <= moment,
    );
}

function momentIn(text: string, filter: string): Instant {
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(text);
  const time = isMoment ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time))
    throw badRequest(
      `${filter} is a moment with its offset, such as 2026-01-31T00:00:00+01:00, with "+" written as %2B.`,
    );
  return asInstant(time);
}
