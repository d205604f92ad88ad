import type { ApiAnswer, ApiRequest } from "./answer.ts";
import { pageSize } from "./page-size.ts";
import { badRequest, notFound } from "./problem.ts";

/** How many items a page is to have. */
export function limitOf({ limit }: ApiRequest["query"]): number {
  if (limit === undefined) return pageSize.usual;
  const number = /^\d{1,3}$/.test(limit) ? Number(limit) : 0;
  if (number < 1 || number > pageSize.most)
    throw badRequest(`limit is a number from 1 to ${pageSize.most}; without it there are ${pageSize.usual}.`);
  return number;
}

/** Where a page is to go on. */
export function cursorOf({ cursor }: ApiRequest["query"], form: RegExp): string | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, "base64url").toString();
  if (!form.test(text))
    throw badRequest("A cursor is what stands in `next` of the page before; take it whole.");
  return text;
}

/** @param body  undefined where the index knows it and its pages are not on the site */
export function found(body: object | undefined): ApiAnswer {
  if (body === undefined) throw notFound();
  return { status: 200, contentType: "application/json", body: `${JSON.stringify(body)}\n` };
}
