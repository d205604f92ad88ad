import type {
  Body,
  Case,
  Contact,
  Newsroom,
  Page,
  Photo,
  Programme,
  Release,
  Translation,
} from "../../functions/content/entry.ts";
import type { Instant, LocalDate } from "../../functions/content/instant.ts";

/** Entries with the least that each needs; a test names what it is about. */
const both = (text: string) => ({ da: text, en: text });

export function aNewsroom(more: Partial<Newsroom> = {}): Newsroom {
  return {
    kind: "newsroom",
    authorsLanguage: "en",
    id: "newsroom",
    name: both("Newsroom"),
    publisher: both("Publisher"),
    url: "https://presse.example",
    zone: "Europe/Copenhagen",
    about: both("About"),
    aboutBefore: [],
    colours: {},
    ...more,
  };
}

export function aTranslation(locale: "da" | "en", more: Partial<Translation> = {}): Translation {
  return {
    locale,
    title: "Title",
    slug: "title",
    lead: "Lead.",
    brief: [],
    blocks: [],
    hash: "0".repeat(64),
    mark: "0".repeat(12),
    ...more,
  };
}

export function aRelease(more: Partial<Release> = {}): Release {
  return {
    kind: "release",
    id: "release",
    date: "2008-05-27" as LocalDate,
    released: "2008-05-26T22:00:00.000Z" as Instant,
    liveFrom: "2008-05-26T22:00:00.000Z" as Instant,
    contacts: [],
    photos: [],
    topics: [],
    links: [],
    sample: false,
    english: "here",
    translations: { da: aTranslation("da"), en: aTranslation("en") },
    corrections: [],
    earlier: [],
    formerAddresses: [],
    advance: [],
    ...more,
  };
}

export function aContact(more: Partial<Contact> = {}): Contact {
  return {
    kind: "contact",
    id: "contact",
    name: "Bent Hansen",
    type: "person",
    roles: [],
    hours: [],
    onHolidays: false,
    noSms: false,
    sample: false,
    ...more,
  };
}

export function aPhoto(more: Partial<Photo> = {}): Photo {
  return {
    kind: "photo",
    id: "photo",
    file: "photo.jpg",
    alt: both("Alt"),
    caption: both("Caption"),
    credit: "Credit",
    creator: { name: "Creator" },
    copyright: "Copyright",
    licence: {
      name: both("CC0"),
      url: "https://creativecommons.org/publicdomain/zero/1.0/",
      terms: both("Free"),
    },
    people: [],
    placeholder: false,
    original: { object: "0".repeat(40), format: "jpeg", bytes: 1 },
    ...more,
  };
}

export function aProgramme(more: Partial<Programme> = {}): Programme {
  return {
    kind: "programme",
    id: "programme",
    name: both("Programme"),
    slug: both("programme"),
    formerAddresses: [],
    summary: both("Summary"),
    covers: [],
    supports: [],
    routes: [],
    sectors: [],
    priorities: [],
    contacts: [],
    sample: false,
    ...more,
  };
}

export function aCase(more: Partial<Case> = {}): Case {
  return {
    kind: "case",
    id: "case",
    title: both("Case"),
    slug: both("case"),
    formerAddresses: [],
    steps: [],
    documents: [],
    sample: false,
    ...more,
  };
}

export function aPage(more: Partial<Page> = {}): Page {
  return {
    kind: "page",
    id: "page",
    title: both("Page"),
    slug: both("page"),
    formerAddresses: [],
    lead: both("Lead"),
    sections: [],
    contacts: [],
    updated: "2026-03-01" as LocalDate,
    sample: false,
    ...more,
  };
}

export function aBody(more: Partial<Body> = {}): Body {
  return {
    kind: "body",
    id: "body",
    name: both("Body"),
    slug: both("body"),
    formerAddresses: [],
    remit: both("Remit"),
    sample: false,
    ...more,
  };
}
