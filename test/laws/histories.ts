import fc from "fast-check";
import { jpegHeader } from "../support/jpeg-fixture.ts";
import { cutOff } from "../support/stand-in-renditions.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import { plainPdf } from "../support/pdf-fixture.ts";
import {
  changed,
  consented,
  corrected,
  moved,
  movedTwice,
  release,
  smallNewsroom,
  withdrawn,
  without,
} from "../support/small-newsroom.ts";

/** Begins as a photo does. */
const jpegCutOff = Buffer.concat([jpegHeader(6_000, 4_000), Buffer.from(cutOff)]);

/** Ane answers to a page that is no news. */
const askingAne = changed(smallNewsroom, "pages/frit.yaml", "updated:", "contacts: [ane]\nupdated:");

/** A release that nobody may see yet, but for those who have a copy of their own. */
function underEmbargo(...copies: readonly string[]): Files {
  const extra = ["photos: [bro]", "contacts: [ane]", ...(copies.length === 0 ? [] : ["advance:", ...copies])];
  return {
    ...smallNewsroom,
    ...release("2026/loefte", {
      id: "loefte",
      title: "Et løfte",
      date: "2026-03-09",
      embargo: "2026-03-20T06:00",
      extra: extra.join("\n"),
    }),
  };
}

function copyOf(name: string, until: string): string {
  const key = Buffer.from(name.padEnd(16)).toString("hex");
  return `  - { for: ${name}, until: ${until}, key: ${key} }`;
}

/** Lists with two years in them. */
const twoYears: Files = {
  ...changed(smallNewsroom, "releases/2026/sti/da.md", "lead:", "topics: [vand]\ncase: broen\nlead:"),
  ...release("2025/vej", {
    id: "vej",
    title: "En vej",
    date: "2026-01-01",
    extra: "programme: cykler\ncase: broen\ncontacts: [ane]\ntopics: [vand]",
  }),
};
const earlier = changed(twoYears, "releases/2025/vej/da.md", "date: 2026-01-01", "date: 2025-12-31");
const wheels = changed(
  earlier,
  "programmes/cykler.yaml",
  "summary:",
  "slug: { da: hjul, en: wheels }\nsummary:",
);

/** A case with a document, as it is handed in and as it is read. */
function handedIn(pages: number, more = ""): Files {
  const line = `documents: [{ file: notat.pdf, title: { da: Notat, en: Note }, language: da${more} }]`;
  return {
    ...smallNewsroom,
    "cases/broen.yaml": `${String(smallNewsroom["cases/broen.yaml"])}\n${line}`,
    "cases/broen/notat.pdf": plainPdf(pages),
  };
}

/** Per is in photos of two months, of one programme: his list and the programme's lead to each month. */
function perInTwoMonths(people: string, embargo?: string): Files {
  const bro = changed(smallNewsroom, "photos/bro.yaml", "licence:", `people: [${people}]\nlicence:`);
  const extra = "programme: cykler\nphotos: [ane]";
  const havn = { id: "havn", title: "Havnen", date: "2026-02-11", extra };
  return {
    ...changed(bro, "photos/ane.yaml", "licence:", "people: [Per Øre]\nlicence:"),
    ...release("2026/havn", { ...havn, ...(embargo === undefined ? {} : { embargo }) }),
  };
}

/** The states that histories are made of: each is a valid newsroom, and each differs from the others in its own way. */
export const states: readonly Files[] = [
  smallNewsroom,
  {
    ...smallNewsroom,
    ...release("2026/havn", { id: "havn", title: "Havnen", date: "2026-03-11", extra: "photos: [bro]" }),
  },
  underEmbargo(),
  // Read ahead by two, of whom one loses the link before the embargo ends and the other long after; and by one alone.
  underEmbargo(copyOf("Jens", "2026-03-20T05:00"), copyOf("Mette", "2026-06-01T12:00")),
  underEmbargo(copyOf("Mette", "2026-06-01T12:00")),
  without(smallNewsroom, "releases/2026/sti"),
  without(smallNewsroom, "releases/2026/bro", "photos/bro", "cases/broen"),
  changed(smallNewsroom, "releases/2026/bro/da.md", "title: En bro", "title: En længere bro"),
  changed(smallNewsroom, "releases/2026/sti/da.md", "date: 2026-03-12", "date: 2025-12-31"),
  corrected(smallNewsroom),
  withdrawn(smallNewsroom),
  withdrawn(corrected(smallNewsroom)),
  moved(smallNewsroom),
  moved(corrected(smallNewsroom)),
  movedTwice(smallNewsroom),
  withdrawn(movedTwice(corrected(smallNewsroom))),
  // Another release takes the address of the first, which had files and a history there that it has not.
  changed(
    changed(smallNewsroom, "releases/2026/bro/da.md", "id: bro", "id: en-anden-bro"),
    "releases/2026/bro/da.md",
    "\nphotos: [bro]",
    "",
  ),
  changed(
    changed(smallNewsroom, "releases/2026/bro/da.md", "title: En bro", "title: En bro\nslug: ny-bro"),
    "releases/2026/sti/da.md",
    "title: En sti",
    "title: En sti\nformer_addresses: [/da/2026/03/en-bro/]",
  ),
  changed(smallNewsroom, "releases/2026/sti/da.md", "id: sti", "id: en-anden-sti"),
  changed(smallNewsroom, "contacts/ane.yaml", "Ane Åkjær", "Anna Åkjær"),
  changed(smallNewsroom, "bodies/raadet.yaml", "da: Rådet", "da: Byrådet"),
  // The statement that every foot leads to has another name, another takes its place, and one that nobody cites is gone.
  changed(smallNewsroom, "pages/was.yaml", "en: Accessibility", "en: For everybody"),
  changed(smallNewsroom, "newsroom.yaml", "accessibility: was", "accessibility: frit\nprivacy: was"),
  without(smallNewsroom, "pages/frit"),
  askingAne,
  changed(askingAne, "contacts/ane.yaml", "Ane Åkjær", "Anna Åkjær"),
  changed(smallNewsroom, "photos/ane.yaml", "en dag i marts", "en dag i maj"),
  consented(smallNewsroom, "bro", "2026-03-20T05:00:00Z"),
  consented(smallNewsroom, "bro", "2026-03-12"),
  consented(consented(smallNewsroom, "ane", "2026-03-20"), "bro", "2026-06-30"),
  // A photo that cannot be opened, one that its beginning shows to be none, and both together with a new release.
  { ...smallNewsroom, "photos/bro.jpg": jpegCutOff },
  { ...smallNewsroom, "photos/ane.jpg": "GIF89a" },
  {
    ...smallNewsroom,
    ...release("2026/havn", { id: "havn", title: "Havnen", date: "2026-03-11", extra: "photos: [bro]" }),
    "photos/bro.jpg": "",
    "photos/ane.jpg": jpegCutOff,
  },
  changed(smallNewsroom, "programmes/cykler.yaml", "da: Cykler", "da: Flere cykler"),
  changed(smallNewsroom, "photos/bro.yaml", "licence:", "people: [Ane Åkjær, Per Øre]\nlicence:"),
  perInTwoMonths("Per Øre"),
  perInTwoMonths("Per Øre", "2026-03-20T06:00"),
  perInTwoMonths("Per Øre, { name: Åse, consent: { basis: consent, until: 2026-03-20T06:00 } }"),
  { ...perInTwoMonths("Per Øre"), "photos/ane.jpg": jpegCutOff },
  // One that all others are related to, each by another list, under other names and on another day.
  ...["Kajen", "Kajen igen"].map((title) => quay(title, "2026-03-01")),
  quay("Kajen", "2026-03-11"),
  // Lists with years of their own, which come and go, move with their programme, and are handed over with its address.
  twoYears,
  earlier,
  changed(earlier, "releases/2025/vej/da.md", "lead:", "embargo: 2026-03-20T06:00\nlead:"),
  changed(earlier, "cases/broen.yaml", "date: 2026-06-18", "date: 2025-06-18"),
  changed(
    wheels,
    "programmes/cykler.yaml",
    "summary:",
    "former_addresses: [/da/programmer/cykler/, /en/programmes/bicycles/]\nsummary:",
  ),
  {
    ...changed(wheels, "releases/2025/vej/da.md", "programme: cykler", "programme: nye"),
    "programmes/nye.yaml": String(smallNewsroom["programmes/cykler.yaml"]),
  },
  // A document that comes with its case, another in its place, and one that comes later.
  handedIn(2),
  handedIn(3),
  handedIn(3, ", embargo: 2026-03-20T06:00"),
  changed(smallNewsroom, "newsroom.yaml", "da: Presserum", "da: Pressen"),
  changed(smallNewsroom, "newsroom.yaml", "url:", "zone: America/Nuuk\nurl:"),
  changed(
    smallNewsroom,
    "cases/broen.yaml",
    "    action: decision",
    "    action: decision\n    outcome: approved",
  ),
];

function quay(title: string, date: string): Files {
  const others = ["havn", "aa", "vig"].map((id, index) =>
    release(`2026/${id}`, {
      id,
      title: `Ved ${id}`,
      date: `2026-03-0${index + 3}`,
      extra: ["case: broen", "programme: cykler", "topics: [vand]"][index] ?? "",
    }),
  );
  const about = "case: broen\nprogramme: cykler\ntopics: [vand, havn]";
  return Object.assign(
    {},
    smallNewsroom,
    ...others,
    release("2026/kaj", { id: "kaj", title, date, extra: about }),
  ) as Files;
}

const instants = [
  "2026-03-15T12:00:00.000Z",
  "2026-03-20T04:59:59.999Z",
  "2026-03-20T05:00:00.000Z",
  "2026-06-19T12:00:00.000Z",
];

/** A newsroom as of an instant. */
export interface Moment {
  readonly files: Files;
  readonly instant: string;
}

/** Time does not run backwards in a newsroom, whatever its commits do. */
export const histories: fc.Arbitrary<readonly Moment[]> = fc
  .array(fc.record({ state: fc.nat(states.length - 1), instant: fc.nat(instants.length - 1) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((moments) => {
    const times = moments.map(({ instant }) => instant).toSorted((one, other) => one - other);
    return moments.map(({ state }, index) => ({
      files: states[state] ?? {},
      instant: instants[times[index] ?? 0] ?? "",
    }));
  });

/** Commits without asking what readers have seen: these histories go back and forth as no newsroom could. */
export function commit(room: MemoryPressRoom, files: Files): void {
  room.sources.commit(files, { forced: true });
}

export function lastOf(history: readonly Moment[]): Moment {
  const last = history.at(-1);
  if (last === undefined) throw new Error("A history has at least one moment.");
  return last;
}

/** What readers get: each object's digest, by key. */
export function siteOf(room: Pick<MemoryPressRoom, "site">): Readonly<Record<string, string>> {
  return Object.fromEntries([...room.site].map(([key, { digest }]) => [key, digest]));
}

const known = new Map<string, Promise<Readonly<Record<string, string>>>>();

/** The site as one publication from nothing makes it; remembered, since it is a function of commit and instant. */
export function publishedAnew({ files, instant }: Moment): Promise<Readonly<Record<string, string>>> {
  const name = `${states.indexOf(files)} ${instant}`;
  const site = known.get(name) ?? made({ files, instant });
  known.set(name, site);
  return site;
}

async function made({ files, instant }: Moment): Promise<Readonly<Record<string, string>>> {
  const room = memoryPressRoom();
  commit(room, files);
  await room.publishAt(instant);
  return siteOf(room);
}

/** Past the lease of a publisher that died. */
export function later(instant: string): string {
  return new Date(Date.parse(instant) + 61_000).toISOString();
}

/**
 * How a law is tried: LAW_FACTOR=10 tries ten times as often, LAW_SEED=7 on other histories, LAW_SEED=random on others each
 * time. A failure prints its seed. Without one the histories are always the same, so that a test that goes red says
 * something of the change before it.
 */
export function runs(count: number): { readonly numRuns: number; readonly seed?: number } {
  const { LAW_FACTOR: factor = "1", LAW_SEED: seed = "1" } = process.env;
  const numRuns = Math.ceil(count * Number(factor));
  return seed === "random" ? { numRuns } : { numRuns, seed: Number(seed) };
}
