import type { Place } from "./place.ts";
import type { Problem, Reading } from "./problem.ts";
import type { SourceFile } from "./read-content.ts";

/** A text file longer than this is a mistake: the longest press release ever is a hundredth of it. */
const largestText = 1_000_000;

/** Anything that can be seen or that a line consists of; not the control characters that Word and chats leave behind. */
const invisible =
  /(?![\t\n])[\p{Cc}\u{FFFE}\u{FFFF}\u{2028}\u{2029}\u{202A}-\u{202E}\u{2066}-\u{2069}\p{Cs}]/u;

/** The first invisible character of a text, and where in it; tabs and line ends are none. */
export function firstInvisible(text: string): { readonly index: number; readonly name: string } | undefined {
  const found = invisible.exec(text);
  if (!found) return undefined;
  const code = found[0].codePointAt(0) ?? 0;
  return { index: found.index, name: `U+${code.toString(16).toUpperCase().padStart(4, "0")}` };
}

/**
 * The text of a file as the rest reads it: UTF-8 without byte order mark, lines ended by "\n", letters composed (NFC).
 * None of these is the author's business, so none is a problem; bytes that are no UTF-8 are.
 */
export function sourceText(file: SourceFile): Reading<string> {
  const size = Math.max(file.size, file.bytes.length);
  if (size > largestText) return { ok: false, problems: [tooLarge(file.path, size)] };
  const decoded = decode(file.bytes);
  if (decoded === undefined) return { ok: false, problems: [notUtf8(file)] };
  const text = decoded.replaceAll(/\r\n?/g, "\n").normalize("NFC");
  const hidden = firstInvisible(text);
  if (hidden)
    return {
      ok: false,
      problems: [invisibleAt(placeAt(text.slice(0, hidden.index), file.path), hidden.name)],
    };
  return { ok: true, value: text };
}

/** Where the text after `before` begins. */
export function placeAt(before: string, file: string): Place {
  const lines = before.split("\n");
  return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes); // strips the byte order mark
  } catch (error) {
    if (error instanceof TypeError) return undefined; // what the standard has it throw at a bad byte
    throw error;
  }
}

function notUtf8({ path, bytes }: SourceFile): Problem {
  // What can be read before the bad byte is what stays the same with one byte more; halving finds it.
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (readsUpTo(bytes, middle)) good = middle;
    else bad = middle;
  }
  const read = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, good), {
    stream: true,
  });
  const byte = bytes[new TextEncoder().encode(read).length] ?? 0;
  const name = byte.toString(16).toUpperCase().padStart(2, "0");
  const before = read.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  return {
    code: "not-utf-8",
    place: placeAt(before, path),
    message: {
      da: `Byten ${name} her er ikke UTF-8, så bogstaver som æ, ø og å ville nå læserne som andre tegn.`,
      en: `The byte ${name} here is not UTF-8, so letters such as æ, ø and å would reach readers as other signs.`,
    },
    fix: {
      da: 'gem filen som UTF-8, i de fleste programmer under "Gem med kodning"; "ø" er så de to bytes C3 B8.',
      en: 'save the file as UTF-8, in most editors under "Save with encoding"; "ø" is then the two bytes C3 B8.',
    },
  };
}

/** Whether the first `length` bytes are UTF-8, perhaps cut off within a letter. */
function readsUpTo(bytes: Uint8Array, length: number): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function tooLarge(path: string, size: number): Problem {
  return {
    code: "file-too-large",
    place: { file: path, line: 1, column: 1 },
    message: {
      da: `Filen fylder ${size} bytes, og en tekst på mere end ${largestText} er en forkert fil eller et indsat billede.`,
      en: `The file has ${size} bytes, and a text of more than ${largestText} is a wrong file or a pasted picture.`,
    },
    fix: {
      da: "behold kun teksten her, og læg billeder i photos/, for eksempel photos/klyngemoede.jpg.",
      en: "keep only the text here, and put pictures into photos/, for example photos/klyngemoede.jpg.",
    },
  };
}

function invisibleAt(place: Place, name: string): Problem {
  return {
    code: "wrong-value",
    place,
    message: {
      da: `Her står et usynligt tegn (${name}), som ødelægger feeds eller vender teksten om for læserne.`,
      en: `An invisible character (${name}) stands here, which breaks feeds or turns the text around for readers.`,
    },
    fix: {
      da: 'slet det sammen med bogstavet foran, og skriv bogstavet igen, for eksempel "k" i "vækst".',
      en: 'delete it together with the letter before it, and type that letter again, for example "k" in "vækst".',
    },
  };
}
