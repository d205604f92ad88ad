/** Text that is HTML already. Only this file makes it, so only here can a value get past the escaping. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text is escaped, markup is not, lists are one after the other, nothing is nothing. */
export type Content = Markup | string | number | undefined | false | readonly Content[];

/**
 * HTML by template. Every value is escaped for text and for quoted attributes alike; attributes are always quoted.
 *
 * @example html`<a href="${path}">${title}</a>`
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let text = strings[0] ?? "";
  for (let index = 0; index < values.length; index += 1)
    text += rendered(values[index]) + (strings[index + 1] ?? "");
  return new Markup(text);
}

/** The document as a string, without the indentation that the templates have for their readers. */
export function render(markup: Markup): string {
  return markup.text;
}

/**
 * Data for a script element that is not run. "<" would end the element, and two line ends are none in JSON.
 *
 * @see  WHATWG HTML, 4.12.1.3, restrictions for contents of script elements
 */
export function json(data: object): Markup {
  return trusted(
    JSON.stringify(data)
      .replaceAll("<", String.raw`\u003c`)
      .replaceAll("\u{2028}", String.raw`\u2028`)
      .replaceAll("\u{2029}", String.raw`\u2029`),
  );
}

/** The one crossing: text that is safe to be HTML, by whoever calls this. */
function trusted(text: string): Markup {
  return new Markup(text);
}

function rendered(content: Content): string {
  if (content === undefined || content === false) return "";
  if (content instanceof Markup) return content.text;
  if (typeof content === "string") return escaped(content);
  if (typeof content === "number") return String(content);
  let text = "";
  for (const one of content) text += rendered(one);
  return text;
}

/** Most texts have nothing to escape, and looking once is cheaper than five times. */
const special = /[&<>"']/;

function escaped(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
