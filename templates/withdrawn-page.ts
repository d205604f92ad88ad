import { document } from "./document.ts";
import { shownMinute } from "./format.ts";
import { html } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { WithdrawnPage } from "./version-views.ts";

/** What stands at the address of a release that was withdrawn: that it is, since when and why. */
export function withdrawnPage({ frame, at, minute, reason }: WithdrawnPage): string {
  const strings = stringsOf(frame.locale);
  return document(
    frame,
    html`<article class="headline">
<h1>${frame.title}</h1>
<p class="meta">${strings.withdrawnOn} <time datetime="${at}">${shownMinute(minute, frame.locale)}</time></p>
<p class="lead">${reason}</p>
<p><a href="${frame.frontPath}">${strings.toFront}</a></p>
</article>`,
  );
}
