import { describe, expect, it } from "vitest";
import { affectedSubjects } from "../../functions/site/affected-subjects.ts";
import type { EntryName, Referrers } from "../../functions/site/affected-subjects.ts";
import {
  aBody,
  aCase,
  aContact,
  aNewsroom,
  aPage,
  aPhoto,
  aProgramme,
  aRelease,
} from "../support/entries.ts";

function referrers(
  citing: Readonly<Record<string, readonly EntryName[]>> = {},
  neighbours: readonly string[] = [],
  years: Readonly<Record<string, readonly string[]>> = {},
): Referrers {
  return {
    of: (kind, id) => Promise.resolve(citing[`${kind}:${id}`] ?? []),
    entry: ((kind: string, id: string) =>
      Promise.resolve(kind === "contact" ? aContact({ id }) : aCase({ id }))) as Referrers["entry"],
    yearsOf: (list) => Promise.resolve(years[list] ?? []),
    depicted: () => Promise.resolve(["Rodin Genoff"]),
    nextTo: () => Promise.resolve(neighbours),
  };
}

describe("the pages that a change reaches", () => {
  it("of a release: its own, its lists, what it cites, and its neighbours", async () => {
    const release = aRelease({
      id: "r",
      programme: "p",
      case: "c",
      contacts: ["bent"],
      photos: ["summit"],
      topics: ["Erhverv"],
    });
    expect(await affectedSubjects(release, referrers({}, ["older", "newer"]))).toEqual([
      "release:r",
      "photo:summit",
      "contact:bent",
      "programme:p",
      "case:c",
      "topic:erhverv",
      "list:topic/erhverv/2008",
      "list:programme/p/2008",
      "list:case/c/2008",
      "list:contact/bent/2008",
      "release:older",
      "release:newer",
      "gallery:newest",
      "gallery:programme/p",
      "gallery:month/2008-05",
      "gallery:programme/p/2008-05",
      "gallery:person/rodin-genoff",
      "gallery:person/rodin-genoff/2008-05",
      "month:2008-05",
      "year:2008",
      "search:2008",
      "search",
      "news",
      "archive",
      "front",
      "feed",
    ]);
  });

  it("of a contact: each page that shows the card", async () => {
    const contact = aContact({ id: "bent", portrait: "bent" });
    const citing = { "contact:bent": [{ kind: "release", id: "r" }] as const };
    expect(await affectedSubjects(contact, referrers(citing))).toEqual([
      "contact:bent",
      "contacts",
      "sitemap",
      "release:r",
      "photo:bent",
      "gallery:portraits",
      "gallery:person/rodin-genoff",
    ]);
  });

  it("of the press desk, or of the newsroom: all, because they stand everywhere", async () => {
    const citing = { "contact:desk": [{ kind: "newsroom", id: "newsroom" }] as const };
    expect(await affectedSubjects(aContact({ id: "desk" }), referrers(citing))).toBe("all");
    expect(await affectedSubjects(aNewsroom(), referrers())).toBe("all");
  });

  it("of a page: its own, and all once every foot leads to it", async () => {
    expect(await affectedSubjects(aPage({ id: "was" }), referrers())).toEqual(["page:was", "sitemap"]);
    const citing = { "page:was": [{ kind: "newsroom", id: "newsroom" }] as const };
    expect(await affectedSubjects(aPage({ id: "was" }), referrers(citing))).toBe("all");
  });

  it("of a portrait: also the pages that show the contact's card", async () => {
    const citing = {
      "photo:bent": [{ kind: "contact", id: "bent" }] as const,
      "contact:bent": [{ kind: "release", id: "r" }] as const,
    };
    expect(await affectedSubjects(aPhoto({ id: "bent" }), referrers(citing))).toContain("release:r");
  });

  it("of a photo: the lists of who is in it, by each month in which a release shows it", async () => {
    const citing = {
      "photo:summit": [{ kind: "release", id: "r", month: "2008-05", programme: "p" }] as const,
    };
    const photo = aPhoto({ id: "summit", people: [{ name: "Rodin Genoff" }, { name: "Bent Hansen" }] });
    expect(await affectedSubjects(photo, referrers(citing))).toEqual(
      expect.arrayContaining([
        "gallery:person/rodin-genoff",
        "gallery:person/rodin-genoff/2008-05",
        "gallery:person/bent-hansen",
        "gallery:person/bent-hansen/2008-05",
        "gallery:programme/p",
        "gallery:programme/p/2008-05",
      ]),
    );
  });

  it("of a body: also the pages that show a trail with its name", async () => {
    const citing = {
      "body:council": [{ kind: "case", id: "c" }] as const,
      "case:c": [{ kind: "release", id: "r" }] as const,
    };
    const subjects = await affectedSubjects(aBody({ id: "council" }), referrers(citing));
    expect(subjects).toContain("release:r");
    expect(subjects).toContain("case:c");
    expect(subjects).toContain("front");
  });

  it("of a name that lists stand under: each of their years, and the sitemaps that have them", async () => {
    const years = Object.fromEntries(
      ["contact/x", "programme/x", "case/x", "body/x"].map((list) => [list, ["2008", "2007"]]),
    );
    for (const entry of [
      aContact({ id: "x" }),
      aProgramme({ id: "x" }),
      aCase({ id: "x" }),
      aBody({ id: "x" }),
    ]) {
      const subjects = await affectedSubjects(entry, referrers({}, [], years));
      for (const year of ["2008", "2007"]) {
        expect(subjects).toContain(`list:${entry.kind}/x/${year}`);
        expect(subjects).toContain(`year:${year}`);
      }
    }
  });

  it("of a programme: the releases and cases that cite it", async () => {
    const citing = {
      "programme:p": [
        { kind: "release", id: "r", month: "2008-05", programme: "p", photos: ["summit"] },
        { kind: "case", id: "c" },
      ] as const,
    };
    expect(await affectedSubjects(aProgramme({ id: "p" }), referrers(citing))).toEqual([
      "programme:p",
      "programmes",
      "front",
      "sitemap",
      "gallery:programme/p",
      "gallery:newest",
      "gallery:month/2008-05",
      "gallery:programme/p/2008-05",
      "gallery:programme/p",
      "photo:summit",
      "release:r",
      "case:c",
    ]);
  });
});
