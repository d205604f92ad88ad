import { majorCorrection } from "./corrections.ts";
import { followedText } from "./compare-page.ts";
import { shownDate } from "./format.ts";
import { html } from "./html.ts";
import type { Content } from "./html.ts";
import { stringsOf } from "./strings.ts";
import { bodyDoes } from "./trail.ts";
import type { Locale, ReleasePage, StepView } from "./views.ts";

/** What a reader has to know before the text: corrections first, then what has come of it, then what the text is. */
export function notices(view: ReleasePage): Content {
  const { frame, sample, imported, translation, comparePath, since, next } = view;
  const strings = stringsOf(frame.locale);
  const lines: readonly Content[] = [
    majorCorrection(view),
    since.map(
      (step) => html`<li class="strong">${outcome(step, view)}</li>
`,
    ),
    next &&
      html`<li>${strings.nextStep}: ${bodyDoes(next, frame.locale)} <a href="#step-${next.id}"><time datetime="${next.date}">${shownDate(next.date, frame.locale)}</time></a>${next.state === "overdue" && html`. ${strings.overdue}`}</li>
`,
    translation &&
      html`<li${translation.state === "stale" && html` class="strong"`}>${translationWords(translation, frame.locale)} <a href="${translation.path}" hreflang="da">${strings.original}</a>${comparePath !== undefined && html` · <a href="${comparePath}">${strings.sideBySide}</a>`}</li>
`,
    imported &&
      html`<li>${strings.imported} ${imported.titleReconstructed && strings.titleReconstructed} <a href="${imported.href}">${strings.importedLink}</a></li>
`,
    sample &&
      html`<li>${strings.sampleRelease}</li>
`,
  ];
  const said = lines.flat().filter((line) => line !== undefined && line !== false);
  return said.length === 0
    ? undefined
    : html`<ul class="notices">
${said}</ul>
`;
}

/** Which Danish text it was made from, where that is kept, and otherwise that it was made from one. */
function translationWords(
  { state, follows, changedSince = 0 }: NonNullable<ReleasePage["translation"]>,
  locale: Locale,
): Content {
  return follows === undefined || changedSince === 0
    ? stringsOf(locale).translation[state]
    : followedText(follows, changedSince, locale);
}

/** "18. juni 2008: Vedtaget (Regionsrådet). Regionsrådet …" */
function outcome(step: StepView, { frame }: ReleasePage): Content {
  const { outcomes } = stringsOf(frame.locale);
  return html`<b><a href="#step-${step.id}"><time datetime="${step.date}">${shownDate(step.date, frame.locale)}</time></a>: ${step.outcome && outcomes[step.outcome]} (${step.body.text}).</b> ${step.subject}`;
}
