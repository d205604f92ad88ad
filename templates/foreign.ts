import { html } from "./html.ts";
import type { Content } from "./html.ts";
import type { ForeignText } from "./views.ts";

/** Words in the other language say so, to be read aloud and hyphenated right. */
export function foreign({ text, lang }: ForeignText): Content {
  return lang === undefined ? text : html`<span lang="${lang}">${text}</span>`;
}
