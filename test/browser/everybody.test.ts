/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Instant } from "../../functions/content/instant.ts";
import { startBrowser } from "../support/browser.ts";
import { samplePressRoom } from "../support/sample-views.ts";
import { serveTexts } from "../support/site-in-memory.ts";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf-8");

/** One of each kind of page, in both languages. */
const paths = [
  "/",
  "/404.html",
  "/da/",
  "/en/",
  "/da/2008/05/vaekstforum-satser-paa-netvaerk-og-klynger/",
  "/en/2008/05/growth-forum-backs-networks-and-clusters/",
  "/da/2026/08/ny-cykelsti-langs-aaen-faar-groent-lys-til-hoering/",
  "/en/2026/08/new-cycle-path-along-the-stream-goes-out-for-consultation/",
  "/da/2026/08/ny-cykelsti-langs-aaen-faar-groent-lys-til-hoering/history/",
  "/en/2026/08/new-cycle-path-along-the-stream-goes-out-for-consultation/history/",
  "/da/2026/08/ny-cykelsti-langs-aaen-faar-groent-lys-til-hoering/compare/",
  "/en/2026/08/new-cycle-path-along-the-stream-goes-out-for-consultation/compare/",
  "/da/2008/05/vaekstforum-satser-paa-netvaerk-og-klynger/compare/",
  "/da/versioner/eksempel-cykelsti-ved-aaen/1/",
  "/en/versions/eksempel-cykelsti-ved-aaen/1/",
  "/da/arkiv/",
  "/en/archive/",
  "/da/2026/",
  "/en/2026/",
  "/da/2026/09/",
  "/en/2026/09/",
  "/da/emner/erhverv/",
  "/en/topics/erhverv/",
  "/da/emner/erhverv/2008/",
  "/en/topics/erhverv/2008/",
  "/da/organer/vaekstforum/2008/",
  "/en/bodies/growth-forum/2008/",
  "/da/programmer/",
  "/en/programmes/",
  "/da/programmer/klyngeprogrammet/",
  "/en/programmes/cluster-programme/",
  "/da/sager/",
  "/en/cases/",
  "/da/sager/klyngeprogrammets-finansiering/",
  "/en/cases/cluster-programme-financing/",
  "/da/organer/",
  "/en/bodies/",
  "/da/organer/regionsraadet/",
  "/en/bodies/regional-council/",
  "/da/sider/tilgaengelighed/",
  "/en/pages/accessibility/",
  "/da/kontakter/",
  "/en/contacts/",
  "/da/kontakter/bent-hansen/",
  "/en/contacts/bent-hansen/",
];
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

let browser: Browser;
let site: Awaited<ReturnType<typeof serveTexts>>;
beforeAll(async () => {
  const { room } = await samplePressRoom("2026-11-24T12:00:00.000Z" as Instant);
  [browser, site] = await Promise.all([startBrowser(), serveTexts(room.site)]);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function violations(page: Page, where: string): Promise<readonly string[]> {
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${where} ${id}: ${html.slice(0, 120)}`),
  );
}

async function widerThanTheScreen(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const seen = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= seen) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > seen)
      .map((element) => element.outerHTML.slice(0, 80));
  });
}

describe("every kind of page, in both languages", () => {
  it("can be used by everybody: light and dark, on phone and desktop (axe, WCAG 2.2 AA)", async () => {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    const told: string[] = [];
    for (const path of paths) {
      const answer = await page.goto(site.url + path);
      expect([path, answer?.status()]).toEqual([path, 200]);
      await page.addScriptTag({ content: axe });
      for (const [screen, size] of Object.entries(screens)) {
        await page.setViewportSize(size);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          told.push(...(await violations(page, `${path} ${screen} ${colorScheme}`)));
        }
      }
    }
    expect(told).toEqual([]);
    await context.close();
  }, 600_000);

  it.each([
    ["400 % of a desktop, which is 320 pixels", 320, 100],
    ["text twice as large", 640, 200],
  ])(
    "fits without scrolling sideways: %s",
    async (_, width, percent) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
      const page = await context.newPage();
      for (const path of paths) {
        await page.goto(site.url + path);
        await page.addStyleTag({ content: `html{font-size:${percent}%!important}` });
        expect([path, await widerThanTheScreen(page)]).toEqual([path, []]);
      }
      await context.close();
    },
    300_000,
  );

  it("can be walked through with the keyboard: each stop is seen, none holds on to it", async () => {
    const context = await browser.newContext({ viewport: screens.desktop });
    const page = await context.newPage();
    await page.goto(`${site.url}${paths[4]}`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    const stops = await page.locator("main a, main button:visible").count();
    const seen = new Set<string>();
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element.closest("main") === null) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return { html: element.outerHTML, outline: `${outlineStyle} ${outlineWidth}` };
      });
      if (focused === undefined) break;
      expect(focused.outline).toMatch(/^solid [2-9]/);
      seen.add(focused.html);
    }
    expect(seen.size).toBeGreaterThan(25);
    await context.close();
  }, 300_000);
});
