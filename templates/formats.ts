import { html } from "./html.ts";
import type { Content } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { Frame } from "./views.ts";

/** The formats in which programs get what is on the page, for readers to see. */
export function formatLinks({ locale, formats }: Frame): Content {
  if (formats.length === 0) return undefined;
  const strings = stringsOf(locale);
  const links = formats.map(
    ({ name, path, type }, index) =>
      html`${index > 0 && ", "}<a href="${path}" type="${type}">${strings.formats[name]}</a>`,
  );
  return html`<p class="formats">${strings.alsoAs}: ${links}</p>
`;
}
