import sharp from "sharp";
import type { Files } from "./memory-sources.ts";

/** A small picture, made once. */
const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#4a6" } })
  .jpeg()
  .toBuffer();

/** A newsroom with one of each, by the keys of the author's guide. Tests add to it, change it and take from it. */
export const smallNewsroom: Files = {
  "newsroom.yaml": [
    "name: { da: Presserum, en: Press room }",
    "publisher: { da: Kommunen, en: The Municipality }",
    "url: https://presse.example",
    "about: { da: Nyt fra kommunen, en: News from the municipality }",
    "press_contact: vagten",
    "accessibility: was",
  ].join("\n"),
  "contacts/vagten.yaml": "name: Pressevagten\ntype: desk\nemail: presse@kommunen.example\n",
  "contacts/ane.yaml": [
    "name: Ane Åkjær",
    "phone: 87 28 50 10",
    "portrait: ane",
    "roles:",
    "  - title: { da: Formand, en: Chair }",
    "    body: raadet",
  ].join("\n"),
  "photos/ane.yaml": sidecar("Ane"),
  "photos/ane.jpg": jpeg,
  "photos/bro.yaml": sidecar("Bro"),
  "photos/bro.jpg": jpeg,
  "bodies/raadet.yaml": "name: { da: Rådet, en: The Council }\nremit: { da: Beslutter, en: Decides }\n",
  "pages/was.yaml": [
    "title: { da: Tilgængelighed, en: Accessibility }",
    "lead: { da: Alle kan bruge presserummet, en: Everybody can use the press room }",
    "sections:",
    "  - heading: { da: Mangler, en: Shortcomings }",
    "    paragraphs: [{ da: Vi kender ingen, en: We know of none }]",
    "    links: [{ label: { da: Loven, en: The law }, url: https://www.retsinformation.dk/ }]",
    "updated: 2026-03-01",
  ].join("\n"),
  "pages/frit.yaml":
    "title: { da: Frit, en: Free }\nlead: { da: Om brug, en: On use }\nupdated: 2026-03-01\n",
  "programmes/cykler.yaml":
    "name: { da: Cykler, en: Bicycles }\nsummary: { da: Flere cykler, en: More bicycles }\n",
  "cases/broen.yaml": [
    "title: { da: Broen, en: The bridge }",
    "programme: cykler",
    "steps:",
    "  - id: beslutning",
    "    body: raadet",
    "    date: 2026-06-18",
    "    action: decision",
    "    subject: { da: Skal broen bygges, en: Whether to build the bridge }",
  ].join("\n"),
  ...release("2026/bro", {
    id: "bro",
    title: "En bro",
    date: "2026-03-10",
    extra: "programme: cykler\ncase: broen\ncontacts: [ane]\nphotos: [bro]",
  }),
  ...release("2026/sti", { id: "sti", title: "En sti", date: "2026-03-12" }),
};

export interface ReleaseText {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly text?: string;
  readonly embargo?: string;
  readonly extra?: string;
}

/** The two files of a release. */
export function release(
  folder: string,
  { id, title, date, text = "Brødtekst.", embargo, extra = "" }: ReleaseText,
): Files {
  const shared = [
    `id: ${id}`,
    `title: ${title}`,
    `date: ${date}`,
    `lead: Indledning om ${title}.`,
    ...(embargo === undefined ? [] : [`embargo: ${embargo}`]),
    ...(extra === "" ? [] : [extra]),
  ];
  return {
    [`releases/${folder}/da.md`]: `---\n${shared.join("\n")}\n---\n${text}\n`,
    [`releases/${folder}/en.md`]: `---\ntitle: ${title} in English\nlead: Lead about ${title}.\n---\n${text}\n`,
  };
}

export function without(files: Files, ...folders: readonly string[]): Files {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => !folders.some((folder) => path.startsWith(folder))),
  );
}

export function changed(files: Files, path: string, from: string, to: string): Files {
  const text = files[path];
  if (typeof text !== "string" || !text.includes(from)) throw new Error(`${path} has no "${from}".`);
  return { ...files, [path]: text.replace(from, to) };
}

/** "En bro" as it is after one correction, with the text that it had before beside it. */
export function corrected(files: Files): Files {
  const [da, en] = ["releases/2026/bro/da.md", "releases/2026/bro/en.md"];
  const kept = {
    "releases/2026/bro/v1.da.md": files[da] ?? "",
    "releases/2026/bro/v1.en.md": files[en] ?? "",
  };
  const said = [
    "corrections:",
    "  - date: 2026-03-11T09:30",
    "    change: major",
    "    note: { da: Broen bliver længere., en: The bridge will be longer. }",
    "---",
    "Brødtekst om en længere bro.",
  ].join("\n");
  return { ...changed(files, da, "---\nBrødtekst.", said), ...kept };
}

/** "En bro" is taken back. */
export function withdrawn(files: Files): Files {
  const said = [
    "withdrawn:",
    "  date: 2026-03-12T10:00",
    "  reason: { da: Broen bliver ikke bygget., en: The bridge will not be built. }",
    "photos:",
  ].join("\n");
  return changed(files, "releases/2026/bro/da.md", "photos:", said);
}

/** "En bro" and its case have new addresses. */
export function moved(files: Files): Files {
  const release = changed(
    files,
    "releases/2026/bro/da.md",
    "title: En bro",
    "title: En bro\nslug: ny-bro\nformer_addresses: [/da/2026/03/en-bro/]",
  );
  return changed(
    release,
    "cases/broen.yaml",
    "programme:",
    "slug: { da: broen-over-aaen, en: the-bridge }\nformer_addresses: [/da/sager/broen/]\nprogramme:",
  );
}

/** "En bro" has moved twice, and names both addresses that it had. */
export function movedTwice(files: Files): Files {
  return changed(
    moved(files),
    "releases/2026/bro/da.md",
    "slug: ny-bro\nformer_addresses: [/da/2026/03/en-bro/]",
    "slug: nyere-bro\nformer_addresses: [/da/2026/03/en-bro/, /da/2026/03/ny-bro/]",
  );
}

/** Somebody in a photo has agreed to it until then. */
export function consented(files: Files, photo: string, until: string): Files {
  const people = `people: [{ name: Åse Ørsted, consent: { basis: consent, until: ${until} } }]`;
  return changed(files, `photos/${photo}.yaml`, "licence:", `${people}\nlicence:`);
}

function sidecar(what: string): string {
  return [
    `alt: { da: ${what} set fra siden, en: ${what} from the side }`,
    `caption: { da: ${what} en dag i marts, en: ${what} on a day in March }`,
    "credit: Kommunen",
    "creator: Ane Åkjær",
    "copyright: Kommunen",
    "licence:",
    "  name: { da: CC0, en: CC0 }",
    "  url: https://creativecommons.org/publicdomain/zero/1.0/",
    "  terms: { da: Fri brug, en: Free use }",
  ].join("\n");
}

/** "Fjordbroen", of which nobody may know before 20 March 2026 at 06:00 in Copenhagen, with a photo of its own. */
export function secret(date: string, extra: string): Files {
  return {
    ...smallNewsroom,
    ...release("2026/loefte", {
      id: "loefte",
      title: "Fjordbroen",
      date,
      embargo: "2026-03-20T06:00",
      extra: `photos: [hemmelig]\n${extra}`,
    }),
    "photos/hemmelig.yaml": sidecar("Fjordbroen"),
    "photos/hemmelig.jpg": jpeg,
  };
}
