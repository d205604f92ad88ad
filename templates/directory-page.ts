import { document } from "./document.ts";
import { html } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { DirectoryPage } from "./views.ts";

/** All programmes, all cases or all bodies. */
export function directoryPage({ frame, entries }: DirectoryPage): string {
  return document(
    frame,
    html`<h1>${frame.title}</h1>
<p class="lead">${frame.description}</p>
<ul class="entries">
${entries.map(
  ({ name, path, summary, sample }) => html`<li><h2><a href="${path}">${name}</a></h2>
${
  sample &&
  html`<p class="meta"><span class="label">${stringsOf(frame.locale).sample}</span></p>
`
}<p>${summary}</p></li>
`,
)}</ul>`,
  );
}
