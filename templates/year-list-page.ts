import { document } from "./document.ts";
import { foreign } from "./foreign.ts";
import { html } from "./html.ts";
import type { Content } from "./html.ts";
import { stringsOf } from "./strings.ts";
import { teasers } from "./teaser.ts";
import { stepsOfCases } from "./trail.ts";
import type { Locale, YearLink, YearListPage } from "./views.ts";

/** One year of what was told of a topic, programme, case or contact, or of what a body decided. */
export function yearListPage({ frame, of, name, year, releases, steps }: YearListPage): string {
  const { locale } = frame;
  return document(
    frame,
    html`<header class="headline">
<p class="kicker"><b>${stringsOf(locale).listedOf[of]}</b></p>
<h1>${foreign(name)} ${year}</h1>
</header>
${of === "body" ? stepsOfCases(steps, locale) : teasers(releases, locale, 2)}`,
  );
}

/** The way to what is too old for the page. */
export function yearByYear(years: readonly YearLink[], locale: Locale): Content {
  const { byYear } = stringsOf(locale);
  return (
    years.length > 0 &&
    html`<nav class="by-year" aria-label="${byYear}">
<p>${byYear}</p>
<ul class="months">
${years.map(
  ({ year, path }) => html`<li><a href="${path}">${year}</a></li>
`,
)}</ul>
</nav>
`
  );
}
