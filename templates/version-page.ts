import { blocks } from "./blocks.ts";
import { brief } from "./brief.ts";
import { document } from "./document.ts";
import { shownMinute } from "./format.ts";
import { html } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { VersionPage } from "./version-views.ts";

/** One text of a release as readers saw it, for those who cite it. */
export function versionPage(view: VersionPage): string {
  const { locale } = view.frame;
  const strings = stringsOf(locale);
  return document(
    view.frame,
    html`<article class="release">
<header class="headline">
<p class="meta">${strings.version(view.number)} · <time datetime="${view.at}">${shownMinute(view.minute, locale)}</time></p>
<h1>${view.title}</h1>
<p class="lead">${view.lead}</p>
<p class="notice">${strings.keptVersion(view.number, view.of)} <a href="${view.release.path}">${strings.newestText}</a>${view.historyPath !== undefined && html` <a href="${view.historyPath}">${strings.allChanges}</a>`}</p>
</header>
<div class="text">
${brief(view.brief, locale)}${blocks(view.blocks, locale)}<p class="hash">${strings.fingerprint}: <code>${view.hash}</code></p>
</div>
</article>`,
  );
}
