import * as z from "zod";
import { addressWords } from "./addresses.ts";
import type { KindWithWord } from "./addresses.ts";
import { consentBases, documentLanguages, stepActions, stepOutcomes, weekdays } from "./entry.ts";
import {
  bothLanguages,
  bothSlugs,
  choice,
  complain,
  day,
  dayOrMoment,
  field,
  flag,
  id,
  ids,
  line,
  list,
  moment,
  number,
  slug,
} from "./fields.ts";
import { isZone } from "./instant.ts";
import { locales } from "./locale.ts";
import { contrastOnGrounds, leastContrast, palette } from "./palette.ts";
import type { Scheme } from "./palette.ts";
import { address, email, origin, phone, url } from "./web-fields.ts";
import { shorten } from "./yaml-problems.ts";

/**
 * The keys of each kind of source, in the order in which the author's guide has them. A key that is not here is an
 * error. Dates are read in the newsroom's zone.
 */
const sentence = 600;
const paragraph = 2_000;

/** Made once: a shape costs more than reading a release by it. */
function perZone<S>(make: (inZone: string) => S): (inZone: string) => S {
  const known = new Map<string, S>();
  return (inZone) => {
    const shape = known.get(inZone) ?? make(inZone);
    known.set(inZone, shape);
    return shape;
  };
}

export const newsroomShape = z.strictObject({
  name: bothLanguages(80),
  publisher: bothLanguages(),
  url: origin(),
  about: bothLanguages(sentence),
  earlier_about: list(z.strictObject({ until: day(), da: line(sentence), en: line(sentence) })),
  colours: z
    .strictObject({ light: coloursOn("light").optional(), dark: coloursOn("dark").optional() })
    .optional(),
  zone: zone().default("Europe/Copenhagen"),
  press_contact: id("contact").optional(),
  accessibility: id("page").optional(),
  privacy: id("page").optional(),
  authors_language: choice(locales).default("en"),
  hub: url().optional(),
  data_licence: url().optional(),
});

export const releaseShape = perZone((inZone) =>
  z.strictObject({
    id: id(),
    title: line(200),
    slug: slug().optional(),
    date: dayOrMoment(inZone),
    embargo: moment(inZone).optional(),
    lead: line(paragraph),
    in_brief: list(line()),
    programme: id("programme").optional(),
    case: id("case").optional(),
    contacts: ids("contact"),
    photos: ids("photo"),
    topics: list(line(60)),
    links: list(link()),
    sample: flag(),
    imported: z
      .strictObject({ url: url(), title: choice(["original", "reconstructed"]).default("original") })
      .optional(),
    english: choice(["later", "none"]).optional(),
    corrections: list(
      z.strictObject({
        date: moment(inZone),
        change: choice(["major", "minor"]),
        note: bothLanguages(sentence),
      }),
    ),
    withdrawn: z.strictObject({ date: moment(inZone), reason: bothLanguages(sentence) }).optional(),
    former_addresses: list(address(String.raw`\d{4}/\d{2}`, "/da/2008/05/vaekstforum-satser/")),
    advance: list(z.strictObject({ for: line(120), until: moment(inZone), key: advanceKey() })),
  }),
);

/** What counts of a text as it was: its other keys were checked when they counted. */
export const earlierShape = z.object({
  title: line(200),
  slug: slug().optional(),
  lead: line(paragraph),
  in_brief: list(line()),
});

export const translationShape = z.strictObject({
  title: line(200),
  slug: slug().optional(),
  lead: line(paragraph),
  in_brief: list(line()),
  follows: mark().optional(),
});

export const photoShape = perZone((inZone) =>
  z.strictObject({
    file: line().optional(),
    alt: bothLanguages(sentence),
    caption: bothLanguages(paragraph),
    credit: line(),
    creator: line().optional(),
    creator_unknown: bothLanguages().optional(),
    copyright: line(),
    licence: z.strictObject({ name: bothLanguages(), url: url(), terms: bothLanguages(sentence) }),
    people: list(depicted(inZone)),
    place: line().optional(),
    event: line().optional(),
    taken: taken().optional(),
    focus: z.tuple([share(), share()]).optional(),
    placeholder: flag(),
  }),
);

export const contactShape = z.strictObject({
  name: line(120),
  type: choice(["person", "desk"]).default("person"),
  roles: list(
    z.strictObject({
      title: bothLanguages(),
      body: id("body").optional(),
      department: bothLanguages().optional(),
      from: day().optional(),
      to: day().optional(),
    }),
  ),
  phone: phone().optional(),
  mobile: phone().optional(),
  email: email().optional(),
  no_sms: flag(),
  hours: list(z.strictObject({ days: list(choice(weekdays)), from: hour("08:00"), to: hour("16:00") })),
  on_holidays: flag(),
  party: bothLanguages().optional(),
  seat: bothLanguages().optional(),
  portrait: id("photo").optional(),
  historical_on: day().optional(),
  sample: flag(),
});

export const programmeShape = perZone((inZone) =>
  z.strictObject({
    name: bothLanguages(),
    slug: bothSlugs().optional(),
    former_addresses: list(formerly("programme")),
    summary: bothLanguages(sentence),
    embargo: moment(inZone).optional(),
    period: period().optional(),
    budget: z
      .strictObject({
        exact: amount("56200000"),
        rounded: amount("56000000").optional(),
        currency: currency().default("DKK"),
      })
      .optional(),
    covers: list(bothLanguages()),
    aim: bothLanguages(sentence).optional(),
    target_group: bothLanguages().optional(),
    supports: list(bothLanguages()),
    routes: list(bothLanguages()),
    inspiration: bothLanguages().optional(),
    sectors: list(bothLanguages()),
    priorities: list(bothLanguages()),
    url: url().optional(),
    contacts: ids("contact"),
    sample: flag(),
  }),
);

export const caseShape = perZone((inZone) =>
  z.strictObject({
    title: bothLanguages(),
    slug: bothSlugs().optional(),
    former_addresses: list(formerly("case")),
    embargo: moment(inZone).optional(),
    number: line(60).optional(),
    programme: id("programme").optional(),
    steps: list(
      z.strictObject({
        id: id(),
        body: id("body"),
        date: day(),
        action: choice(stepActions),
        subject: bothLanguages(sentence),
        outcome: choice(stepOutcomes).optional(),
      }),
    ),
    documents: list(
      z.strictObject({
        file: documentFile(),
        title: bothLanguages(),
        language: choice(documentLanguages),
        date: day().optional(),
        step: id().optional(),
        embargo: moment(inZone).optional(),
      }),
    ),
    sample: flag(),
  }),
);

export const bodyShape = z.strictObject({
  name: bothLanguages(),
  slug: bothSlugs().optional(),
  former_addresses: list(formerly("body")),
  remit: bothLanguages(sentence),
  url: url().optional(),
  sample: flag(),
});

/** Both languages stand side by side, so that neither says less than the other. */
export const pageShape = z.strictObject({
  title: bothLanguages(120),
  slug: bothSlugs().optional(),
  former_addresses: list(formerly("page")),
  lead: bothLanguages(sentence),
  sections: list(
    z.strictObject({
      heading: bothLanguages(120),
      paragraphs: list(bothLanguages(paragraph)),
      links: list(z.strictObject({ label: bothLanguages(), url: url() })),
    }),
  ),
  contacts: ids("contact"),
  updated: day(),
  sample: flag(),
});

/** What the house calls things, so that nobody calls them otherwise. */
export const glossaryShape = z.strictObject({
  terms: list(
    z.strictObject({
      da: line(120),
      en: line(120),
      not: z
        .strictObject({ da: list(line(120)), en: list(line(120)) })
        .partial()
        .optional(),
    }),
  ),
});

/** Who is in a picture: a name, or with what allows it to be shown. */
function depicted(inZone: string) {
  return z.union([
    line(120),
    z.strictObject({
      name: line(120),
      consent: z
        .strictObject({ basis: choice(consentBases), until: dayOrMoment(inZone).optional() })
        .optional(),
    }),
  ]);
}

/** Where readers can go on: to an address, or to the members of a body. */
function link() {
  return z.union([
    z.strictObject({ label: bothLanguages(), url: url() }),
    z.strictObject({ label: bothLanguages(), members_of: id("body") }),
  ]);
}

function formerly(kind: KindWithWord) {
  const { da, en } = addressWords[kind];
  return address(`${da}|${en}`, `/da/${da}/klynger/`);
}

function coloursOn(scheme: Scheme) {
  return z.strictObject({
    accent: colour(scheme, palette[scheme].accent).optional(),
    link: colour(scheme, palette[scheme].link).optional(),
  });
}

/** A colour for words: it is refused where they could not be read. */
function colour(scheme: Scheme, example: string) {
  const form = { pattern: "^#?[0-9A-Fa-f]{6}$", examples: [example] };
  return field((written) => {
    const value = `#${written.replace(/^#/, "").toLowerCase()}`;
    if (!/^#[0-9a-f]{6}$/.test(value)) {
      return complain(
        "wrong-value",
        {
          da: `"${shorten(written)}" er ikke en farve, så ingen browser kunne vise den.`,
          en: `"${shorten(written)}" is no colour, so no browser could show it.`,
        },
        {
          da: `skriv rød, grøn og blå som seks cifre mellem anførselstegn, for eksempel "${example}".`,
          en: `write red, green and blue as six digits between quotation marks, for example "${example}".`,
        },
      );
    }
    const found = contrastOnGrounds(value, scheme);
    if (found >= leastContrast) return { value };
    return complain(
      "low-contrast",
      {
        da: `${value} har en kontrast på ${found} til 1 på den ${scheme === "light" ? "lyse" : "mørke"} bund, og mange læsere skal bruge ${leastContrast} for at kunne læse ord i den.`,
        en: `${value} has a contrast of ${found} to 1 on the ${scheme} ground, and many readers need ${leastContrast} to read words in it.`,
      },
      {
        da: `tag en ${scheme === "light" ? "mørkere" : "lysere"}, for eksempel "${example}".`,
        en: `take a ${scheme === "light" ? "darker" : "lighter"} one, for example "${example}".`,
      },
    );
  }, form);
}

/** An hour of the day; "24:00" is its end. */
function hour(example: string) {
  return field(
    (text) =>
      /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)
        ? { value: text }
        : complain(
            "bad-date",
            {
              da: `"${shorten(text)}" er ikke et klokkeslæt, så ingen kunne sige, hvornår der er nogen.`,
              en: `"${shorten(text)}" is no hour of the day, so nobody could say when somebody answers.`,
            },
            {
              da: `skriv timer og minutter med to cifre hver, for eksempel ${example}.`,
              en: `write hours and minutes in two digits each, for example ${example}.`,
            },
          ),
    { pattern: String.raw`^\d{2}:\d{2}$`, examples: [example] },
  );
}

function zone() {
  return field((text) =>
    isZone(text)
      ? { value: text }
      : complain(
          "wrong-value",
          {
            da: `"${shorten(text)}" er ikke en tidszone, så ingen kunne sige, hvornår et embargo ophører.`,
            en: `"${shorten(text)}" is no time zone, so nobody could say when an embargo ends.`,
          },
          {
            da: "skriv navnet på en, for eksempel Europe/Copenhagen.",
            en: "write the name of one, for example Europe/Copenhagen.",
          },
        ),
  );
}

function mark() {
  return field(
    (text) =>
      /^[0-9a-f]{12}$/.test(text)
        ? { value: text }
        : complain(
            "wrong-value",
            {
              da: `"${shorten(text)}" er ikke mærket på en dansk tekst, så ingen kunne sige, om oversættelsen stadig følger den.`,
              en: `"${shorten(text)}" is no mark of a Danish text, so nobody could say whether the translation still follows it.`,
            },
            {
              da: "skriv de 12 tegn, som npm run check viser for den danske tekst, eller slet linjen.",
              en: "write the 12 signs that npm run check shows for the Danish text, or delete the line.",
            },
          ),
    { pattern: "^[0-9a-f]{12}$", "x-field": "mark" },
  );
}

function taken() {
  return field(
    (text) =>
      /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text)
        ? { value: text }
        : complain(
            "bad-date",
            {
              da: `"${shorten(text)}" er hverken et år, en måned eller en dag, så ingen kan se, hvornår fotoet er taget.`,
              en: `"${shorten(text)}" is no year, month or day, so nobody can tell when the photo was taken.`,
            },
            {
              da: "skriv så meget, som vides, for eksempel 2008, 2008-04 eller 2008-04-16.",
              en: "write as much as is known, for example 2008, 2008-04 or 2008-04-16.",
            },
          ),
    { type: ["string", "number"], examples: ["2008", "2008-04", "2008-04-16"], "x-field": "month" },
  );
}

function share() {
  return number({ least: 0, most: 1, whole: false, example: "0.5" });
}

function amount(example: string) {
  return number({ least: 0, most: 10 ** 15, whole: true, example });
}

function currency() {
  return field(
    (text) =>
      /^[A-Z]{3}$/.test(text)
        ? { value: text }
        : complain(
            "wrong-value",
            {
              da: `"${shorten(text)}" er ikke en valuta, så ingen kan se, hvad beløbet er værd.`,
              en: `"${shorten(text)}" is no currency, so nobody can tell what the amount is worth.`,
            },
            {
              da: "skriv dens tre bogstaver, for eksempel DKK.",
              en: "write its three letters, for example DKK.",
            },
          ),
    { pattern: "^[A-Z]{3}$", examples: ["DKK"] },
  );
}

/** Years, the last of them included. */
function period() {
  return field(
    (text): { value: { from: number; to: number } } | ReturnType<typeof complain> => {
      const [, from, to] = /^((?:19|20|21)\d{2})\/((?:19|20|21)\d{2})$/.exec(text) ?? [];
      if (from !== undefined && to !== undefined && from <= to)
        return { value: { from: Number(from), to: Number(to) } };
      return complain(
        "bad-date",
        {
          da: `"${shorten(text)}" er ikke en årrække, så ingen kan se, hvornår pengene er til.`,
          en: `"${shorten(text)}" is no span of years, so nobody can tell when the money is for.`,
        },
        {
          da: "skriv det første og det sidste år, for eksempel 2009/2011.",
          en: "write the first and the last year, for example 2009/2011.",
        },
      );
    },
    { pattern: String.raw`^\d{4}/\d{4}$`, examples: ["2009/2011"], "x-field": "period" },
  );
}

/** It becomes part of an address that people read out and type. */
function documentFile() {
  return field(
    (text) =>
      /^[a-z0-9]+(?:-[a-z0-9]+)*\.pdf$/.test(text)
        ? { value: text }
        : complain(
            "wrong-value",
            {
              da: `"${shorten(text)}" kan ikke være navnet på et dokument: det bliver en del af dets adresse, som folk læser højt og taster.`,
              en: `"${shorten(text)}" cannot be the name of a document: it becomes part of its address, which people read out and type.`,
            },
            {
              da: "omdøb filen til små bogstaver a-z, cifre og bindestreger, for eksempel indstilling.pdf; andet end PDF gemmes først som PDF.",
              en: "rename the file to lower-case letters a-z, digits and hyphens, for example indstilling.pdf; save what is no PDF as PDF first.",
            },
          ),
    {
      pattern: String.raw`^[a-z0-9]+(-[a-z0-9]+)*\.pdf$`,
      examples: ["indstilling-til-regionsraadet.pdf"],
      longest: 100,
    },
  );
}

function advanceKey() {
  return field(
    (text) =>
      /^[0-9a-f]{32}$/.test(text)
        ? { value: text }
        : complain(
            "wrong-value",
            {
              da: `"${shorten(text)}" er ikke en nøgle på 32 tegn, så adressen kunne gættes.`,
              en: `"${shorten(text)}" is no key of 32 signs, so the address could be guessed.`,
            },
            {
              da: "lad npm run advance skrive linjen.",
              en: "let npm run advance write the line.",
            },
          ),
    { pattern: "^[0-9a-f]{32}$", examples: ["9f2c4e6a8b0d1f3a5c7e9b1d3f5a7c9e"] },
  );
}
