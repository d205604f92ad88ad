import { html } from "./html.ts";
import type { Markup } from "./html.ts";

/** The id of the line that says where a page's words are from; what is copied ends with it. */
export const sourceLine = "source";

/**
 * A button that copies the words of an element. Without script there is none: the page hides it, and the script shows it.
 *
 * @param id        of the element, or of several with blanks between
 * @param label     what the button says
 * @param withSource  whether the page's source line follows the words
 */
export function copyButton(id: string, label: string, withSource = false): Markup {
  return html`<button type="button" class="copy" hidden data-copies="${id}"${withSource && html` data-from="${sourceLine}"`}>${label}</button>`;
}
