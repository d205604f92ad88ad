import type {
  DataList,
  DataAnswers,
  DocumentView,
  FactView,
  FormatName,
  FoundKind,
  Locale,
  NavigationName,
  StepView,
  Weekday,
  YearListPage,
} from "./views.ts";
import { da } from "./strings-da.ts";
import { en } from "./strings-en.ts";

/** What a page calls itself, in title bars and in search results. */
export interface PageWords {
  readonly title: string;
  readonly description: string;
}

/** Everything that the press room itself says, in one language. What authors say is in their content. */
export interface Strings {
  readonly languageName: string;
  /** The switch to the other language, in that language's words. */
  readonly readInThis: string;
  readonly skipToContent: string;
  readonly mainNavigation: string;
  readonly breadcrumbs: string;
  readonly navigation: Readonly<Record<NavigationName, string>>;
  readonly pages: {
    readonly archive: (newsroom: string) => PageWords;
    readonly year: (year: number, newsroom: string) => PageWords;
    /** "2008-05" */
    readonly month: (month: string, newsroom: string) => PageWords;
    readonly programmes: (newsroom: string) => PageWords;
    readonly cases: (newsroom: string) => PageWords;
    readonly bodies: (newsroom: string) => PageWords;
    readonly contacts: (newsroom: string) => PageWords;
    readonly search: (newsroom: string) => PageWords;
    readonly data: (newsroom: string) => PageWords;
    readonly photos: (newsroom: string) => PageWords;
    readonly portraits: (newsroom: string) => PageWords;
    /** Of a month, a programme or a person. */
    readonly photosOf: (what: string, newsroom: string) => PageWords;
    readonly photoGone: (publisher: string) => PageWords;
    readonly history: (release: string, newsroom: string) => PageWords;
    readonly compare: (release: string) => PageWords;
    readonly version: (number: number, release: string) => PageWords;
    readonly withdrawn: (newsroom: string) => PageWords;
    readonly notFound: (newsroom: string) => PageWords;
    readonly welcome: (newsroom: string) => PageWords;
  };
  readonly search: {
    readonly label: string;
    readonly none: string;
    /** With "{what}" where the numbers go: "1 person and 2 press releases". */
    readonly found: string;
    /** In the order in which they are counted. What each is called, and several of them, with "{n}" where the number goes. */
    readonly kinds: Readonly<
      Record<FoundKind, { readonly name: string; readonly one: string; readonly many: string }>
    >;
    /** With "{from}" and "{to}" where the years go. */
    readonly further: string;
    readonly failed: string;
    readonly needsScript: string;
    readonly directories: string;
    readonly browse: string;
  };
  /** The page that tells programmers what there is. */
  readonly data: {
    readonly lead: string;
    /** Where the site is files alone. */
    readonly onlyFiles: string;
    readonly lists: string;
    readonly ofList: Readonly<Record<DataList, string>>;
    readonly rules: (page: DataAnswers["page"]) => readonly string[];
    readonly description: string;
    readonly oparl: string;
    readonly ofOparl: readonly string[];
    readonly files: string;
    readonly ofFiles: readonly string[];
  };
  readonly pressRelease: string;
  /** Above the points, at the top of a release. */
  readonly inBrief: string;
  readonly nextStep: string;
  readonly quotes: { readonly opening: string; readonly closing: string; readonly copyQuote: string };
  readonly copyText: string;
  /** Announced after a button that copies was pressed. */
  readonly copied: string;
  readonly notCopied: string;
  readonly aboutPublisher: (publisher: string) => string;
  readonly citing: {
    readonly heading: string;
    readonly copy: string;
    readonly line: (publisher: string, title: string, date: string, version: number) => string;
    readonly source: (publisher: string, date: string) => string;
    readonly translated: string;
  };
  /** Of a QR code, for those who cannot see it. */
  readonly qrOfPage: string;
  readonly sample: string;
  /** Above the contacts of a page that is no news. */
  readonly whoAnswers: string;
  /** The day follows. */
  readonly lookedThrough: string;
  readonly sampleRelease: string;
  readonly onlyIn: Readonly<Record<Locale, string>>;
  readonly imported: string;
  readonly importedLink: string;
  readonly titleReconstructed: string;
  readonly translation: Readonly<Record<"current" | "stale" | "unmarked", string>>;
  /** Before the day or minute of a Danish text. */
  readonly follows: string;
  readonly changedSince: (passages: number) => string;
  readonly sideBySide: string;
  /** Above a passage that is no longer as it was when it was translated. */
  readonly since: Readonly<Record<"changed" | "added" | "removed", string>>;
  /** In the place of a passage that one of the languages does not have. */
  readonly notIn: Readonly<Record<Locale, string>>;
  readonly original: string;
  readonly corrections: string;
  /** Above a release that one person may read before it is out. */
  readonly advanceCopy: string;
  readonly advanceFor: (recipient: string) => string;
  /** The hour follows. */
  readonly underEmbargo: string;
  readonly notToBePassedOn: string;
  readonly change: Readonly<Record<"major" | "minor", string>>;
  readonly allChanges: string;
  readonly history: string;
  readonly version: (number: number) => string;
  readonly published: string;
  readonly fingerprint: string;
  readonly added: string;
  readonly removed: string;
  readonly nothingChanged: string;
  readonly keptVersion: (number: number, of: number) => string;
  readonly newestText: string;
  readonly withdrawnOn: string;
  readonly moved: string;
  readonly topic: string;
  readonly topics: string;
  readonly more: string;
  readonly photos: string;
  /** Before the address of a release, in formats that are not the page itself. */
  readonly readOnline: string;
  readonly alsoAs: string;
  readonly formats: Readonly<Record<FormatName, string>>;
  readonly older: string;
  readonly newer: string;
  readonly neighbours: string;
  /** Above older releases on the same matter. */
  readonly related: string;
  /** Under a photo, at the end of its caption. */
  readonly credit: (credit: string) => string;
  readonly creator: (name: string) => string;
  readonly creatorUnknown: (why: string) => string;
  readonly licence: string;
  readonly people: string;
  readonly place: string;
  readonly taken: string;
  readonly altText: string;
  /** @param last  "18. august 2027" */
  readonly mayBeShownUntil: (last: string) => string;
  readonly gallery: Readonly<
    Record<
      | "portraits"
      | "none"
      | "older"
      | "filters"
      | "all"
      | "orientation"
      | "landscape"
      | "portrait"
      | "square"
      | "licence"
      | "printReady"
      | "printReadyMeans"
      | "showAll"
      | "nothingLeft"
      | "people"
      | "programmes"
      | "months"
      | "uses"
      | "portraitOf"
      | "facts"
      | "event"
      | "permission",
      string
    >
  >;
  /** A release's photos and texts in one archive; names of files have no signs that a computer could take for others. */
  readonly kit: {
    readonly heading: string;
    readonly download: string;
    readonly contents: string;
    /** In the place of the download, where originals and texts are more than one file can hold. */
    readonly tooLarge: (size: string) => string;
    readonly photos: string;
    readonly release: string;
    readonly captions: string;
    readonly captionTable: string;
    readonly licences: string;
    readonly contacts: string;
    readonly separator: "," | ";";
    readonly columns: Readonly<
      Record<
        "file" | "caption" | "credit" | "creator" | "copyright" | "licenceAddress" | "terms" | "shownUntil",
        string
      >
    >;
  };
  readonly download: string;
  /** In the place of a photo whose consent has ended. */
  readonly photoGone: string;
  /** On a page that has shown it. */
  readonly photosGone: (count: number) => string;
  readonly pixels: (width: string, height: string) => string;
  readonly print: (size: string) => string;
  readonly contacts: string;
  readonly members: string;
  readonly phone: string;
  readonly mobile: string;
  readonly email: string;
  readonly saveContact: string;
  readonly saveAllContacts: string;
  readonly vcard4: string;
  readonly scanContact: string;
  readonly copyContact: string;
  readonly copyCaption: string;
  readonly noSms: string;
  /** Above what somebody is now, below what they were on the page's day. */
  readonly rolesToday: string;
  readonly noRole: string;
  /** After the note that a card is of another day; the press contact's name follows. */
  readonly askToday: string;
  readonly hours: {
    readonly answers: string;
    readonly span: (days: string, from: string, to: string) => string;
    readonly days: Readonly<Record<Weekday, string>>;
    readonly notOnHolidays: string;
    readonly now: string;
    readonly notNow: string;
  };
  /** Headings of the directory. */
  readonly groups: { readonly desks: string; readonly others: string };
  /** Under a card whose facts are of their day: "2008-05-27". */
  readonly historical: (date: string) => string;
  readonly desk: string;
  readonly programme: string;
  readonly aboutProgramme: string;
  readonly facts: Readonly<Record<FactView["kind"], string>>;
  readonly exactly: (amount: string) => string;
  readonly rounded: (amount: string) => string;
  readonly trail: string;
  /** Above releases and decisions in one. */
  readonly documents: {
    readonly heading: string;
    readonly pages: (count: number) => string;
    readonly inLanguage: Readonly<Record<DocumentView["language"], string>>;
  };
  /** The heads of a case's table. */
  readonly caseTable: Readonly<
    Record<
      "type" | "date" | "body" | "part" | "text" | "outcome" | "language" | "pages" | "bytes" | "address",
      string
    >
  > & { readonly step: string; readonly document: string };
  readonly timeLine: string;
  /** Above the years of a list. */
  readonly byYear: string;
  /** What a search engine says of one of them. @param name  of what the list is about: "Bent Hansen" */
  readonly listedIn: Readonly<Record<YearListPage["of"], (name: string, year: number) => string>>;
  /** Above the heading of one of them: what is listed. */
  readonly listedOf: Readonly<Record<YearListPage["of"], string>>;
  readonly caseNumber: (number: string) => string;
  /** After the body's name: what it does with the case. */
  /** After a body's name: what it does. */
  readonly actions: Readonly<Record<StepView["action"], string>>;
  /** Beside a body's name: as what it takes part. */
  readonly parts: Readonly<Record<StepView["action"], string>>;
  readonly outcomes: Readonly<Record<NonNullable<StepView["outcome"]>, string>>;
  readonly pending: string;
  readonly overdue: string;
  readonly stillToBeDecided: string;
  readonly nothingPending: string;
  readonly newest: string;
  readonly wholeArchive: string;
  readonly releases: string;
  readonly noReleases: string;
  readonly noMembers: string;
  readonly noSteps: string;
  readonly decisionsOf: (body: string) => string;
  readonly website: string;
  readonly notFoundHint: string;
  readonly toFront: string;
  readonly aboutNewsroom: string;
  readonly noCookies: string;
  readonly feed: string;
  readonly newsOn: (topic: string) => string;
}

const all: Readonly<Record<Locale, Strings>> = { da, en };

export function stringsOf(locale: Locale): Strings {
  return all[locale];
}
