import { earlierFile } from "./earlier-texts.ts";
import type { Release, Translation, Translations } from "./entry.ts";
import type { SourceFile } from "./read-content.ts";
import { blocksOf } from "./release-text.ts";

/**
 * A release whose texts were left out, with its texts again. Its keys are not looked at: what they mean is in the entry.
 *
 * @param unit   as `unitOf` names it
 * @param files  those that the entry was made from, unchanged
 */
export function withTexts(entry: Release, unit: string, files: readonly SourceFile[]): Release {
  const read = (text: Translation, path: string): Translation => {
    const file = files.find((one) => one.path === path);
    if (file === undefined)
      throw new Error(`The release ${entry.id} was made from a ${path} that is not here.`);
    return { ...text, blocks: blocksOf(file, text.locale) };
  };
  const both = ({ da, en }: Translations, pathOf: (locale: "da" | "en") => string): Translations => ({
    da: read(da, pathOf("da")),
    ...(en === undefined ? {} : { en: read(en, pathOf("en")) }),
  });
  return {
    ...entry,
    translations: both(entry.translations, (locale) => `${unit}/${locale}.md`),
    earlier: entry.earlier.map((texts, index) =>
      both(texts, (locale) => earlierFile(unit, index + 1, locale)),
    ),
  };
}
