import { document } from "./document.ts";
import { html } from "./html.ts";
import type { Markup } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { DataAnswers, DataPage, Locale } from "./views.ts";

/** What there is for programs, for those who write them. */
export function dataPage({ frame, answers }: DataPage): string {
  const { data } = stringsOf(frame.locale);
  return document(
    frame,
    html`<article>
<header class="headline">
<h1>${frame.title}</h1>
<p class="lead">${data.lead}</p>
</header>
<div class="text">
${answers === undefined ? html`<p class="notice">${data.onlyFiles}</p>` : toBeAsked(answers, frame.locale)}
<section>
<h2>${data.files}</h2>
${data.ofFiles.map(
  (words) => html`<p>${words}</p>
`,
)}</section>
</div>
</article>`,
  );
}

function toBeAsked({ lists, descriptionPath, oparlPath, page }: DataAnswers, locale: Locale): Markup {
  const { data } = stringsOf(locale);
  return html`<section>
<h2>${data.lists}</h2>
<dl>
${lists.map(
  ({ name, path }) => html`<dt><a href="${path}"><code>${path}</code></a></dt>
<dd>${data.ofList[name]}</dd>
`,
)}</dl>
<ul>
${data.rules(page).map(
  (rule) => html`<li>${rule}</li>
`,
)}</ul>
<p><a href="${descriptionPath}">${data.description}</a></p>
</section>
<section>
<h2>${data.oparl}</h2>
${data.ofOparl.map(
  (
    words,
    index,
  ) => html`<p>${words}${index === 0 && html` <a href="${oparlPath}"><code>${oparlPath}</code></a>`}</p>
`,
)}</section>`;
}
