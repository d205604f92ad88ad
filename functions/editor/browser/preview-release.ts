import type { Locale } from "../../content/locale.ts";
import { readText } from "../../content/read-text.ts";
import { blocks } from "../../../templates/blocks.ts";
import { shownDate } from "../../../templates/format.ts";
import { html, render } from "../../../templates/html.ts";
import { stringsOf } from "../../../templates/strings.ts";

/** What a form says of a release; any of it may still be missing. */
export interface Draft {
  readonly title?: string;
  readonly lead?: string;
  readonly date?: string;
  readonly body?: string;
}

/** A release while it is written, by the templates of the site: quotes with their speakers, dates that are no lists. */
export function releasePreview(
  { title = "", lead = "", date = "", body = "" }: Draft,
  locale: Locale,
): string {
  const text = readText(body, { file: "", line: 1, locale });
  const day = date.slice(0, 10);
  return render(html`<main><article class="release"><header class="headline">
<p class="meta">${stringsOf(locale).pressRelease}${/^\d{4}-\d{2}-\d{2}$/.test(day) && html` · <time>${shownDate(day, locale)}</time>`}</p>
<h1>${title}</h1><p class="lead">${lead}</p></header>
<div class="text">${blocks(text.blocks, locale)}</div></article></main>`);
}
