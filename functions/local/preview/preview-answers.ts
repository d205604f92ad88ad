import { createHash } from "node:crypto";
import { readDateTime } from "../../content/instant.ts";
import type { Instant } from "../../content/instant.ts";
import type { Locale } from "../../content/locale.ts";
import { indexLibrary } from "../../pipeline/index-library.ts";
import { nextDue } from "../../pipeline/subjects-to-render.ts";
import { styleOf } from "../../site/assets.ts";
import { keyOfPath, notFoundKey } from "../../site/paths.ts";
import type { SiteObject } from "../../site/site-object.ts";
import type { CopiedBody } from "../site-folder.ts";
import { changesPage, comparePage } from "./change-pages.ts";
import type { Draft } from "./draft-room.ts";
import { editLink } from "./edit-link.ts";
import { emptyPage } from "./empty-page.ts";
import { previewScript } from "./preview-script.ts";
import { previewStyle } from "./preview-style.ts";
import { shownProblems } from "./shown-problems.ts";
import { siteAsOf } from "./site-as-of.ts";
import type { Overlay } from "./site-as-of.ts";
import { own, withToolbar } from "./toolbar.ts";
import { previewWords } from "./words.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** What the preview needs of the world around it. */
export interface PreviewPorts {
  look(): Promise<Draft>;
  /** @param sources  what the draft is made from */
  copied(body: CopiedBody, sources: Draft["sources"]): Promise<Uint8Array>;
  /** A file of the content folder as it is saved; undefined where it is gone. */
  textOf(file: string): Promise<string | undefined>;
  /** What is public, asked for as a reader would. */
  live(path: string): Promise<Answer>;
  /** Whether commits are told apart from what is saved. */
  readonly hasHistory: boolean;
  /** Where the page's source can be edited in the browser; undefined where there is no editor. */
  readonly editor?: string;
}

/** What is looked at: one choice for all windows, so that a page that opens in another is of the same moment. */
interface Choice {
  readonly view: "draft" | "live";
  readonly at?: Instant;
  readonly refused?: boolean;
}

/** Answers for the preview. Nothing is cached, and nothing is kept in the browser. */
export function previewAnswers(ports: PreviewPorts): {
  get(url: URL): Promise<Answer>;
  choose(form: URLSearchParams): Promise<Answer>;
} {
  let choice: Choice = { view: "draft" };
  let asOf: { readonly name: string; readonly overlay: Promise<Overlay> } | undefined;

  /** Made once for what is saved and the moment. */
  const overlayOf = (draft: Draft, at: Instant): Promise<Overlay> => {
    const name = `${draft.version} ${draft.instant} ${at}`;
    if (asOf?.name !== name) asOf = { name, overlay: siteAsOf(draft, at) };
    return asOf.overlay;
  };

  const draftObject = async (draft: Draft, key: string): Promise<SiteObject | undefined> => {
    const overlay = choice.at === undefined ? undefined : await overlayOf(draft, choice.at);
    return overlay?.has(key) === true ? overlay.get(key) : draft.object(key);
  };

  const draftAnswer = async (draft: Draft, path: string): Promise<Answer> => {
    const found = await draftObject(draft, keyOfPath(path));
    const object = found ?? (await draftObject(draft, notFoundKey));
    if (object !== undefined) return objectAnswer(draft, object, found === undefined ? 404 : 200);
    const locale = localeOf(path);
    return page(emptyPage(previewWords(locale).nothingYet, locale), draft.problems.length > 0 ? 422 : 404);
  };

  const objectAnswer = async ({ sources }: Draft, object: SiteObject, status: number): Promise<Answer> => ({
    status: object.answer?.status ?? status,
    headers: {
      "content-type": object.contentType,
      ...(object.contentDisposition === undefined
        ? {}
        : { "content-disposition": object.contentDisposition }),
      ...(object.answer?.location === undefined ? {} : { location: object.answer.location }),
    },
    body: "text" in object.body ? object.body.text : await ports.copied(object.body, sources),
  });

  const inToolbar = async (draft: Draft, path: string, answer: Answer): Promise<Answer> => {
    const isPage =
      typeof answer.body === "string" && (answer.headers["content-type"] ?? "").startsWith("text/html");
    if (!isPage || typeof answer.body !== "string") return answer;
    const locale = localeOf(path);
    const zone = await zoneOf(draft);
    const due = await nextDue(draft.rows, choice.at ?? draft.instant);
    const other = locale === "da" ? "en" : "da";
    const otherLanguage = new RegExp(
      `<a href="([^"]+)" lang="${other}" hreflang="${other}" rel="alternate"`,
    ).exec(answer.body)?.[1];
    const toolbar = {
      path,
      locale,
      view: choice.view,
      zone,
      ...(choice.at === undefined ? {} : { at: choice.at }),
      ...(due === undefined ? {} : { nextDue: due }),
      ...(otherLanguage === undefined ? {} : { otherLanguage }),
      ...(choice.refused === true ? { refused: previewWords(locale).badInstant } : {}),
      ...(ports.editor === undefined ? {} : { edit: await editLink(ports.editor, path, draft.rows) }),
      problems:
        choice.view === "live"
          ? []
          : await shownProblems(draft.problems, { path, locale }, draft.rows, (file) => ports.textOf(file)),
    };
    const shown = digestOf(answer.body + JSON.stringify(toolbar));
    const changes = draft.changesAll ? "all" : draft.changes.size;
    return {
      ...answer,
      body: withToolbar(answer.body, { ...toolbar, changes: ports.hasHistory ? changes : undefined, shown }),
    };
  };

  return {
    async get(url) {
      if (url.pathname === `${own}preview.css`)
        return { status: 200, headers: { "content-type": "text/css; charset=utf-8" }, body: previewStyle };
      if (url.pathname === `${own}preview.js`)
        return {
          status: 200,
          headers: { "content-type": "text/javascript; charset=utf-8" },
          body: previewScript,
        };
      const draft = await ports.look();
      if (!url.pathname.startsWith(own)) {
        const answer =
          choice.view === "live" ? await ports.live(url.pathname) : await draftAnswer(draft, url.pathname);
        return inToolbar(draft, url.pathname, answer);
      }
      const back = pathIn(url.searchParams.get("back"));
      const locale = localeOf(back);
      if (url.pathname === `${own}changes`) {
        if (draft.changesAll) await draft.whole();
        return page(changesPage(draft.changes, locale, back, await stylesheetOf(draft)));
      }
      const [, side, path = ""] = /^\/-\/(before|after)(\/.*)$/.exec(url.pathname) ?? [];
      const key =
        side === undefined ? (url.searchParams.get("key") ?? "") : keyOfPath(decodeURIComponent(path));
      const difference = draft.changes.get(key);
      if (difference !== undefined && url.pathname === `${own}compare`)
        return page(comparePage(key, difference, { locale, back, stylesheet: await stylesheetOf(draft) }));
      const object = side === undefined ? undefined : difference?.[side as "before" | "after"];
      return object === undefined
        ? page(emptyPage(previewWords(locale).notThere, locale), 404)
        : objectAnswer(draft, object, 200);
    },

    async choose(form) {
      const back = pathIn(form.get("back"));
      const at = form.get("at");
      if (at === null) choice = { view: form.get("view") === "live" ? "live" : "draft" };
      else {
        const read = readDateTime(at, await zoneOf(await ports.look()));
        choice = read.ok ? { view: "draft", at: read.instant } : { ...choice, refused: true };
      }
      return { status: 303, headers: { location: back }, body: "" };
    },
  };
}

async function zoneOf({ rows, sources, instant, isEmpty }: Draft): Promise<string> {
  return isEmpty ? "Europe/Copenhagen" : (await indexLibrary(rows, sources, instant).newsroom()).zone;
}

function page(text: string, status = 200): Answer {
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body: text };
}

function localeOf(path: string): Locale {
  return path === "/en" || path.startsWith("/en/") ? "en" : "da";
}

/** A path of ours and nothing else: it is a link on a page, and where a form leads to. */
function pathIn(text: string | null): string {
  return text !== null && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : "/";
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}

/** The newsroom's own, as it is saved. Empty before there is any site to look like. */
async function stylesheetOf({ rows, sources, instant, isEmpty }: Draft): Promise<string> {
  if (isEmpty) return "";
  return styleOf(await indexLibrary(rows, sources, instant).newsroom()).path;
}
