import { render } from "./html.ts";
import type { Markup } from "./html.ts";

/**
 * A document in XML. Signs that XML has no way to write, such as a bell, are left out: one of them would make the whole
 * document unreadable.
 *
 * @see  XML 1.0, section 2.2, Char
 */
export function xml(markup: Markup): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${withoutForbidden(render(markup))}`;
}

function withoutForbidden(text: string): string {
  return text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}
