import type { Block } from "./blocks.ts";
import type { Instant, LocalDate } from "./instant.ts";
import type { Locale, Localised } from "./locale.ts";
import type { Logo } from "./logo.ts";
import type { OwnColours } from "./palette.ts";

/** The name by which sources cite each other: lower-case letters a–z, digits and hyphens. It never changes. */
export type Id = string;

export const kinds = [
  "newsroom",
  "release",
  "photo",
  "contact",
  "programme",
  "case",
  "body",
  "page",
] as const;
export type Kind = (typeof kinds)[number];

export interface Newsroom {
  readonly kind: "newsroom";
  readonly id: "newsroom";
  readonly name: Localised;
  readonly publisher: Localised;
  /** Where the site stands in public, without a slash at the end: "https://presse.example". */
  readonly url: string;
  /** The zone in which dates are meant: "Europe/Copenhagen". */
  readonly zone: string;
  readonly about: Localised;
  /** What it said of itself before, earliest first, each until the end of a day. */
  readonly aboutBefore: readonly { readonly until: LocalDate; readonly about: Localised }[];
  readonly colours: OwnColours;
  readonly logo?: Logo;
  /** The contact to call when a release names nobody. */
  readonly pressContact?: Id;
  /** The pages that the foot of every page leads to. */
  readonly accessibility?: Id;
  readonly privacy?: Id;
  /** In which those who write are told what is wrong. */
  readonly authorsLanguage: Locale;
  /** The WebSub hub that is told of each change of a feed, and passes it on. */
  readonly hub?: string;
  /** Under what others may use what is told as data: the address of a licence. */
  readonly dataLicence?: string;
}

export interface Translation {
  readonly locale: Locale;
  readonly title: string;
  /** The last part of the address: "vaekstforum-satser-paa-netvaerk-og-klynger". */
  readonly slug: string;
  /** The first paragraph, said once: also the teaser, the description and the summary. */
  readonly lead: string;
  /** The matter in a few sentences, for whoever has half a minute. */
  readonly brief: readonly string[];
  readonly blocks: readonly Block[];
  /** The SHA-256 of this translation's title, lead, text and brief, in 64 hex digits: what a reader can check. */
  readonly hash: string;
  /** Its first 12 digits: what a translation can follow. */
  readonly mark: string;
  /** The mark of the authoritative text that this translation was made from. Only on a translation. */
  readonly follows?: string;
}

/** That a text was changed after readers could see it. */
export interface Correction {
  readonly at: Instant;
  /** Major: what somebody may have printed was wrong. Minor: a slip of the pen. */
  readonly change: "major" | "minor";
  /** What was changed: one sentence. */
  readonly note: Localised;
}

/** The texts of one state of a release. */
export interface Translations {
  readonly da: Translation;
  readonly en?: Translation;
}

export interface ReleaseLink {
  readonly label: Localised;
  readonly target: { readonly url: string } | { readonly membersOf: Id };
}

export interface Release {
  readonly kind: "release";
  readonly id: Id;
  readonly date: LocalDate;
  /** The instant that readers see as its date: midnight in the zone where only a day is given. */
  readonly released: Instant;
  /** Nothing of it is public before this instant: the later of `released` and the embargo's end. */
  readonly liveFrom: Instant;
  readonly programme?: Id;
  readonly case?: Id;
  readonly contacts: readonly Id[];
  readonly photos: readonly Id[];
  readonly topics: readonly string[];
  readonly links: readonly ReleaseLink[];
  /** True for the examples of our own invention that come with Presserum. */
  readonly sample: boolean;
  readonly imported?: { readonly url: string; readonly titleReconstructed: boolean };
  /** Whether there is an English text, is to be one, or none is meant. */
  readonly english: "here" | "later" | "none";
  readonly translations: Translations;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
  /** The texts as they stood before each correction: as many as there are corrections, the first published first. */
  readonly earlier: readonly Translations[];
  /** Readers of its address get this in the place of the text. */
  readonly withdrawn?: { readonly at: Instant; readonly reason: Localised };
  /** Where it stood before, without slashes at the ends: "da/2008/05/vaekstforum". They lead to where it stands. */
  readonly formerAddresses: readonly string[];
  /** Who may read it before it is out. */
  readonly advance: readonly AdvanceCopy[];
}

/** One person's way to read a release under embargo. */
export interface AdvanceCopy {
  /** As the page names them, all over it: "Jens Jensen, Ritzau". */
  readonly recipient: string;
  readonly until: Instant;
  /** The part of its address that nobody can guess: 32 hex digits. */
  readonly key: string;
}

/** On what a picture of somebody may be shown: the words of the General Data Protection Regulation, article 6. */
export const consentBases = ["consent", "contract", "public-task", "legitimate-interest"] as const;
export type ConsentBasis = (typeof consentBases)[number];

/** Somebody who is in a picture. */
export interface Depicted {
  readonly name: string;
  readonly consent?: { readonly basis: ConsentBasis; readonly until?: Instant };
}

export interface Photo {
  readonly kind: "photo";
  readonly id: Id;
  /** The file beside the sidecar: "rodin-genoff-industri-summit-2008.jpg". */
  readonly file: string;
  readonly alt: Localised;
  readonly caption: Localised;
  /** Who is to be named: "Region Midtjylland". Printed as "Foto: …". */
  readonly credit: string;
  readonly creator: { readonly name: string } | { readonly unknownBecause: Localised };
  readonly copyright: string;
  readonly licence: { readonly name: Localised; readonly url: string; readonly terms: Localised };
  readonly people: readonly Depicted[];
  readonly place?: string;
  readonly event?: string;
  /** When it was taken, as precisely as is known: "2008-04". */
  readonly taken?: string;
  /** The point that crops keep inside: parts of the width and height, 0 to 1. */
  readonly focus?: { readonly x: number; readonly y: number };
  /** Drawn, not taken: said in caption, alt text and pixels. */
  readonly placeholder: boolean;
  /** From this very instant on it is not shown: the earliest at which somebody's consent ends. */
  readonly shownUntil?: Instant;
  /** Read from the file itself. How many pixels it has is for whoever opens it: its manifest says so. */
  readonly original: {
    /** Its address in the source bucket. */
    readonly object: string;
    readonly format: OriginalFormat;
    readonly bytes: number;
  };
}

/** What a press original may be: what can be given its rights without touching a pixel. */
export const originalFormats = ["jpeg", "png", "tiff", "webp"] as const;
export type OriginalFormat = (typeof originalFormats)[number];

export interface Role {
  readonly title: Localised;
  readonly body?: Id;
  readonly department?: Localised;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** The first instant of `from` in the zone. */
  readonly heldFrom?: Instant;
  /** The first instant after the day of `to` in the zone: the role is somebody else's from then on. */
  readonly heldUntil?: Instant;
}

export interface Contact {
  readonly kind: "contact";
  readonly id: Id;
  readonly name: string;
  readonly type: "person" | "desk";
  /** The first is the one to show where there is room for one. */
  readonly roles: readonly Role[];
  /** E.164: "+4587285010". */
  readonly phone?: string;
  readonly mobile?: string;
  /** As printed, case kept: "Bent.Mikkelsen@ru.rm.dk". */
  readonly email?: string;
  /** Of somebody elected: for which list, and for which part of the country. */
  readonly party?: Localised;
  readonly seat?: Localised;
  /** When somebody answers, in the newsroom's zone; empty where that is not said. */
  readonly hours: readonly Hours[];
  /** Whether somebody answers on public holidays too. */
  readonly onHolidays: boolean;
  /** A number that takes no text messages. */
  readonly noSms: boolean;
  readonly portrait?: Id;
  /** The day for which all this was true, where it is known to be of its time and not of today. */
  readonly historicalOn?: LocalDate;
  readonly sample: boolean;
}

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof weekdays)[number];

export interface Hours {
  /** In the order of the week. */
  readonly days: readonly Weekday[];
  /** "08:00"; `to` is later on the same day, at the latest "24:00". */
  readonly from: string;
  readonly to: string;
}

export interface Money {
  /** In whole units of the currency: 56200000. */
  readonly exact: number;
  /** The same as the text rounds it: 56000000. */
  readonly rounded?: number;
  /** ISO 4217: "DKK". */
  readonly currency: string;
}

export interface Programme {
  readonly kind: "programme";
  readonly id: Id;
  readonly name: Localised;
  readonly slug: Localised;
  readonly formerAddresses: readonly string[];
  readonly summary: Localised;
  readonly liveFrom?: Instant;
  /** Years: { from: 2009, to: 2011 }. */
  readonly period?: { readonly from: number; readonly to: number };
  readonly budget?: Money;
  readonly covers: readonly Localised[];
  readonly aim?: Localised;
  readonly targetGroup?: Localised;
  readonly supports: readonly Localised[];
  readonly routes: readonly Localised[];
  readonly inspiration?: Localised;
  readonly sectors: readonly Localised[];
  readonly priorities: readonly Localised[];
  readonly url?: string;
  readonly contacts: readonly Id[];
  readonly sample: boolean;
}

export const stepActions = ["approval", "recommendation", "decision", "hearing", "debate"] as const;
export type StepAction = (typeof stepActions)[number];
export const stepOutcomes = [
  "approved",
  "recommended",
  "adopted",
  "amended",
  "rejected",
  "postponed",
  "noted",
] as const;
export type StepOutcome = (typeof stepOutcomes)[number];

export interface Step {
  /** Unique within its case. */
  readonly id: Id;
  readonly body: Id;
  readonly date: LocalDate;
  readonly action: StepAction;
  /** What the body was asked or decided: one sentence. */
  readonly subject: Localised;
  /** Absent while it is still to be decided, or not recorded. */
  readonly outcome?: StepOutcome;
  /** The first instant of the day after `date` in the zone: from then on a missing outcome is overdue. */
  readonly overdueFrom: Instant;
}

/** What documents are written in, by ISO 639-1: the languages of the realm, its neighbours and its residents. */
export const documentLanguages = [
  "da",
  "en",
  "fo",
  "kl",
  "de",
  "sv",
  "nb",
  "fi",
  "is",
  "nl",
  "fr",
  "es",
  "pl",
  "ro",
  "uk",
  "ru",
  "tr",
  "ar",
  "fa",
  "so",
  "ur",
] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

/** What a body was handed or decided, as it was printed. */
export interface CaseDocument {
  /** Beside the case, in a folder of its name: "indstilling.pdf". */
  readonly file: string;
  readonly title: Localised;
  readonly language: DocumentLanguage;
  readonly date?: LocalDate;
  /** The step that it belongs to. */
  readonly step?: Id;
  /** Nothing of it is public before this instant, where that is later than the case's. */
  readonly liveFrom?: Instant;
  /** Read from the file itself; `object` is its address in the source bucket. */
  readonly object: string;
  readonly bytes: number;
  readonly pages: number;
}

export interface Case {
  readonly kind: "case";
  readonly id: Id;
  readonly title: Localised;
  readonly slug: Localised;
  readonly formerAddresses: readonly string[];
  readonly liveFrom?: Instant;
  readonly number?: string;
  readonly programme?: Id;
  /** In order of date. */
  readonly steps: readonly Step[];
  /** In the order in which the author has them. */
  readonly documents: readonly CaseDocument[];
  readonly sample: boolean;
}

export interface Body {
  readonly kind: "body";
  readonly id: Id;
  readonly name: Localised;
  readonly slug: Localised;
  readonly formerAddresses: readonly string[];
  /** What it does and decides: one or two sentences. */
  readonly remit: Localised;
  readonly url?: string;
  readonly sample: boolean;
}

/** What stands by itself and is no news: the accessibility statement, what is kept of readers. */
export interface Page {
  readonly kind: "page";
  readonly id: Id;
  readonly title: Localised;
  readonly slug: Localised;
  readonly formerAddresses: readonly string[];
  readonly lead: Localised;
  readonly sections: readonly PageSection[];
  /** Who answers to what it says. */
  readonly contacts: readonly Id[];
  /** The day on which somebody last saw that all of it is true. */
  readonly updated: LocalDate;
  readonly sample: boolean;
}

export interface PageSection {
  readonly heading: Localised;
  readonly paragraphs: readonly Localised[];
  readonly links: readonly { readonly label: Localised; readonly url: string }[];
}

export type Entry = Newsroom | Release | Photo | Contact | Programme | Case | Body | Page;
export type EntryOf<K extends Kind> = Extract<Entry, { kind: K }>;
