import type { Locale, Localised } from "../content/locale.ts";
import type { Complaint } from "../content/fields.ts";
import type { NewKind } from "../content/new/asked.ts";

interface NewWords {
  readonly which: string;
  /** Before the first question. */
  readonly how: string;
  readonly asked: string;
  readonly written: (file: string) => string;
  readonly would: (file: string) => string;
  readonly wrong: string;
  readonly next: Readonly<Record<NewKind, string>>;
}

/** What `npm run new` says besides its questions. */
export const newWords: Readonly<Record<Locale, NewWords>> = {
  da: {
    which: "Hvad skal laves",
    how: "Enter tager det, der står i [ ]; - udelader det, der kan udelades; Ctrl-C standser, og intet bliver lavet.",
    asked: "Det her passer ikke endnu, så det bliver spurgt igen:",
    written: (file) => `Skrevet: ${file}`,
    would: (file) => `Ville skrive: ${file}`,
    wrong: "Sådan kan det ikke udgives, så intet er skrevet:",
    next: {
      release:
        "Skriv nu teksten under den anden linje af tre bindestreger, og kør npm run check; npm start viser den.",
      photo: "Nævn det under photos: i en meddelelse, eller som portrait: hos en kontakt.",
      contact: "Nævn den under contacts: i en meddelelse; telefontid og mere står i vejledningen.",
      programme: "Nævn det som programme: i meddelelser og sager; mere om det kan tilføjes i filen.",
      case: "Tilføj vejen gennem organerne: npm run new -- step.",
      step: "Alle sider, der viser sagen, får det med, når det er committet og udgivet.",
      body: "Nævn det som body: i en sags trin og i en kontakts roller.",
    },
  },
  en: {
    which: "What is to be made",
    how: "Enter takes what stands in [ ]; - leaves out what may be left out; Ctrl-C stops, and nothing is made.",
    asked: "This is not right yet, so it is asked again:",
    written: (file) => `Written: ${file}`,
    would: (file) => `Would write: ${file}`,
    wrong: "Like this it cannot be published, so nothing was written:",
    next: {
      release:
        "Now write the text below the second line of three hyphens, and run npm run check; npm start shows it.",
      photo: "Name it below photos: in a release, or as portrait: of a contact.",
      contact: "Name it below contacts: in a release; hours and more are in the guide.",
      programme: "Name it as programme: in releases and cases; more of it can be added in the file.",
      case: "Add its way through the bodies: npm run new -- step.",
      step: "Every page that shows the case has it once it is committed and published.",
      body: "Name it as body: in the steps of a case and the roles of a contact.",
    },
  },
};

/** What is wrong with an answer that only shows where the files lie. */
export const newComplaints = {
  there: (file: string): Complaint => ({
    code: "duplicate-id",
    message: {
      da: `${file} findes allerede, og der bliver aldrig skrevet oven i noget.`,
      en: `${file} is there already, and nothing is ever written over.`,
    },
    fix: {
      da: "tag et andet id, eller åbn filen, og ret i den.",
      en: "take another id, or open that file and change it.",
    },
  }),
  taken: (id: string, unit: string): Complaint => ({
    code: "duplicate-id",
    message: {
      da: `${unit} har allerede id'et "${id}", og et id betyder én ting for altid.`,
      en: `${unit} has the id "${id}" already, and an id means one thing for ever.`,
    },
    fix: {
      da: `tag et andet, for eksempel ${id}-2.`,
      en: `take another, for example ${id}-2.`,
    },
  }),
  noFile: (file: string): Complaint => ({
    code: "missing-file",
    message: { da: `Der er ingen fil ${file}.`, en: `There is no file ${file}.` },
    fix: {
      da: "skriv den med den mappe, den ligger i, for eksempel ~/Billeder/moellen.jpg, eller træk den herind.",
      en: "write it with the folder that it lies in, for example ~/Pictures/moellen.jpg, or drag it here.",
    },
  }),
  noKind: (kinds: readonly string[]): Complaint => ({
    code: "wrong-value",
    message: {
      da: `Her kan laves ${kinds.join(", ")}.`,
      en: `What can be made here is ${kinds.join(", ")}.`,
    },
    fix: {
      da: "skriv en af dem, for eksempel npm run new -- release.",
      en: "write one of them, for example npm run new -- release.",
    },
  }),
};

/** A case whose steps are not a list with a line each. */
export function onlyByHand(file: string): Localised {
  return {
    da: `Trinnene i ${file} er skrevet, så kun du kan tilføje til dem. Gør sådan: skriv "steps:" som en liste med et trin under det andet.`,
    en: `The steps of ${file} are written so that only you can add to them. Fix: write "steps:" as a list with one step below the other.`,
  };
}
