import { shownBytes } from "./format.ts";
import { html } from "./html.ts";
import type { Markup } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { Locale, ReleasePage } from "./views.ts";

/** Beside a release: all of it for the press, in one file, or why there is no such file and where the photos are. */
export function kitBox({ path, bytes }: NonNullable<ReleasePage["kit"]>, locale: Locale): Markup {
  const { kit: words } = stringsOf(locale);
  return html`<section class="box" aria-labelledby="kit">
<h2 id="kit">${words.heading}</h2>
${
  path === undefined
    ? html`<p>${words.tooLarge(shownBytes(bytes, locale))}</p>`
    : html`<p class="download"><a href="${path}">${words.download}</a> <span class="size">ZIP, ${shownBytes(bytes, locale)}</span></p>
<p>${words.contents}</p>`
}
</section>
`;
}
