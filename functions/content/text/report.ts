import type { Place } from "../place.ts";
import type { Problem } from "../problem.ts";
import { shorten } from "../yaml-problems.ts";
import { restored } from "./guard-lines.ts";

/** What is wrong with a text, each at its place. */
export interface Report {
  unsafeLink(raw: string, href: string): void;
  imageInText(raw: string): void;
  headingLevelOne(raw: string): void;
  /** @param offset  where the fence opens in the text */
  unclosedFence(offset: number): void;
  readonly problems: readonly Problem[];
}

/**
 * @param text   the whole text, guarded; what is reported is looked for in it, in the order in which it is read
 * @param where  the file, and the line on which the text begins
 */
export function reportOn(text: string, where: { readonly file: string; readonly line: number }): Report {
  const problems: Problem[] = [];
  let reached = 0;

  const placeAt = (offset: number): Place => {
    const before = text.slice(0, offset).split("\n");
    return {
      file: where.file,
      line: where.line + before.length - 1,
      column: (before.at(-1)?.length ?? 0) + 1,
    };
  };
  const placeOf = (raw: string): Place => {
    const [firstLine = raw] = raw.split("\n");
    const next = text.indexOf(firstLine, reached);
    const found = next < 0 ? text.indexOf(firstLine) : next;
    if (found < 0) return placeAt(0);
    reached = found + 1;
    return placeAt(found);
  };

  return {
    unsafeLink(raw, href) {
      problems.push({
        code: "unsafe-link",
        place: placeOf(raw),
        message: {
          da: `Linket til "${shorten(restored(href))}" fører ikke til noget, som en læser trygt kan åbne, så det bliver udeladt.`,
          en: `The link to "${shorten(restored(href))}" leads to nothing that a reader may safely open, so it is left out.`,
        },
        fix: {
          da: "skriv hele adressen, for eksempel [Klynger](https://www.klynger.example), eller slet linket.",
          en: "write the whole address, for example [Klynger](https://www.klynger.example), or delete the link.",
        },
      });
    },
    imageInText(raw) {
      problems.push({
        code: "image-in-text",
        place: placeOf(raw),
        message: {
          da: "Et billede i teksten ville komme uden kreditering, licens og alt-tekst på begge sprog.",
          en: "A picture in the text would come without its credit, its licence and its alt text in both languages.",
        },
        fix: {
          da: "gem det i photos/ med en sidecarfil, og nævn det i nøglerne, for eksempel photos: [industri-summit].",
          en: "save it in photos/ with a sidecar, and name it in the keys, for example photos: [industri-summit].",
        },
      });
    },
    headingLevelOne(raw) {
      problems.push({
        code: "heading-level-one",
        place: placeOf(raw),
        message: {
          da: "Der står en overskrift på første niveau i teksten, og siden har allerede en: title.",
          en: "A heading of the first level stands in the text, and the page has one already: the title.",
        },
        fix: {
          da: "skriv to havelåger, for eksempel ## Kraftig vækst, eller flyt ordene til title:.",
          en: "write two number signs, for example ## Kraftig vækst, or move the words to title:.",
        },
      });
    },
    unclosedFence(offset) {
      problems.push({
        code: "unclosed-fence",
        place: placeAt(offset),
        message: {
          da: "Blokken, der åbnes her, slutter aldrig, så resten af teksten ville blive vist som kode.",
          en: "The block that is opened here never ends, so the rest of the text would be shown as code.",
        },
        fix: {
          da: "skriv de samme tegn, ``` eller ~~~, på en linje for sig, hvor blokken slutter.",
          en: "write the same signs, ``` or ~~~, on a line of their own where the block ends.",
        },
      });
    },
    problems,
  };
}
