import type { Locale } from "../content/locale.ts";

/** What a photo's file says of itself, by the name of what is asked for. */
export type PhotoSays = Readonly<Record<string, string>>;

/** A value as the reader of metadata gives it: in one or more languages, or several in a list. */
interface Tag {
  readonly description?: unknown;
  readonly value?: unknown;
  readonly attributes?: { readonly lang?: string };
}
type Tags = Readonly<Record<string, Tag | undefined>>;

/**
 * Reads what photographers and picture desks write into a file: XMP first, for it alone has languages, then IPTC's older
 * form, then Exif. Empty for a file that says nothing, or nothing that can be read: then a person is asked everything.
 *
 * @see  IPTC Photo Metadata Standard 2025.1, Core and Extension
 */
export async function photoSays(bytes: Buffer): Promise<PhotoSays> {
  const { default: exifReader } = await import("exifreader"); // for photos alone
  let read: ReturnType<typeof loaded>;
  try {
    read = loaded();
  } catch {
    return {};
  }
  const [xmp, iptc, exif] = [read.xmp, read.iptc, read.exif].map((tags) => (tags ?? {}) as Tags) as [
    Tags,
    Tags,
    Tags,
  ];
  const first = (...found: readonly (string | undefined)[]) => found.find((one) => one !== undefined);
  const said: Readonly<Record<string, string | undefined>> = {
    "caption-da": first(
      inLanguage(xmp["description"], "da"),
      wordsOf(iptc["Caption/Abstract"]),
      wordsOf(exif["ImageDescription"]),
    ),
    "caption-en": inLanguage(xmp["description"], "en"),
    "alt-da": inLanguage(xmp["AltTextAccessibility"], "da"),
    "alt-en": inLanguage(xmp["AltTextAccessibility"], "en"),
    creator: first(wordsOf(xmp["creator"]), wordsOf(iptc["By-line"]), wordsOf(exif["Artist"])),
    credit: first(wordsOf(xmp["Credit"]), wordsOf(iptc["Credit"])),
    copyright: first(
      inLanguage(xmp["rights"], "da"),
      wordsOf(iptc["Copyright Notice"]),
      wordsOf(exif["Copyright"]),
    ),
    "licence-url": wordsOf(xmp["WebStatement"]),
    people: wordsOf(xmp["PersonInImage"]),
    place: first(wordsOf(xmp["City"]), wordsOf(iptc["City"])),
    event: inLanguage(xmp["Event"], "da"),
    taken: first(
      dayOf(wordsOf(xmp["DateCreated"])),
      dayOf(wordsOf(iptc["Date Created"])),
      dayOf(wordsOf(exif["DateTimeOriginal"])),
    ),
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, words]) => (words === undefined ? [] : [[name, words]])),
  );

  function loaded() {
    return exifReader.load(bytes, { expanded: true });
  }
}

/**
 * What is said in a language. What is in none is taken for Danish, as the photographers' own language, unless the same is
 * said to be English.
 */
function inLanguage(tag: Tag | undefined, locale: Locale): string | undefined {
  if (!Array.isArray(tag?.value)) return locale === "da" ? wordsOf(tag) : undefined;
  const each = tag.value as readonly Tag[];
  const said = (language: string) =>
    each.find(({ attributes }) => attributes?.lang?.toLowerCase().split("-")[0] === language);
  const own = wordsOf(said(locale));
  if (own !== undefined || locale === "en") return own;
  const inNone = wordsOf(said("x") ?? each.find(({ attributes }) => attributes?.lang === undefined));
  return inNone === wordsOf(said("en")) ? undefined : inNone;
}

function wordsOf(tag: Tag | undefined): string | undefined {
  const words = typeof tag?.description === "string" ? tag.description.trim() : "";
  return words === "" ? undefined : words;
}

/** "2008:04:16 10:00:00", "2008-04-16T10:00" and "2008-04-00" as far as they say a day. */
function dayOf(text: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:[:-](\d{2}))?(?:[:-](\d{2}))?/.exec(text ?? "") ?? [];
  const known = [year, month, day].filter((part) => part !== undefined);
  const zero = known.findIndex((part) => Number(part) === 0);
  const parts = zero < 0 ? known : known.slice(0, zero);
  return parts.length === 0 ? undefined : parts.join("-");
}
