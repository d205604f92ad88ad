import { html } from "./html.ts";
import type { Markup } from "./html.ts";
import type { QrView } from "./views.ts";

/** Drawn with a margin of four squares, which cameras need to find it. @see ISO/IEC 18004, quiet zone */
export function qr({ size, path, says }: QrView): Markup {
  return html`<svg class="qr" viewBox="-4 -4 ${size + 8} ${size + 8}" role="img" aria-label="${says}"><path d="${path}" transform="translate(0 .5)" stroke="currentColor"/></svg>`;
}
