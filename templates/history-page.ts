import { correction } from "./corrections.ts";
import { document } from "./document.ts";
import { shownMinute } from "./format.ts";
import { html } from "./html.ts";
import type { Content, Markup } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { DiffPart, HistoryPage } from "./version-views.ts";
import type { Locale } from "./views.ts";

/** What was changed in a release, word by word, newest first. */
export function historyPage(view: HistoryPage): string {
  const { locale, title } = view.frame;
  const strings = stringsOf(locale);
  return document(
    view.frame,
    html`<header class="headline">
<h1>${title}</h1>
<p class="meta"><a href="${view.release.path}">${strings.newestText}</a></p>
</header>
<ol class="versions" reversed>
${view.versions.map(
  (version) => html`<li id="v${version.number}">
<h2><a href="${version.path}">${strings.version(version.number)}</a></h2>
<p>${
    version.correction === undefined
      ? html`${strings.published} <time datetime="${version.at}">${shownMinute(version.minute, locale)}</time>`
      : correction(version.correction, locale)
  }</p>
${version.correction && changes(version.changes, locale)}<p class="hash">${strings.fingerprint}: <code>${version.hash}</code></p>
</li>
`,
)}</ol>`,
  );
}

function changes(paragraphs: readonly (readonly DiffPart[])[], locale: Locale): Content {
  if (paragraphs.length === 0)
    return html`<p>${stringsOf(locale).nothingChanged}</p>
`;
  return html`<div class="diff">
${paragraphs.map(
  (parts) => html`<p>${parts.map((part) => stretch(part, locale))}</p>
`,
)}</div>
`;
}

/** Said as well as coloured: neither a screen reader nor a printer shows what is struck through. */
function stretch({ type, text }: DiffPart, locale: Locale): Content | Markup {
  const { added, removed } = stringsOf(locale);
  if (type === "added") return html`<ins><span class="unseen">${added} </span>${text}</ins>`;
  return type === "removed" ? html`<del><span class="unseen">${removed} </span>${text}</del>` : text;
}
