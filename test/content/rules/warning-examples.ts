import type { Files } from "../../support/memory-sources.ts";
import { jpegHeader } from "../../support/jpeg-fixture.ts";
import { changed, smallNewsroom } from "../../support/small-newsroom.ts";
import type { RuleExample } from "./rule-example.ts";

export const da = "releases/2026/bro/da.md";
export const en = "releases/2026/bro/en.md";
const body = "Brødtekst.";
const lead = "Indledning om En bro.";
const title = "title: En bro\n";

/** A newsroom whose programme has money, whose case has met, and that has words of its own. */
const withFacts: Files = {
  ...changed(smallNewsroom, "programmes/cykler.yaml", "summary:", "budget: { exact: 56200000 }\nsummary:"),
  "glossary.yaml": ["terms:", "  - { da: Vækstforum, en: Growth Forum, not: { en: [Growth Council] } }"].join(
    "\n",
  ),
  "cases/broen.yaml": String(smallNewsroom["cases/broen.yaml"]).replace("2026-06-18", "2026-03-10"),
};

/** As many photos as heavy as a photo may be, as are more than one archive holds: one original, under many names. */
const heavy = Array.from({ length: 54 }, (_, index) => `tung-${index}`);
const heaviest = Buffer.concat([jpegHeader(6_000, 4_000), Buffer.alloc(99_900_000)]);
const withHeavyPhotos: Files = {
  ...smallNewsroom,
  ...Object.fromEntries(
    heavy.flatMap((id) => [
      [`photos/${id}.yaml`, smallNewsroom["photos/bro.yaml"] ?? ""],
      [`photos/${id}.jpg`, heaviest],
    ]),
  ),
};

const long = (sentence: string, times: number): string => Array(times).fill(sentence).join(" ");
const hard =
  "Sammenhængskraftens erhvervspolitiske forudsætninger understøttes tilsvarende gennem tværkommunale samarbejdsorganisationer, hvis ressourcefordelingsprincipper løbende genforhandles.";

/** A doubtful passage of each kind, where in its file it is told, and what it should have been. */
export const warningExamples: readonly RuleExample[] = [
  {
    code: "number-differs",
    newsroom: withFacts,
    file: da,
    from: body,
    wrong: "Rådet giver 56 mio. kroner.",
    right: "Rådet giver 56,2 mio. kroner.",
    at: "11:13",
  },
  {
    code: "number-format",
    file: da,
    from: body,
    wrong: "Broen koster 56.2 mio. kroner.",
    right: "Broen koster 56,2 mio. kroner.",
    at: "11:14",
  },
  {
    code: "relative-date-conflict",
    newsroom: withFacts,
    file: da,
    from: body,
    wrong: "I går sagde Rådet ja.",
    right: "I dag sagde Rådet ja.",
    at: "11:1",
  },
  {
    code: "next-meeting-undated",
    file: da,
    from: body,
    wrong: "Det tages op på det næste møde.",
    right: "Det tages op på det næste møde den 18. juni.",
    at: "11:17",
  },
  {
    code: "term-differs",
    newsroom: withFacts,
    file: en,
    from: body,
    wrong: "The Growth Council meets.",
    right: "The Growth Forum meets.",
    at: "5:5",
  },
  {
    code: "ordinal-dot-missing",
    file: da,
    from: body,
    wrong: "Mødet er den 26 maj.",
    right: "Mødet er den 26. maj.",
    at: "11:14",
  },
  {
    code: "soft-hyphen",
    file: da,
    from: body,
    wrong: "Vækst\u{AD}forum mødes.",
    right: "Vækstforum mødes.",
    at: "11:6",
  },
  {
    code: "non-breaking-space",
    file: da,
    from: body,
    wrong: "Rådet\u{A0}mødes.",
    right: "Rådet mødes klokken\u{A0}10.".replace("\u{A0}", " "),
    at: "11:6",
  },
  { code: "double-space", file: da, from: lead, wrong: "Rådet  mødes.", right: "Rådet mødes.", at: "5:12" },
  {
    code: "quotation-marks-mixed",
    file: da,
    from: body,
    wrong: 'Det er "vores" bro. Ja, “vores”.',
    right: "Det er “vores” bro. Ja, “vores”.",
    at: "11:8",
  },
  {
    code: "word-broken",
    file: da,
    from: body,
    wrong: "Broen i Midt-\njylland åbner.",
    right: "Broen i Midtjylland åbner.",
    at: "11:13",
  },
  {
    code: "word-repeated",
    file: da,
    from: body,
    wrong: "Broen er er åben.",
    right: "Broen er åben.",
    at: "11:10",
  },
  {
    code: "placeholder-text",
    file: da,
    from: body,
    wrong: "Broen åbner den [dato].",
    right: "Broen åbner den 18. juni.",
    at: "11:17",
  },
  {
    code: "hard-to-read",
    file: da,
    from: body,
    wrong: long(hard, 20),
    right: long("Broen er smuk, og den er lang.", 40),
    at: "11:1",
  },
  {
    code: "text-too-long",
    file: da,
    from: body,
    wrong: long("Broen er smuk.", 320),
    right: "Broen er smuk.",
    at: "11:1",
  },
  {
    code: "lead-too-long",
    file: da,
    from: lead,
    wrong: long("Broen er nu åben.", 20),
    right: "Broen er nu åben.",
    at: "5:7",
  },
  {
    code: "lead-repeated",
    file: da,
    from: body,
    wrong: "Indledning om En bro.\n\nMere.",
    right: "Mere.",
    at: "11:1",
  },
  {
    code: "title-in-capitals",
    file: da,
    from: title,
    wrong: "title: NY BRO OVER ÅEN\n",
    right: "title: Ny bro over åen\n",
    at: "3:8",
  },
  { code: "heading-skips-level", file: da, from: body, wrong: "### Planen", right: "## Planen", at: "11:1" },
  {
    code: "link-text-vague",
    file: da,
    from: body,
    wrong: "Se dagsordenen: [klik her](https://www.example.dk/dagsorden).",
    right: "Se [mødets dagsorden](https://www.example.dk/dagsorden).",
    at: "11:17",
  },
  {
    code: "alt-says-photo",
    file: "photos/bro.yaml",
    from: "da: Bro set fra siden",
    wrong: "da: Billede af en bro",
    right: "da: En bro over en å",
    at: "1:12",
  },
  {
    code: "nobody-to-call",
    newsroom: changed(smallNewsroom, "newsroom.yaml", "\npress_contact: vagten", ""),
    file: da,
    from: "contacts: [ane]\n",
    wrong: "",
    right: "contacts: [ane]\n",
    at: "3:8",
  },
  {
    code: "role-ended",
    file: "contacts/ane.yaml",
    from: "    body: raadet",
    wrong: "    body: raadet\n    to: 2025-12-31",
    right: "    body: raadet\n    to: 2029-12-31",
    at: "8:12",
    toldIn: da,
  },
  {
    code: "consent-ended",
    file: "photos/bro.yaml",
    from: "credit:",
    wrong: "people: [{ name: Ib, consent: { basis: consent, until: 2026-03-31 } }]\ncredit:",
    right: "people: [{ name: Ib, consent: { basis: consent, until: 2029-03-31 } }]\ncredit:",
    at: "3:56",
  },
  {
    code: "consent-ending",
    file: "photos/bro.yaml",
    from: "credit:",
    wrong: "people: [{ name: Ib, consent: { basis: consent, until: 2026-05-01 } }]\ncredit:",
    right: "people: [{ name: Ib, consent: { basis: consent, until: 2029-03-31 } }]\ncredit:",
    at: "3:56",
  },
  {
    code: "kit-too-large",
    newsroom: withHeavyPhotos,
    file: da,
    from: "photos: [bro]",
    wrong: `photos: [bro, ${heavy.join(", ")}]`,
    right: `photos: [bro, ${heavy.slice(1).join(", ")}, ${String(heavy[1])}]`, // one that is there twice counts once
    at: "9:9",
  },
  {
    code: "outcome-overdue",
    file: "cases/broen.yaml",
    from: "    date: 2026-06-18",
    wrong: "    date: 2026-03-03",
    right: "    date: 2026-03-03\n    outcome: approved",
    at: "6:11",
  },
  {
    code: "translation-behind",
    file: en,
    from: "title:",
    wrong: "follows: 0123456789ab\ntitle:",
    right: "follows: MARK\ntitle:",
    at: "2:10",
  },
  {
    code: "translation-unmarked",
    file: en,
    from: "title:",
    wrong: "title:",
    right: "follows: MARK\ntitle:",
    at: "2:8",
  },
];
