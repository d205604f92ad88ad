import { block } from "./blocks.ts";
import { document } from "./document.ts";
import { shownDate, shownMinute } from "./format.ts";
import { html } from "./html.ts";
import type { Content, Markup } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { ComparePage, FollowedView, PassageView } from "./version-views.ts";
import type { Locale, TextBlock } from "./views.ts";

/** A release in Danish and English side by side, and what became of the Danish since it was translated. */
export function comparePage(view: ComparePage): string {
  const { locale } = view.frame;
  const strings = stringsOf(locale);
  const languages = ["da", "en"] as const;
  return document(
    view.frame,
    html`<header class="headline">
<h1>${strings.sideBySide}</h1>
<p class="notice${view.changedSince > 0 && " strong"}">${state(view, locale)}</p>
</header>
<ol class="pairs">
<li>${languages.map(
      (
        one,
      ) => html`<p lang="${one}"><a href="${view.releases[one].path}" hreflang="${one}">${stringsOf(one).languageName}</a></p>
`,
    )}</li>
${view.pairs.map(
  (pair) => html`<li${pair.since !== "same" && html` class="since"`}>${
    pair.since !== "same" &&
    html`<p class="change">${strings.since[pair.since]}</p>
`
  }${languages.map((one) => side(pair[one], one, locale))}</li>
`,
)}</ol>`,
  );
}

/** "English follows the Danish version of 27 May 2008, 10:02. 2 passages of the Danish text have changed since." */
export function followedText({ minute, at, path }: FollowedView, changed: number, locale: Locale): Content {
  const strings = stringsOf(locale);
  const shown = minute.includes("T") ? shownMinute(minute, locale) : shownDate(minute, locale);
  return html`${strings.follows} <a href="${path}" hreflang="da"><time datetime="${at}">${shown}</time></a>.${changed > 0 && ` ${strings.changedSince(changed)}`}`;
}

function state({ state: one, follows, changedSince }: ComparePage, locale: Locale): Content {
  return follows === undefined
    ? stringsOf(locale).translation[one]
    : followedText(follows, changedSince, locale);
}

function side(passage: PassageView | undefined, of: Locale, locale: Locale): Markup {
  return passage === undefined
    ? html`<p class="meta">${stringsOf(locale).notIn[of]}</p>
`
    : html`<div lang="${of}">${shown(passage, of)}</div>
`;
}

function shown(passage: PassageView, locale: Locale): Content {
  if (passage.type === "title") return html`<p class="as-title">${passage.text}</p>`;
  if (passage.type === "lead") return html`<p><strong>${passage.text}</strong></p>`;
  if (passage.type === "point") return html`<p>${passage.text}</p>`;
  return block(withoutHeadings(passage), locale);
}

/** The page has one headline, and no anchors: those of the two texts would be taken for each other's. */
function withoutHeadings(one: TextBlock): TextBlock {
  if (one.type === "heading")
    return { type: "paragraph", children: [{ type: "strong", children: one.children }] };
  if (one.type === "excerpt") return { ...one, blocks: one.blocks.map(withoutHeadings) };
  if (one.type === "list") return { ...one, items: one.items.map((item) => item.map(withoutHeadings)) };
  return one;
}
