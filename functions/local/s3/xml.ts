/** Text that is XML already; a plain string never is, so nothing is written without being escaped. */
export interface Xml {
  readonly xml: string;
}

/** One element; text is escaped, and an absent child is left out. */
export function element(
  name: string,
  ...children: readonly (Xml | string | number | boolean | undefined)[]
): Xml {
  let inner = "";
  for (const child of children) {
    if (child === undefined) continue;
    inner += typeof child === "object" ? child.xml : escaped(String(child));
  }
  return { xml: `<${name}>${inner}</${name}>` };
}

/** The inner XML of each element of this name, in order. Enough for the two flat documents that S3 is sent. */
export function innerXmlOfEach(name: string, xml: string): string[] {
  const found = xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}\\s*>`, "g"));
  return Array.from(found, (match) => match[1] ?? "");
}

/** The text of the first element of this name; undefined when there is none. */
export function textOfFirst(name: string, xml: string): string | undefined {
  const inner = innerXmlOfEach(name, xml)[0];
  return inner === undefined ? undefined : unescaped(inner);
}

// Control characters are legal in keys; S3 writes them as character references, and clients read those.
// oxlint-disable-next-line no-control-regex
const unsafe = /[&<>"'\u0000-\u001f\u007f]/g;

function escaped(text: string): string {
  return text.replace(unsafe, (character) => `&#${character.codePointAt(0)};`);
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return named[name ?? ""] ?? whole;
    },
  );
}
