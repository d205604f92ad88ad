/// <reference lib="dom" />
import { expect, it } from "vitest";
import type { Instant } from "../../functions/content/instant.ts";
import { startBrowser } from "../support/browser.ts";
import { samplePressRoom } from "../support/sample-views.ts";
import { serveTexts } from "../support/site-in-memory.ts";

const cases = ["/da/sager/klyngeprogrammets-finansiering/", "/en/cases/cluster-programme-financing/"];

it("shows each mark of a time line and what has the keyboard in the reader's own colours", async () => {
  const { room } = await samplePressRoom("2026-11-24T12:00:00.000Z" as Instant);
  const [browser, site] = await Promise.all([startBrowser(), serveTexts(room.site)]);
  try {
    const page = await browser.newPage({ forcedColors: "active" });
    for (const path of cases) {
      await page.goto(site.url + path);
      const marks = await page.evaluate(() => {
        const canvas = getComputedStyle(document.body).backgroundColor;
        return [...document.querySelectorAll(".step")].map(
          (step) => getComputedStyle(step, "::before").borderTopColor !== canvas && step.className,
        );
      });
      expect(marks).toContain("step told");
      const told = await page.evaluate(() => {
        const ink = getComputedStyle(document.body).color;
        const step = document.querySelector(".step.told") ?? document.body;
        return getComputedStyle(step, "::before").borderTopColor === ink;
      });
      expect([path, told]).toEqual([path, true]);
      await page.keyboard.press("Tab");
      const ring = await page.evaluate(
        () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
      );
      expect([path, ring]).toEqual([path, "solid"]);
    }
  } finally {
    await browser.close();
    await site.close();
  }
}, 120_000);
