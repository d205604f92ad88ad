import { describe, expect, it } from "vitest";
import { problemCodes } from "../../functions/content/problem.ts";
import type { ProblemCode } from "../../functions/content/problem.ts";
import { locales } from "../../functions/content/locale.ts";
import { readUnit } from "../../functions/content/read-unit.ts";
import { strayFile } from "../../functions/content/stray-file.ts";
import { jpegHeader } from "../support/jpeg-fixture.ts";
import type { Files } from "../support/memory-sources.ts";
import { plainPdf } from "../support/pdf-fixture.ts";
import { problemsOf, short } from "../support/problems.ts";
import { changed, release, smallNewsroom, without } from "../support/small-newsroom.ts";

const da = "releases/2026/bro/da.md";
const en = "releases/2026/bro/en.md";
const edit = (path: string, from: string, to: string): Files => changed(smallNewsroom, path, from, to);
const add = (path: string, text: string | Uint8Array): Files => ({ ...smallNewsroom, [path]: text });
/** "Bro" with another original, which its sidecar names. */
const named = (file: string, bytes: string | Uint8Array): Files => ({
  ...without(smallNewsroom, "photos/bro.jpg"),
  "photos/bro.yaml": `file: ${file}\n${String(smallNewsroom["photos/bro.yaml"])}`,
  [`photos/${file}`]: bytes,
});
/** The bridge's case with a document, or with a line for one. */
function withDocument(bytes: string | Uint8Array | undefined, from = "", to = ""): Files {
  const line =
    "documents: [{ file: notat.pdf, title: { da: Notat om broen, en: Note on the bridge }, language: da }]";
  return {
    ...add("cases/broen.yaml", `${String(smallNewsroom["cases/broen.yaml"])}\n${line}`.replace(from, to)),
    ...(bytes === undefined ? {} : { "cases/broen/notat.pdf": bytes }),
  };
}
const text = (words: string): Files => edit(da, "Brødtekst.", words);
const lines = (path: string) => String(smallNewsroom[path]).split("\n");

/** The whole of what an author can do wrong: what, the newsroom with it, and what is told. */
const mistakes: readonly (readonly [string, Files, ...string[]])[] = [
  [
    "a file saved as Latin-1",
    add("contacts/soeren.yaml", Buffer.from("name: Søren\n", "latin1")),
    "contacts/soeren.yaml:1:8 not-utf-8",
  ],
  ["a text of 5 MB", text("x".repeat(5_000_000)), `${da}:1:1 file-too-large`],
  ["a control character in a text", text("Br\u{7}o"), `${da}:11:3 wrong-value`],
  ["a sign that turns the writing around", text("abc \u{202E}def"), `${da}:11:5 wrong-value`],
  ["a file where no kind of entry lies", add("noter.txt", "x"), "noter.txt:1:1 unknown-file"],
  [
    "a file that belongs to no entry of its folder",
    add("contacts/ane.txt", "x"),
    "contacts/ane.txt:1:1 unknown-file",
  ],
  [
    "a third file beside a release's two",
    add("releases/2026/bro/de.md", "x"),
    "releases/2026/bro/de.md:1:1 unknown-file",
  ],
  [
    "an hour that is none",
    add("contacts/ny.yaml", "name: Ny\nhours: [{ days: [monday], from: 8, to: 16:00 }]\n"),
    "contacts/ny.yaml:2:33 bad-date",
  ],
  [
    "hours that end before they begin",
    add("contacts/ny.yaml", "name: Ny\nhours: [{ days: [monday], from: 16:00, to: 08:00 }]\n"),
    "contacts/ny.yaml:2:33 wrong-value",
  ],
  [
    "a colour that cannot be read",
    edit("newsroom.yaml", "press_contact", 'colours: { light: { accent: "#9bd" } }\npress_contact'),
    "newsroom.yaml:5:29 wrong-value",
  ],
  [
    "a colour too pale for words, and one too dark for a dark ground",
    edit(
      "newsroom.yaml",
      "press_contact",
      'colours: { light: { accent: "#8fcbf0" }, dark: { link: 0a4f7d } }\npress_contact',
    ),
    "newsroom.yaml:5:29 low-contrast",
    "newsroom.yaml:5:56 low-contrast",
  ],
  [
    "a mark that runs something",
    add("newsroom.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script/></svg>'),
    "newsroom.svg:1:1 unsafe-logo",
  ],
  ["a mark that is no drawing", add("newsroom.svg", "<p>x</p>"), "newsroom.svg:1:1 unsafe-logo"],
  [
    "a mark that every page would wait for",
    add("newsroom.svg", " ".repeat(20_001)),
    "newsroom.svg:1:1 file-too-large",
  ],
  ["no newsroom.yaml", without(smallNewsroom, "newsroom.yaml"), "newsroom.yaml:1:1 missing-file"],
  ["English without Danish", without(smallNewsroom, da), `${en}:1:1 missing-file`],
  [
    "a photo without a sidecar",
    add("photos/ny.jpg", smallNewsroom["photos/bro.jpg"] ?? ""),
    "photos/ny.jpg:1:1 missing-file",
  ],
  ["a sidecar without a photo", without(smallNewsroom, "photos/bro.jpg"), "photos/bro.yaml:1:1 missing-file"],
  ["no keys above the text", add(da, "Bare tekst.\n"), `${da}:1:1 front-matter-missing`],
  [
    "keys that never end",
    edit(da, "photos: [bro]\n---", "photos: [bro]\n"),
    `${da}:1:1 front-matter-unclosed`,
  ],
  ["a colon in a title", edit(da, "title: En bro", "title: Nyt: en bro"), `${da}:3:8 yaml-syntax`],
  [
    "a tab before a key",
    edit("contacts/ane.yaml", "  - title", "\t- title"),
    "contacts/ane.yaml:5:1 yaml-syntax",
  ],
  ["the same key twice", edit(da, "id: bro", "id: bro\nid: bro"), `${da}:3:1 yaml-duplicate-key`],
  [
    "an anchor and an alias",
    edit(da, "title: En bro", "title: &a En bro\nprogramme: *a"),
    `${da}:3:11 yaml-alias`,
    `${da}:4:12 yaml-alias`,
    `${da}:7:1 yaml-duplicate-key`,
  ],
  ["an unknown key", edit(da, "title: En bro", "title: En bro\nsubtitle: x"), `${da}:4:1 unknown-key`],
  [
    "a key that every object has in secret",
    edit("bodies/raadet.yaml", "name:", "__proto__: { x: y }\nname:"),
    "bodies/raadet.yaml:1:1 unknown-key",
  ],
  [
    "an unknown key further in",
    edit("bodies/raadet.yaml", "en: The Council", "en: The Council, se: Rådet"),
    "bodies/raadet.yaml:1:37 unknown-key",
  ],
  [
    "one language only",
    edit("bodies/raadet.yaml", ", en: The Council", ""),
    "bodies/raadet.yaml:1:1 missing-key",
  ],
  [
    "a photo without alt",
    edit("photos/bro.yaml", "alt:", "oldt:"),
    "photos/bro.yaml:1:1 missing-key",
    "photos/bro.yaml:1:1 unknown-key",
  ],
  [
    "a photo without credit",
    edit("photos/bro.yaml", "credit: Kommunen\n", ""),
    "photos/bro.yaml:1:1 missing-key",
  ],
  [
    "a photo that nobody made",
    edit("photos/bro.yaml", "creator: Ane Åkjær\n", ""),
    "photos/bro.yaml:1:1 missing-key",
  ],
  ["a list where a line belongs", edit(da, "title: En bro", "title: [En bro]"), `${da}:3:8 wrong-type`],
  ["a line where a list belongs", edit(da, "photos: [bro]", "photos: bro"), `${da}:9:9 wrong-type`],
  ["neither yes nor no", edit(da, "photos: [bro]", "photos: [bro]\nsample: ja"), `${da}:10:9 wrong-type`],
  [
    "a word that means nothing here",
    edit("cases/broen.yaml", "action: decision", "action: decide"),
    "cases/broen.yaml:7:13 wrong-value",
  ],
  [
    "English said to be missing that is here",
    edit(da, "photos: [bro]", "photos: [bro]\nenglish: later"),
    `${da}:10:10 wrong-value`,
  ],
  ["nothing behind a key", edit(da, "title: En bro", "title:"), `${da}:3:7 empty-value`],
  ["an id with spaces", edit(da, "id: bro", "id: En Bro"), `${da}:2:5 bad-id`],
  [
    "a file name that is no id",
    add(
      "bodies/Mit Råd.yaml",
      String(smallNewsroom["bodies/raadet.yaml"]).replaceAll("Rådet", "Nyt").replaceAll("The Council", "New"),
    ),
    "bodies/Mit Råd.yaml:1:1 bad-id",
  ],
  ["a date as Danes write it", edit(da, "date: 2026-03-10", "date: 10-03-2026"), `${da}:4:7 bad-date`],
  [
    "a day that is not in the calendar",
    edit(da, "date: 2026-03-10", "date: 2026-02-30"),
    `${da}:4:7 bad-date`,
  ],
  [
    "an embargo without an hour",
    edit(da, "photos: [bro]", "photos: [bro]\nembargo: 2026-03-20"),
    `${da}:10:10 bad-date`,
  ],
  [
    "an hour that the clocks skip",
    edit(da, "date: 2026-03-10", "date: 2026-03-29T02:30"),
    `${da}:4:7 hour-does-not-exist`,
  ],
  [
    "an hour that comes twice",
    edit(da, "date: 2026-03-10", "date: 2026-10-25T02:30"),
    `${da}:4:7 hour-exists-twice`,
  ],
  [
    "an embargo in the hour that the clocks skip",
    edit(da, "photos: [bro]", "photos: [bro]\nembargo: 2027-03-28T02:00"),
    `${da}:10:10 hour-does-not-exist`,
  ],
  [
    "an embargo in the hour that comes twice",
    edit(da, "photos: [bro]", "photos: [bro]\nembargo: 2026-10-25T02:59"),
    `${da}:10:10 hour-exists-twice`,
  ],
  [
    "the same id in two releases",
    { ...smallNewsroom, ...release("2026/ny", { id: "bro", title: "Noget nyt", date: "2026-03-11" }) },
    "releases/2026/bro/da.md:2:5 duplicate-id",
  ],
  [
    "the same title in the same month",
    { ...smallNewsroom, ...release("2026/ny", { id: "ny", title: "En bro", date: "2026-03-11" }) },
    "releases/2026/bro/da.md:3:8 duplicate-url",
    "releases/2026/bro/en.md:2:8 duplicate-url",
  ],
  [
    "a contact who is not there",
    edit(da, "contacts: [ane]", "contacts: [arne]"),
    `${da}:8:12 dangling-reference`,
  ],
  [
    "a step before the one above it",
    edit(
      "cases/broen.yaml",
      "steps:",
      "steps:\n  - { id: a, body: raadet, date: 2026-07-01, action: hearing, subject: { da: Høring, en: Hearing } }",
    ),
    "cases/broen.yaml:7:11 steps-out-of-order",
  ],
  [
    "two steps of one name",
    edit(
      "cases/broen.yaml",
      "steps:",
      "steps:\n  - { id: beslutning, body: raadet, date: 2026-06-01, action: hearing, subject: { da: Høring, en: Hearing } }",
    ),
    "cases/broen.yaml:5:9 duplicate-id",
  ],
  [
    "a programme that is still secret",
    edit("programmes/cykler.yaml", "name:", "embargo: 2026-05-01T08:00\nname:"),
    "cases/broen.yaml:2:12 reference-under-embargo",
    `${da}:6:12 reference-under-embargo`,
  ],
  ["no word about English", without(smallNewsroom, en), `${da}:2:1 translation-missing`],
  [
    "a correction without the text as it was",
    edit(
      da,
      "photos: [bro]",
      "photos: [bro]\ncorrections:\n  - { date: 2026-03-11T09:30, change: minor, note: { da: Ret, en: Fix } }",
    ),
    `${da}:11:13 earlier-text-missing`,
  ],
  [
    "a text as it was, without a correction",
    add("releases/2026/bro/v1.da.md", String(smallNewsroom[da])),
    "releases/2026/bro/v1.da.md:1:1 correction-missing",
  ],
  [
    "a correction that is neither major nor minor",
    edit(
      da,
      "photos: [bro]",
      "photos: [bro]\ncorrections:\n  - { date: 2026-03-11T09:30, change: big, note: { da: Ret, en: Fix } }",
    ),
    `${da}:11:39 wrong-value`,
  ],
  [
    "a former address that no release can have had",
    edit(da, "photos: [bro]", "photos: [bro]\nformer_addresses: [/da/arkiv/]"),
    `${da}:10:20 bad-url`,
  ],
  [
    "a former address where another release stands",
    edit(da, "photos: [bro]", "photos: [bro]\nformer_addresses: [/da/2026/03/en-sti/]"),
    `${da}:10:20 duplicate-url`,
  ],
  ["a link that runs a script", text("Se [her](javascript:alert(1))."), `${da}:11:4 unsafe-link`],
  ["a picture in the text", text("To linjer.\n\n![bro](bro.jpg)"), `${da}:13:1 image-in-text`],
  ["a heading of the first level", text("# Overskrift"), `${da}:11:1 heading-level-one`],
  ["a fence that never closes", text("Før\n\n```\nkode"), `${da}:13:1 unclosed-fence`],
  ["a photo that is no photo", add("photos/bro.jpg", "Et brev"), "photos/bro.yaml:1:1 photo-unreadable"],
  ["a photo of no bytes", add("photos/bro.jpg", ""), "photos/bro.yaml:1:1 photo-unreadable"],
  ["a film called a photo", add("photos/bro.jpg", "GIF89a"), "photos/bro.yaml:1:1 photo-format"],
  [
    "a drawing",
    named("bro.svg", '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
    "photos/bro.yaml:1:7 photo-format",
  ],
  [
    "a telephone's own kind",
    named("bro.heic", "\0\0\0\x18ftypheic\0\0\0\0"),
    "photos/bro.yaml:1:7 photo-format",
  ],
  [
    "a wrong ending",
    named("bro.png", smallNewsroom["photos/bro.jpg"] ?? ""),
    "photos/bro.yaml:1:7 photo-format",
  ],
  [
    "a JPEG of twelve bits",
    add("photos/bro.jpg", jpegHeader(6000, 4000, 12)),
    "photos/bro.yaml:1:1 photo-format",
  ],
  ["a document that is not there", withDocument(undefined), "cases/broen.yaml:9:21 missing-file"],
  ["a document that is no PDF", withDocument("<html>"), "cases/broen.yaml:9:21 document-unreadable"],
  [
    "a document that breaks off",
    withDocument(plainPdf(3).subarray(0, 60)),
    "cases/broen.yaml:9:21 document-unreadable",
  ],
  [
    "a document that asks for a password",
    withDocument(plainPdf(3, { trailer: "/Encrypt 9 0 R" })),
    "cases/broen.yaml:9:21 document-unreadable",
  ],
  [
    "a document that no phone fetches",
    withDocument(Buffer.concat([plainPdf(3), Buffer.alloc(20_000_000)])),
    "cases/broen.yaml:9:21 document-too-large",
  ],
  [
    "a document in no language",
    withDocument(plainPdf(1), "language: da", "language: dansk"),
    "cases/broen.yaml:9:97 wrong-value",
  ],
  [
    "a document of another step",
    withDocument(plainPdf(1), "language: da", "language: da, step: ingen"),
    "cases/broen.yaml:9:107 dangling-reference",
  ],
  [
    "a document whose name nobody can type",
    withDocument(plainPdf(1), "notat.pdf", "Mit notat.PDF"),
    "cases/broen.yaml:9:21 wrong-value",
  ],
  [
    "a document twice",
    withDocument(
      plainPdf(1),
      "documents: [",
      "documents: [{ file: notat.pdf, title: { da: A, en: B }, language: da }, ",
    ),
    "cases/broen.yaml:9:81 duplicate-id",
  ],
  [
    "a document that no case names",
    add("cases/broen/bilag.pdf", plainPdf(1)),
    "cases/broen/bilag.pdf:1:1 unknown-file",
  ],
  [
    "a document of a case that is not there",
    add("cases/ingen/bilag.pdf", plainPdf(1)),
    "cases/ingen/bilag.pdf:1:1 unknown-file",
  ],
  ["a photo of one pixel", add("photos/bro.jpg", jpegHeader(1, 1)), "photos/bro.yaml:1:1 photo-too-small"],
  [
    "a photo 30,000 wide",
    add("photos/bro.jpg", jpegHeader(30_000, 2_000)),
    "photos/bro.yaml:1:1 photo-too-large",
  ],
  ["a bomb", add("photos/bro.jpg", jpegHeader(19_999, 19_999)), "photos/bro.yaml:1:1 photo-too-large"],
  [
    "an alt text that repeats the caption",
    edit("photos/bro.yaml", "Bro set fra siden", "Bro en dag i marts"),
    "photos/bro.yaml:1:12 alt-repeats-caption",
  ],
  [
    "an e-mail address with a second recipient in it",
    edit("contacts/vagten.yaml", "presse@kommunen.example", "presse@kommunen.example?bcc=x@y.dk"),
    "contacts/vagten.yaml:3:8 bad-email",
  ],
  [
    "a telephone number that is none",
    edit("contacts/ane.yaml", "87 28 50 10", "87 28"),
    "contacts/ane.yaml:2:8 bad-phone",
  ],
  [
    "a web address without its scheme",
    edit("bodies/raadet.yaml", "remit:", "url: www.raadet.dk\nremit:"),
    "bodies/raadet.yaml:2:6 bad-url",
  ],
];

describe("an author's mistake", () => {
  const cases = mistakes.map(([what, files, ...told]) => ({ what, files, told }));
  it.each(cases)("$what is told at its place", async ({ files, told }) => {
    const problems = await problemsOf(files);
    expect(problems.map(short)).toEqual(told);
    for (const { message, fix } of problems) {
      for (const locale of locales) {
        expect(message[locale]).toMatch(/\.$/);
        expect(message[locale].split("\n")).toHaveLength(1);
        expect(fix[locale].length).toBeGreaterThan(15);
        expect(fix[locale]).toMatch(/\.["']?$/);
      }
      expect(message.da).not.toBe(message.en);
      expect(fix.da).not.toBe(fix.en);
    }
  });

  it("has a code, and each code has a mistake here", () => {
    const told = new Set(mistakes.flatMap(([, , ...all]) => all.map((one) => one.split(" ").at(-1))));
    const elsewhere: readonly ProblemCode[] = [
      "path-outside-content", // tested below
      "photo-signed-position", // this in test/images/press-original.test.ts and test/pipeline/photo-refusals.test.ts
      "earlier-text-altered", // these three against what is live, in test/pipeline/published.test.ts
      "address-lost",
      "withdrawal-missing",
      "embargo-too-late",
    ];
    expect(problemCodes.filter((code) => !told.has(code) && !elsewhere.includes(code))).toEqual([]);
  });

  it("of a comma between braces is told with the way out", async () => {
    const [problem] = await problemsOf(edit("bodies/raadet.yaml", "da: Beslutter", "da: Beslutter, og mere"));
    expect(problem && short(problem)).toBe("bodies/raadet.yaml:2:25 unknown-key");
    expect(problem?.fix.en).toContain("quotation marks");
    expect(problem?.fix.da).toContain("anførselstegn");
  });

  it("is told together with all the others", async () => {
    const files = {
      ...edit("contacts/ane.yaml", "87 28 50 10", "87 28"),
      [da]: lines(da)
        .join("\n")
        .replace("date: 2026-03-10", "date: i går")
        .replace("photos: [bro]", "photos: [boro]"),
      "noter.txt": "x",
    };
    expect((await problemsOf(files)).map(short)).toEqual([
      "contacts/ane.yaml:2:8 bad-phone",
      "noter.txt:1:1 unknown-file",
      `${da}:4:7 bad-date`,
      `${da}:9:10 dangling-reference`,
    ]);
  });

  it.each([
    ["a symbolic link", "contacts/ane.yaml", "link" as const],
    ["a way up", "contacts/../../x.yaml", "blob" as const],
    ["a backslash", String.raw`contacts\ane.yaml`, "blob" as const],
    ["an absolute path", "/etc/passwd", "blob" as const],
    ["a control character in a name", "contacts/a\u{1B}[31m.yaml", "blob" as const],
  ])("%s is a path out of the folder", (_, path, type) => {
    const problem = strayFile(path, type);
    expect(problem?.code).toBe("path-outside-content");
    expect(problem?.place.file).not.toContain("\u{1B}");
  });

  it("a photo larger than any newsroom opens is told without being read", () => {
    const sidecar = Buffer.from(String(smallNewsroom["photos/bro.yaml"]));
    const files = [
      { path: "photos/bro.yaml", object: "1", bytes: sidecar, size: sidecar.length },
      { path: "photos/bro.jpg", object: "2", bytes: Buffer.from([0xff, 0xd8]), size: 120_000_000 },
    ];
    const { leftOut } = readUnit("photos/bro", files, { zone: "Europe/Copenhagen" });
    expect(leftOut.map(short)).toEqual(["photos/bro.yaml:1:1 photo-too-large"]);
  });
});

const harmless: readonly (readonly [string, Files])[] = [
  ["a byte order mark", add(da, `\u{FEFF}${String(smallNewsroom[da])}`)],
  ["lines ended as Windows does", add(da, String(smallNewsroom[da]).replaceAll("\n", "\r\n"))],
  ["letters in two parts, as a Mac writes them", add(da, String(smallNewsroom[da]).normalize("NFD"))],
  ["raw HTML and a script", text("<script>alert(1)</script>\n\n<b onclick=x>fed</b> & <!-- skjult -->")],
  [
    "guides and what computers hide",
    { ...smallNewsroom, "README.md": "x", "photos/.DS_Store": "x", ".gitattributes": "x" },
  ],
];

describe("what is harmless", () => {
  it.each(harmless)("%s is no mistake", async (_, files) => {
    expect((await problemsOf(files)).map(short)).toEqual([]);
  });

  it.each(["2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00", "2027-03-28T03:00", "2027-03-28T01:59"])(
    "an embargo that is one moment even in those nights is no mistake: %s",
    async (embargo) => {
      const files = edit(da, "photos: [bro]", `photos: [bro]\nembargo: ${embargo}`);
      expect((await problemsOf(files)).map(short)).toEqual([]);
    },
  );

  it("a short file that means a long one is refused unread", async () => {
    const laughs = [
      "a: &a [x, x, x, x, x, x, x, x, x]",
      ..."bcdefgh"
        .split("")
        .map(
          (letter, index) =>
            `${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${"abcdefgh".charAt(index)}`).join(", ")}]`,
        ),
    ];
    const problems = await problemsOf(add("bodies/latter.yaml", laughs.join("\n")));
    expect(
      problems.every(({ code }) => code === "yaml-alias" || code === "unknown-key" || code === "missing-key"),
    ).toBe(true);
    expect(problems.some(({ code }) => code === "yaml-alias")).toBe(true);
  });
});
