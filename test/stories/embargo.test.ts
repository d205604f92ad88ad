import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";
import { objectsIn } from "../support/stores.ts";

/** The sample under embargo ends on 28 May 2027 at 06:00 in Copenhagen. */
const ends = Date.parse("2027-05-28T04:00:00Z");
/** Words that stand in nothing else of the newsroom. */
const secrets = ["fjordbroen", "hemmelig", "412 met"];
const page = "/da/2027/05/fjordbroen-aabner-for-cyklister/";

let room: PressRoomAtHome;
/** What the site will have once the embargo is over, by path, and has not before. */
let coming: readonly string[];
beforeAll(async () => {
  room = await startPressRoom();
  giveItEverything(join(room.repository.path, "content"));
  await room.publish();
  const live = new Set(Object.keys(await objectsIn(room, "siteBucket")));
  coming = exportedKeys()
    .filter((key) => !live.has(key))
    .map((key) => `/${key.replace(/index\.html$/, "")}`);
});
afterAll(() => room.close());

/**
 * A photo, a case, an earlier address and a correction, all of the release that nobody may see yet; and another one without
 * a photo. The headlines of both are drawn.
 */
function giveItEverything(content: string): void {
  const read = (name: string) => readFileSync(join(content, name), "utf-8");
  cpSync(join(content, "photos/eksempel-cykelsti.jpg"), join(content, "photos/hemmelig-bro.jpg"));
  const folder = "releases/2027/fjordbroen";
  const text = read(`${folder}/da.md`);
  const keys = [
    "photos: [hemmelig-bro]",
    "case: hemmelig-sag",
    "former_addresses: [/da/2027/05/hemmelig-bro/]",
    "corrections:",
    "  - date: 2027-05-27T10:00",
    "    change: minor",
    "    note: { da: Hemmelig rettelse., en: Hemmelig correction. }",
    "sample: true",
  ].join("\n");
  room.repository.write({
    "content/photos/hemmelig-bro.yaml": read("photos/eksempel-cykelsti.yaml").replaceAll(
      "cykelsti",
      "hemmelig bro",
    ),
    "content/cases/hemmelig-sag.yaml": [
      "title: { da: Hemmelig sag, en: Hemmelig case }",
      "embargo: 2027-05-28T06:00",
      "steps:",
      "  - id: beslutning",
      "    body: eksempeludvalget",
      "    date: 2027-05-20",
      "    action: decision",
      "    subject: { da: Hemmelig beslutning., en: Hemmelig decision. }",
    ].join("\n"),
    [`content/${folder}/da.md`]: text.replace("sample: true", keys),
    [`content/${folder}/v1.da.md`]: text,
    "content/releases/2027/hemmelig-faerge/da.md": [
      "---",
      "id: hemmelig-faerge",
      "title: Hemmelig færge sejler",
      "date: 2027-05-28",
      "embargo: 2027-05-28T06:00",
      "lead: En hemmelig færge sejler fra klokken 6.",
      "english: none",
      "sample: true",
      "---",
      "Færgen er hemmelig.",
      "",
    ].join("\n"),
  });
}

/** The whole site as of a second after the embargo, made by the export, which nobody else reads. */
function exportedKeys(): readonly string[] {
  const out = mkdtempSync(join(tmpdir(), "presserum-after-"));
  const command = fileURLToPath(new URL("../../functions/cli/export.ts", import.meta.url));
  const asOf = new Date(ends + 1_000).toISOString().replace(".000", "");
  execFileSync(
    process.execPath,
    [command, "--out", out, "--content", room.repository.path, "--as-of", asOf],
    { stdio: "pipe" },
  );
  const keys = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1));
  rmSync(out, { recursive: true });
  return keys;
}

/** An answer without what differs from one moment to the next. */
async function answerTo(path: string): Promise<unknown> {
  const answer = await room.get(path);
  const headers = [...answer.headers].filter(
    ([name]) => !["date", "age", "x-cache", "last-modified"].includes(name),
  );
  return { status: answer.status, headers, body: await answer.text() };
}

const names = (bytes: Buffer | string): readonly string[] => {
  const text = bytes.toString("latin1").toLowerCase();
  return secrets.filter((secret) => text.includes(secret));
};

describe("before an embargo ends", () => {
  it("nothing of it can be had by any address that it will have", async () => {
    for (const kind of [
      page,
      "/en/2027/05/",
      "/photos/",
      "/pictures/hemmelig-faerge/",
      "/pictures/eksempel-fjordbroen/",
      "/da/sager/hemmelig-sag/",
      "/history/",
      "/versioner/",
    ])
      expect(coming.filter((path) => path.includes(kind))).not.toEqual([]);
    const nothing = await answerTo("/da/2027/05/der-er-intet-her/");
    for (const path of coming) expect([path, await answerTo(path)]).toEqual([path, nothing]);
  });

  it.each([
    "/da/2027/",
    "/da/2027/05/",
    "/da/2027/05/hemmelig-bro/",
    "/renditions/",
    "/pictures/",
    "/pictures/hemmelig-faerge/",
    "/head.json",
    "/releases/2027/fjordbroen/da.md",
    `${page}index.html`,
    page.slice(0, -1),
    `${page}?draft=1`,
    `/${page}`,
    page.toUpperCase(),
    `/${page.slice(1).replaceAll("/", "%2F")}`,
  ])("nothing of it can be had by guessing %s", async (path) => {
    const answer = await room.get(path);
    expect([403, 404]).toContain(answer.status);
    expect(names(await answer.text())).toEqual([]);
  });

  it("nothing on the site names it: no page, no picture, no card, no key, no header", async () => {
    for (const [key, bytes] of Object.entries(await objectsIn(room, "siteBucket"))) {
      expect([key, names(key), names(bytes)]).toEqual([key, [], []]);
      expect([key, names(JSON.stringify([...(await room.get(`/${key}`)).headers]))]).toEqual([key, []]);
    }
  });

  it("a nudge a minute and a half too early changes nothing", async () => {
    await room.runtime.setClockOffset(ends - 90_000 - Date.now());
    await room.runtime.invoke("publish", {});
    expect((await room.get(page)).status).toBe(404);
  });
});

describe("when an embargo ends", () => {
  it("no byte of it comes before its instant, and then both languages, where a 404 was cached too", async () => {
    const instant = Date.now() + 4_000;
    await room.runtime.setClockOffset(ends - instant);
    const seen = new Map<string, number>();
    const watched = [page, "/en/2027/05/the-fjordbroen-bridge-opens-for-cyclists/"];
    const published = room.runtime.invoke("publish", {});
    while (seen.size < watched.length && Date.now() < instant + 30_000) {
      for (const path of watched) {
        if (!seen.has(path) && (await room.get(path)).status === 200) seen.set(path, Date.now());
      }
      await pause(20);
    }
    expect([...seen.keys()].toSorted()).toEqual([...watched].toSorted());
    for (const answered of seen.values()) expect(answered).toBeGreaterThanOrEqual(instant);
    const [publication] = (await published) as readonly [{ readonly instant: string }];
    expect(Date.parse(publication.instant)).toBeGreaterThanOrEqual(ends);
  });

  it("everything of it is there, and the lists lead to it", async () => {
    const statuses = await Promise.all(coming.map(async (path) => (await room.get(path)).status));
    expect(new Set(statuses)).toEqual(new Set([200, 301])); // 301 for the address that it had before
    expect(await room.text("/da/")).toContain("Fjordbroen");
    expect(await room.text("/en/")).toContain("/2027/05/");
    expect((await room.get("/da/2027/05/")).status).toBe(200);
  });
});
