import type { SiteObject } from "../../functions/site/site-object.ts";
import { keyOfPath } from "../../functions/site/paths.ts";

/** What a page on the site points at on the same site: links, pictures, style, and its own address in each language. */
export function internalPaths(html: string, base: string): readonly string[] {
  return pathsIn(html, base, /\s(?:href|src|data-index)="([^"]*)"/g);
}

/** Pictures and style that a page needs and that are not there, whether anything leads to the page or not. */
export function missingParts(site: ReadonlyMap<string, SiteObject>, base: string): readonly string[] {
  return [...site].flatMap(([key, { body }]) =>
    "text" in body && key.endsWith(".html")
      ? pathsIn(body.text, base, /(?:\ssrc|<link rel="stylesheet" href)="([^"]*)"/g)
          .filter((path) => !isThere(site, keyOfPath(path)))
          .map((path) => `${key} needs ${path}`)
      : [],
  );
}

/** What says that it is gone for good is nothing to lead readers to, and no picture. */
function isThere(site: ReadonlyMap<string, SiteObject>, key: string): boolean {
  const object = site.get(key);
  return object !== undefined && object.answer?.status !== 410;
}

function pathsIn(html: string, base: string, pattern: RegExp): readonly string[] {
  const attributes = [...html.matchAll(pattern)].map(([, one, other]) => one ?? other ?? "");
  const sets = [...html.matchAll(/\ssrcset="([^"]*)"/g)].flatMap(([, value = ""]) =>
    value.split(",").map((one) => one.trim().split(" ")[0] ?? ""),
  );
  return [...attributes, ...sets]
    .map((value) => (value.startsWith(base) ? value.slice(base.length) : value))
    .filter((value) => value.startsWith("/"))
    .map((value) => value.replace(/[?#].*$/, ""));
}

/** Links that lead to nothing, from pages that a reader can come to from the front. */
export function brokenLinks(site: ReadonlyMap<string, SiteObject>, base: string): readonly string[] {
  const broken: string[] = [];
  const starts = ["index.html", ...["sitemap.xml"].filter((key) => site.has(key))];
  const seen = new Set<string>(starts);
  const queue = [...starts];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const body = site.get(key)?.body;
    if (body === undefined || !("text" in body) || !/\.(?:html|xml|json|rss)$/.test(key)) continue;
    const named = pathsIn(
      body.text,
      base,
      key.endsWith(".json") ? /"(?:path|href|url)":"([^"]*)"/g : /<(?:image:)?loc>([^<]*)<|<link>([^<]*)</g,
    );
    for (const path of [...internalPaths(body.text, base), ...named]) {
      const target = keyOfPath(path);
      if (!isThere(site, target)) broken.push(`${key} → ${path}`);
      else if (!seen.has(target)) {
        seen.add(target);
        queue.push(target);
      }
    }
  }
  return broken;
}
