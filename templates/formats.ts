import { html } from "./html.ts";
import type { Content } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { Frame, Locale, WaysView } from "./views.ts";

/** The formats in which programs get what is on the page, for readers to see. */
export function formatLinks({ locale, formats }: Frame): Content {
  return waysTo({ formats }, locale);
}

/** The same of something else that the page tells of, with the feed of what is new of it. */
export function waysTo({ formats, feedPath }: WaysView, locale: Locale): Content {
  const strings = stringsOf(locale);
  const links = [
    ...formats.map(
      ({ name, path, type }) => html`<a href="${path}" type="${type}">${strings.formats[name]}</a>`,
    ),
    ...(feedPath === undefined ? [] : [html`<a href="${feedPath}">${strings.feed}</a>`]),
  ];
  if (links.length === 0) return undefined;
  return html`<p class="formats">${strings.alsoAs}: ${links.map((link, index) => [index > 0 && ", ", link])}</p>
`;
}
