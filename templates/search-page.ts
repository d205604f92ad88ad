import { document } from "./document.ts";
import { html } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { SearchPage } from "./views.ts";

/** A field whose results come while one types; without script, the years of the archive. */
export function searchPage({ frame, script, years, archivePath }: SearchPage): string {
  const { locale } = frame;
  const { search, onlyIn, wholeArchive } = stringsOf(locale);
  return document(
    frame,
    html`<h1>${frame.title}</h1>
<div id="search" data-none="${search.none}" data-one="${search.one}" data-many="${search.many}" data-further="${search.further}" data-failed="${search.failed}" data-foreign="${onlyIn.da}">
<div role="search" hidden>
<label for="search-words">${search.label}</label>
<input id="search-words" type="search" autocomplete="off" spellcheck="false" aria-describedby="search-status">
</div>
<p id="search-status" role="status"></p>
<ol id="search-results" class="found"></ol>
<p><button id="search-further" type="button" hidden></button></p>
<noscript><p class="notice">${search.needsScript}</p></noscript>
<h2>${search.browse}</h2>
<ul class="months">
${years.map(
  ({ year, path, index }) => html`<li><a href="${path}" data-index="${index}">${year}</a></li>
`,
)}</ul>
<p><a href="${archivePath}">${wholeArchive}</a></p>
</div>
<script src="${script}" defer></script>`,
  );
}
