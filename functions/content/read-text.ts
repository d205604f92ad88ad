import { Lexer, Marked } from "marked";
import type { Token, Tokens, TokensList } from "marked";
import type { Block, Inline, Speaker } from "./blocks.ts";
import type { Locale } from "./locale.ts";
import type { Problem } from "./problem.ts";
import { slugOf } from "./slug.ts";
import { bareQuotation, quotedParagraph } from "./text/attribution.ts";
import type { Attribution } from "./text/attribution.ts";
import { guardLines, restored } from "./text/guard-lines.ts";
import { inlinesOf } from "./text/inlines.ts";
import { reportOn } from "./text/report.ts";
import type { Report } from "./text/report.ts";
import { splitQuotes } from "./text/split-quotes.ts";
import { unclosedFence } from "./text/unclosed-fence.ts";

export interface ReadText {
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a release's text: Markdown (CommonMark with GitHub's tables and bare addresses) without HTML, and spoken lines.
 *
 * @param text         as `sourceText` gives it
 * @param where.line   the file's line on which the text begins
 * @param where.locale for the ids of headings
 */
export function readText(
  text: string,
  where: { readonly file: string; readonly line: number; readonly locale: Locale },
): ReadText {
  const guarded = guardLines(text);
  const report = reportOn(guarded, where);
  const fence = unclosedFence(guarded);
  if (fence !== undefined) report.unclosedFence(fence);
  const reader = new TextReader(report, where.locale, linksIn(guarded));
  const blocks = splitQuotes(guarded).flatMap((stretch) =>
    stretch.type === "spoken" ? reader.spoken(stretch.said) : reader.markdown(stretch.text),
  );
  return { blocks, problems: report.problems };
}

/** HTML is no token of ours: without one of its own it is read as the text that it is. */
const options = new Marked({
  gfm: true,
  tokenizer: { html: () => undefined, tag: () => undefined },
}).defaults;

/** Past this many signs that could mean something, a stretch is no text of a person's, and not worth the time. */
const mostSigns = 5_000;

/** What links may refer to by name stands anywhere in the text, also beyond a spoken line. */
function linksIn(text: string): TokensList["links"] {
  return /^ {0,3}\[[^\]]+\]:/m.test(text) ? lexed(text, {}).links : {};
}

function lexed(text: string, links: TokensList["links"]): TokensList {
  const lexer = new Lexer(options);
  Object.assign(lexer.tokens.links, links);
  return lexer.lex(text);
}

class TextReader {
  readonly #report: Report;
  readonly #locale: Locale;
  readonly #links: TokensList["links"];
  readonly #headings = new Set<string>();
  /** Who has spoken, the last of them last. */
  readonly #speakers = new Map<string, Speaker>();
  #last: Speaker | undefined;

  constructor(report: Report, locale: Locale, links: TokensList["links"]) {
    this.#report = report;
    this.#locale = locale;
    this.#links = links;
  }

  markdown(text: string): readonly Block[] {
    if ((text.match(/[*_~`[\]!<]/g)?.length ?? 0) > mostSigns) return plainParagraphs(text);
    try {
      return this.#blocks(lexed(text, this.#links));
    } catch (error) {
      if (error instanceof RangeError) return plainParagraphs(text); // nested beyond what the stack holds
      throw error;
    }
  }

  spoken(said: Attribution | { readonly words: string }): readonly Block[] {
    const speaker = "who" in said ? this.#speaker(said) : this.#last;
    return [
      { type: "quote", children: this.#line(said.words), ...(speaker === undefined ? {} : { speaker }) },
    ];
  }

  /** Words that have lost what was said about them, as one line. */
  #line(words: string): readonly Inline[] {
    return inlinesOf(Lexer.lexInline(words, options), this.#report);
  }

  /** A name brings its role along from where it was given; a pronoun means whoever spoke last. */
  #speaker({ who, role }: Attribution): Speaker | undefined {
    if (who === "the same") return this.#last;
    const name = restored(who.name);
    const known = role === undefined ? this.#speakers.get(name)?.role : restored(role);
    const speaker: Speaker = { name, ...(known === undefined ? {} : { role: known }) };
    this.#speakers.set(name, speaker);
    this.#last = speaker;
    return speaker;
  }

  #blocks(tokens: readonly Token[]): readonly Block[] {
    return tokens.flatMap((token) => this.#block(token));
  }

  #block(token: Token): readonly Block[] {
    switch (token.type) {
      case "space":
      case "def":
      case "checkbox":
        return [];
      case "heading":
        return [this.#heading(token as Tokens.Heading)];
      case "paragraph":
      case "text":
        return this.#paragraph(token);
      case "blockquote":
        return [{ type: "excerpt", blocks: this.#blocks((token as Tokens.Blockquote).tokens) }];
      case "list":
        return [this.#list(token as Tokens.List)];
      case "code":
        return [{ type: "code", text: restored((token as Tokens.Code).text) }];
      case "table":
        return [this.#table(token as Tokens.Table)];
      case "hr":
        return [{ type: "rule" }];
      default:
        return plainParagraphs(token.raw);
    }
  }

  #heading({ depth, raw, tokens }: Tokens.Heading): Block {
    if (depth === 1) this.#report.headingLevelOne(raw);
    const children = inlinesOf(tokens, this.#report);
    const level = depth <= 2 ? 2 : depth === 3 ? 3 : 4;
    return { type: "heading", level, id: this.#headingId(textOf(children)), children };
  }

  #headingId(text: string): string {
    const base = slugOf(text, this.#locale) || "afsnit";
    let id = base;
    for (let number = 2; this.#headings.has(id); number += 1) id = `${base}-${number}`;
    this.#headings.add(id);
    return id;
  }

  #paragraph(token: Token): readonly Block[] {
    const raw = token.raw.trim();
    const said = quotedParagraph(raw);
    if (said !== undefined) return this.spoken(said);
    const words = bareQuotation(raw);
    if (words !== undefined && this.#last !== undefined) return this.spoken({ words });
    const inner = "tokens" in token && token.tokens !== undefined ? token.tokens : [token];
    const children = inlinesOf(inner, this.#report);
    return children.length === 0 ? [] : [{ type: "paragraph", children }];
  }

  #list({ ordered, start, items }: Tokens.List): Block {
    return {
      type: "list",
      ordered,
      start: start === "" ? 1 : start,
      items: items.map((item) => this.#blocks(item.tokens)),
    };
  }

  #table({ header, rows }: Tokens.Table): Block {
    const cell = ({ tokens }: Tokens.TableCell) => inlinesOf(tokens, this.#report);
    return { type: "table", head: header.map(cell), rows: rows.map((row) => row.map(cell)) };
  }
}

/** A text as it was typed, with nothing in it that means anything. */
function plainParagraphs(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => restored(paragraph).replaceAll(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => ({ type: "paragraph", children: [{ type: "text", text: paragraph }] }));
}

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => ("text" in inline ? inline.text : "children" in inline ? textOf(inline.children) : " "))
    .join("");
}
