/// <reference lib="dom" />
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import ExifReader from "exifreader";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPage, startBrowser } from "../support/browser.ts";
import { sampleContent, startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";

const danish = "/da/2008/05/vaekstforum-satser-paa-netvaerk-og-klynger/";
const english = "/en/2008/05/growth-forum-backs-networks-and-clusters/";
const photo = "rodin-genoff-industri-summit-2008";
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let room: PressRoomAtHome;
let browser: Browser;
beforeAll(async () => {
  [room, browser] = await Promise.all([startPressRoom(), startBrowser()]);
  await room.publish();
});
afterAll(async () => {
  await browser.close();
  await room.close();
});

function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  return openPage(browser, room.runtime.site + path, options);
}

async function onTheClipboard(page: Page): Promise<string> {
  await expect.poll(() => page.getByRole("status").textContent()).not.toBe("");
  return page.evaluate(() => navigator.clipboard.readText());
}

async function bytesAt(path: string): Promise<Buffer> {
  const answer = await room.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return Buffer.from(await answer.arrayBuffer());
}

async function pixelsOf(file: Buffer): Promise<Buffer> {
  return sharp(file, { limitInputPixels: false }).autoOrient().raw().toBuffer();
}

/** Tests in this file follow one press room, in order: the fourth commits an outcome. */
describe("the journeys of journalists", () => {
  it("1: a reporter at five to six has photo, caption and a number to call in three taps on a phone", async () => {
    const page = await open(danish, phone);
    let taps = 0;
    const tap = async (selector: string) => {
      taps += 1;
      await page.locator(selector).first().tap();
    };
    expect(await page.locator(".lead").innerText()).toMatch(/^Flere midtjyske virksomheder/);

    const [download] = await Promise.all([page.waitForEvent("download"), tap(".download a")]);
    expect(download.suggestedFilename()).toBe(`${photo}.jpg`);
    const file = readFileSync(await download.path());
    expect(createHash("sha256").update(file).digest("hex")).toBe(
      await page.locator("figcaption .hash code").first().innerText(),
    );
    const uploaded = readFileSync(join(sampleContent, `photos/${photo}.jpg`));
    expect((await pixelsOf(file)).equals(await pixelsOf(uploaded))).toBe(true);

    await tap("figcaption .copy");
    expect(await onTheClipboard(page)).toMatch(/Industri Summit 2008 i Herning.*Foto: Region Midtjylland/s);

    // What a phone does with it is the phone's; that the tap reaches a number is ours.
    const called = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener("click", (event) => {
            event.preventDefault();
            resolve((event.target as Element).closest("a")?.href ?? "");
          });
        }),
    );
    await tap('.contact a[href^="tel:"]');
    expect(await called).toBe("tel:+4587285010");
    expect(taps).toBeLessThanOrEqual(4);
    await page.context().close();
  });

  it("2: a picture editor reads whose it is in every file, and no file says where it was taken", async () => {
    const page = await room.text(danish);
    const original = /class="download"><a href="([^"]*)"/.exec(page)?.[1] ?? "";
    const renditions = [...page.matchAll(/(\/photos\/[^", ]+\.(?:jpg|webp))/g)].map(([, path = ""]) => path);
    const files = [...new Set([original, ...renditions.filter((path) => !path.includes("bent"))])];
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const path of files) {
      const { xmp, gps, exif } = ExifReader.load(await bytesAt(path), { expanded: true });
      const said = (tag: string) =>
        String((xmp as Record<string, { description?: string }>)[tag]?.description);
      expect([path, said("Credit")]).toEqual([path, "Region Midtjylland"]);
      expect(said("rights")).toContain("Presserum");
      expect(said("WebStatement")).toBe("https://creativecommons.org/publicdomain/zero/1.0/");
      expect(said("description")).toContain("Industri Summit 2008 i Herning");
      expect(said("AltTextAccessibility")).toContain("Rodin Genoff");
      const telling = Object.keys(exif ?? {}).filter((tag) => /gps|serial|owner/i.test(tag));
      expect([path, gps, telling]).toEqual([path, undefined, []]);
    }
  });

  it("3: a foreign correspondent is told that the English is a translation, and copies a quote that says so", async () => {
    const page = await open(english);
    const alternates = (html: string) =>
      [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(([, of, href]) => [
        of,
        href,
      ]);
    expect(alternates(await room.text(english))).toEqual(alternates(await room.text(danish)));
    expect(await page.locator(".notices").innerText()).toContain("Translated from the Danish text.");

    await page.getByRole("link", { name: "Danish and English side by side" }).first().click();
    expect(await page.locator("h1").innerText()).toBe("Danish and English side by side");
    const pairs = page.locator(".pairs > li");
    expect(await pairs.locator('[lang="da"]').count()).toBe(await pairs.locator('[lang="en"]').count());
    await page.goBack();

    await page.getByRole("button", { name: "Copy the quote" }).first().click();
    const quote = await onTheClipboard(page);
    for (const part of ["Bent Hansen", "Chair of the Growth Forum", "27 May 2008", "Translated from Danish"])
      expect(quote).toContain(part);
    await page.context().close();
  });

  it("4: a data journalist follows the money to the crown, and the case to its outcome", async () => {
    const page = await open(danish);
    const hrefOf = (selector: string) => page.locator(selector).first().getAttribute("href");
    const csv = parseCsv(
      await room.text(String(await hrefOf('[aria-labelledby="programme"] a[href$=".csv"]'))),
    );
    expect(csv.find(([label]) => label === "Budget")?.[1]).toContain("56.200.000");
    const data = await room.text(String(await hrefOf('[aria-labelledby="programme"] a[href$=".json"]')));
    expect(JSON.parse(data)).toMatchObject({ budget: { exact: 56_200_000 } });
    const calendar = String(await hrefOf('[aria-labelledby="trail"] a[href$=".ics"]'));
    expect(await room.text(calendar)).toContain("BEGIN:VCALENDAR");
    expect(await page.locator(".trail .overdue .state").innerText()).toContain("ikke registreret");
    await page.context().close();

    const file = join(room.repository.path, "content/cases/klyngeprogrammets-finansiering.yaml");
    writeFileSync(file, `${readFileSync(file, "utf-8").trimEnd()}\n    outcome: adopted\n`);
    expect(await room.publish()).toMatchObject({ outcome: "live" });
    for (const path of [
      danish,
      "/da/sager/klyngeprogrammets-finansiering/",
      "/da/programmer/klyngeprogrammet/",
      "/da/organer/regionsraadet/",
    ]) {
      const html = await room.text(path);
      expect([path, html.includes("Vedtaget"), html.includes("ikke registreret")]).toEqual([
        path,
        true,
        false,
      ]);
    }
  });

  it("5: a fact checker reads the text as it was cited, and each word that was changed since", async () => {
    const page = await open("/en/versions/eksempel-cykelsti-ved-aaen/1/");
    expect(await page.locator(".notice").innerText()).toContain("version 1 of 2");
    expect(await page.locator("table").innerText()).toContain("1 October 2026");
    const hash = await page.locator(".hash code").innerText();

    await page.locator('.notice a[href$="/history/"]').click();
    expect(await page.locator("#v1 .hash code").innerText()).toBe(hash);
    const words = (selector: string) =>
      page.locator(`#v2 ${selector}`).evaluateAll((all) => all.map((one) => one.lastChild?.textContent));
    expect([await words("del"), await words("ins")]).toEqual([["October"], ["September"]]);
    expect(await page.locator("#v2").innerText()).toContain("The deadline for responses is 1 September.");
    await page.context().close();
  });
});
