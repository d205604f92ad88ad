import type { Token, Tokens } from "marked";
import type { Inline } from "../blocks.ts";
import { restored } from "./guard-lines.ts";
import { decoded } from "./plain-text.ts";
import type { Report } from "./report.ts";

/** Where a link may lead: the web, a mailbox, a telephone, a page of this site, or a place on the same page. */
const safeHref = /^(?:https?:\/\/[^/\s]|mailto:[^\s]|tel:[+\d]|\/(?!\/)|#)/i;

/** What stands within a block, without any HTML: what an author typed is text. */
export function inlinesOf(tokens: readonly Token[], report: Report): readonly Inline[] {
  return merged(tokens.flatMap((token) => inlineOf(token, report)));
}

function inlineOf(token: Token, report: Report): readonly Inline[] {
  switch (token.type) {
    case "strong":
      return [{ type: "strong", children: inside(token, report) }];
    case "em":
      return [{ type: "emphasis", children: inside(token, report) }];
    case "codespan":
      return [{ type: "code", text: restored((token as Tokens.Codespan).text) }];
    case "br":
      return [{ type: "break" }];
    case "link":
      return linkOf(token as Tokens.Link, report);
    case "image":
      report.imageInText(token.raw);
      return [text((token as Tokens.Image).text)];
    case "escape":
      return [{ type: "text", text: restored((token as Tokens.Escape).text) }];
    case "text":
      return "tokens" in token && token.tokens !== undefined ? inside(token, report) : [text(token.raw)];
    case "del":
      return inside(token, report);
    default:
      return [text(token.raw)]; // raw HTML among it: shown as it was typed
  }
}

function inside(token: Token, report: Report): readonly Inline[] {
  return inlinesOf(("tokens" in token ? token.tokens : undefined) ?? [], report);
}

function linkOf(token: Tokens.Link, report: Report): readonly Inline[] {
  const href = decoded(restored(token.href)).trim();
  const children = inside(token, report);
  if (safeHref.test(href) && !/[\p{Cc}\s<>"\\]/u.test(href)) return [{ type: "link", href, children }];
  report.unsafeLink(token.raw, href);
  return children;
}

function text(raw: string): Inline {
  return { type: "text", text: decoded(restored(raw)) };
}

/** Texts next to each other are one. */
function merged(inlines: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (inline.type === "text" && last?.type === "text") {
      result[result.length - 1] = { type: "text", text: last.text + inline.text };
    } else if (inline.type !== "text" || inline.text !== "") {
      result.push(inline);
    }
  }
  return result;
}
