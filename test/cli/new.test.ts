import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { pressOriginal } from "../../functions/images/press-original.ts";
import { rightsIptc } from "../../functions/images/rights-iptc.ts";
import { rightsXmp } from "../../functions/images/rights-xmp.ts";
import { runCommand } from "../support/command.ts";
import type { Ended } from "../support/command.ts";
import { newsroomRepository } from "../support/newsroom-repository.ts";
import type { Folder } from "../support/repository.ts";
import { someRights } from "../support/some-rights.ts";
import { ctrlC, enter, onTerminal } from "../support/terminal.ts";
import type { Turn } from "../support/terminal.ts";

function variables({ path }: Folder): Readonly<Record<string, string>> {
  return { CONTENT_DIR: join(path, "content"), DATA_DIR: join(path, "..", "presserum-of-new") };
}

function make(folder: Folder, ...args: readonly string[]): Promise<Ended> {
  return runCommand("new", args, variables(folder), folder.path);
}

function atTerminal(folder: Folder, turns: readonly Turn[], ...args: readonly string[]) {
  return onTerminal("new", args, turns, variables(folder), folder.path);
}

function text(folder: Folder, path: string): string {
  return readFileSync(join(folder.path, "content", path), "utf-8");
}

/** What is otherwise than in the commit, as Git has it: "?? content/cases/x.yaml". */
function changes(folder: Folder): readonly string[] {
  return folder
    .git("status", "--short", "--untracked-files=all")
    .split("\n")
    .filter((line) => line !== "");
}

/** A picture as it comes from a photographer who filled in everything. */
async function photographed(): Promise<Uint8Array> {
  const plain = await sharp({ create: { width: 90, height: 60, channels: 3, background: "#a64" } })
    .jpeg()
    .toBuffer();
  return pressOriginal(plain, "jpeg", { xmp: rightsXmp(someRights), iptc: rightsIptc(someRights) }, 1);
}

/** `--name value` for each. */
function options(given: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
}

const oneOfEach: readonly (readonly [readonly string[], Readonly<Record<string, string>>])[] = [
  [
    ["body"],
    {
      "name-da": "Børne- og ungeudvalget",
      "name-en": "Children's Committee",
      "remit-da": "Udvalget: skoler, børn og unge",
      "remit-en": "Decides on schools",
    },
  ],
  [
    ["contact"],
    {
      name: "Åse Ørsted",
      "title-da": "Formand",
      "title-en": "Chair",
      body: "boerne-og-ungeudvalget",
      phone: "8728 5010",
      email: "aase@kommunen.example",
    },
  ],
  [
    ["programme"],
    {
      "name-da": "Nye skoler",
      "name-en": "New schools",
      "summary-da": "Penge til skoler",
      "summary-en": "Money for schools",
      budget: "56200000",
      period: "2026/2029",
      contacts: "aase-oersted, vagten",
    },
  ],
  [["case"], { "title-da": "Skolen: ved åen", "title-en": "The school", programme: "nye-skoler" }],
  [
    ["step", "skolen-ved-aaen"],
    {
      body: "boerne-og-ungeudvalget",
      date: "2097-06-18",
      "subject-da": "Udvalget tager stilling",
      "subject-en": "The committee decides",
    },
  ],
  [["photo", "skolen.jpg"], { "alt-da": "En rød skole", "alt-en": "A red school", id: "skolen" }],
  [
    ["release"],
    {
      "title-da": "Rådet: en ny skole",
      "lead-da": "Skolen kommer.",
      "title-en": "A new school",
      "lead-en": "The school is coming.",
      date: "2026-03-14",
      contacts: "aase-oersted",
      photos: "skolen",
      programme: "nye-skoler",
      case: "skolen-ved-aaen",
    },
  ],
];

describe("whoever begins something new", () => {
  it("has one of each without a question, and the check finds nothing to mend in any of it", async () => {
    using folder = newsroomRepository();
    writeFileSync(join(folder.path, "skolen.jpg"), await photographed());
    for (const [what, given] of oneOfEach) {
      const { code, out, err } = await make(folder, ...what, ...options(given));
      expect([what, err, code]).toEqual([what, "", 0]);
      expect(out).toContain("Written: content/");
    }
    expect(changes(folder)).toEqual([
      "?? content/bodies/boerne-og-ungeudvalget.yaml",
      "?? content/cases/skolen-ved-aaen.yaml",
      "?? content/contacts/aase-oersted.yaml",
      "?? content/photos/skolen.jpg",
      "?? content/photos/skolen.yaml",
      "?? content/programmes/nye-skoler.yaml",
      "?? content/releases/2026/raadet-en-ny-skole/da.md",
      "?? content/releases/2026/raadet-en-ny-skole/en.md",
      "?? skolen.jpg",
    ]);
    const { code, out } = await runCommand(
      "check",
      ["content", "--format", "json"],
      variables(folder),
      folder.path,
    );
    expect(JSON.parse(out)).toMatchObject({ problems: [], leftOut: [] });
    expect(code).toBe(0);
    expect(text(folder, "releases/2026/raadet-en-ny-skole/da.md")).toBe(
      [
        "---",
        "id: raadet-en-ny-skole",
        'title: "Rådet: en ny skole"',
        "date: 2026-03-14",
        "lead: Skolen kommer.",
        "programme: nye-skoler",
        "case: skolen-ved-aaen",
        "contacts: [aase-oersted]",
        "photos: [skolen]",
        "---",
        "",
      ].join("\n"),
    );
  });

  it("need not write again what the photo's file says of itself", async () => {
    using folder = newsroomRepository();
    const original = await photographed();
    writeFileSync(join(folder.path, "Æblefest (1).JPG"), original);
    const { code, out } = await make(folder, "photo", "Æblefest (1).JPG", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      kind: "photo",
      unit: "photos/aeblefest-1",
      files: ["content/photos/aeblefest-1.jpg", "content/photos/aeblefest-1.yaml"],
      outcome: "written",
    });
    expect(readFileSync(join(folder.path, "content/photos/aeblefest-1.jpg"))).toEqual(Buffer.from(original));
    expect(text(folder, "photos/aeblefest-1.yaml")).toBe(
      [
        "alt: { da: Rødgrød på et bord, en: Red porridge on a table }",
        String.raw`caption: { da: Æblefest i Århus <1> & "to", en: Apple feast in Aarhus }`,
        "credit: Søren Ærø / Region Midtjylland",
        "creator: Søren Ærø",
        "copyright: Region Midtjylland",
        "licence:",
        "  name: { da: CC0, en: CC0 }",
        "  url: https://creativecommons.org/publicdomain/zero/1.0/",
        "  terms: { da: Fri brug, en: Free use }",
        "people: [Åse Ørsted]",
        "place: Århus",
        "event: Æblefest 2008",
        "taken: 2008-04",
        "",
      ].join("\n"),
    );
  });

  it("is asked in plain words in their language, again with the reason where an answer is wrong", async () => {
    using folder = newsroomRepository("da");
    const { code, said } = await atTerminal(folder, [
      ["Hvad skal laves (release, photo, contact, programme, case, step, body): ", `møde${enter}`],
      ["Her kan laves release, photo", `contact${enter}`],
      ["Enter tager det, der står i [ ]", ""],
      ["Navnet: ", enter],
      ["Det kan ikke udelades.", `Åse Ørsted${enter}`],
      ["(person, desk) [person]: ", enter],
      ["Titlen, på dansk (kan udelades): ", `Formand${enter}`],
      ["Titlen, på engelsk: ", `Chair${enter}`],
      ["Organet, som hvervet er i (kan udelades; raadet): ", `radet${enter}`],
      ['Der findes intet organ "radet"', ""],
      ["Gør sådan: skriv et id, der findes, for eksempel raadet", `raadet${enter}`],
      ["Telefonnummeret: otte danske cifre, eller + og landekoden (kan udelades): ", `12${enter}`],
      ["er ikke et nummer, man kan ringe til", `87285011${enter}`],
      ["Mobilnummeret", enter],
      ["E-mailadressen", `-${enter}`],
      ["Portrættet: et foto (kan udelades; ane, bro): ", enter],
      ["[aase-oersted]: ", enter],
    ]);
    expect(code).toBe(0);
    expect(said).toContain("Skrevet: content/contacts/aase-oersted.yaml\n");
    expect(text(folder, "contacts/aase-oersted.yaml")).toBe(
      'name: Åse Ørsted\ntype: person\nroles:\n  - title: { da: Formand, en: Chair }\n    body: raadet\nphone: "87285011"\n',
    );
  });

  it("is asked again for what only does not fit together, and for nothing else", async () => {
    using folder = newsroomRepository();
    writeFileSync(join(folder.path, "skolen.jpg"), await photographed());
    const given = {
      "caption-da": "Dag",
      "caption-en": "A school",
      "alt-da": "En skole",
      "alt-en": "A school",
      creator: "Ane",
      credit: "Ane",
      copyright: "Ane",
      "licence-name-da": "x",
      "licence-name-en": "x",
      "licence-url": "https://x.example/",
      "licence-terms-da": "x",
      "licence-terms-en": "x",
      people: "Ane",
      place: "By",
      event: "Dag",
      taken: "2026",
      id: "skolen",
    };
    const { code, said } = await atTerminal(
      folder,
      [
        ["This is not right yet, so it is asked again:", ""],
        ["The alt text says the same as the caption", ""],
        [", in English [Red porridge on a table]: ", `Children by a red house${enter}`],
      ],
      "photo",
      "skolen.jpg",
      ...options(given),
    );
    expect(code).toBe(0);
    expect(said.match(/\]: /g)).toHaveLength(1);
    expect(text(folder, "photos/skolen.yaml")).toContain(
      "alt: { da: En skole, en: Children by a red house }",
    );
  });

  it.each([
    ["at the first question", [["The headline, at most 200 signs, in Danish: ", ctrlC]]],
    [
      "half way",
      [
        ["in Danish: ", `En ny skole${enter}`],
        ["in Danish: ", ctrlC],
      ],
    ],
  ] as const)("leaves nothing behind at Ctrl-C %s", async (_, turns) => {
    using folder = newsroomRepository();
    const { code, said } = await atTerminal(folder, turns, "release");
    expect(code).toBe(130);
    expect(said).toContain("Stopped; nothing was changed.");
    expect(changes(folder)).toEqual([]);
  });

  it("has the address that was asked for, in each language, and is told where it is no address or is another's", async () => {
    using folder = newsroomRepository("da");
    const news = { "title-da": "Rådet: en ny skole", "lead-da": "x", "title-en": "A school", "lead-en": "x" };
    const given = (more: Readonly<Record<string, string>>) =>
      options({ ...news, date: "2026-03-10", ...more });
    const bad = await make(folder, "release", ...given({ slug: "Ny Skole" }), "--yes");
    expect([bad.code, bad.err]).toEqual([2, expect.stringContaining("--slug:")]);
    const taken = await make(folder, "release", ...given({ slug: "en-bro" }), "--yes", "--json");
    expect(taken.code).toBe(1);
    expect(JSON.parse(taken.out)).toMatchObject({
      outcome: "not written",
      problems: [{ code: "duplicate-url" }],
    });
    expect(changes(folder)).toEqual([]);
    const made = await make(
      folder,
      "release",
      ...given({ slug: "ny-skole", "slug-en": "new-school" }),
      "--yes",
    );
    expect([made.code, made.err]).toEqual([0, ""]);
    expect(text(folder, "releases/2026/raadet-en-ny-skole/da.md")).toContain("\nslug: ny-skole\n");
    expect(text(folder, "releases/2026/raadet-en-ny-skole/en.md")).toContain("\nslug: new-school\n");
  });

  it("is told what is there already, which stays as it is", async () => {
    using folder = newsroomRepository("da");
    const named = await make(folder, "contact", "--name", "Ane", "--id", "ane");
    expect(named.code).toBe(2);
    expect(named.err).toContain(
      "contacts/ane.yaml findes allerede, og der bliver aldrig skrevet oven i noget.",
    );
    expect(named.err).toContain("Gør sådan: tag et andet id, eller åbn filen, og ret i den.");
    const release = await make(folder, "release", "--title-da", "x", "--lead-da", "x", "--id", "bro");
    expect(release.err).toContain(`releases/2026/bro har allerede id'et "bro"`);

    folder.write({ "content/releases/2026/hal/en.md": "half of something" });
    folder.commit();
    const hal = ["--title-en", "x", "--lead-en", "x", "--date", "2026-03-14", "--id", "hal"];
    const beside = await make(folder, "release", "--title-da", "x", "--lead-da", "x", ...hal);
    expect(beside.code).toBe(2);
    expect(beside.err).toContain("content/releases/2026/hal/en.md findes allerede");
    expect(changes(folder)).toEqual([]);

    const { out } = await make(folder, "contact", "--name", "Ane", "--json");
    expect(JSON.parse(out)).toMatchObject({ unit: "contacts/ane-2" }); // what is made of the name is a free one
  });

  it("writes nothing that could not be published, and says why", async () => {
    using folder = newsroomRepository();
    const bridge = options({ "title-da": "Broen", "title-en": "The bridge", id: "bro-to" });
    const { code, out } = await make(folder, "case", ...bridge, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      outcome: "not written",
      problems: [{ code: "duplicate-url" }, {}],
    });
    const tried = await make(
      folder,
      "body",
      "--name-da",
      "x",
      "--name-en",
      "x",
      "--remit-da",
      "x",
      "--remit-en",
      "x",
      "--dry-run",
    );
    expect(tried).toMatchObject({ code: 0, out: "Would write: content/bodies/x.yaml\n" });
    expect(changes(folder)).toEqual([]);
  });

  it.each([
    [["moede"], "Her kan laves release, photo, contact, programme, case, step, body."],
    [["release"], "Her er ingen at spørge, og --title-da, --lead-da, --id mangler."],
    [["contact", "--titel-da", "x"], "Kommandoen har intet, der hedder --titel-da. Gør sådan: npm run new"],
    [["contact", "--lead-da", "x"], "new -- contact har intet, der hedder --lead-da. Gør sådan:"],
    [["contact", "--name", "x", "--body", "y", "--title-da", "x"], '--body:\n  Der findes intet organ "y"'],
    [["release", "--date", "2026-02-30"], '--date:\n  "2026-02-30" er ikke en kalenderdato'],
    [["photo", "x.jpg"], "--file:\n  Der er ingen fil x.jpg."],
    [["photo", "content/newsroom.yaml"], "--file:\n  Billedet newsroom.yaml kan ikke åbnes"],
    [["step", "--case", "sti"], '--case:\n  Der findes ingen sag "sti"'],
  ])("is told in their language what is wrong with %j, and nothing is made", async (args, said) => {
    using folder = newsroomRepository("da");
    const { code, err } = await make(folder, ...args);
    expect(err).toContain(said);
    expect(err).not.toContain("    at ");
    expect(code).toBe(2);
    expect(changes(folder)).toEqual([]);
  });
});
