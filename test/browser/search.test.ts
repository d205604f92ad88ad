/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyOfPath } from "../../functions/site/paths.ts";
import type { Instant } from "../../functions/content/instant.ts";
import { startBrowser } from "../support/browser.ts";
import { samplePressRoom } from "../support/sample-views.ts";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf-8");
/** As strict as the site's own: nothing but ours, and no script within the page. */
const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'none'";
let site: string;
let server: Server;
let browser: Browser;
beforeAll(async () => {
  const { room } = await samplePressRoom("2026-11-24T12:00:00.000Z" as Instant);
  server = createServer(({ url = "/" }, response) => {
    const object = room.site.get(keyOfPath(url.replace(/\?.*$/, "")));
    const body = object?.body;
    response.writeHead(object === undefined ? 404 : 200, {
      "content-type": object?.contentType ?? "text/plain",
      "content-security-policy": policy,
    });
    response.end(body !== undefined && "text" in body ? body.text : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

async function visit(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  const wrong: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && wrong.push(message.text())));
  page.on("pageerror", (error) => void wrong.push(error.message));
  page.on("close", () => {
    expect(wrong).toEqual([]);
  });
  await page.goto(site + path, { waitUntil: "networkidle" });
  return page;
}

async function found(page: Page, words: string): Promise<readonly string[]> {
  await page.getByRole("searchbox").fill(words);
  await page.waitForFunction(() => document.getElementById("search-status")?.textContent !== "");
  await page.waitForTimeout(300);
  return page.locator("#search-results a").allTextContents();
}

const growth = "Vækstforum satser på netværk og klynger";

describe("the search", () => {
  it.each([
    ["/da/soeg/", "klynge", growth],
    ["/da/soeg/", "klyngerne", growth],
    ["/da/soeg/", "program", growth],
    ["/da/soeg/", "vaekstforum", growth],
    ["/da/soeg/", "VÆKST livsstilsbranchen", growth],
    ["/da/soeg/", "aer", "Æbler, øer og åer"],
    ["/en/search/", "cluster", "Growth Forum backs networks and clusters"],
    ["/en/search/", "Bent Hansen", "Growth Forum backs networks and clusters"],
    ["/da/soeg/", "forretningsudvalget indstiller", "Finansiering af det midtjyske klyngeprogram"],
    ["/da/soeg/", "2026-0417", "Cykelsti langs åen"],
    ["/en/search/", "growth forum", "Growth Forum"],
  ])("on %s finds %s while it is typed", async (path, words, title) => {
    const page = await visit(path);
    expect(await found(page, words)).toEqual(expect.arrayContaining([expect.stringContaining(title)]));
    await page.close();
  });

  it("says how many there are, or that there is nothing, to those who hear the page", async () => {
    const page = await visit("/da/soeg/");
    await found(page, "klynge");
    expect(await page.getByRole("status").first().textContent()).toMatch(
      /^1 program, 1 sag og 1 pressemeddelelse fundet\.$/,
    );
    expect(await found(page, "qqqq")).toEqual([]);
    expect(await page.locator("#search-status").textContent()).toContain("Intet fundet");
    await page.close();
  });

  it.each([
    [
      "/da/soeg/",
      "bent hansen",
      "Bent Hansen",
      "Person",
      "formand for Vækstforum",
      "/da/kontakter/bent-hansen/",
    ],
    ["/da/soeg/", "aakjaer", "Ane Åkjær", "Person", "formand for Eksempeludvalget", "/da/kontakter/"],
    [
      "/en/search/",
      "pressevagten",
      "Pressevagten",
      "Press office",
      "for journalists",
      "/en/contacts/pressevagten/",
    ],
    ["/da/soeg/", "regionsrådet", "Regionsrådet", "Udvalg eller råd", "", "/da/organer/"],
    ["/da/soeg/", "klyngeprogram", "Det midtjyske klyngeprogram", "Program", "", "/da/programmer/"],
  ])("on %s leads who types %s to the page of %s", async (path, typed, name, kind, lead, address) => {
    const page = await visit(path);
    await found(page, typed);
    const first = page.locator("#search-results li").first();
    expect(await first.getByRole("link").textContent()).toContain(name);
    expect(await first.locator(".meta").textContent()).toBe(kind);
    expect(await first.textContent()).toContain(lead);
    await first.getByRole("link").click();
    expect(new URL(page.url()).pathname).toContain(address);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain(name);
    await page.close();
  });

  it("is used with the keyboard alone, and its address can be passed on", async () => {
    const page = await visit("/da/soeg/");
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("klyngeprogram");
    // Whoever types slowly has seen the results of half a word by then.
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("klyngeprogram");
    await page.locator("#search-results li:first-child a[href='/da/programmer/klyngeprogrammet/']").waitFor();
    const again = await visit("/da/soeg/?q=klyngeprogram");
    await again.waitForSelector("#search-results a");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/da/programmer/klyngeprogrammet/");
    await Promise.all([page.close(), again.close()]);
  });

  it("is the directories and an archive without script", async () => {
    const page = await visit("/da/soeg/", { javaScriptEnabled: false });
    expect(await page.getByRole("searchbox").count()).toBe(0);
    expect(await page.locator("main").textContent()).toContain("Søgning kræver JavaScript");
    for (const [name, path] of [
      ["Kontakt", "/da/kontakter/"],
      ["Sager", "/da/sager/"],
    ] as const) {
      await page.locator("#search-directories").getByRole("link", { name }).click();
      expect(new URL(page.url()).pathname).toBe(path);
      await page.goBack();
    }
    await page.getByRole("link", { name: "2008" }).click();
    expect(new URL(page.url()).pathname).toBe("/da/2008/");
    await page.close();
  });

  it.each([
    ["/da/soeg/", "light", 390],
    ["/en/search/", "dark", 1280],
  ] as const)("on %s can be used by everybody, in %s on %i pixels", async (path, colorScheme, width) => {
    const page = await visit(path, { colorScheme, viewport: { width, height: 800 } });
    await found(page, path.startsWith("/da") ? "klynge" : "cluster");
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>("axe.run()");
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.close();
  });
});
