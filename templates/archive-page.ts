import { document } from "./document.ts";
import { shownMonth } from "./format.ts";
import { html } from "./html.ts";
import { teasers } from "./teaser.ts";
import type { ArchivePage } from "./views.ts";

/** All years, one year, or one month with its releases. */
export function archivePage({ frame, heading, years, releases }: ArchivePage): string {
  const { locale } = frame;
  return document(
    frame,
    html`<h1>${frame.title}</h1>
${
  heading.type === "month"
    ? teasers(releases, locale, 2)
    : years.map(
        ({ year, path, months }) => html`<section class="year">
${
  heading.type === "all" &&
  html`<h2><a href="${path}">${year}</a></h2>
`
}<ul class="months">
${months.map(
  (one) => html`<li><a href="${one.path}">${shownMonth(one.month, locale)}</a></li>
`,
)}</ul>
</section>
`,
      )
}`,
  );
}
