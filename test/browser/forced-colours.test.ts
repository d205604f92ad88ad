/// <reference lib="dom" />
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Instant } from "../../functions/content/instant.ts";
import { startBrowser } from "../support/browser.ts";
import { samplePressRoom } from "../support/sample-views.ts";
import { serveTexts } from "../support/site-in-memory.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof serveTexts>>;
let page: Page;
beforeAll(async () => {
  const { room } = await samplePressRoom("2026-11-24T12:00:00.000Z" as Instant);
  [browser, site] = await Promise.all([startBrowser(), serveTexts(room.site)]);
  page = await browser.newPage({ forcedColors: "active" });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe("in the reader's own colours", () => {
  it.each(["/da/sager/klyngeprogrammets-finansiering/", "/en/cases/cluster-programme-financing/"])(
    "each mark of the time line of %s is seen, and its line ends at the last one",
    async (path) => {
      await page.goto(site.url + path);
      const marks = await page.evaluate(() => {
        const canvas = getComputedStyle(document.body).backgroundColor;
        return [...document.querySelectorAll(".step")].map(
          (step) => getComputedStyle(step, "::before").borderTopColor !== canvas && step.className,
        );
      });
      expect(marks).toContain("step told");
      expect(marks).not.toContain(false);
      const { told, lines } = await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        const step = document.querySelector(".step.told") ?? document.body;
        return {
          told: getComputedStyle(step, "::before").borderTopColor === color,
          lines: [...document.querySelectorAll(".step")].map(
            (one) => getComputedStyle(one).borderInlineStartColor !== backgroundColor,
          ),
        };
      });
      expect(told).toBe(true);
      expect(lines).toEqual([...lines.slice(1).map(() => true), false]);
    },
  );

  /** With what is set off by colour alone where colours are ours. */
  it.each([
    ["/da/", [".box", ".label", ".copy button, button.copy"]],
    ["/en/2008/05/growth-forum-backs-networks-and-clusters/", [".box", ".quote"]],
    ["/da/fotos/rodin-genoff-industri-summit-2008/", [".box"]],
    ["/en/programmes/cluster-programme/", [".facts>div"]],
    ["/da/sager/klyngeprogrammets-finansiering/", []],
    ["/da/organer/regionsraadet/", []],
    ["/da/kontakter/bent-hansen/", []],
    ["/en/contacts/", [".band"]],
    ["/da/arkiv/", []],
    ["/da/soeg/?q=klynge", ["#search-words", ".found>li"]],
    ["/da/2026/08/ny-cykelsti-langs-aaen-faar-groent-lys-til-hoering/history/", [".diff"]],
    ["/da/2008/05/vaekstforum-satser-paa-netvaerk-og-klynger/compare/", [".pairs>li"]],
    ["/da/data/", []],
    ["/da/fotos/", []],
    ["/en/pages/accessibility/", [".label"]],
  ])(
    "all words of %s are seen, and what is set off, what is current and what has the keyboard",
    async (path, setOff) => {
      const answer = await page.goto(site.url + path, { waitUntil: "networkidle" });
      expect(answer?.status()).toBe(200);
      const unseen = await page.evaluate(() => {
        const canvas = getComputedStyle(document.body).backgroundColor;
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        while (texts.nextNode() !== null) {
          const { parentElement: holder, textContent: text } = texts.currentNode;
          if (holder === null || text?.trim() === "" || !holder.checkVisibility()) continue;
          const { color, backgroundColor } = getComputedStyle(holder);
          if (color === backgroundColor || color === canvas) found.push(text ?? "");
        }
        return found;
      });
      expect(unseen).toEqual([]);
      for (const selector of setOff) {
        const borders = await page.evaluate((selected) => {
          const canvas = getComputedStyle(document.body).backgroundColor;
          return [...document.querySelectorAll(selected)].map((one) => {
            const style = getComputedStyle(one);
            return (["Top", "Left"] as const).some(
              (side) =>
                style[`border${side}Style`] === "solid" &&
                style[`border${side}Width`] !== "0px" &&
                style[`border${side}Color`] !== canvas,
            );
          });
        }, selector);
        expect([selector, borders.length > 0, borders.includes(false)]).toEqual([selector, true, false]);
      }
      const current = await page.evaluate(() =>
        [...document.querySelectorAll(".site-header [aria-current]")].map(
          (one) => getComputedStyle(one).borderBottomStyle,
        ),
      );
      expect(current.every((style) => style === "solid")).toBe(true);
      await page.locator("body").press("Tab");
      const ring = await page.evaluate(
        () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
      );
      expect(ring).toBe("solid");
    },
    60_000,
  );

  it("says by strokes, too, what was taken out and what was put in", async () => {
    await page.goto(`${site.url}/da/2026/08/ny-cykelsti-langs-aaen-faar-groent-lys-til-hoering/history/`);
    const strokes = await page.evaluate(() =>
      ["del", "ins"].map((name) => {
        const one = document.querySelector(name);
        return one === null ? undefined : getComputedStyle(one).textDecorationLine;
      }),
    );
    expect(strokes).toEqual(["line-through", "underline"]);
  });
});
