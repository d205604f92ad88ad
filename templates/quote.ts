import { copyButton } from "./copy.ts";
import { html } from "./html.ts";
import type { Content, Markup } from "./html.ts";
import { inlines } from "./inlines.ts";
import { stringsOf } from "./strings.ts";
import type { Locale, SpeakerView, TextBlock } from "./views.ts";

/** What somebody said, with the marks of the language, who said it, and a button that copies both. */
export function quote(
  { id, children, speaker }: Extract<TextBlock, { type: "quote" }>,
  locale: Locale,
): Markup {
  const { opening, closing, copyQuote } = stringsOf(locale).quotes;
  const attribution: Content = speaker && said(speaker);
  return html`<blockquote class="quote"${id !== undefined && html` id="${id}"`}><p>${opening}${inlines(children)}${closing}</p>${attribution}${id !== undefined && copyButton(id, copyQuote, true)}</blockquote>`;
}

function said({ name, role, path }: SpeakerView): Markup {
  const who = path === undefined ? html`${name}` : html`<a href="${path}">${name}</a>`;
  return html`<footer><b>${who}</b>${role !== undefined && html`, ${role}`}</footer>`;
}
