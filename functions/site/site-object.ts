import { plainFileName } from "../content/slug.ts";
import { digestOf } from "./digest.ts";
import { heldKeyOfKit } from "./kit/kit.ts";
import type { Kit } from "./kit/kit.ts";
import { heldKeyOfPicture } from "./social-picture.ts";
import type { SocialPicture } from "./social-picture.ts";

/** One object that readers can fetch, with the headers that it is stored and answered with. */
export interface SiteObject {
  /** "da/2008/05/vaekstforum-…/index.html" */
  readonly key: string;
  readonly contentType: string;
  readonly cacheControl: string;
  readonly contentDisposition?: string;
  /** How the edge is to answer, where that is not with 200: the body is for those who read it all the same. */
  readonly answer?:
    { readonly status: 301; readonly location: string } | { readonly status: 410; readonly location?: never };
  /**
   * The bytes, or what they are copied from: a held object (of a kit that is not held, what it is made of; of a picture,
   * what is drawn), or a file as its author committed it. `asFiles` is the text where the site is files alone, and nothing
   * answers what is asked of the API.
   */
  readonly body:
    | { readonly text: string; readonly asFiles?: string }
    | { readonly heldKey: string; readonly kit?: Kit; readonly picture?: SocialPicture }
    | { readonly source: string };
  /** Of body and headers: equal digests are equal objects. */
  readonly digest: string;
}

/**
 * A page may be corrected at any time: browsers ask each time, and the edge, which is told what changed, keeps
 * it. Five minutes there is the bound on a purge that was lost.
 */
const pageCaching = "public, max-age=0, must-revalidate, s-maxage=300";
const privateCaching = "private, no-store";
const htmlType = "text/html; charset=utf-8";
/** Its address changes with its bytes. */
const immutableCaching = "public, max-age=31536000, immutable";

export function page(key: string, text: string, contentType = htmlType): SiteObject {
  return finished({ key, contentType, cacheControl: pageCaching, body: { text } });
}

/** @param asFiles  what it says where nothing answers what is asked */
export function answeredPage(key: string, text: string, asFiles: string): SiteObject {
  return finished({ key, contentType: htmlType, cacheControl: pageCaching, body: { text, asFiles } });
}

/** A page, or in the place of a file a line, that says that what was here is gone for good. */
export function gonePage(key: string, text: string, contentType = htmlType): SiteObject {
  return finished({
    key,
    contentType,
    cacheControl: pageCaching,
    answer: { status: 410 },
    body: { text },
  });
}

/** @param location  a path of ours: letters, digits, hyphens and slashes, and for a file its ending */
export function movedPage(key: string, location: string, text: string, contentType = htmlType): SiteObject {
  return finished({
    key,
    contentType,
    cacheControl: pageCaching,
    answer: { status: 301, location },
    body: { text },
  });
}

/** In the place of a file: whoever does not follow reads where it is. */
export function movedFile(key: string, location: string, text: string): SiteObject {
  return movedPage(key, location, text, "text/plain; charset=utf-8");
}

/** A page for one person: nobody on the way is to keep it. */
export function privatePage(key: string, text: string): SiteObject {
  return finished({ key, contentType: htmlType, cacheControl: privateCaching, body: { text } });
}

export function privateCopy(key: string, heldKey: string, contentType: string): SiteObject {
  return finished({ key, contentType, cacheControl: privateCaching, body: { heldKey } });
}

/** Sends the one person on to where it is public by now. */
export function privateMove(key: string, location: string, text: string): SiteObject {
  const answer = { status: 301, location } as const;
  return finished({ key, contentType: htmlType, cacheControl: privateCaching, answer, body: { text } });
}

export function immutableText(key: string, text: string, contentType: string): SiteObject {
  return finished({ key, contentType, cacheControl: immutableCaching, body: { text } });
}

/** Text that readers open in another program: `fileName` is what their computer is to call it. */
export function savedAs(key: string, text: string, contentType: string, fileName: string): SiteObject {
  return finished({
    key,
    contentType,
    cacheControl: pageCaching,
    contentDisposition: named("inline", fileName),
    body: { text },
  });
}

/** `fileName` is what the reader's computer is to call it when the file is saved. */
export function immutableCopy(
  key: string,
  heldKey: string,
  contentType: string,
  fileName?: string,
): SiteObject {
  return finished({
    key,
    contentType,
    cacheControl: immutableCaching,
    ...(fileName === undefined ? {} : { contentDisposition: named("inline", fileName) }),
    body: { heldKey },
  });
}

/**
 * A file of the authors', unchanged. It is saved and not shown: what is in it is not ours, and is to run nothing here.
 *
 * @param source  its address among the sources
 */
export function authorsFile(key: string, source: string, contentType: string, fileName: string): SiteObject {
  return finished({
    key,
    contentType,
    cacheControl: immutableCaching,
    contentDisposition: named("attachment", fileName),
    body: { source },
  });
}

/** Its address stays and its bytes change with the release: whoever was sent the address gets what holds now. */
export function kitObject(key: string, kit: Kit): SiteObject {
  return finished({
    key,
    contentType: "application/zip",
    cacheControl: pageCaching,
    body: { heldKey: heldKeyOfKit(kit), kit },
  });
}

export function drawnObject(key: string, picture: SocialPicture): SiteObject {
  return finished({
    key,
    contentType: "image/png",
    cacheControl: immutableCaching,
    body: { heldKey: heldKeyOfPicture(picture), picture },
  });
}

export function isImmutable({ cacheControl }: SiteObject): boolean {
  return cacheControl === immutableCaching;
}

/** RFC 6266: a plain name for old programs, the true one in UTF-8 for the rest. */
function named(how: "inline" | "attachment", fileName: string): string {
  return `${how}; filename="${plainFileName(fileName)}"; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll("'", "%27")}`;
}

/** The account of the site has to tell what is gone for good from what is there: links may lead to the latter only. */
const goneMark = "410 ";

export function saysGone(digest: string | undefined): boolean {
  return digest?.startsWith(goneMark) ?? false;
}

function finished(object: Omit<SiteObject, "digest">): SiteObject {
  const mark = object.answer?.status === 410 ? goneMark : "";
  return { ...object, digest: mark + digestOf(JSON.stringify(object)) };
}

/** The path by which readers ask for it: "/da/" for "da/index.html". */
export function pathOfKey(key: string): string {
  return `/${key.replace(/(^|\/)index\.html$/, "$1")}`;
}
