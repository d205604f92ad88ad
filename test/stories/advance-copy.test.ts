import { getSignedUrl } from "@aws-sdk/cloudfront-signer";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { environmentNames } from "../../functions/contract.ts";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";
import { objectsIn } from "../support/stores.ts";

const release = "content/releases/2027/fjordbroen/da.md";
const key = "9f2c4e6a8b0d1f3a5c7e9b1d3f5a7c9e";
const line = `  - { for: "Jens Jensen, Ritzau", until: 2027-05-29T12:00, key: ${key} }`;
const addresses = ["da", "en"].map((locale) => `/advance/${key}/${locale}/`);
const ends = Date.parse("2027-05-28T04:00:00Z");

let room: PressRoomAtHome;
let text = "";
const opened: string[] = [];
beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation((...said: unknown[]) => void opened.push(said.join(" ")));
  room = await startPressRoom();
  const content = join(room.repository.path, "content");
  cpSync(join(content, "photos/eksempel-cykelsti.jpg"), join(content, "photos/hemmelig-bro.jpg"));
  text = readFileSync(join(room.repository.path, release), "utf-8").replace(
    "sample: true",
    "photos: [hemmelig-bro]\nsample: true",
  );
  room.repository.write({
    "content/photos/hemmelig-bro.yaml": readFileSync(join(content, "photos/eksempel-cykelsti.yaml"), "utf-8"),
    [release]: text.replace("sample: true", `advance:\n${line}\nsample: true`),
  });
  const { outcome, problems } = await room.publish();
  if (outcome !== "live") throw new Error(JSON.stringify(problems));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await room.close();
});

/** As it would be sent to the journalist. */
function signed(path: string, until = Date.now() + 60_000): string {
  const url = getSignedUrl({
    url: room.runtime.site + path,
    keyPairId: room.runtime.environment[environmentNames.advanceKeyId] ?? "",
    privateKey: readFileSync(room.advanceKey.file, "utf-8"),
    dateLessThan: new Date(until),
  });
  return url.slice(room.runtime.site.length);
}

async function answerTo(path: string): Promise<unknown> {
  const answer = await room.get(path);
  const headers = [...answer.headers].filter(([name]) => !["date", "age", "last-modified"].includes(name));
  return { status: answer.status, headers, body: await answer.text() };
}

describe("an advance copy", () => {
  it("is read by its link in both languages, with its reader's name on it, and kept by nobody", async () => {
    for (const path of addresses) {
      const answer = await room.get(signed(path));
      const page = await answer.text();
      expect([path, answer.status]).toEqual([path, 200]);
      expect(page.match(/Jens Jensen, Ritzau/g)?.length).toBeGreaterThan(20);
      expect(page).toContain('<meta name="robots" content="noindex, nofollow, noarchive">');
      expect(answer.headers.get("x-robots-tag")).toBe("noindex, nofollow, noarchive");
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
      expect(page).not.toMatch(/rel="canonical"|application\/ld\+json|og:url|rel="alternate" hreflang/);
    }
  });

  it("shows its photos, and every link on it leads somewhere", async () => {
    const page = await room.text(signed(addresses[0] ?? ""));
    const pictures = [...page.matchAll(/\/advance-photos\/[^\s"]+/g)].map(([path]) => path);
    expect(pictures.length).toBeGreaterThan(5);
    for (const path of pictures) {
      const answer = await room.get(path);
      expect([path, answer.status, answer.headers.get("cache-control")]).toEqual([
        path,
        200,
        "private, no-store",
      ]);
    }
    for (const [, path = ""] of page.matchAll(/(?:href|src)="(\/(?!advance)[^"#]*)/g))
      expect([path, (await room.get(path)).status]).toEqual([path, 200]);
  });

  it("is logged when it is opened, and not when somebody tries to", async () => {
    const before = opened.filter((text) => text.includes("/advance/")).length;
    await room.get(signed(addresses[0] ?? ""));
    await room.get(addresses[0] ?? "");
    const said = opened.filter((text) => text.includes("/advance/"));
    expect(said.slice(before)).toEqual([expect.stringContaining(`opened: /advance/${key}/da/index.html`)]);
  });

  it("does not exist for whoever has no link that holds: the answer is that to an address with nothing behind it", async () => {
    const nothing = await answerTo("/advance/0/da/");
    expect(nothing).toEqual(await answerTo("/da/der-er-intet-her/"));
    const [da = "", en = ""] = addresses;
    const other = signed(en).split("?")[1] ?? "";
    for (const path of [
      da,
      `${da}index.html`,
      signed(da, Date.now() - 1_000),
      `${da}?${other}`,
      signed(da).replace(/Signature=.{8}/, "Signature=AAAAAAAA"),
      `/${da}`,
      da.replace("/advance/", "/advance%2F"),
      da.replace("/advance/", "/da/../advance/"),
    ])
      expect([path, await answerTo(path)]).toEqual([path, nothing]);
  });

  it("is nowhere in what the public can reach", async () => {
    const site = Object.entries(await objectsIn(room, "siteBucket"));
    for (const [at, bytes] of site)
      expect([at, bytes.includes(key), bytes.includes("Ritzau")]).toEqual([at, false, false]);
  });

  it("leads to the public page once the embargo is over", async () => {
    await room.runtime.setClockOffset(ends + 1_000 - Date.now());
    await room.runtime.invoke("publish", {});
    const [answer, picture] = [
      await room.get(signed(addresses[0] ?? "")),
      Object.keys(await objectsIn(room, "advanceBucket")),
    ];
    expect([answer.status, answer.headers.get("location")]).toEqual([
      301,
      "/da/2027/05/fjordbroen-aabner-for-cyklister/",
    ]);
    expect(picture.filter((at) => at.startsWith("advance-photos/"))).toEqual([]);
  });

  it("is gone when its time is, without anybody doing anything", async () => {
    await room.runtime.setClockOffset(ends + 32 * 3_600_000 - Date.now());
    await room.runtime.invoke("publish", {});
    expect(Object.keys(await objectsIn(room, "advanceBucket"))).toEqual([]);
  });

  it("is gone for good within the time of a publication when its line is", async () => {
    await room.runtime.setClockOffset(0);
    const another = "content/releases/2027/endnu-en/da.md";
    const again = text
      .replace(/^id: .*$/m, "id: endnu-en")
      .replace(/^title: .*$/m, "title: Endnu en hemmelighed")
      .replace(/^embargo:.*$/m, "embargo: 2027-12-01T06:00")
      .replace("sample: true", "english: later\nsample: true");
    room.repository.write({
      [another]: again.replace(
        "sample: true",
        `advance:\n${line.replace("2027-05-29", "2027-11-30")}\nsample: true`,
      ),
    });
    expect(await room.publish()).toMatchObject({ problems: [], outcome: "live" });
    expect((await room.get(signed(addresses[0] ?? ""))).status).toBe(200);
    const revoked = Date.now();
    room.repository.write({ [another]: again });
    await room.publish();
    expect((await room.get(signed(addresses[0] ?? ""))).status).toBe(404);
    expect(Date.now() - revoked).toBeLessThan(60_000);
    expect(Object.keys(await objectsIn(room, "advanceBucket"))).toEqual([]);
  });
});
