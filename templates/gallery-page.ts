import { document } from "./document.ts";
import { html } from "./html.ts";
import type { Content } from "./html.ts";
import { picture } from "./photo.ts";
import { stringsOf } from "./strings.ts";
import type { FacetView, GalleryPage, GalleryPhoto } from "./photo-views.ts";
import type { LinkView, Locale } from "./views.ts";

/**
 * A list of photos. What can be told by looking at a photo's file is chosen with buttons that need no script: the style
 * sheet shows the photos that the chosen ones allow. Who is in it and what it is about lead to lists of their own.
 */
export function galleryPage(view: GalleryPage): string {
  const { frame, photos, people, programmes, months, older, portraits } = view;
  const { gallery } = stringsOf(frame.locale);
  return document(
    frame,
    html`<div class="gallery">
<h1>${frame.title}</h1>
<p class="lead">${frame.description}</p>
${photos.length === 0 ? html`<p>${gallery.none}</p>` : [filters(view), list(photos, frame.locale)]}
${
  older &&
  html`<p class="onward"><a href="${older.path}">${older.text}</a></p>
`
}${facets(gallery.people, "people", people)}${facets(gallery.programmes, "programmes", programmes)}${portraits && html`<p class="onward"><a href="${portraits.path}">${portraits.text}</a></p>`}${monthLinks(gallery.months, months)}</div>`,
  );
}

/** What the style sheet knows licences by; a list with more of them than this cannot be narrowed down to the others. */
export const mostLicences = 6;

/**
 * A form only so that it can be taken back: it is sent nowhere, for the button that every key would press is disabled. The
 * one that takes back stays where it is, and keeps the keyboard; what is said where no photo is left is announced.
 */
function filters({ frame, photos, licences }: GalleryPage): Content {
  const { gallery } = stringsOf(frame.locale);
  const count = (is: (photo: GalleryPhoto) => boolean) => photos.filter(is).length;
  const shapes = (["landscape", "portrait", "square"] as const)
    .map((name) => ({
      id: name,
      label: gallery[name],
      count: count(({ orientation }) => orientation === name),
    }))
    .filter((shape) => shape.count > 0);
  const named = licences.slice(0, mostLicences);
  return html`<form><button type="submit" hidden disabled></button><div class="filters" role="group" aria-label="${gallery.filters}">
${choice(gallery.orientation, "shape", [{ id: "all-shapes", label: gallery.all, count: photos.length }, ...shapes])}${
    licences.length > 1 &&
    choice(gallery.licence, "licence", [
      { id: "all-licences", label: gallery.all, count: photos.length },
      ...named.map(({ name, count: many }, index) => ({ id: `licence-${index}`, label: name, count: many })),
    ])
  }<p><label><input type="checkbox" id="print-ready"> ${gallery.printReady} (${count((photo) => photo.printReady)})</label> <span class="size">${gallery.printReadyMeans}</span></p>
<p><button type="reset">${gallery.showAll}</button></p>
</div></form>
<div role="status"><p class="nothing">${gallery.nothingLeft}</p></div>
`;
}

interface Option {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

function choice(legend: string, name: string, options: readonly Option[]): Content {
  if (options.length < 3) return undefined; // all of them are of one kind
  return html`<fieldset><legend>${legend}</legend>
${options.map(
  (
    option,
    index,
  ) => html`<label><input type="radio" name="${name}" id="${option.id}"${index === 0 && html` checked`}> ${option.label} (${option.count})</label>
`,
)}</fieldset>
`;
}

function list(photos: readonly GalleryPhoto[], locale: Locale): Content {
  const strings = stringsOf(locale);
  return html`<ul class="photos">
${photos.map(
  (
    photo,
    index,
  ) => html`<li class="of-${photo.orientation} of-licence-${photo.licence}${photo.printReady && " of-print"}"><a href="${photo.path}">${picture(photo.picture, "thumbnail", index === 0)}</a>
<p class="caption">${photo.caption}</p>
<p class="credit">${strings.credit(photo.credit)}</p></li>
`,
)}</ul>
`;
}

function facets(heading: string, id: string, list: readonly FacetView[]): Content {
  if (list.length === 0) return undefined;
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
<ul class="months">
${list.map(
  ({ text, path, count }) => html`<li><a href="${path}">${text}</a> (${count})</li>
`,
)}</ul>
</section>
`;
}

/** Where a list of photos names the months. */
export const byMonth = "by-month";

function monthLinks(heading: string, months: readonly LinkView[]): Content {
  if (months.length === 0) return undefined;
  return html`<section aria-labelledby="${byMonth}">
<h2 id="${byMonth}">${heading}</h2>
<ul class="months">
${months.map(
  ({ text, path }) => html`<li><a href="${path}">${text}</a></li>
`,
)}</ul>
</section>
`;
}
