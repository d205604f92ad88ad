import { momentInWords } from "./moment-in-words.ts";
import type { Case, Contact, Newsroom, Photo, Release } from "./entry.ts";
import type { Instant } from "./instant.ts";
import { locales } from "./locale.ts";
import type { Locale, Localised } from "./locale.ts";
import { englishState } from "./mark.ts";
import type { Problem, Warning } from "./problem.ts";

/** One thing to have looked at before a release goes. `stop`: as it is, it cannot go. `look`: somebody should look. */
export interface ChecklistLine {
  readonly state: "ready" | "look" | "stop";
  readonly text: Localised;
}

/** What a release is sent out with. */
export interface Ready {
  readonly release: Release;
  readonly newsroom: Newsroom;
  readonly photos: readonly Photo[];
  readonly contacts: readonly Contact[];
  readonly case?: Case;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

/** What to look at before a release goes, in the order in which a press officer goes through it. */
export function checklistOf(ready: Ready, now: Instant): readonly ChecklistLine[] {
  return [
    ...mistakes(ready),
    moment(ready, now),
    translation(ready.release),
    ...ready.photos.flatMap((one) => photo(one, now)),
    ...(ready.photos.length === 0
      ? [
          look(
            "Ingen fotos: mange medier bringer kun det, der er billede til.",
            "No photos: many media only carry what has a picture.",
          ),
        ]
      : []),
    contact(ready),
    ...decisions(ready, now),
  ];
}

/** The list as a terminal shows it. */
export function checklistText(lines: readonly ChecklistLine[], language: Locale): string {
  const marks = { ready: "✓", look: "!", stop: "✗" };
  return lines.map(({ state, text }) => ` ${marks[state]} ${text[language]}`).join("\n");
}

function mistakes({ problems, warnings }: Ready): readonly ChecklistLine[] {
  if (problems.length > 0)
    return [
      line(
        "stop",
        `${problems.length} at rette: npm run check siger hvor.`,
        `${problems.length} to mend: npm run check says where.`,
      ),
    ];
  const right = line("ready", "Intet at rette.", "Nothing to mend.");
  return warnings.length === 0
    ? [right]
    : [
        right,
        look(
          `${warnings.length} at se på: npm run check siger hvad.`,
          `${warnings.length} to look at: npm run check says what.`,
        ),
      ];
}

function moment({ release, newsroom }: Ready, now: Instant): ChecklistLine {
  if (release.withdrawn !== undefined)
    return look("Meddelelsen er trukket tilbage.", "The release is withdrawn.");
  if (release.liveFrom <= now)
    return line("ready", "Går ud, så snart den er udgivet.", "Goes out as soon as it is published.");
  const words = (locale: Locale) => momentInWords(release.liveFrom, now, newsroom.zone, locale);
  return line("ready", `Hemmelig indtil ${words("da")}.`, `Secret until ${words("en")}.`);
}

function translation(release: Release): ChecklistLine {
  switch (englishState(release)) {
    case "current":
      return line("ready", "Den engelske tekst følger den danske.", "The English text follows the Danish.");
    case "stale":
      return look(
        "Den danske tekst er ændret, siden den engelske blev skrevet.",
        "The Danish text has changed since the English was written.",
      );
    case "unmarked":
      return look(
        "Den engelske tekst siger ikke, hvilken dansk den følger.",
        "The English text does not say which Danish it follows.",
      );
    case undefined:
      return release.english === "none"
        ? line("ready", "Kun på dansk, og det er meningen.", "In Danish only, and meant to be.")
        : look(
            "Den engelske tekst mangler endnu; læserne får det at vide.",
            "The English text is still to come; readers are told so.",
          );
  }
}

/** Alt, credit and licence are there or the photo could not be read: what is left to look at is who is in it. */
function photo(one: Photo, now: Instant): readonly ChecklistLine[] {
  const alt = locales.every((locale) => one.alt[locale] !== "");
  const there = line(
    alt ? "ready" : "stop",
    `Foto ${one.id}: alt-tekst på begge sprog, kreditering „${one.credit}“, licens ${one.licence.name.da}.`,
    `Photo ${one.id}: alt text in both languages, credit “${one.credit}”, licence ${one.licence.name.en}.`,
  );
  const consents = one.people.map(({ name, consent }): ChecklistLine => {
    if (consent === undefined)
      return look(
        `Foto ${one.id}: intet skrevet om samtykke fra ${name}.`,
        `Photo ${one.id}: nothing written on the consent of ${name}.`,
      );
    if (consent.until !== undefined && consent.until <= now)
      return line(
        "stop",
        `Foto ${one.id}: samtykket fra ${name} er udløbet, så fotoet vises ikke.`,
        `Photo ${one.id}: the consent of ${name} has ended, so the photo is not shown.`,
      );
    return line("ready", `Foto ${one.id}: ${name} må vises.`, `Photo ${one.id}: ${name} may be shown.`);
  });
  return [there, ...consents];
}

function contact({ contacts, release }: Ready): ChecklistLine {
  const [first] = contacts;
  if (first === undefined) return line("stop", "Ingen at ringe til.", "Nobody to call.");
  const reach = first.mobile ?? first.phone ?? first.email;
  const own = release.contacts.length > 0;
  if (reach === undefined)
    return look(
      `${first.name} har hverken telefon eller e-mail.`,
      `${first.name} has neither telephone nor e-mail.`,
    );
  return own
    ? line("ready", `Pressen ringer til ${first.name}, ${reach}.`, `The press calls ${first.name}, ${reach}.`)
    : line(
        "ready",
        `Ingen er nævnt, så pressen ringer til ${first.name}, ${reach}.`,
        `Nobody is named, so the press calls ${first.name}, ${reach}.`,
      );
}

function decisions({ case: matter }: Ready, now: Instant): readonly ChecklistLine[] {
  return (matter?.steps ?? [])
    .filter(({ outcome }) => outcome === undefined)
    .map((step) =>
      step.overdueFrom <= now
        ? look(
            `Udfaldet af mødet ${step.date} mangler: ${step.subject.da}`,
            `The outcome of the meeting on ${step.date} is missing: ${step.subject.en}`,
          )
        : line(
            "ready",
            `Afgøres ${step.date}: ${step.subject.da}`,
            `To be decided on ${step.date}: ${step.subject.en}`,
          ),
    );
}

function line(state: ChecklistLine["state"], da: string, en: string): ChecklistLine {
  return { state, text: { da, en } };
}

function look(da: string, en: string): ChecklistLine {
  return line("look", da, en);
}
