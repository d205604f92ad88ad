import { foreign } from "./foreign.ts";
import { shownDate } from "./format.ts";
import { html } from "./html.ts";
import type { Content, Markup } from "./html.ts";
import { stringsOf } from "./strings.ts";
import { step } from "./trail.ts";
import type { Locale, ReleaseTeaser, TimeLineEntry } from "./views.ts";

/** Releases and decisions in one, what is to come first. @param of  the case that the page is about, where it is one */
export function timeLine(entries: readonly TimeLineEntry[], locale: Locale, of?: string): Content {
  const strings = stringsOf(locale);
  return html`<section aria-labelledby="time-line">
<h2 id="time-line">${strings.timeLine}</h2>
${
  entries.length === 0
    ? html`<p>${strings.noReleases}</p>`
    : html`<ol class="trail" reversed>
${entries.map((entry) => line(entry, locale, of))}</ol>`
}
</section>
`;
}

function line(entry: TimeLineEntry, locale: Locale, of: string | undefined): Markup {
  if (entry.type === "release")
    return html`<li class="step told">${told(entry.release, locale)}</li>
`;
  const { step: one, case: matter } = entry;
  const isOwn = matter.path === of;
  return html`<li class="step ${one.state}"${isOwn && html` id="step-${one.id}"`}>${
    !isOwn &&
    html`<p class="case"><a href="${matter.path}">${matter.text}</a></p>
`
  }${step(one, locale)}</li>
`;
}

function told({ title, path, date, lead, sample, onlyIn }: ReleaseTeaser, locale: Locale): Markup {
  const strings = stringsOf(locale);
  return html`<p class="when"><time datetime="${date}">${shownDate(date, locale)}</time> · ${strings.pressRelease}${sample && html` <span class="label">${strings.sample}</span>`}${onlyIn !== undefined && html` <span class="label">${strings.onlyIn[onlyIn]}</span>`}</p>
<h3><a href="${path}"${title.lang !== undefined && html` hreflang="${title.lang}"`}>${foreign(title)}</a></h3>
<p>${foreign(lead)}</p>`;
}
