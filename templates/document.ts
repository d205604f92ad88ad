import { shownMinute } from "./format.ts";
import { html, json, render } from "./html.ts";
import type { Content, Markup } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { Frame, Locale } from "./views.ts";

/** A whole page around its own matter. */
export function document(frame: Frame, main: Content): string {
  return render(html`<!doctype html>
<html lang="${frame.locale}">
<head>
${head(frame)}
</head>
<body>
<a class="skip" href="#main">${stringsOf(frame.locale).skipToContent}</a>
${header(frame)}
${advanceNotice(frame)}<main id="main" tabindex="-1">
${breadcrumbs(frame)}${main}
</main>
${footer(frame)}
<p id="status" class="unseen" role="status" data-copied="${stringsOf(frame.locale).copied}" data-failed="${stringsOf(frame.locale).notCopied}"></p>
</body>
</html>
`);
}

function head(frame: Frame): Markup {
  const { newsroom, title } = frame;
  const fullTitle = title === newsroom.name ? title : `${title} · ${newsroom.name}`;
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${fullTitle}</title>
<meta name="description" content="${frame.description}">
${
  frame.advance !== undefined &&
  html`<meta name="referrer" content="no-referrer">
`
}${frame.canonical === undefined ? html`<meta name="robots" content="${frame.advance === undefined ? "noindex" : "noindex, nofollow, noarchive"}">` : html`<link rel="canonical" href="${frame.canonical}">`}
${frame.alternates.map(
  ({ hreflang, href }) => html`<link rel="alternate" hreflang="${hreflang}" href="${href}">
`,
)}<link rel="stylesheet" href="${frame.stylesheet}">
<script src="${frame.script}" defer></script>
${frame.feeds.map(
  (feed) => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.path}">
`,
)}${frame.formats.map(
    ({
      name,
      path,
      type,
    }) => html`<link rel="alternate" type="${type}" title="${stringsOf(frame.locale).formats[name]}" href="${path}">
`,
  )}<meta property="og:type" content="${frame.openGraphType}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${frame.description}">
<meta property="og:site_name" content="${newsroom.name}">
<meta property="og:locale" content="${openGraphLocales[frame.locale]}">
${
  frame.canonical !== undefined &&
  html`<meta property="og:url" content="${frame.canonical}">
`
}${socialImages(frame)}${frame.structuredData.map(
    (data) => html`<script type="application/ld+json">${json(data)}</script>
`,
  )}`;
}

/** Each with what is said of it behind it; programs that take one are told which, as not all take the first. */
function socialImages({ socialImages: images }: Frame): Content {
  const [first] = images;
  if (first === undefined) return undefined;
  return html`${images.map(
    ({ href, type, width, height, alt }) => html`<meta property="og:image" content="${href}">
<meta property="og:image:type" content="${type}">
<meta property="og:image:width" content="${width}">
<meta property="og:image:height" content="${height}">
<meta property="og:image:alt" content="${alt}">
`,
  )}<meta name="twitter:card" content="summary_large_image">
<meta name="twitter:image" content="${first.href}">
<meta name="twitter:image:alt" content="${first.alt}">
`;
}

const openGraphLocales: Readonly<Record<Locale, string>> = { da: "da_DK", en: "en_GB" };

function header({ locale, newsroom, frontPath, navigation, otherLanguage }: Frame): Markup {
  const strings = stringsOf(locale);
  return html`<header class="site-header">
<div class="wide">
<p class="brand"><a href="${frontPath}">${newsroom.logo && html`<img src="${newsroom.logo.path}" width="${newsroom.logo.width}" height="${newsroom.logo.height}" alt="">`}${newsroom.name}</a> <span class="publisher">${newsroom.publisher}</span></p>
<p class="language"><a href="${otherLanguage.path}" lang="${otherLanguage.locale}" hreflang="${otherLanguage.locale}"${otherLanguage.samePage && html` rel="alternate"`}>${stringsOf(otherLanguage.locale).readInThis}</a></p>
<nav aria-label="${strings.mainNavigation}">
<ul>
${navigation.map(
  ({
    name,
    path,
    current,
  }) => html`<li><a href="${path}"${current && html` aria-current="page"`}>${strings.navigation[name]}</a></li>
`,
)}</ul>
</nav>
</div>
</header>`;
}

/** Whose copy it is, in words; and all over the page, so that a picture of it says so too. */
function advanceNotice({ locale, advance }: Frame): Content {
  if (advance === undefined) return undefined;
  const { recipient, minute, at } = advance;
  const strings = stringsOf(locale);
  return html`<aside class="advance" aria-label="${strings.advanceCopy}">
<p class="wide"><b>${strings.advanceFor(recipient)}</b> ${strings.underEmbargo} <time datetime="${at}">${shownMinute(minute, locale)}</time>. ${strings.notToBePassedOn}</p>
<p class="watermark" aria-hidden="true">${Array.from({ length: watermarks }, () => html`<span>${recipient}</span> `)}</p>
</aside>
`;
}

/** Enough for a large screen; what does not fit is cut off. */
const watermarks = 60;

function breadcrumbs({ locale, breadcrumbs: crumbs }: Frame): Content {
  if (crumbs.length === 0) return undefined;
  return html`<nav class="breadcrumbs" aria-label="${stringsOf(locale).breadcrumbs}">
<ol>
${crumbs.map(
  ({ text, path }) => html`<li><a href="${path}">${text}</a></li>
`,
)}</ol>
</nav>
`;
}

function footer(frame: Frame): Markup {
  const { locale, newsroom, feedPath, footLinks } = frame;
  const strings = stringsOf(locale);
  return html`<footer class="site-footer">
<div class="wide">
${
  frame.openGraphType !== "article" && // a release says what its publisher said of itself on its own day
  html`<h2>${strings.aboutNewsroom}</h2>
<p>${newsroom.about}</p>
`
}<p>${newsroom.publisher}. ${strings.noCookies} <a href="${feedPath}">${strings.feed}</a></p>
${
  footLinks.length > 0 &&
  html`<ul class="ways">
${footLinks.map(
  ({ text, path }) => html`<li><a href="${path}">${text}</a></li>
`,
)}</ul>
`
}
</div>
</footer>`;
}
