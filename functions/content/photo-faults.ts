import type { Localised } from "./locale.ts";

/**
 * What is the matter with a photo's file, as authors are told in brackets or behind "is". Whoever finds a fault takes its
 * words from here, so that each is said in both languages: what a decoder says of itself is in English and for programmers.
 */
export const photoFaults = {
  empty: { da: "filen er tom", en: "the file is empty" },
  noPicture: {
    da: "det er ikke et billede, eller begyndelsen er ødelagt",
    en: "it is no picture, or its beginning is broken",
  },
  notAsNamed: {
    da: "filen begynder ikke som det format, den siges at være",
    en: "the file does not begin as the format that it is said to be",
  },
  breaksOff: {
    da: "filen holder op, før billedet er slut",
    en: "the file breaks off before the picture ends",
  },
  brokenHead: {
    da: "det, filen siger om billedet, mangler eller er ødelagt",
    en: "what the file says about the picture is missing or broken",
  },
  partOutside: {
    da: "en del af den siges at ligge uden for filen",
    en: "a part of it is said to lie outside the file",
  },
  brokenPicture: {
    da: "selve billedet er ødelagt et sted i filen",
    en: "the picture itself is broken somewhere in the file",
  },
  captionsTooLong: {
    da: "billedtekster og rettigheder er længere, end en JPEG-fil har plads til",
    en: "captions and rights are longer than a JPEG file has room for",
  },
  film: { da: "en film og ikke et foto", en: "a film and no photo" },
  rawOrThumbnail: {
    da: "en råfil fra et kamera eller begynder med en miniature",
    en: "a camera's raw file, or begins with a thumbnail",
  },
  oldCompression: {
    da: "pakket på en måde, der blev opgivet i 1995",
    en: "compressed in a way that was given up in 1995",
  },
} as const satisfies Readonly<Record<string, Localised>>;

export type PhotoFault = keyof typeof photoFaults;

/** What is the same in both languages: the name of a format, a size in pixels or megabytes. */
export function inBoth(detail: string): Localised {
  return { da: detail, en: detail };
}
