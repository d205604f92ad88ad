import { copyButton } from "./copy.ts";
import { shownBytes, shownNumber, shownPrintSize } from "./format.ts";
import { html } from "./html.ts";
import type { Markup } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { PhotoView, PictureView } from "./photo-views.ts";
import type { Locale } from "./views.ts";

/** How wide a picture is shown, as the stylesheet has it: what browsers choose a file by. */
export type Slot = "text" | "leading" | "own" | "thumbnail" | "portrait";
const sizes: Readonly<Record<Slot, string>> = {
  text: "(min-width: 48.5rem) 43rem, 94vw",
  leading: "(min-width: 48.5rem) 43rem, 94vw",
  own: "(min-width: 26rem) 24rem, 92vw",
  thumbnail: "(min-width: 40rem) 13rem, 94vw",
  portrait: "6.5rem",
};

/** @param first  the first picture of a page is fetched at once, the others when they come near */
export function picture({ alt, sources, fallback }: PictureView, slot: Slot, first = false): Markup {
  const order = first ? html` fetchpriority="high"` : html` loading="lazy" decoding="async"`;
  return html`<picture>${sources.map(
    ({ type, files }) =>
      html`<source type="${type}" srcset="${files.map(({ path, width }) => `${path} ${width}w`).join(", ")}" sizes="${sizes[slot]}">`,
  )}<img src="${fallback.path}" width="${fallback.width}" height="${fallback.height}" alt="${alt}"${order}></picture>`;
}

/**
 * A photo with everything that belongs to it: caption, credit, licence, and the original for print.
 *
 * @param id  of the caption, on a page with several
 */
export function photo(view: PhotoView, locale: Locale, slot: Slot, first: boolean, id = "caption"): Markup {
  const strings = stringsOf(locale);
  const { caption, credit, creator, licence, original } = view;
  const made =
    "name" in creator ? strings.creator(creator.name) : strings.creatorUnknown(creator.unknownBecause);
  const number = (value: number) => shownNumber(value, locale);
  const size = [
    original.format,
    strings.pixels(number(original.width), number(original.height)),
    shownBytes(original.bytes, locale),
    strings.print(shownPrintSize(original.width, original.height, locale)),
  ].join(", ");
  return html`<figure class="photo">
<div class="frame"><img class="placeholder" src="${view.placeholder}" alt="">${picture(view.picture, slot, first)}</div>
<figcaption>
<p id="${id}">${caption} <span class="credit">${strings.credit(credit)}</span></p>
<p class="rights">${made}. © ${view.copyright}. ${strings.licence}: <a href="${licence.href}" rel="license">${licence.name}</a>. ${licence.terms}</p>
<p class="download"><a href="${original.path}" download="${original.fileName}">${strings.download}</a> <span class="size">${size}</span></p>
${copyButton(id, strings.copyCaption)}
<p class="hash">SHA-256: <code>${original.sha256}</code></p>
</figcaption>
</figure>`;
}
