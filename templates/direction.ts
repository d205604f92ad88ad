import { html } from "./html.ts";
import type { Content } from "./html.ts";

/** Hebrew, Arabic and what is written like them, with their forms for printing. @see Unicode, Bidi_Class R and AL */
const fromTheRight = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/** Danish and English run as the page does; words that may run the other way say so, and a browser finds out which. */
export function direction(words: string): Content {
  return fromTheRight.test(words) && html` dir="auto"`;
}
