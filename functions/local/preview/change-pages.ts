import { diffWordsWithSpace } from "diff";
import type { Locale } from "../../content/locale.ts";
import { html, render } from "../../../templates/html.ts";
import type { Content, Markup } from "../../../templates/html.ts";
import type { Difference } from "./draft-room.ts";
import { own } from "./toolbar.ts";
import { previewWords } from "./words.ts";

type Changes = ReadonlyMap<string, Difference>;

/** Everything that a commit would change: pages first, each with a way to compare, then the other objects. */
export function changesPage(changes: Changes, locale: Locale, back: string, stylesheet: string): string {
  const words = previewWords(locale);
  const keys = [...changes.keys()].toSorted();
  const row = (
    key: string,
  ) => html`<tr><td><span class="pp-kind">${words.kinds[kindOf(changes.get(key))]}</span></td><td>${
    isPage(key)
      ? html`<a href="${own}compare?key=${encodeURIComponent(key)}&back=${encodeURIComponent(back)}">${pathOf(key)}</a>`
      : pathOf(key)
  }</td></tr>
`;
  const table = (heading: string, some: readonly string[]): Content =>
    some.length > 0 &&
    html`<h2>${heading} (${some.length})</h2>
<table class="pp-table"><tbody>
${some.map(row)}</tbody></table>
`;
  const body = html`<h1>${words.changesTitle}</h1>
<p>${keys.length === 0 ? words.noChanges : words.changesIntro}</p>
${table(words.pages, keys.filter(isPage))}${table(
    words.objects,
    keys.filter((key) => !isPage(key)),
  )}`;
  return framed({ locale, title: words.changesTitle, back, stylesheet, body });
}

/** One page as it is committed and as it is saved: in words, and side by side. */
export function comparePage(
  key: string,
  difference: Difference,
  options: { readonly locale: Locale; readonly back: string; readonly stylesheet: string },
): string {
  const words = previewWords(options.locale);
  const title = `${words.compareTitle}: ${pathOf(key)}`;
  const frame = (side: "before" | "after"): Content =>
    difference[side] !== undefined &&
    html`<figure><figcaption>${words[side]}</figcaption><iframe src="${own}${side}${pathOf(key)}" title="${words[side]}"></iframe></figure>`;
  const body = html`<h1>${title}</h1>
<h2>${words.inWords}</h2>
<div class="pp-diff">${wordsChanged(difference, options.locale)}</div>
<div class="pp-frames">${frame("before")}${frame("after")}</div>`;
  const back = `${own}changes?back=${encodeURIComponent(options.back)}`;
  return framed({ ...options, title, back, body });
}

function wordsChanged({ before, after }: Difference, locale: Locale): Content {
  const words = previewWords(locale);
  const parts = diffWordsWithSpace(readable(before), readable(after), { maxEditLength: mostEdits }) ?? [];
  const lines = parts.flatMap(({ value, added, removed }, index) => {
    if (added) return html`<ins><span class="unseen">${words.added}: </span>${value}</ins>`;
    if (removed) return html`<del><span class="unseen">${words.removed}: </span>${value}</del>`;
    return shortened(value, index === 0, index === parts.length - 1);
  });
  return parts.some(({ added, removed }) => added || removed)
    ? html`<p>${lines}</p>`
    : html`<p>${words.noWords}</p>`;
}

/** Past this many differing words two pages are two pages, and the frames tell more. */
const mostEdits = 2_000;
/** Of what is the same, the line that a change stands in: enough to know where one is. */
function shortened(same: string, first: boolean, last: boolean): string {
  const lines = same.split("\n");
  if (lines.length < 3) return same;
  return `${first ? "" : lines[0]}\n…\n${last ? "" : lines.at(-1)}`;
}

/** What is read of a page of ours; our templates escape, so whatever stands between < and > is markup. */
function readable(object: Difference["before"]): string {
  if (object === undefined || !("text" in object.body)) return "";
  return object.body.text
    .replaceAll(/<(script|style|head)\b.*?<\/\1>/gs, "")
    .replaceAll(/<\/(?:p|h[1-4]|li|dt|dd|tr|div|figcaption)>/g, "\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? "")
    .replaceAll(/\n\s*/g, "\n");
}
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function framed(page: {
  readonly locale: Locale;
  readonly title: string;
  readonly back: string;
  readonly stylesheet: string;
  readonly body: Markup;
}): string {
  return render(html`<!doctype html>
<html lang="${page.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${page.title}</title>
<link rel="stylesheet" href="${page.stylesheet}"><link rel="stylesheet" href="${own}preview.css"></head>
<body><main class="pp-page"><p><a href="${page.back}">${previewWords(page.locale).back}</a></p>
${page.body}</main></body>
</html>`);
}

function kindOf(difference: Difference | undefined): "new" | "changed" | "gone" {
  if (difference?.before === undefined) return "new";
  return difference.after === undefined ? "gone" : "changed";
}

function isPage(key: string): boolean {
  return key.endsWith("/index.html") || key === "index.html";
}

function pathOf(key: string): string {
  return `/${key.replace(/(^|\/)index\.html$/, "$1")}`;
}
