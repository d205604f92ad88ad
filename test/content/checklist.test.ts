import { describe, expect, it } from "vitest";
import { checklistOf, checklistText } from "../../functions/content/checklist.ts";
import type { ChecklistLine, Ready } from "../../functions/content/checklist.ts";
import type { EntryOf, Kind } from "../../functions/content/entry.ts";
import { asInstant } from "../../functions/content/instant.ts";
import type { Instant } from "../../functions/content/instant.ts";
import { momentInWords } from "../../functions/content/moment-in-words.ts";
import { changed, consented, smallNewsroom } from "../support/small-newsroom.ts";
import type { Files } from "../support/memory-sources.ts";
import { checked } from "./rules/rule-example.ts";

const instant = (text: string): Instant => asInstant(Date.parse(text));
const now = instant("2026-03-09T12:00:00Z");
const da = "releases/2026/bro/da.md";

/** The checklist of "En bro", in English. */
async function lines(files: Files, at = now): Promise<readonly ChecklistLine[]> {
  const { entries, problems, warnings } = await checked(files);
  const one = <K extends Kind>(kind: K, id: string): EntryOf<K> => {
    const found = entries.find(({ entry }) => entry.kind === kind && entry.id === id)?.entry;
    if (found === undefined) throw new Error(`There is no ${kind} ${id}.`);
    return found as EntryOf<K>;
  };
  const release = one("release", "bro");
  const ready: Ready = {
    release,
    newsroom: one("newsroom", "newsroom"),
    photos: release.photos.map((id) => one("photo", id)),
    contacts: (release.contacts.length > 0 ? release.contacts : ["vagten"]).map((id) => one("contact", id)),
    case: one("case", "broen"),
    problems,
    warnings: warnings.filter(({ place }) => place.file.startsWith("releases/2026/bro/")),
  };
  return checklistOf(ready, at);
}

async function said(files: Files, at = now): Promise<string> {
  return checklistText(await lines(files, at), "en");
}

describe("a moment in words", () => {
  it("is the weekday, the hour in the newsroom's zone, and how long it is until then", () => {
    const moment = instant("2026-05-29T06:00:00+02:00");
    const before = instant("2026-05-26T16:00:00+02:00");
    expect(momentInWords(moment, before, "Europe/Copenhagen", "en")).toBe(
      "Friday 29 May 2026 at 06:00, Copenhagen, in 2 days 14 hours",
    );
    expect(momentInWords(moment, before, "Europe/Copenhagen", "da")).toBe(
      "fredag den 29. maj 2026 kl. 06.00, København, om 2 dage og 14 timer",
    );
  });

  it.each([
    ["2026-05-29T03:59:30Z", "in 1 minute"],
    ["2026-05-29T02:59:00Z", "in 1 hour 1 minute"],
    ["2026-05-28T03:59:00Z", "in 1 day 1 minute"],
    ["2026-05-29T04:00:00Z", "which has passed"],
  ])("from %s is %s", (before, wait) => {
    const moment = instant("2026-05-29T04:00:00Z");
    expect(momentInWords(moment, instant(before), "UTC", "en")).toMatch(new RegExp(`, UTC, ${wait}$`));
  });
});

describe("the checklist of a release", () => {
  it("goes through text, hour, translation, photos, telephone and decisions", async () => {
    expect(await said(smallNewsroom)).toBe(
      [
        " ✓ Nothing to mend.",
        " ! 1 to look at: npm run check says what.",
        " ✓ Secret until Tuesday 10 March 2026 at 00:00, Copenhagen, in 11 hours.",
        " ! The English text does not say which Danish it follows.",
        " ✓ Photo bro: alt text in both languages, credit “Kommunen”, licence CC0.",
        " ✓ The press calls Ane Åkjær, +4587285010.",
        " ✓ To be decided on 2026-06-18: Whether to build the bridge",
      ].join("\n"),
    );
  });

  it("asks for the outcome of a meeting that is over", async () => {
    const text = await said(smallNewsroom, instant("2026-06-19T12:00:00Z"));
    expect(text).toContain(" ! The outcome of the meeting on 2026-06-18 is missing");
    expect(text).toContain("Goes out as soon as it is published.");
  });

  it("stops at a consent that has ended", async () => {
    const files = consented(smallNewsroom, "bro", "2026-03-19");
    expect(await said(files)).toContain("may be shown");
    const after = await lines(files, instant("2026-03-21T12:00:00Z"));
    expect(after.filter(({ state }) => state === "stop").map(({ text }) => text.en)).toEqual([
      "Photo bro: the consent of Åse Ørsted has ended, so the photo is not shown.",
    ]);
  });

  it("says who is called where the release names nobody", async () => {
    const files = changed(smallNewsroom, da, "contacts: [ane]\n", "");
    expect(await said(files)).toContain(
      "Nobody is named, so the press calls Pressevagten, presse@kommunen.example.",
    );
  });
});
