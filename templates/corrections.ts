import { shownMinute } from "./format.ts";
import { html } from "./html.ts";
import type { Content, Markup } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { CorrectionView } from "./version-views.ts";
import type { Locale, ReleasePage } from "./views.ts";

/** Above the text: the newest correction of what somebody may have printed. */
export function majorCorrection({ frame, corrections, historyPath }: ReleasePage): Content {
  const newest = corrections.findLast(({ change }) => change === "major");
  if (newest === undefined) return undefined;
  return html`<li class="strong">${correction(newest, frame.locale)} <a href="${historyPath ?? ""}">${stringsOf(frame.locale).allChanges}</a></li>
`;
}

/** Below the text: all of them. */
export function allCorrections({ frame, corrections, historyPath }: ReleasePage): Content {
  if (corrections.length === 0) return undefined;
  const strings = stringsOf(frame.locale);
  return html`<section class="corrections" aria-labelledby="corrections">
<h2 id="corrections">${strings.corrections}</h2>
<ul>
${corrections.map(
  (one) => html`<li>${correction(one, frame.locale)}</li>
`,
)}</ul>
<p><a href="${historyPath ?? ""}">${strings.allChanges}</a></p>
</section>
`;
}

export function correction({ at, minute, change, note }: CorrectionView, locale: Locale): Markup {
  return html`<b>${stringsOf(locale).change[change]}</b> <time datetime="${at}">${shownMinute(minute, locale)}</time>: ${note}`;
}
