import { html } from "./html.ts";
import type { Content } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { Locale } from "./views.ts";

/** The matter in a few sentences, above the text. */
export function brief(points: readonly string[], locale: Locale): Content {
  if (points.length === 0) return undefined;
  return html`<section class="brief" aria-labelledby="brief">
<h2 id="brief">${stringsOf(locale).inBrief}</h2>
<ul>
${points.map(
  (point) => html`<li>${point}</li>
`,
)}</ul>
</section>
`;
}
