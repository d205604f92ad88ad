import type { Case, Contact, Photo, Release } from "../entry.ts";
import type { Instant } from "../instant.ts";
import { locales } from "../locale.ts";
import { englishState } from "../mark.ts";
import { largestKit } from "../photo-limits.ts";
import type { Warning } from "../problem.ts";
import type { ReadEntry } from "../read-content.ts";
import { warn } from "./draft.ts";

type Places = Pick<ReadEntry, "places" | "sources">;

/** What of a release is doubtful whatever its words are. */
export function releaseWarnings(
  release: Release,
  read: Places,
  known: {
    readonly contact: (id: string) => Contact | undefined;
    readonly photo: (id: string) => Photo | undefined;
    readonly pressContact: string | undefined;
  },
): readonly Warning[] {
  return [
    ...nobodyToCall(release, read, known.pressContact),
    ...release.contacts.flatMap((id, index) => endedRole(release, known.contact(id), index, read)),
    ...translation(release, read),
    ...tooMuchForOneKit(release, read, known.photo),
  ];
}

function nobodyToCall(release: Release, read: Places, pressContact: string | undefined): readonly Warning[] {
  if (release.contacts.length > 0 || pressContact !== undefined) return [];
  return [
    warn(
      "nobody-to-call",
      at(read, "contacts", "title"),
      {
        da: "Meddelelsen nævner ingen kontakt, og presserummet har ingen fælles, så ingen journalist ved, hvem der svarer.",
        en: "The release names no contact and the press room has none of its own, so no journalist knows who answers.",
      },
      {
        da: "tilføj contacts: [id], eller press_contact i newsroom.yaml.",
        en: "add contacts: [id], or press_contact in newsroom.yaml.",
      },
    ),
  ];
}

function endedRole(
  release: Release,
  contact: Contact | undefined,
  index: number,
  read: Places,
): readonly Warning[] {
  const last = contact?.roles
    .map(({ to }) => to ?? "9999")
    .toSorted()
    .at(-1);
  if (contact === undefined || last === undefined || last >= release.date) return [];
  return [
    warn(
      "role-ended",
      at(read, `contacts.${index}`),
      {
        da: `${contact.name} havde ingen rolle mere, da meddelelsen kom: den sidste sluttede den ${last}.`,
        en: `${contact.name} had no role any more when the release came out: the last ended on ${last}.`,
      },
      {
        da: "nævn den, der har overtaget, eller ret rollernes datoer.",
        en: "name whoever has taken over, or mend the dates of the roles.",
      },
    ),
  ];
}

function translation(release: Release, read: Places): readonly Warning[] {
  const state = englishState(release);
  const { mark } = release.translations.da;
  if (state === "stale") {
    return [
      warn(
        "translation-behind",
        at(read, "en.follows"),
        {
          da: "Den danske tekst er ændret, siden den blev oversat, og den engelske side siger det til læserne.",
          en: "The Danish text has changed since it was translated, and the English page tells readers so.",
        },
        {
          da: `ret den engelske, og skriv follows: ${mark}.`,
          en: `bring the English up to date, and write follows: ${mark}.`,
        },
      ),
    ];
  }
  if (state !== "unmarked") return [];
  return [
    warn(
      "translation-unmarked",
      at(read, "en.title"),
      {
        da: "Oversættelsen siger ikke, hvilken dansk tekst den følger, så ingen opdager, når den kommer bagud.",
        en: "The translation does not say which Danish text it follows, so nobody notices when it falls behind.",
      },
      {
        da: `når de to siger det samme, så skriv follows: ${mark}.`,
        en: `once both say the same, write follows: ${mark}.`,
      },
    ),
  ];
}

/** By the files as they were delivered, which is about what readers get. */
function tooMuchForOneKit(
  release: Release,
  read: Places,
  photo: (id: string) => Photo | undefined,
): readonly Warning[] {
  const sizes = [...new Set(release.photos)].map((id) => photo(id)?.original.bytes ?? 0);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes <= largestKit) return [];
  const [size, most] = [bytes, largestKit].map((one) => (one / 1e9).toFixed(1));
  return [
    warn(
      "kit-too-large",
      at(read, "photos", "title"),
      {
        da: `Fotoene fylder ${String(size).replace(".", ",")} GB, mere end de ${String(most).replace(".", ",")} GB, som én zip-fil kan rumme, så der bliver ikke noget pressemateriale at hente; siden siger det og tilbyder fotoene ét for ét.`,
        en: `The photos are ${size} GB, more than the ${most} GB that one zip file can hold, so there will be no press kit to download; the page says so and offers the photos one by one.`,
      },
      {
        da: "del fotoene mellem flere meddelelser, eller eksportér de tungeste som JPEG.",
        en: "share the photos between more releases, or export the heaviest as JPEG.",
      },
    ),
  ];
}

const saysPhoto =
  /^(?:(?:et )?(?:billede|foto|fotografi) (?:af|med)|an? (?:photo|picture|image|photograph) of|(?:photo|picture|image) of)\b/iu;

/** @param now  a consent that has ended by then keeps the photo from readers */
export function photoWarnings(photo: Photo, read: Places, now: Instant): readonly Warning[] {
  return [...announcedAlt(photo, read), ...endingConsents(photo, read, now)];
}

/** Long enough to ask somebody again, and to take a new picture where they say no. */
const ahead = 60 * 86_400_000;

/** No mistake: the photo goes by itself, and a commit that mends a comma need not wait for somebody to sign. */
function endingConsents(photo: Photo, read: Places, now: Instant): readonly Warning[] {
  return photo.people.flatMap(({ name, consent }, index) => {
    const until = consent?.until;
    if (until === undefined || Date.parse(until) > Date.parse(now) + ahead) return [];
    const place = at(read, `people.${index}.consent.until`);
    const fix = {
      da: "spørg igen, og skriv en senere dag i until, eller tag fotoet ud.",
      en: "ask again and write a later day in until, or take the photo out.",
    };
    if (until <= now) {
      const ended = {
        da: `Samtykket fra ${name} er udløbet, så fotoet bliver ikke vist.`,
        en: `The consent of ${name} has ended, so the photo is not shown.`,
      };
      return [warn("consent-ended", place, ended, fix)];
    }
    const ending = {
      da: `Samtykket fra ${name} udløber ${until.slice(0, 10)}, og så forsvinder fotoet af sig selv.`,
      en: `The consent of ${name} ends on ${until.slice(0, 10)}, and the photo then goes by itself.`,
    };
    return [warn("consent-ending", place, ending, fix)];
  });
}

function announcedAlt(photo: Photo, read: Places): readonly Warning[] {
  return locales
    .filter((locale) => saysPhoto.test(photo.alt[locale]))
    .map((locale) =>
      warn(
        "alt-says-photo",
        at(read, `alt.${locale}`),
        {
          da: "Alt-teksten begynder med at sige, at det er et billede, og det har skærmlæseren allerede sagt.",
          en: "The alt text begins by saying that it is a picture, and the screen reader has said so already.",
        },
        {
          da: "begynd med det, der er at se, for eksempel: To mænd ved et bord.",
          en: "begin with what is to be seen, for example: Two men at a table.",
        },
      ),
    );
}

/** @param now  a step whose day has passed by then should have its outcome */
export function caseWarnings(entry: Case, read: Places, now: Instant): readonly Warning[] {
  return entry.steps.flatMap((step, index) =>
    step.outcome !== undefined || step.overdueFrom > now
      ? []
      : [
          warn(
            "outcome-overdue",
            at(read, `steps.${index}.date`),
            {
              da: `Mødet var den ${step.date}, og siderne siger, at udfaldet ikke er registreret.`,
              en: `The meeting was on ${step.date}, and the pages say that its outcome is not recorded.`,
            },
            {
              da: "tilføj udfaldet, for eksempel outcome: approved.",
              en: "add the outcome, for example outcome: approved.",
            },
          ),
        ],
  );
}

function at({ places, sources }: Places, ...keys: readonly string[]) {
  const place = keys.map((key) => places[key]).find((one) => one !== undefined);
  return place ?? { file: Object.keys(sources).at(-1) ?? "", line: 1, column: 1 };
}
