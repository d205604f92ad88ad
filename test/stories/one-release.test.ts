import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { announceRunning } from "../../functions/local/running.ts";
import { pathOfKey } from "../../functions/site/site-object.ts";
import { commandIn } from "../support/command.ts";
import type { Files } from "../support/memory-sources.ts";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";
import { temporaryFolder } from "../support/repository.ts";
import type { Folder } from "../support/repository.ts";
import { changed, corrected, release, smallNewsroom } from "../support/small-newsroom.ts";
import { itemsIn, loseEverythingButSources, objectsIn } from "../support/stores.ts";

const [da, en] = ["releases/2026/bro/da.md", "releases/2026/bro/en.md"] as const;
const traces = ["Bo Øst-Rasmussen", "Øst-Rasmussen", "87 28 50 77", "87285077", "bo.oest@raadet.example"];
const newsroom: Files = {
  ...smallNewsroom,
  "contacts/bo.yaml": [
    "name: Bo Øst-Rasmussen",
    "phone: 87 28 50 77",
    "email: bo.oest@raadet.example",
    "portrait: bo",
    "roles:",
    "  - title: { da: Næstformand, en: Vice Chair }",
    "    body: raadet",
  ].join("\n"),
  "photos/bo.yaml": String(smallNewsroom["photos/ane.yaml"]).replaceAll("Ane set", "Bo Øst-Rasmussen set"),
  "photos/bo.jpg": smallNewsroom["photos/ane.jpg"] ?? "",
  ...release("2026/hus", {
    id: "hus",
    title: "Et hus",
    date: "2026-03-13",
    extra: "contacts: [bo, ane]\nphotos: [bro]",
  }),
};
const correctedInBoth = changed(
  corrected(newsroom),
  en,
  "---\nBrødtekst.",
  "---\nText about a longer bridge.",
);

/** "En bro" has these slugs now, and had others before. */
function renamed(slugs: { readonly da: string; readonly en: string }, former: readonly string[]) {
  const addresses = `slug: ${slugs.da}\nformer_addresses: [${former.join(", ")}]`;
  const danish = changed(correctedInBoth, da, "title: En bro", `title: En bro\n${addresses}`);
  return changed(danish, en, "title: En bro in English", `title: En bro in English\nslug: ${slugs.en}`);
}
const first = ["/da/2026/03/en-bro/", "/en/2026/03/en-bro-in-english/"];
const next = ["/da/2026/03/ny-bro/", "/en/2026/03/new-bridge/"];
const last = ["/da/2026/03/nyere-bro/", "/en/2026/03/newer-bridge/"];
const renamedTwice = renamed({ da: "nyere-bro", en: "newer-bridge" }, [...first, ...next]);
const withdrawn = changed(
  renamedTwice,
  da,
  "photos: [bro]",
  "photos: [bro]\nwithdrawn:\n  date: 2026-03-12T10:00\n  reason: { da: Broen bygges ikke., en: No bridge is built. }",
);

let room: PressRoomAtHome;
let data: Folder;
beforeAll(async () => {
  room = await startPressRoom({ content: newsroom });
  data = temporaryFolder();
  announceRunning(data.path, room.runtime.environment);
  vi.stubEnv("CONTENT_DIR", join(room.repository.path, "content"));
  await room.publish();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await room.close();
  data[Symbol.dispose]();
});

async function publish(content: Files): Promise<void> {
  room.write(content);
  expect(await room.publish()).toMatchObject({ outcome: "live", problems: [] });
}

/** What stands for a release in a feed: its id, and when it was last changed. */
async function entryIn(feed: string, title: string): Promise<readonly (string | undefined)[]> {
  const entry = (await room.text(feed)).split("<entry>").find((one) => one.includes(`>${title}<`)) ?? "";
  return [/<id>([^<]*)/, /<updated>([^<]*)/].map((pattern) => pattern.exec(entry)?.[1]);
}

/** What was taken out and put in, without the words for those who cannot see it. */
async function changesOn(path: string): Promise<string | undefined> {
  const seen = (await room.text(path)).replaceAll(/<span class="unseen">[^<]*<\/span>/g, "");
  return /<div class="diff">\s*<p>(.*?)<\/p>/s.exec(seen)?.[1];
}

/** Tests in this file follow one press room through its life, in order. */
describe("a release that was published", () => {
  it("is corrected for all to see in each language, and its first text stays where it was", async () => {
    const versions = ["/da/versioner/bro/1/", "/en/versions/bro/1/"];
    const before = await Promise.all([
      entryIn("/da/feed.xml", "En bro"),
      entryIn("/en/feed.xml", "En bro in English"),
    ]);
    const hashes = await Promise.all(
      versions.map(async (path) => /[0-9a-f]{64}/.exec(await room.text(path))?.[0] ?? "no hash"),
    );
    await publish(correctedInBoth);

    const after = await Promise.all([
      entryIn("/da/feed.xml", "En bro"),
      entryIn("/en/feed.xml", "En bro in English"),
    ]);
    for (const [index, [id, updated]] of before.entries()) {
      expect(id).toMatch(/^tag:/);
      expect(after[index]).toEqual([id, "2026-03-11T08:30:00.000Z"]);
      expect(updated).not.toBe("2026-03-11T08:30:00.000Z");
    }
    const [danish = "", english = ""] = first;
    expect(await room.text(danish)).toContain("Broen bliver længere.");
    expect(await room.text(english)).toContain("The bridge will be longer.");
    expect(await changesOn(`${danish}history/`)).toBe("Brødtekst<ins> om en længere bro</ins>.");
    expect(await changesOn(`${english}history/`)).toBe(
      "<del>Brødtekst</del><ins>Text about a longer bridge</ins>.",
    );
    for (const [index, path] of versions.entries()) {
      const page = await room.text(path);
      expect(page).toContain("Brødtekst.");
      expect(page).toContain(hashes[index]);
      expect(await room.text(`${first[index]}history/`)).toContain(hashes[index]);
    }
  });

  it("sends readers from both addresses that it had straight to the third, and so do its files", async () => {
    await publish(renamed({ da: "ny-bro", en: "new-bridge" }, first));
    await publish(renamedTwice);
    for (const former of [first, next])
      for (const [index, path] of former.entries())
        for (const rest of ["/", "/history/", ".txt", ".md", ".json", ".zip"]) {
          const answer = await room.get(path.slice(0, -1) + rest);
          const target = (last[index] ?? "").slice(0, -1) + rest;
          expect([path, rest, answer.status, answer.headers.get("location")]).toEqual([
            path,
            rest,
            301,
            target,
          ]);
          expect([target, (await room.get(target)).status]).toEqual([target, 200]);
        }
  });

  it("says in both languages that it was withdrawn, with 410 at each of its addresses, and leaves the lists", async () => {
    await publish(withdrawn);
    for (const addresses of [first, next, last])
      for (const [index, path] of addresses.entries()) {
        const answer = await room.get(path);
        expect([path, answer.status]).toEqual([path, 410]);
        expect(await answer.text()).toContain(index === 0 ? "Broen bygges ikke." : "No bridge is built.");
        for (const rest of [".txt", ".md", ".json", ".zip", "/history/"])
          expect([path, rest, (await room.get(path.slice(0, -1) + rest)).status]).toEqual([path, rest, 410]);
      }
    for (const list of [
      "/da/",
      "/en/",
      "/da/feed.xml",
      "/en/feed.json",
      "/sitemaps/2026-03.xml",
      "/search/2026.da.json",
    ])
      expect([list, (await room.text(list)).includes("nyere-bro")]).toEqual([list, false]);
  });

  it("is back by one command, which writes what the withdrawal had written and no more", async () => {
    const [forward] = await room.publications(1);
    expect(await commandIn(data.path, "rollback", "--yes")).toMatchObject({ code: 0 });
    await room.runtime.idle();
    const [back] = await room.publications(1);
    expect(back?.commit).toBe(room.repository.git("rev-parse", "HEAD~1"));
    expect(back?.changed.toSorted()).toEqual(forward?.changed.toSorted());
    expect((await room.get(last[0] ?? "")).status).toBe(200);
  });
});

describe("a contact who is erased", () => {
  it("is in no object and no row any more, and the receipt lists where they were", async () => {
    await publish(renamedTwice);
    const before = await objectsIn(room, "siteBucket");
    const were = Object.keys(before).filter((key) => named(before[key] ?? Buffer.of()).length > 0);
    expect(were).toEqual(
      expect.arrayContaining([
        "da/kontakter/bo.vcf",
        "da/kontakter/index.html",
        "en/2026/03/et-hus-in-english.zip",
      ]),
    );
    expect(await commandIn(data.path, "erase", "bo", "--yes")).toMatchObject({ code: 0 });
    expect(await room.publish()).toMatchObject({ outcome: "live", problems: [] });

    for (const name of ["siteBucket", "heldBucket", "advanceBucket"] as const)
      for (const [key, bytes] of Object.entries(await objectsIn(room, name)))
        expect([name, key, named(bytes)]).toEqual([name, key, []]);
    for (const item of await itemsIn(room)) expect([item, named(Buffer.from(item))]).toEqual([item, []]);
    const { said, code } = await commandIn(data.path, "erase", "bo", "--receipt", "--json");
    expect(code).toBe(0);
    const { addresses } = JSON.parse(said) as { readonly addresses: readonly string[] };
    expect(addresses).toEqual(expect.arrayContaining(were.map(pathOfKey)));
  });
});

describe("when the site, what is held, and the index with the ledger are lost", () => {
  it("the sources alone make the same bytes again, also of what is held", async () => {
    const all = () => Promise.all([objectsIn(room, "siteBucket"), objectsIn(room, "heldBucket")]);
    const before = await all();
    await loseEverythingButSources(room);
    expect([await all(), await itemsIn(room)]).toEqual([[{}, {}], []]);
    await room.runtime.invoke("publish", {});
    await room.runtime.idle();
    expect(await all()).toEqual(before);
  });
});

/** What of the contact is in these bytes, whatever their form. */
function named(bytes: Buffer): readonly string[] {
  return traces.filter((trace) => bytes.includes(trace));
}
