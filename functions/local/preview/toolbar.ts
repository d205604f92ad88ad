import { localMinute } from "../../content/instant.ts";
import type { Instant } from "../../content/instant.ts";
import type { Locale } from "../../content/locale.ts";
import { html, render } from "../../../templates/html.ts";
import type { Content, Markup } from "../../../templates/html.ts";
import { previewWords } from "./words.ts";
import type { PreviewWords } from "./words.ts";

/** Below this lie the preview's own files; no page of the site begins like that. */
export const own = "/-/";

export interface Toolbar {
  readonly path: string;
  readonly locale: Locale;
  readonly view: "draft" | "live";
  /** Set where the page is shown as of another moment than now. */
  readonly at?: Instant;
  readonly zone: string;
  readonly nextDue?: Instant;
  readonly otherLanguage?: string;
  /** How many objects a commit would change; undefined where there is no history to tell. */
  readonly changes: number | "all" | undefined;
  readonly problems: readonly ShownProblem[];
  readonly refused?: string;
  /** Stands for all that is shown: another one when the page has changed. */
  readonly shown: string;
  readonly edit?: string;
}

export interface ShownProblem {
  readonly where: string;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  /** Where on this page it is; undefined where it is about something else. */
  readonly spot?: string;
  /** The page that it is about, where that is another. */
  readonly page?: string;
}

/** The page with the toolbar in it. The bytes of the site know nothing of it. */
export function withToolbar(page: string, toolbar: Toolbar): string {
  return page
    .replace("</head>", () =>
      render(
        html`<link rel="stylesheet" href="${own}preview.css"><script type="module" src="${own}preview.js"></script></head>`,
      ),
    )
    .replace(/<body[^>]*>/, (body) => body + render(bar(toolbar)));
}

function bar(toolbar: Toolbar): Markup {
  const { locale, at, zone, problems, changes, refused } = toolbar;
  const words = previewWords(locale);
  const showing = at === undefined ? words.showing[toolbar.view] : words.asOf(localMinute(at, zone));
  return html`<section id="presserum-preview" class="pp" data-shown="${toolbar.shown}" lang="${locale}" aria-label="${words.preview}">
<div class="pp-line">
<p class="pp-state"><strong>${words.preview}</strong> <span role="status">${showing}</span></p>
<p class="pp-links">${changesLink(words, changes, toolbar.path)}${language(toolbar)}${
    toolbar.edit !== undefined && html`<a href="${toolbar.edit}">${words.edit}</a>`
  }</p>
</div>
<p class="pp-lost" hidden>${words.lost}</p>
${refused !== undefined && html`<p class="pp-refused" role="alert">${refused}</p>`}
${problems.length > 0 && problemList(problems, locale)}
<details class="pp-more"${(at !== undefined || toolbar.view === "live") && html` open`}>
<summary>${words.show}</summary>
${choices(toolbar)}
</details>
</section>
`;
}

function changesLink(words: PreviewWords, changes: Toolbar["changes"], path: string): Content {
  return (
    changes !== undefined &&
    html`<a href="${own}changes?back=${encodeURIComponent(path)}">${
      changes === "all" ? words.changesAll : words.changes(changes)
    }</a>`
  );
}

function language({ locale, otherLanguage }: Toolbar): Content {
  const other = locale === "da" ? "en" : "da";
  return (
    otherLanguage !== undefined &&
    html`<a href="${otherLanguage}" lang="${other}" hreflang="${other}">${previewWords(locale).otherLanguage}</a>`
  );
}

/** Plain forms: the toolbar works without its script, which only reloads. */
function choices({ path, locale, view, at, zone, nextDue }: Toolbar): Markup {
  const words = previewWords(locale);
  const minute = (instant: Instant) => localMinute(instant, zone);
  const button = (name: string, value: string, text: string, pressed?: boolean) =>
    html`<button name="${name}" value="${value}"${pressed !== undefined && html` aria-pressed="${String(pressed)}"`}>${text}</button>`;
  return html`<form method="post" action="${own}view" class="pp-form"><input type="hidden" name="back" value="${path}">
${button("view", "draft", words.draft, view === "draft" && at === undefined)}
${button("view", "live", words.live, view === "live")}
${nextDue !== undefined && button("at", minute(nextDue), words.nextChange(minute(nextDue)))}
</form>
<form method="post" action="${own}view" class="pp-form"><input type="hidden" name="back" value="${path}">
<label>${words.instant} <input type="datetime-local" name="at" required value="${at !== undefined && minute(at)}"></label>
<button>${words.goThere}</button>
</form>`;
}

function problemList(problems: readonly ShownProblem[], locale: Locale): Markup {
  const words = previewWords(locale);
  return html`<details class="pp-problems" open>
<summary>${words.problems(problems.length)}</summary>
<p>${words.problemsHint}</p>
<ul>
${problems.map(
  ({
    where,
    code,
    message,
    fix,
    spot,
    page,
  }) => html`<li class="pp-problem"${spot !== undefined && html` data-spot="${spot}"`} data-code="${code}">
<p class="pp-where"><code>${where}</code> <code>${code}</code>${page !== undefined && html` <a href="${page}">${words.onPage}</a>`}</p>
<p>${message}</p>
<p><b>${words.fix}</b> ${fix}</p>
</li>
`,
)}</ul>
</details>`;
}
