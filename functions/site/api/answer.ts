import type { EntryOf, Id } from "../../content/entry.ts";
import { isLive } from "../library.ts";
import type { ReleaseList } from "../library.ts";
import { releaseOrder } from "../release-card.ts";
import type { ApiLibrary, ListedKind } from "./api-library.ts";
import { openApi } from "./openapi.ts";
import { apiPath, collections, entryRecord, releaseRecord, releaseSummary } from "./records.ts";

export interface ApiRequest {
  /** "/api/v1/releases" */
  readonly path: string;
  readonly query: Readonly<Partial<Record<string, string>>>;
}

export interface ApiAnswer {
  readonly status: 200 | 400 | 404 | 410;
  readonly contentType: "application/json" | "application/problem+json";
  /** Of a list with more behind it: the address of the next page. */
  readonly next?: string;
  readonly body: string;
}

/** By what releases are listed: one of these at a time, because the index has a list for each and for no two. */
const releaseLists = ["programme", "case", "contact", "photo", "topic", "month"] as const;
const largestPage = 100;
const usualPage = 20;

/**
 * Answers one question about what is on the site. What is under embargo is answered as what is not there: with the very
 * same bytes.
 *
 * @see  RFC 9457 for what it says when there is no answer
 */
export async function answerApi(library: ApiLibrary, request: ApiRequest): Promise<ApiAnswer> {
  try {
    return await answered(library, request);
  } catch (error) {
    if (error instanceof ApiProblem) return error.answer();
    throw error;
  }
}

async function answered(library: ApiLibrary, { path, query }: ApiRequest): Promise<ApiAnswer> {
  const { url } = await library.newsroom();
  const [, name, id, ...more] = path.startsWith(apiPath) ? path.slice(apiPath.length).split("/") : ["", "?"];
  if (name === undefined || name === "") return found(index(url));
  if (name === "openapi.json" && id === undefined) return found(openApi(url));
  if (more.length > 0) throw notFound();
  if (name === "releases") return id === undefined ? releases(library, query) : release(library, id);
  const kind = Object.entries(collections).find(([collection]) => collection === name)?.[1];
  if (kind === undefined) throw notFound();
  return id === undefined ? entries(library, kind, name, query) : entry(library, kind, id);
}

function index(url: string): object {
  const names = ["releases", ...Object.keys(collections), "openapi.json"];
  return Object.fromEntries(names.map((name) => [name, `${url}${apiPath}/${name}`]));
}

async function releases(library: ApiLibrary, query: ApiRequest["query"]): Promise<ApiAnswer> {
  const named = releaseLists.filter((name) => query[name] !== undefined);
  const [name, second] = named;
  if (second !== undefined) {
    throw badRequest(`Ask by ${name} or by ${second}, not by both: there is a list for each of them.`);
  }
  const list: ReleaseList = name === undefined ? "all" : listBy(name, query[name] ?? "");
  const limit = limitOf(query);
  const after = cursorOf(query, releaseCursor);
  const cards = (await isOpen(library, list)) ? await library.releasesAfter(list, after, limit + 1) : [];
  const items = await Promise.all(cards.slice(0, limit).map((card) => releaseSummary(library, card)));
  const last = cards.length > limit ? cards[limit - 1] : undefined;
  return page(library, "releases", items, query, last && releaseOrder(last));
}

function listBy(name: (typeof releaseLists)[number], value: string): ReleaseList {
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
  if (list === "all") return true;
  const [kind, id] =
    "programme" in list
      ? ["programme" as const, list.programme]
      : "case" in list
        ? ["case" as const, list.case]
        : [];
  if (kind === undefined || id === undefined) return true;
  const entry = await library.entry(kind, id);
  return entry !== undefined && isLive(entry, library.instant);
}

async function release(library: ApiLibrary, id: Id): Promise<ApiAnswer> {
  const one = await library.headlines(id);
  if (one === undefined || !isLive(one, library.instant)) throw notFound();
  if (one.withdrawn !== undefined) {
    throw new ApiProblem(410, "Gone", `The release was withdrawn: ${one.withdrawn.reason.en}`);
  }
  const record = await releaseRecord(library, one);
  if (record === undefined) throw notFound();
  return found(record);
}

async function entries(
  library: ApiLibrary,
  kind: ListedKind,
  collection: string,
  query: ApiRequest["query"],
): Promise<ApiAnswer> {
  const limit = limitOf(query);
  const all: readonly EntryOf<ListedKind>[] = await library.entriesAfter(
    kind,
    cursorOf(query, idCursor),
    limit + 1,
  );
  const items = await Promise.all(all.slice(0, limit).map((one) => entryRecord(library, one)));
  const last = all.length > limit ? all[limit - 1] : undefined;
  return page(library, collection, items, query, last?.id);
}

async function entry(library: ApiLibrary, kind: ListedKind, id: Id): Promise<ApiAnswer> {
  const one = await library.entry(kind, id);
  const record = one && isLive(one, library.instant) ? await entryRecord(library, one) : undefined;
  if (record === undefined) throw notFound();
  return found(record);
}

async function page(
  library: ApiLibrary,
  collection: string,
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

function limitOf({ limit }: ApiRequest["query"]): number {
  if (limit === undefined) return usualPage;
  const number = /^\d{1,3}$/.test(limit) ? Number(limit) : 0;
  if (number < 1 || number > largestPage)
    throw badRequest(`limit is a number from 1 to ${largestPage}; without it there are ${usualPage}.`);
  return number;
}

const releaseCursor = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z#[a-z0-9-]+$/;
const idCursor = /^[a-z0-9-]+$/;

function cursorOf({ cursor }: ApiRequest["query"], form: RegExp): string | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, "base64url").toString();
  if (!form.test(text))
    throw badRequest("A cursor is what stands in `next` of the page before; take it whole.");
  return text;
}

function found(body: object): ApiAnswer {
  return { status: 200, contentType: "application/json", body: `${JSON.stringify(body)}\n` };
}

class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: 400 | 404 | 410;
  readonly title: string;
  constructor(status: 400 | 404 | 410, title: string, detail: string) {
    super(detail);
    this.status = status;
    this.title = title;
  }
  answer(): ApiAnswer {
    const { status, title, message: detail } = this;
    const body = `${JSON.stringify({ type: "about:blank", title, status, detail })}\n`;
    return { status, contentType: "application/problem+json", body };
  }
}

function badRequest(detail: string): ApiProblem {
  return new ApiProblem(400, "Bad Request", detail);
}

/** The same for what never was and for what is not out yet. */
function notFound(): ApiProblem {
  return new ApiProblem(
    404,
    "Not Found",
    `There is nothing of that name. What there is: ${apiPath}/openapi.json`,
  );
}
