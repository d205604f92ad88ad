import { apiReleaseLists } from "../../contract.ts";
import type { Id } from "../../content/entry.ts";
import type { Instant } from "../../content/instant.ts";
import { isLive } from "../library.ts";
import type { ReleaseList } from "../library.ts";
import { apiPath } from "../paths.ts";
import { releaseOrder } from "../release-card.ts";
import type { ApiLibrary } from "./api-library.ts";
import { openApi } from "./openapi.ts";
import { oparlPath } from "../oparl/ids.ts";
import { answerOparl } from "../oparl/answer.ts";
import { ApiProblem, badRequest, notFound } from "./problem.ts";
import { cursorOf, found, limitOf } from "./questions.ts";
import { collections, entryRecord, releaseRecord, releaseSummary } from "./records.ts";
import type { Collection } from "./records.ts";

export interface ApiRequest {
  /** "/api/v1/releases" */
  readonly path: string;
  readonly query: Readonly<Partial<Record<string, string>>>;
}

export interface ApiAnswer {
  readonly status: 200 | 400 | 404 | 410 | 503;
  readonly contentType: "application/json" | "application/problem+json";
  /** Of a list with more behind it: the address of the next page. */
  readonly next?: string;
  readonly body: string;
}

/**
 * Answers one question about what is on the site. What is under embargo is answered as what is not there: with the very
 * same bytes.
 */
export async function answerApi(library: ApiLibrary, request: ApiRequest): Promise<ApiAnswer> {
  try {
    return await (request.path.startsWith(oparlPath) ? answerOparl : answered)(library, request);
  } catch (error) {
    if (error instanceof ApiProblem) return error.answer();
    throw error;
  }
}

async function answered(library: ApiLibrary, { path, query }: ApiRequest): Promise<ApiAnswer> {
  const { url } = await library.newsroom();
  if (!path.startsWith(`${apiPath}/`)) throw notFound();
  const [name = "", id, ...more] = path.slice(apiPath.length + 1).split("/");
  if (more.length > 0) throw notFound();
  if (id === undefined && name === "") return found(index(url));
  if (id === undefined && name === "openapi.json") return found(openApi(url));
  if (name === "releases") return id === undefined ? releases(library, query) : release(library, id);
  if (!isCollection(name)) throw notFound();
  return id === undefined ? entries(library, name, query) : entry(library, name, id);
}

function isCollection(name: string): name is Collection {
  return Object.hasOwn(collections, name);
}

function index(url: string): object {
  const names = ["releases", ...Object.keys(collections), "openapi.json"];
  return Object.fromEntries(names.map((name) => [name, `${url}${apiPath}/${name}`]));
}

async function releases(library: ApiLibrary, query: ApiRequest["query"]): Promise<ApiAnswer> {
  const list = listOf(query);
  const limit = limitOf(query);
  const after = cursorOf(query, releaseCursor);
  // One more than a page has: it tells whether there is another.
  const cards = (await isOpen(library, list)) ? await cardsAfter(library, list, after, limit + 1) : [];
  const items = await Promise.all(cards.slice(0, limit).map((card) => releaseSummary(library, card)));
  const last = cards.length > limit ? cards[limit - 1] : undefined;
  return page(library, "releases", items, query, last && releaseOrder(last));
}

function cardsAfter(library: ApiLibrary, list: ReleaseList, after: string | undefined, most: number) {
  if (after === undefined) return library.releases(list, most);
  const [released = "", id = ""] = after.split("#");
  return library.olderThan({ released: released as Instant, id }, list, most);
}

function listOf(query: ApiRequest["query"]): ReleaseList {
  const [name, second] = apiReleaseLists.filter((one) => query[one] !== undefined);
  if (name === undefined) return "all";
  if (second !== undefined) {
    throw badRequest(`Ask by ${name} or by ${second}, not by both: there is a list for each of them.`);
  }
  const value = query[name] ?? "";
  if (name === "month" && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(value)) {
    throw badRequest("A month is a year and a month with a hyphen between them, such as 2008-05.");
  }
  if (!/^[a-z0-9-]+$/.test(value)) {
    throw badRequest(`A ${name} goes by its id: lower-case letters a–z, digits and hyphens.`);
  }
  return { [name]: value } as Exclude<ReleaseList, "all">;
}

/** What belongs to something that is not out yet must not be found by its name. */
async function isOpen(library: ApiLibrary, list: ReleaseList): Promise<boolean> {
  if (list === "all" || !("programme" in list || "case" in list)) return true;
  const owner =
    "programme" in list
      ? await library.entry("programme", list.programme)
      : await library.entry("case", list.case);
  return owner !== undefined && isLive(owner, library.instant);
}

async function release(library: ApiLibrary, id: Id): Promise<ApiAnswer> {
  const one = await library.indexed("release", id);
  if (one === undefined || !isLive(one, library.instant)) throw notFound();
  if (one.withdrawn !== undefined) {
    throw new ApiProblem(410, `The release was withdrawn: ${one.withdrawn.reason.en}`);
  }
  return found(await releaseRecord(library, one));
}

async function entries(
  library: ApiLibrary,
  collection: Collection,
  query: ApiRequest["query"],
): Promise<ApiAnswer> {
  const limit = limitOf(query);
  const after = cursorOf(query, idCursor);
  const all = await library.entriesAfter(collections[collection], after, limit + 1);
  const items = await Promise.all(all.slice(0, limit).map((one) => entryRecord(library, collection, one)));
  const last = all.length > limit ? all[limit - 1] : undefined;
  return page(library, collection, items, query, last?.id);
}

async function entry(library: ApiLibrary, collection: Collection, id: Id): Promise<ApiAnswer> {
  const one = await library.entry(collections[collection], id);
  if (one === undefined || !isLive(one, library.instant)) throw notFound();
  return found(await entryRecord(library, collection, one));
}

/** @param last  the place of the last item, where there is more behind it */
async function page(
  library: ApiLibrary,
  collection: Collection | "releases",
  items: readonly (object | undefined)[],
  query: ApiRequest["query"],
  last: string | undefined,
): Promise<ApiAnswer> {
  const there = items.filter((item) => item !== undefined);
  if (last === undefined) return found({ items: there });
  const { url } = await library.newsroom();
  const cursor = Buffer.from(last).toString("base64url");
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, cursor }))
    if (value !== undefined) parameters.set(name, value);
  const next = `${url}${apiPath}/${collection}?${parameters}`;
  return { ...found({ items: there, next }), next };
}

/** @see releaseOrder */
const releaseCursor = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z#[a-z0-9-]+$/;
const idCursor = /^[a-z0-9-]+$/;
