import type { Contact, Id } from "./entry.ts";
import type { Localised } from "./locale.ts";
import type { ReadEntry } from "./read-content.ts";
import { referencesOf } from "./references.ts";

/** What is to be done to the files so that a contact is gone from all that is shown. */
export interface Erasure {
  readonly deleted: readonly string[];
  /** Path → the file without what names them. */
  readonly changed: Readonly<Record<string, string>>;
  /** Why it cannot be done yet: places where only a person can say what is to stand there instead. */
  readonly byHand: readonly Localised[];
  /** Texts that name them: published words, which are corrected or withdrawn, never rewritten. */
  readonly named: readonly string[];
}

/**
 * @param read    every entry of the newsroom
 * @param textOf  a file's text, by its path below the content folder
 */
export async function erasureOf(
  id: Id,
  read: readonly ReadEntry[],
  textOf: (path: string) => Promise<string>,
): Promise<Erasure> {
  const own = read.find(({ entry }) => entry.kind === "contact" && entry.id === id);
  if (own?.entry.kind !== "contact") throw new TypeError(`${id} is no contact.`);
  const { portrait, name } = own.entry;
  const shownElsewhere = read.some(
    ({ entry }) =>
      entry !== own.entry && referencesOf(entry).some((one) => one.kind === "photo" && one.id === portrait),
  );
  const photo =
    portrait === undefined || shownElsewhere
      ? undefined
      : read.find(({ entry }) => entry.kind === "photo" && entry.id === portrait);

  const changed: Record<string, string> = {};
  const byHand: Localised[] = [];
  const named: string[] = [];
  for (const { entry, sources } of read) {
    const paths = Object.keys(sources);
    const cites = referencesOf(entry).some((one) => one.kind === "contact" && one.id === id);
    const [path = ""] = paths.filter((one) => /(?:da\.md|\.yaml)$/.test(one) && !/\/v\d+\./.test(one));
    if (cites) {
      const without = entry.kind === "newsroom" ? undefined : withoutContact(await textOf(path), id);
      if (without === undefined)
        byHand.push({
          da: `${path}: nævner ${id} sådan, at der skal stå en anden i stedet`,
          en: `${path}: names ${id} in a way that needs another in their place`,
        });
      else changed[path] = without;
    }
    for (const text of entry.kind === "release" ? paths.filter((one) => one.endsWith(".md")) : [])
      if (namesThem(await textOf(text), own.entry)) named.push(text);
  }
  if (shownElsewhere)
    byHand.push({
      da: `photos/${portrait}.yaml: portrættet af ${name} bliver også vist andre steder`,
      en: `photos/${portrait}.yaml: the portrait of ${name} is shown elsewhere too`,
    });
  return {
    deleted: [...Object.keys(own.sources), ...Object.keys(photo?.sources ?? {})],
    changed,
    byHand,
    named,
  };
}

/** A list of contacts on one line or one below the other, without this one; without the key, where none is left. */
function withoutContact(text: string, id: Id): string | undefined {
  const lines = text.split(/(?<=\n)/);
  const at = lines.findIndex((line) => /^contacts\s*:/.test(line));
  const line = lines[at];
  if (line === undefined) return undefined;
  const [, before = "", inner, after = ""] = /^(contacts\s*:\s*)\[([^\]]*)\](.*\n?)$/s.exec(line) ?? [];
  if (inner !== undefined) {
    const kept = inner.split(",").filter((one) => one.trim() !== id && one.trim() !== "");
    const replaced = kept.length === 0 ? [] : [`${before}[${kept.join(",").trim()}]${after}`];
    return [...lines.slice(0, at), ...replaced, ...lines.slice(at + 1)].join("");
  }
  const item = lines.findIndex((one, index) => index > at && new RegExp(`^\\s*-\\s*${id}\\s*$`).test(one));
  if (item < 0) return undefined;
  const isAlone = !/^\s*-/.test(lines[item - 1] ?? "") && !/^\s*-/.test(lines[item + 1] ?? "");
  return lines.filter((_, index) => index !== item && !(isAlone && index === at)).join("");
}

function namesThem(text: string, { name, phone, mobile, email }: Contact): boolean {
  const digits = text.replaceAll(/[\s.-]/g, "");
  const numbers = [phone, mobile].flatMap((number) =>
    number === undefined ? [] : [number.replace(/^\+45/, "")],
  );
  return (
    text.includes(name) ||
    (email !== undefined && text.toLowerCase().includes(email.toLowerCase())) ||
    numbers.some((number) => digits.includes(number))
  );
}
