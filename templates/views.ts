import type { PhotoFacts, PhotoView, PictureView } from "./photo-views.ts";
import type { CorrectionView, FollowedView } from "./version-views.ts";

/**
 * What each page shows, as data: the whole of what a template may know. Values are already chosen for the
 * locale and the instant; dates, money and sizes are still data, because how they look is a matter of language.
 * Every `path` is on this site and begins with "/"; every `href` is safe to put into an attribute.
 */
export type Locale = "da" | "en";

export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "strong" | "emphasis"; readonly children: readonly Inline[] }
  | { readonly type: "code"; readonly text: string }
  | { readonly type: "link"; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: "break" };

export type TextBlock =
  | { readonly type: "paragraph"; readonly children: readonly Inline[] }
  | {
      readonly type: "heading";
      readonly level: 2 | 3 | 4;
      readonly id: string;
      readonly children: readonly Inline[];
    }
  /** `id` is the quote's anchor; a quote within a quoted passage has none. */
  | {
      readonly type: "quote";
      readonly id?: string;
      readonly children: readonly Inline[];
      readonly speaker?: SpeakerView;
    }
  | { readonly type: "excerpt"; readonly blocks: readonly TextBlock[] }
  | {
      readonly type: "list";
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly TextBlock[])[];
    }
  | { readonly type: "code"; readonly text: string }
  | {
      readonly type: "table";
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly type: "rule" };

export interface SpeakerView {
  readonly name: string;
  readonly role?: string;
  /** The speaker's own page, where the newsroom knows them. */
  readonly path?: string;
}

/** Text that leads to another page of ours. */
export interface LinkView {
  readonly text: string;
  readonly path: string;
}

/** A text in another language than the page carries `lang`, so that it is pronounced and hyphenated right. */
export interface ForeignText {
  readonly text: string;
  readonly lang?: Locale;
}

/** What every page has around its own matter. */
export interface Frame {
  readonly locale: Locale;
  readonly newsroom: {
    readonly name: string;
    readonly publisher: string;
    readonly about: string;
    readonly logo?: { readonly path: string; readonly width: number; readonly height: number };
  };
  /** The page's headline, as it stands in the title bar before the newsroom's name. */
  readonly title: string;
  readonly description: string;
  /** Absolute address of this page. Absent on pages that should not be found, such as the 404. */
  readonly canonical?: string;
  /** Absolute addresses of this page in each language that has it, itself among them; x-default is Danish. */
  readonly alternates: readonly { readonly hreflang: Locale | "x-default"; readonly href: string }[];
  /** Where the language switch goes: the same page in the other language, or its front page if there is none. */
  readonly otherLanguage: { readonly locale: Locale; readonly path: string; readonly samePage: boolean };
  readonly navigation: readonly {
    readonly name: NavigationName;
    readonly path: string;
    readonly current: boolean;
  }[];
  /** From the front page down to the parent of this page; empty on the front page. */
  readonly breadcrumbs: readonly LinkView[];
  readonly stylesheet: string;
  readonly script: string;
  readonly frontPath: string;
  readonly feedPath: string;
  /** Pages that every page leads to: what is said of accessibility and of readers' privacy. */
  readonly footLinks: readonly LinkView[];
  /** For programs that look for what is new: those of all news, and those of what the page is about. */
  readonly feeds: readonly { readonly type: string; readonly title: string; readonly path: string }[];
  /** The same in other formats, for programs. */
  readonly formats: readonly FormatView[];
  /** JSON-LD objects, each to be put into a script element of its own, escaped for it. */
  readonly structuredData: readonly object[];
  /** For link previews: the first is what is to be shown, and another is there for whoever cannot use it. */
  readonly socialImages: readonly SocialImage[];
  /** "article" for a release. */
  readonly openGraphType: "website" | "article";
  /** On a page that one person may read before it is out. */
  readonly advance?: AdvanceNotice;
}
export interface SocialImage {
  /** Absolute. */
  readonly href: string;
  readonly type: "image/jpeg" | "image/png";
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}
/** Who may read it, and when everybody may: `minute` is "2027-05-28T06:00" in the newsroom's zone, `at` the instant. */
export interface AdvanceNotice {
  readonly recipient: string;
  readonly minute: string;
  readonly at: string;
}
export type FormatName = "text" | "markdown" | "json" | "csv" | "data" | "calendar";
export interface FormatView {
  readonly name: FormatName;
  readonly path: string;
  /** "text/plain" */
  readonly type: string;
}
/** How programs get something and what is new of it. */
export interface WaysView {
  readonly formats: readonly FormatView[];
  readonly feedPath?: string;
}
export type NavigationName =
  "front" | "archive" | "photos" | "programmes" | "cases" | "bodies" | "contacts" | "search";

/** One line in a list of releases. */
export interface ReleaseTeaser {
  readonly title: ForeignText;
  readonly path: string;
  /** "2008-05-27" */
  readonly date: string;
  readonly lead: ForeignText;
  readonly sample: boolean;
  /** Set on the English lists for a release that has no English text. */
  readonly onlyIn?: Locale;
  readonly thumbnail?: PictureView;
}

export interface MoneyView {
  readonly exact: number;
  readonly rounded?: number;
  readonly currency: string;
}

/** One row of a facts box. `kind` picks the label; the value says how it is to be shown. */
export interface FactView {
  readonly kind:
    | "period"
    | "budget"
    | "covers"
    | "aim"
    | "targetGroup"
    | "supports"
    | "routes"
    | "inspiration"
    | "sectors"
    | "priorities"
    | "website";
  readonly value:
    | { readonly type: "text"; readonly text: string }
    | { readonly type: "list"; readonly items: readonly string[] }
    | { readonly type: "period"; readonly from: number; readonly to: number }
    | { readonly type: "money"; readonly money: MoneyView }
    | { readonly type: "link"; readonly href: string };
}

export interface ProgrammeBox {
  readonly name: string;
  readonly path: string;
  readonly summary: string;
  readonly facts: readonly FactView[];
}

export type StepState = "done" | "pending" | "overdue";
export interface StepView {
  readonly id: string;
  readonly body: LinkView;
  /** "2008-05-26" */
  readonly date: string;
  readonly action: "approval" | "recommendation" | "decision" | "hearing" | "debate";
  readonly subject: string;
  readonly outcome?: "approved" | "recommended" | "adopted" | "amended" | "rejected" | "postponed" | "noted";
  /** Overdue: its day has passed and no outcome is recorded. */
  readonly state: StepState;
}

export interface TrailView {
  readonly title: string;
  readonly path: string;
  readonly number?: string;
  readonly steps: readonly StepView[];
}

export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

export interface ContactCard {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly type: "person" | "desk";
  readonly roles: readonly {
    readonly title: string;
    readonly department?: string;
    readonly body?: LinkView;
  }[];
  readonly phone?: { readonly shown: string; readonly e164: string };
  readonly mobile?: { readonly shown: string; readonly e164: string };
  readonly email?: string;
  readonly party?: string;
  readonly seat?: string;
  /** What the person is now, where the page is of another day and it was something else then. */
  readonly rolesToday?: ContactCard["roles"];
  readonly noSms: boolean;
  readonly hours?: {
    readonly spans: readonly {
      /** In the order of the week. */
      readonly days: readonly Weekday[];
      /** "08:00"; `to` may be "24:00". */
      readonly from: string;
      readonly to: string;
    }[];
    readonly onHolidays: boolean;
    readonly zone: string;
  };
  readonly portrait?: PictureView;
  /** vCard 3.0, which every phone reads, and 4.0. */
  readonly vcardPath: string;
  readonly vcard4Path: string;
  /** The day for which the card was true: "2008-05-27". */
  readonly historicalOn?: string;
  /** Whom to ask instead, of what was true on another day. */
  readonly today?: LinkView;
}

/** A QR code: `path` fills the dark squares of a grid of `size` by `size`. */
export interface QrView {
  readonly size: number;
  readonly path: string;
  /** What it leads to, for those who cannot point a camera at it. */
  readonly says: string;
}

/** A photo in a press kit. */
export interface KitPhoto {
  /** Where it lies in the kit: "fotos/rodin-genoff-industri-summit-2008.jpg". */
  readonly file: string;
  readonly photo: PhotoView;
  readonly facts: PhotoFacts;
}

export interface ReleasePage {
  readonly frame: Frame;
  readonly title: string;
  /** "2008-05-27"; `released` as "2008-05-27" or, with an hour, "2008-05-27T10:00+02:00" for the `datetime`. */
  readonly date: string;
  readonly released: string;
  readonly lead: string;
  /** The matter in a few sentences; empty where the author gave none. */
  readonly brief: readonly string[];
  readonly blocks: readonly TextBlock[];
  readonly photos: readonly PhotoView[];
  /** How many it has shown and may not show any more. */
  readonly photosGone: number;
  /** All of it for the press, in one file; without a path where that is more than a file can hold. */
  readonly kit?: { readonly path?: string; readonly bytes: number };
  readonly programme?: ProgrammeBox & WaysView;
  readonly trail?: TrailView & WaysView;
  /** What has come of the case since the day of the release, and what comes next; both are steps of the trail. */
  readonly since: readonly StepView[];
  readonly next?: StepView;
  readonly contacts: readonly ContactCard[];
  /** All of them in one file, where there is more than one. */
  readonly allContactsPath?: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly topics: readonly string[];
  /** The pages of those that have letters to make an address of. */
  readonly topicPages: readonly { readonly word: ForeignText; readonly path: string }[];
  readonly sample: boolean;
  readonly imported?: { readonly href: string; readonly titleReconstructed: boolean };
  /** Oldest first. */
  readonly corrections: readonly CorrectionView[];
  /** Where the corrections are shown word by word; absent where there are none. */
  readonly historyPath?: string;
  /** How this text stands to the Danish one: absent on the Danish page. */
  readonly translation?: {
    readonly state: "current" | "stale" | "unmarked";
    readonly path: string;
    /** The earlier Danish text that it was made from, where it is kept, and how many passages are others since. */
    readonly follows?: FollowedView;
    readonly changedSince?: number;
  };
  /** Both languages side by side; absent where there is only one. */
  readonly comparePath?: string;
  /** A few older ones on the same matter. */
  readonly related: readonly ReleaseTeaser[];
  readonly older?: LinkView;
  readonly newer?: LinkView;
  /** What the publisher said of itself on that day. */
  readonly about: string;
  readonly cite: {
    /** The text as it is now, under an address that will keep it. */
    readonly href: string;
    readonly version: number;
    readonly hash: string;
    /** Absolute: printed, and said in what is copied. */
    readonly page: string;
  };
  readonly qr: QrView;
}

/** For hosts that know of no redirects: where the page is now. */
export interface MovedPage {
  readonly locale: Locale;
  readonly path: string;
  readonly href: string;
}

export interface FrontPage {
  readonly frame: Frame;
  readonly newest: readonly ReleaseTeaser[];
  /** Steps still to come, soonest first, and those whose outcome is missing. */
  readonly pending: readonly { readonly case: LinkView; readonly step: StepView }[];
  readonly programmes: readonly { readonly name: string; readonly path: string; readonly summary: string }[];
  readonly pressContact?: ContactCard;
  readonly archivePath: string;
}

/** The page at "/": each language's own name, its front page and its newest headlines. */
export interface WelcomePage {
  readonly frame: Frame;
  readonly languages: readonly {
    readonly locale: Locale;
    readonly name: string;
    readonly newsroom: string;
    readonly path: string;
    readonly newest: readonly ReleaseTeaser[];
  }[];
}

/** The archive: all years, one year, or one month with its releases. */
export interface ArchivePage {
  readonly frame: Frame;
  readonly heading:
    | { readonly type: "all" }
    | { readonly type: "year"; readonly year: number }
    | { readonly type: "month"; readonly month: string };
  /** Newest first; `months` as "2008-05". */
  readonly years: readonly {
    readonly year: number;
    readonly path: string;
    readonly months: readonly { readonly month: string; readonly path: string }[];
  }[];
  readonly releases: readonly ReleaseTeaser[];
}

export interface TopicPage {
  readonly frame: Frame;
  readonly word: ForeignText;
  readonly feedPath: string;
  readonly releases: readonly ReleaseTeaser[];
  readonly years: readonly YearLink[];
}

/** To one year of the list that a page is about. */
export interface YearLink {
  readonly year: number;
  readonly path: string;
}

/** One year of a list: steps where it is a body's, releases otherwise. Newest first. */
export interface YearListPage {
  readonly frame: Frame;
  readonly of: "topic" | "programme" | "case" | "contact" | "body";
  readonly name: ForeignText;
  readonly year: number;
  readonly releases: readonly ReleaseTeaser[];
  readonly steps: readonly { readonly case: LinkView; readonly step: StepView }[];
}

export interface ProgrammePage {
  readonly frame: Frame;
  readonly programme: ProgrammeBox;
  readonly sample: boolean;
  readonly timeLine: readonly TimeLineEntry[];
  readonly years: readonly YearLink[];
  readonly contacts: readonly ContactCard[];
}

/** What was told and what was decided, or is to be; `date` as "2008-05-26". */
export type TimeLineEntry =
  | { readonly type: "release"; readonly date: string; readonly release: ReleaseTeaser }
  | { readonly type: "step"; readonly date: string; readonly step: StepView; readonly case: LinkView };

/** A document that readers can fetch. */
export interface DocumentView {
  readonly title: string;
  readonly path: string;
  readonly type: string;
  /** What it is written in, by ISO 639-1. */
  readonly language:
    | "da"
    | "en"
    | "fo"
    | "kl"
    | "de"
    | "sv"
    | "nb"
    | "fi"
    | "is"
    | "nl"
    | "fr"
    | "es"
    | "pl"
    | "ro"
    | "uk"
    | "ru"
    | "tr"
    | "ar"
    | "fa"
    | "so"
    | "ur";
  readonly bytes: number;
  readonly pages: number;
  /** Its own day, or that of its step. */
  readonly date?: string;
  readonly step?: { readonly id: string; readonly subject: string };
}

export interface CasePage {
  readonly frame: Frame;
  readonly title: string;
  /** Of the page itself. */
  readonly path: string;
  readonly number?: string;
  readonly sample: boolean;
  readonly programme?: LinkView;
  readonly documents: readonly DocumentView[];
  readonly timeLine: readonly TimeLineEntry[];
  readonly years: readonly YearLink[];
}

export interface BodyPage {
  readonly frame: Frame;
  readonly name: string;
  readonly remit: string;
  readonly href?: string;
  readonly sample: boolean;
  /** Steps of this body, newest first, each with its case. */
  readonly steps: readonly { readonly case: LinkView; readonly step: StepView }[];
  readonly years: readonly YearLink[];
  /** Those whose role names this body; shown under the id "members". */
  readonly members: readonly ContactCard[];
}

/** What stands by itself and is no news. */
export interface TextPage {
  readonly frame: Frame;
  readonly title: string;
  readonly lead: string;
  readonly sample: boolean;
  /** "2026-03-10" */
  readonly updated: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly links: readonly { readonly text: string; readonly href: string }[];
  }[];
  readonly contacts: readonly ContactCard[];
}

export interface ContactPage {
  readonly frame: Frame;
  readonly contact: ContactCard;
  readonly sample: boolean;
  readonly portrait?: PhotoView;
  /** The card itself, for a camera. */
  readonly qr: QrView;
  readonly releases: readonly ReleaseTeaser[];
  readonly years: readonly YearLink[];
}

/** A list of all entries of one kind. */
/** What has a page that lists all of it. */
export type DirectoryName = "contacts" | "bodies" | "programmes" | "cases";
/** What the search finds. */
export type FoundKind = "person" | "desk" | "body" | "programme" | "case" | "release";

export interface DirectoryPage {
  readonly frame: Frame;
  readonly of: Exclude<DirectoryName, "contacts">;
  readonly entries: readonly {
    readonly name: string;
    readonly path: string;
    readonly summary: string;
    readonly sample: boolean;
  }[];
}

export interface ContactsPage {
  readonly frame: Frame;
  /** Desks first, then people by the body of their first role, then those of none. Nobody stands twice. */
  readonly groups: readonly {
    /** Of the group's heading. */
    readonly id: string;
    readonly name: string;
    readonly path?: string;
    readonly contacts: readonly ContactCard[];
  }[];
}

export interface SearchPage {
  readonly frame: Frame;
  readonly script: string;
  /** What is no release: the page that lists all of them, and their words for the script. */
  readonly directories: readonly {
    readonly of: DirectoryName;
    readonly path: string;
    readonly index: string;
  }[];
  /** Newest first: each year's page in the archive, and its words for the script. */
  readonly years: readonly { readonly year: number; readonly path: string; readonly index: string }[];
  readonly archivePath: string;
}

/** One page for both languages: the address alone may not tell which one the reader has. */
export interface NotFoundPage {
  readonly frames: { readonly da: Frame; readonly en: Frame };
}

/** What the API calls its lists. */
export const dataLists = ["releases", "contacts", "programmes", "cases", "bodies"] as const;
export type DataList = (typeof dataLists)[number];
export interface DataPage {
  readonly frame: Frame;
  /** What can be asked. Absent where the site is files alone. */
  readonly answers?: DataAnswers;
}
export interface DataAnswers {
  readonly lists: readonly { readonly name: DataList; readonly path: string }[];
  readonly descriptionPath: string;
  /** Where OParl begins. */
  readonly oparlPath: string;
  /** How many items a list gives at a time: where nothing is said, and at the most. */
  readonly page: { readonly usual: number; readonly most: number };
}
