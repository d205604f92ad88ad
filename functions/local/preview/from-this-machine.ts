import type { IncomingMessage } from "node:http";

/**
 * Whether a request is meant for this machine and comes from a page of this server, or from no page at all. A page from
 * elsewhere may name us by an address of its own that leads here, or send us a form; it gets nothing.
 *
 * @see  "DNS rebinding"; Fetch Metadata Request Headers, W3C
 */
export function fromThisMachine({ headers, method }: Pick<IncomingMessage, "headers" | "method">): boolean {
  const { host = "", origin } = headers;
  if (!/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host)) return false;
  const changes = method !== "GET" && method !== "HEAD";
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const site = headers["sec-fetch-site"];
  return !changes || site === undefined || site === "same-origin" || site === "none";
}
