import { isAdvance } from "../../functions/contract.ts";
import { dataLists } from "../../templates/views.ts";
import type { SiteObject } from "../../functions/site/site-object.ts";
import { oparlPath } from "../../functions/site/oparl/ids.ts";
import { apiPath, keyOfPath } from "../../functions/site/paths.ts";

/** What a page on the site points at on the same site: links, pictures, style, and its own address in each language. */
export function internalPaths(html: string, base: string): readonly string[] {
  return pathsIn(html, base, /\s(?:href|src|data-index)="([^"]*)"/g);
}

/** Pictures and style that a page needs and that are not there, whether anything leads to the page or not. */
export function missingParts(site: ReadonlyMap<string, SiteObject>, base: string): readonly string[] {
  return [...site].flatMap(([key, object]) =>
    namedBy(object, base)
      .parts.filter((target) => !isThere(site, target))
      .map((target) => `${key} needs ${target}`),
  );
}

/** The keys of what an object shows, and of what it leads to. */
interface Named {
  readonly parts: readonly string[];
  readonly targets: readonly string[];
}
/** A site is looked over after each of its changes, most of its objects stay as they are, and its base is always the same. */
const known = new WeakMap<SiteObject, Named>();

function namedBy(object: SiteObject, base: string): Named {
  const named = known.get(object) ?? readNamed(object, base);
  known.set(object, named);
  return named;
}

function readNamed({ key, body }: SiteObject, base: string): Named {
  if (!("text" in body)) return { parts: [], targets: [] };
  const { text } = body;
  const keys = (paths: readonly string[]) => [...new Set(paths.map(keyOfPath))];
  const other = key.endsWith(".json")
    ? /"(?:path|href|url)":"([^"]*)"/g
    : /<(?:image:)?loc>([^<]*)<|<link>([^<]*)</g;
  return {
    parts: key.endsWith(".html")
      ? keys(
          pathsIn(
            text,
            base,
            /(?:\ssrc|<link rel="stylesheet" href|<meta property="og:image" content)="([^"]*)"/g,
          ),
        )
      : [],
    targets: /\.(?:html|xml|json|rss)$/.test(key)
      ? keys([...internalPaths(text, base), ...pathsIn(text, base, other)])
      : [],
  };
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
    .map((value) => value.replace(/[?#].*$/, ""))
    .filter((path) => !answered.has(path));
}

/** No objects, but answers of the API: test/stories/api.test.ts asks for each of them. */
const answered = new Set([
  ...[...dataLists, "openapi.json"].map((name) => `${apiPath}/${name}`),
  `${oparlPath}/system`,
]);

/** Links that lead to nothing, from pages that a reader can come to from the front, or was given alone. */
export function brokenLinks(site: ReadonlyMap<string, SiteObject>, base: string): readonly string[] {
  const broken: string[] = [];
  const given = [...site.keys()].filter((key) => isAdvance(key) && key.endsWith(".html"));
  const starts = ["index.html", ...["sitemap.xml"].filter((key) => site.has(key)), ...given];
  const seen = new Set<string>(starts);
  const queue = [...starts];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const object = site.get(key);
    for (const target of object === undefined ? [] : namedBy(object, base).targets) {
      if (!isThere(site, target)) broken.push(`${key} → ${target}`);
      else if (!seen.has(target)) {
        seen.add(target);
        queue.push(target);
      }
    }
  }
  return broken;
}
