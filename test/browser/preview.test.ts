/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCheckout } from "../../functions/local/open-checkout.ts";
import type { OpenedCheckout } from "../../functions/local/open-checkout.ts";
import { startPreview } from "../../functions/local/preview/start-preview.ts";
import type { Preview } from "../../functions/local/preview/start-preview.ts";
import { startBrowser } from "../support/browser.ts";
import { temporaryFolder } from "../support/repository.ts";
import type { Folder } from "../support/repository.ts";
import type { Files } from "../support/memory-sources.ts";
import { smallNewsroom } from "../support/small-newsroom.ts";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf-8");
const da = "releases/2026/bro/da.md";
const long = Array.from({ length: 60 }, (_, index) => `Afsnit ${index}.`).join("\n\n");
const files: Files = { ...smallNewsroom, [da]: String(smallNewsroom[da]).replace("Brødtekst.", long) };

let folder: Folder;
let held: Folder;
let opened: OpenedCheckout;
let preview: Preview;
let browser: Browser;
beforeAll(async () => {
  [folder, held] = [temporaryFolder(), temporaryFolder()];
  folder.git("init", "--quiet");
  folder.write(files);
  folder.commit();
  opened = await openCheckout(folder.path);
  [preview, browser] = await Promise.all([
    startPreview({
      folder: folder.path,
      committed: opened.checkout,
      live: "http://127.0.0.1:1",
      heldFolder: held.path,
      port: 0,
    }),
    startBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await preview.close();
  opened.checkout.close();
  for (const one of [folder, held]) one[Symbol.dispose]();
});

async function open(path: string): Promise<{ page: Page; wrong: string[] }> {
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && wrong.push(message.text())));
  page.on("pageerror", (error) => void wrong.push(error.message));
  page.on("request", (request) => void (request.url().startsWith(preview.url) || wrong.push(request.url())));
  await page.goto(new URL(path, preview.url).href);
  return { page, wrong };
}

const bar = "#presserum-preview";

describe("the preview in a browser", () => {
  it("loads the page again when a file is saved, and keeps the place and the focus", async () => {
    const { page, wrong } = await open("/da/2026/03/en-bro/");
    await page.locator(".site-footer a").first().focus();
    await page.evaluate(() => scrollTo(0, 900));
    folder.write({ [da]: String(files[da]).replace("Afsnit 20.", "Nyskrevet.") });
    await page.getByText("Nyskrevet.").waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
    expect(await page.evaluate(() => document.activeElement?.closest(".site-footer") !== null)).toBe(true);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it("leaves a page alone that the saved file does not change", async () => {
    const { page } = await open("/da/kontakter/ane/");
    await page.evaluate(() => Object.assign(globalThis, { untouched: true }));
    folder.write({
      "bodies/raadet.yaml": `${String(files["bodies/raadet.yaml"])}url: https://raadet.example\n`,
    });
    const other = await open("/da/organer/raadet/");
    await other.page.locator('a[href="https://raadet.example"]').waitFor();
    expect(await page.evaluate(() => "untouched" in globalThis)).toBe(true);
    await other.page.close();
    await page.close();
  });

  it("puts a mistake beside the paragraph that it is in, and takes it away when it is mended", async () => {
    const { page } = await open("/da/2026/03/en-bro/");
    folder.write({ [da]: String(files[da]).replace("Afsnit 3.", "![x](y.jpg)") });
    const note = page.getByRole("complementary", { name: "image-in-text" });
    await note.waitFor();
    expect(await note.evaluate((element) => element.nextElementSibling?.textContent)).toBe("Afsnit 3.");
    const list = page.locator(`${bar} details.pp-problems`);
    expect(await list.getAttribute("open")).not.toBeNull(); // it came with the reload: nobody has closed it
    await list.locator("summary").click();
    folder.write({ [da]: String(files[da]).replaceAll(/Afsnit [35]\./g, "![x](y.jpg)") });
    await expect.poll(() => list.locator("li").count(), { timeout: 10_000 }).toBe(2);
    await expect.poll(() => note.count()).toBe(2);
    expect(await list.getAttribute("open")).toBeNull();
    folder.write({ [da]: files[da] ?? "" });
    await expect.poll(() => note.count(), { timeout: 10_000 }).toBe(0);
    await page.close();
  });

  it.each(["da", "en"])("can be used by everybody, with the keyboard alone (%s)", async (locale) => {
    folder.write({ [da]: String(files[da]).replace("date: 2026-03-10", "date: 2026-03-99") });
    for (const path of [`/${locale}/`, `/-/changes?back=/${locale}/`]) {
      const context = await browser.newContext({ bypassCSP: true });
      const page = await context.newPage();
      await page.goto(new URL(path, preview.url).href);
      await page.addScriptTag({ content: axe });
      const results = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
        }),
      );
      expect(
        results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      ).toEqual([]);
      await context.close();
    }
    const { page } = await open(`/${locale}/`);
    await page.locator(`${bar} summary`).last().focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      locale === "da" ? "Kladde" : "Draft",
    );
    folder.write({ [da]: files[da] ?? "" });
    await page.close();
  });
});
