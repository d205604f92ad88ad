import { document } from "./document.ts";
import { html } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { SearchPage } from "./views.ts";

/** A field whose results come while one types; without script, the directories and the years of the archive. */
export function searchPage({ frame, script, directories, years, archivePath }: SearchPage): string {
  const { locale } = frame;
  const { search, navigation, onlyIn, wholeArchive } = stringsOf(locale);
  return document(
    frame,
    html`<h1>${frame.title}</h1>
<div id="search" data-kinds="${JSON.stringify(search.kinds)}" data-none="${search.none}" data-found="${search.found}" data-further="${search.further}" data-failed="${search.failed}" data-foreign="${onlyIn.da}">
<div role="search" hidden>
<label for="search-words">${search.label}</label>
<input id="search-words" type="search" autocomplete="off" spellcheck="false" aria-describedby="search-status">
</div>
<p id="search-status" role="status"></p>
<ol id="search-results" class="found"></ol>
<p><button id="search-further" type="button" hidden></button></p>
<noscript><p class="notice">${search.needsScript}</p></noscript>
<h2>${search.directories}</h2>
<ul class="months" id="search-directories">
${directories.map(
  ({ of, path, index }) => html`<li><a href="${path}" data-index="${index}">${navigation[of]}</a></li>
`,
)}</ul>
<h2>${search.browse}</h2>
<ul class="months" id="search-years">
${years.map(
  ({ year, path, index }) => html`<li><a href="${path}" data-index="${index}">${year}</a></li>
`,
)}</ul>
<p><a href="${archivePath}">${wholeArchive}</a></p>
</div>
<script src="${script}" defer></script>`,
  );
}
