import { describe, expect, it } from "vitest";
import { consentNotices } from "../../functions/cli/consent-notices.ts";
import type { Instant } from "../../functions/content/instant.ts";
import { readUnit } from "../../functions/content/read-unit.ts";
import { consented, smallNewsroom } from "../support/small-newsroom.ts";

const files = consented(smallNewsroom, "bro", "2026-03-19");

function notices(now: string): readonly string[] {
  const paths = ["photos/bro.yaml", "photos/bro.jpg"];
  const { entries } = readUnit(
    "photos/bro",
    paths.map((path) => {
      const bytes = Buffer.from(files[path] ?? "");
      return { path, object: path, bytes, size: bytes.length };
    }),
    { zone: "Europe/Copenhagen" },
  );
  return consentNotices(entries[0], "content", now as Instant);
}

describe("the check's notice of a consent", () => {
  it("is silent while there is time enough", () => {
    expect(notices("2026-01-01T12:00:00.000Z")).toEqual([]);
  });

  it("says 60 days ahead whose consent ends, where it is written, and what to do", () => {
    expect(notices("2026-02-01T12:00:00.000Z")).toEqual([
      'content/photos/bro.yaml:6:64: The consent of Åse Ørsted ends at 2026-03-19T23:00:00.000Z, and the photo then goes by itself. Ask again and set a later "until", or take the photo out.',
    ]);
  });

  it("says afterwards that the photo is not shown", () => {
    expect(notices("2026-04-01T12:00:00.000Z").join(" ")).toContain(
      "The consent of Åse Ørsted has ended, and the photo is not shown.",
    );
  });
});
