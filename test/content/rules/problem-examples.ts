import { inBoth } from "../../../functions/content/photo-faults.ts";
import { photoProblem } from "../../../functions/content/photo-problems.ts";
import type { Finding, ProblemCode } from "../../../functions/content/problem.ts";
import { strayFile } from "../../../functions/content/stray-file.ts";
import { jpegHeader } from "../../support/jpeg-fixture.ts";
import { memoryPressRoom } from "../../support/memory-press-room.ts";
import type { Files } from "../../support/memory-sources.ts";
import { plainPdf } from "../../support/pdf-fixture.ts";
import { problemsOf } from "../../support/problems.ts";
import { changed, corrected, release, smallNewsroom, without } from "../../support/small-newsroom.ts";

/** A newsroom with one mistake in it, and the same newsroom without it. */
export interface ProblemExample {
  readonly code: ProblemCode;
  readonly wrong: Files;
  readonly right: Files;
  /** Where it is told: file, line and column. */
  readonly at: string;
  /** In which the two differ, where that is another file than the one in which it is told. */
  readonly file?: string;
  /** What the two are, where they are no text that could be shown. */
  readonly shown?: { readonly wrong: string; readonly right: string };
  /** Everything that is told of a newsroom; what the check says of its files alone where it is left out. */
  readonly told?: (files: Files) => Promise<readonly Finding[]>;
}

const da = "releases/2026/bro/da.md";
const en = "releases/2026/bro/en.md";
const bro = "photos/bro.jpg";

/** The small newsroom, wrong and right in the same place of a file. */
function text(
  code: ProblemCode,
  file: string,
  [from, wrong, right]: readonly [from: string, wrong: string, right: string],
  at: string,
): ProblemExample {
  const written = (words: string) => changed(smallNewsroom, file, from, words);
  return { code, wrong: written(wrong), right: written(right), at: `${file}:${at}` };
}

/** A photo's original, and what it is. */
function original(
  code: ProblemCode,
  bytes: string | Uint8Array,
  shown: { readonly wrong: string; readonly right: string },
): ProblemExample {
  return {
    code,
    wrong: { ...smallNewsroom, [bro]: bytes },
    right: smallNewsroom,
    at: "photos/bro.yaml:1:1",
    shown,
  };
}

/** A document of a case, and what it is. */
function document(
  code: ProblemCode,
  bytes: string | Uint8Array,
  shown: { readonly wrong: string; readonly right: string },
): ProblemExample {
  const line = "documents: [{ file: notat.pdf, title: { da: Notat, en: Note }, language: da }]";
  const casefile = `${String(smallNewsroom["cases/broen.yaml"])}\n${line}\n`;
  const written = (pdf: string | Uint8Array) => ({
    ...smallNewsroom,
    "cases/broen.yaml": casefile,
    "cases/broen/notat.pdf": pdf,
  });
  return { code, wrong: written(bytes), right: written(plainPdf(3)), at: "cases/broen.yaml:9:21", shown };
}

/** What is told of a commit when the small newsroom is what readers have seen. */
async function afterPublished(files: Files): Promise<readonly Finding[]> {
  const room = memoryPressRoom();
  const now = "2026-03-15T12:00:00Z";
  room.sources.commit(smallNewsroom);
  await room.publishAt(now);
  room.sources.commit(files);
  const [publication] = await room.publishAt(now);
  if (publication === undefined) throw new Error("Nothing was published.");
  return publication.problems;
}

/** A change of what readers have seen. */
function published(code: ProblemCode, wrong: Files, right: Files, at: string, file?: string): ProblemExample {
  return { code, wrong, right, at, told: afterPublished, ...(file === undefined ? {} : { file }) };
}

/** One example for each kind of mistake, in the order of the codes. */
export const problemExamples: readonly ProblemExample[] = [
  {
    code: "not-utf-8",
    wrong: { ...smallNewsroom, "contacts/ny.yaml": Buffer.from("name: Søren\n", "latin1") },
    right: { ...smallNewsroom, "contacts/ny.yaml": "name: Søren\n" },
    at: "contacts/ny.yaml:1:8",
    shown: { wrong: "name: S�ren", right: "name: Søren" },
  },
  {
    code: "file-too-large",
    wrong: changed(smallNewsroom, da, "Brødtekst.", "x".repeat(5_000_000)),
    right: smallNewsroom,
    at: `${da}:1:1`,
    shown: { wrong: "a text of 5 MB", right: "a text as long as a press release" },
  },
  {
    code: "unknown-file",
    wrong: { ...smallNewsroom, "contacts/ny.txt": "name: Bo\n" },
    right: { ...smallNewsroom, "contacts/ny.yaml": "name: Bo\n" },
    at: "contacts/ny.txt:1:1",
    shown: { wrong: "contacts/ny.txt", right: "contacts/ny.yaml" },
  },
  {
    code: "path-outside-content",
    wrong: { "contacts/ny.yaml": "../elsewhere/ny.yaml" },
    right: {},
    at: "contacts/ny.yaml:1:1",
    shown: { wrong: "contacts/ny.yaml -> ../../elsewhere/ny.yaml", right: "contacts/ny.yaml" },
    told: (files) => Promise.resolve(Object.keys(files).flatMap((path) => strayFile(path, "link") ?? [])),
  },
  {
    code: "missing-file",
    wrong: without(smallNewsroom, bro),
    right: smallNewsroom,
    at: "photos/bro.yaml:1:1",
    shown: { wrong: "photos/bro.yaml", right: "photos/bro.jpg\nphotos/bro.yaml" },
  },
  {
    code: "front-matter-missing",
    wrong: { ...smallNewsroom, [da]: "En bro\n\nBrødtekst.\n" },
    right: smallNewsroom,
    at: `${da}:1:1`,
  },
  text(
    "front-matter-unclosed",
    da,
    ["photos: [bro]\n---\n", "photos: [bro]\n", "photos: [bro]\n---\n"],
    "1:1",
  ),
  text("yaml-syntax", da, ["title: En bro", "title: Nyt: en bro", 'title: "Nyt: en bro"'], "3:8"),
  text("yaml-duplicate-key", da, ["id: bro", "id: bro\nid: bro", "id: bro"], "3:1"),
  text("yaml-alias", da, ["title: En bro", "title: *bro", 'title: "*bro"'], "3:8"),
  text("unknown-key", da, ["title: En bro", "titel: En bro", "title: En bro"], "3:1"),
  text("missing-key", "photos/bro.yaml", ["credit: Kommunen\n", "", "credit: Kommunen\n"], "1:1"),
  text("wrong-type", da, ["photos: [bro]", "photos: bro", "photos: [bro]"], "9:9"),
  text("wrong-value", "cases/broen.yaml", ["action: decision", "action: decide", "action: decision"], "7:13"),
  text("empty-value", da, ["title: En bro", "title:", "title: En bro"], "3:7"),
  text("bad-id", da, ["id: bro", "id: En bro", "id: en-bro"], "2:5"),
  text("bad-date", da, ["date: 2026-03-10", "date: 10-03-2026", "date: 2026-03-10"], "4:7"),
  text(
    "hour-does-not-exist",
    da,
    ["date: 2026-03-10", "date: 2026-03-29T02:30", "date: 2026-03-29T03:30"],
    "4:7",
  ),
  text(
    "hour-exists-twice",
    da,
    ["date: 2026-03-10", "date: 2026-10-25T02:30", "date: 2026-10-25T02:30+02:00"],
    "4:7",
  ),
  {
    code: "duplicate-id",
    wrong: { ...smallNewsroom, ...release("2026/ny", { id: "bro", title: "Noget nyt", date: "2026-03-11" }) },
    right: { ...smallNewsroom, ...release("2026/ny", { id: "ny", title: "Noget nyt", date: "2026-03-11" }) },
    at: `${da}:2:5`,
    file: "releases/2026/ny/da.md",
  },
  {
    code: "duplicate-url",
    wrong: { ...smallNewsroom, ...release("2026/ny", { id: "ny", title: "En bro", date: "2026-03-11" }) },
    right: { ...smallNewsroom, ...release("2026/ny", { id: "ny", title: "En bro til", date: "2026-03-11" }) },
    at: `${da}:3:8`,
    file: "releases/2026/ny/da.md",
  },
  text("dangling-reference", da, ["contacts: [ane]", "contacts: [arne]", "contacts: [ane]"], "8:12"),
  {
    code: "reference-under-embargo",
    wrong: changed(smallNewsroom, "programmes/cykler.yaml", "name:", "embargo: 2026-05-01T08:00\nname:"),
    right: smallNewsroom,
    at: "cases/broen.yaml:2:12",
    file: "programmes/cykler.yaml",
  },
  {
    code: "translation-missing",
    wrong: without(smallNewsroom, en),
    right: changed(without(smallNewsroom, en), da, "photos: [bro]", "photos: [bro]\nenglish: later"),
    at: `${da}:2:1`,
  },
  {
    code: "steps-out-of-order",
    ...(() => {
      const other = "{ id: a, body: raadet, action: hearing, subject: { da: Høring, en: Hearing }, date: ";
      const written = (date: string) =>
        changed(smallNewsroom, "cases/broen.yaml", "steps:", `steps:\n  - ${other}${date} }`);
      return { wrong: written("2026-07-01"), right: written("2026-06-01") };
    })(),
    at: "cases/broen.yaml:7:11",
  },
  published(
    "correction-missing",
    changed(smallNewsroom, da, "Brødtekst.", "Brødtekst om en længere bro."),
    corrected(smallNewsroom),
    `${da}:3:8`,
  ),
  {
    code: "earlier-text-missing",
    wrong: without(corrected(smallNewsroom), "releases/2026/bro/v1."),
    right: corrected(smallNewsroom),
    at: `${da}:11:11`,
    shown: {
      wrong: "releases/2026/bro/da.md\nreleases/2026/bro/en.md",
      right:
        "releases/2026/bro/da.md\nreleases/2026/bro/en.md\nreleases/2026/bro/v1.da.md\nreleases/2026/bro/v1.en.md",
    },
  },
  published(
    "earlier-text-altered",
    changed(corrected(smallNewsroom), "releases/2026/bro/v1.da.md", "Brødtekst.", "Pyntet tekst."),
    corrected(smallNewsroom),
    "releases/2026/bro/v1.da.md:1:1",
  ),
  published(
    "address-lost",
    changed(smallNewsroom, da, "title: En bro", "title: En bro\nslug: ny-bro"),
    changed(
      smallNewsroom,
      da,
      "title: En bro",
      "title: En bro\nslug: ny-bro\nformer_addresses: [/da/2026/03/en-bro/]",
    ),
    `${da}:4:7`,
  ),
  {
    ...published(
      "withdrawal-missing",
      without(smallNewsroom, "releases/2026/bro/"),
      changed(
        smallNewsroom,
        da,
        "photos:",
        "withdrawn:\n  date: 2026-03-12T10:00\n  reason: { da: Broen bliver ikke bygget., en: The bridge will not be built. }\nphotos:",
      ),
      `${da}:1:1`,
    ),
    shown: {
      wrong: "git rm -r releases/2026/bro",
      right:
        "withdrawn:\n  date: 2026-03-12T10:00\n  reason: { da: Broen bliver ikke bygget., en: The bridge will not be built. }",
    },
  },
  published(
    "embargo-too-late",
    changed(smallNewsroom, da, "photos:", "embargo: 2026-03-20T06:00\nphotos:"),
    smallNewsroom,
    `${da}:9:10`,
  ),
  text(
    "unsafe-link",
    da,
    ["Brødtekst.", "Se [planen](javascript:alert(1)).", "Se [planen](https://www.example.dk/plan)."],
    "11:4",
  ),
  {
    code: "image-in-text",
    wrong: changed(smallNewsroom, da, "photos: [bro]\n---\nBrødtekst.", "---\n![En bro](bro.jpg)"),
    right: smallNewsroom,
    at: `${da}:10:1`,
  },
  text("heading-level-one", da, ["Brødtekst.", "# Planen", "## Planen"], "11:1"),
  text("unclosed-fence", da, ["Brødtekst.", "```\nkode", "```\nkode\n```"], "11:1"),
  original("photo-unreadable", "Et brev", { wrong: "bro.jpg: a letter", right: "bro.jpg: a JPEG" }),
  original("photo-format", "GIF89a", { wrong: "bro.jpg: a GIF inside", right: "bro.jpg: a JPEG" }),
  original("photo-too-large", jpegHeader(30_000, 2_000), {
    wrong: "bro.jpg: 30000 × 2000 pixels",
    right: "bro.jpg: 10000 × 667 pixels",
  }),
  original("photo-too-small", jpegHeader(20, 10), {
    wrong: "bro.jpg: 20 × 10 pixels",
    right: "bro.jpg: 6000 × 4000 pixels",
  }),
  {
    ...original("photo-signed-position", "", {
      wrong: "bro.jpg: content credentials (C2PA), and a position that they vouch for",
      right: "bro.jpg: content credentials (C2PA), and no position",
    }),
    // Told when the photo is made; test/pipeline/photo-refusals.test.ts has the file that is refused.
    told: (files) => {
      const place = { file: "photos/bro.yaml", line: 1, column: 1 };
      const problem = photoProblem("signed-with-position", place, "bro.jpg", inBoth("C2PA"));
      return Promise.resolve(files === smallNewsroom ? [] : [problem]);
    },
  },
  text(
    "alt-repeats-caption",
    "photos/bro.yaml",
    ["Bro set fra siden", "Bro en dag i marts", "En bro af træ over en å"],
    "1:12",
  ),
  document("document-unreadable", "<html>", {
    wrong: "notat.pdf: a web page",
    right: "notat.pdf: a PDF without a password",
  }),
  document("document-too-large", Buffer.concat([plainPdf(3), Buffer.alloc(20_000_000)]), {
    wrong: "notat.pdf: 20 MB and a bit",
    right: "notat.pdf: 2 MB",
  }),
  text(
    "low-contrast",
    "newsroom.yaml",
    [
      "press_contact",
      'colours: { light: { accent: "#8fcbf0" } }\npress_contact',
      'colours: { light: { accent: "#0a4f7d" } }\npress_contact',
    ],
    "5:29",
  ),
  {
    code: "unsafe-logo",
    ...(() => {
      const svg = (inside: string) =>
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>\n`;
      const logo = (inside: string) => ({ ...smallNewsroom, "newsroom.svg": svg(inside) });
      return { wrong: logo("<script/>"), right: logo('<path d="M0 0H9V9H0Z"/>') };
    })(),
    at: "newsroom.svg:1:1",
  },
  text(
    "bad-email",
    "contacts/vagten.yaml",
    ["presse@kommunen.example", "presse(at)kommunen.example", "presse@kommunen.example"],
    "3:8",
  ),
  text("bad-phone", "contacts/ane.yaml", ["87 28 50 10", "87 28", "87 28 50 10"], "2:8"),
  text(
    "bad-url",
    "bodies/raadet.yaml",
    ["remit:", "url: www.raadet.example\nremit:", "url: https://www.raadet.example\nremit:"],
    "2:6",
  ),
];

/** Everything that is told of an example, wrong or right. */
export function toldOf({ told = problemsOf, ...example }: ProblemExample, how: "wrong" | "right") {
  return told(example[how]);
}
