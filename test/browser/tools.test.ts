/// <reference lib="dom" />
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Instant } from "../../functions/content/instant.ts";
import { openPage, startBrowser } from "../support/browser.ts";
import { samplePressRoom } from "../support/sample-views.ts";
import { serveTexts } from "../support/site-in-memory.ts";

const danish = "/da/2008/05/vaekstforum-satser-paa-netvaerk-og-klynger/";
const english = "/en/2008/05/growth-forum-backs-networks-and-clusters/";

let browser: Browser;
let site: Awaited<ReturnType<typeof serveTexts>>;
beforeAll(async () => {
  const { room } = await samplePressRoom("2026-11-24T12:00:00.000Z" as Instant);
  [browser, site] = await Promise.all([startBrowser(), serveTexts(room.site)]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  return openPage(browser, site.url + path, options);
}

/** Presses a button that copies, by the keyboard, and gives what is on the clipboard and what was announced. */
async function copied(page: Page, name: string): Promise<{ readonly text: string; readonly said: string }> {
  await page.getByRole("button", { name }).first().focus();
  await page.keyboard.press("Enter");
  const status = page.getByRole("status");
  await expect.poll(() => status.textContent()).not.toBe("");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  return { text, said: (await status.textContent()) ?? "" };
}

describe("what a reporter copies", () => {
  it("of a quote is the words with their speaker, role and day, and where they are from", async () => {
    const page = await open(danish);
    const { text, said } = await copied(page, "Kopiér citatet");
    expect(said).toBe("Kopieret.");
    expect(text).toBe(
      [
        "»Jeg har store forventninger til, at programmet kan stille rammer til rådighed for udvikling af andre af regionens vækstklynger.«",
        "Bent Hansen, formand for Vækstforum i Region Midtjylland",
        `Kilde: pressemeddelelse fra Presserums øveregion, 27. maj 2008. https://presse.example${danish}`,
      ].join("\n"),
    );
    await page.context().close();
  });

  it("of a translated quote says that it is translated", async () => {
    const page = await open(english);
    const { text } = await copied(page, "Copy the quote");
    expect(text).toContain("“I have high expectations");
    expect(text).toContain("27 May 2008. Translated from Danish.");
    await page.context().close();
  });

  it("of the whole text is headline, lead, paragraphs, subheads and quotes, each on a line, and nothing else", async () => {
    const page = await open(danish);
    const { text } = await copied(page, "Kopiér hele teksten");
    const lines = text.split("\n");
    expect(lines[0]).toBe("Vækstforum satser på netværk og klynger");
    expect(lines[1]).toMatch(/^Flere midtjyske virksomheder skal/);
    expect(lines).toEqual(
      expect.arrayContaining([
        "Kraftig vækst i netværk",
        "Bent Hansen, formand for Vækstforum i Region Midtjylland",
        "»Jeg har store forventninger til, at programmet kan stille rammer til rådighed for udvikling af andre af regionens vækstklynger.«",
      ]),
    );
    expect(lines.at(-1)).toBe(
      `Kilde: pressemeddelelse fra Presserums øveregion, 27. maj 2008. https://presse.example${danish}`,
    );
    expect(text).not.toMatch(/Kopiér|Hent|Foto:|mio\. kr\.; afrundet/);
    await page.context().close();
  });

  it("of lists and tables in a text is an item and a row to a line", async () => {
    const page = await open("/en/2026/08/new-cycle-path-along-the-stream-goes-out-for-consultation/");
    const { text } = await copied(page, "Copy the whole text");
    expect(text.split("\n")).toEqual(
      expect.arrayContaining([
        "whether it is to be lit all night",
        "1 September 2026 Deadline for responses",
      ]),
    );
    await page.context().close();
  });

  it("of a contact is name, roles and numbers, each on a line", async () => {
    const page = await open(danish);
    const { text } = await copied(page, "Kopiér kontakten");
    expect(text.split("\n")).toEqual(
      expect.arrayContaining(["Bent Hansen", "Telefon: 87 28 50 10", "E-mail: bent.hansen@rr.rm.dk"]),
    );
    expect(text).not.toMatch(/vCard|Gem/);
    await page.context().close();
  });

  it("of a citation is one line with the address that keeps the text", async () => {
    const page = await open(english);
    const { text } = await copied(page, "Copy the citation");
    expect(text).toMatch(
      /version 1\. https:\/\/presse\.example\/en\/versions\/2008-05-27-klyngeprogram\/1\/$/,
    );
    await page.context().close();
  });

  it("has no button where no script runs", async () => {
    const page = await open(danish, { javaScriptEnabled: false });
    expect(await page.getByRole("button").count()).toBe(0);
    await page.context().close();
  });
});

describe("whether anybody answers", () => {
  it.each([
    ["on a Tuesday at nine in Copenhagen", "2026-11-24T08:00:00Z", "Svarer nu."],
    ["a minute before opening", "2026-11-24T06:59:00Z", "Svarer ikke lige nu."],
    ["at closing time in summer", "2026-07-01T14:00:00Z", "Svarer ikke lige nu."],
    ["a minute before closing in summer", "2026-07-01T13:59:00Z", "Svarer nu."],
    ["on a Sunday", "2026-11-22T10:00:00Z", "Svarer ikke lige nu."],
    ["on Maundy Thursday", "2027-03-25T10:00:00Z", "Svarer ikke lige nu."],
    ["on Easter Monday", "2027-03-29T10:00:00Z", "Svarer ikke lige nu."],
    ["on Ascension Day", "2027-05-06T10:00:00Z", "Svarer ikke lige nu."],
    ["on Whit Monday", "2028-06-05T10:00:00Z", "Svarer ikke lige nu."],
    ["on what was Great Prayer Day until 2023", "2027-04-23T10:00:00Z", "Svarer nu."],
    ["on 24 December", "2026-12-24T10:00:00Z", "Svarer ikke lige nu."],
  ])("%s", async (_, instant, expected) => {
    const context = await browser.newContext({ timezoneId: "America/New_York" });
    const page = await context.newPage();
    await page.clock.setFixedTime(instant);
    await page.goto(`${site.url}/da/`);
    await page.locator(".hours").first().scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator(".now").first().innerText()).toBe(expected);
    await context.close();
  });

  it("is told by the hours alone where no script runs", async () => {
    const page = await open("/da/", { javaScriptEnabled: false });
    expect((await page.locator(".hours").first().innerText()).trim()).toBe(
      "Svarer mandag–fredag kl. 8–16, ikke på helligdage.",
    );
    await page.context().close();
  });
});

describe("what the script adds", () => {
  it.each(["/da/", danish, "/da/kontakter/bent-hansen/", "/da/kontakter/", "/en/contacts/bent-hansen/"])(
    "has its room from the start on %s: nothing moves on a phone",
    async (path) => {
      const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
      const page = await context.newPage();
      await page.addInitScript(() => {
        new PerformanceObserver((list) => {
          for (const { value } of list.getEntries() as (PerformanceEntry & { value: number })[])
            document.documentElement.dataset["moved"] = String(value);
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(site.url + path, { waitUntil: "networkidle" });
      expect(await page.getByRole("button").count()).toBeGreaterThan(0);
      expect(await page.evaluate(() => document.documentElement.dataset["moved"])).toBeUndefined();
      await context.close();
    },
  );
});

describe("on paper", () => {
  it("a release has its address as a code, its credit, and nothing that only a screen needs", async () => {
    const page = await open(danish);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".qr").isVisible()).toBe(true);
    expect(await page.locator(".credit").first().isVisible()).toBe(true);
    for (const gone of [".site-header nav", ".copy", ".neighbours", ".skip"])
      expect([gone, await page.locator(gone).first().isVisible()]).toEqual([gone, false]);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length).toBeLessThanOrEqual(6);
    await page.context().close();
  });

  it("the way to a decision stays together, and its marks are printed as they are on the screen", async () => {
    const page = await open(danish);
    await page.emulateMedia({ media: "print" });
    const box = page.locator(".box", { has: page.locator(".trail") });
    expect(await box.evaluate((one) => getComputedStyle(one).breakInside)).toBe("avoid");
    const adjusted = await box
      .locator(".step")
      .evaluateAll((steps) => steps.map((one) => getComputedStyle(one, "::before").printColorAdjust));
    expect([adjusted.length > 0, ...new Set(adjusted)]).toEqual([true, "exact"]);
    await page.context().close();
  });
});

describe("a long word in a headline", () => {
  it.each([
    [320, "auto"],
    [390, "auto"],
    [1280, "manual"],
  ])("on %i pixels is broken as its language has it: %s", async (width, hyphens) => {
    const page = await open("/da/sider/tilgaengelighed/");
    await page.setViewportSize({ width, height: 800 });
    const headline = page.getByRole("heading", { level: 1 });
    expect(
      await headline.evaluate((one) => [
        getComputedStyle(one).hyphens,
        one.closest("[lang]")?.getAttribute("lang"),
      ]),
    ).toEqual([hyphens, "da"]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.context().close();
  });
});
