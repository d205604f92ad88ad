/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBrowser } from "../support/browser.ts";
import { validator } from "../support/html-validator.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import { serveTexts } from "../support/site-in-memory.ts";
import { changed, release, smallNewsroom } from "../support/small-newsroom.ts";
import { saysSize } from "../support/stand-in-renditions.ts";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf-8");
const cc0 = "https://creativecommons.org/publicdomain/zero/1.0/";
const byNc = "https://creativecommons.org/licenses/by-nc/4.0/";

interface Given {
  readonly id: string;
  readonly size: readonly [number, number];
  readonly people?: string;
  readonly licence?: string;
}

/** A photo of this size, beside what the small newsroom has. */
function photo({ id, size, people, licence = cc0 }: Given): Files {
  const sidecar = String(smallNewsroom["photos/bro.yaml"])
    .replaceAll("Bro ", `Motiv ${id} `)
    .replace(cc0, licence)
    .replace("licence:", people === undefined ? "licence:" : `people: [${people}]\nlicence:`);
  const jpeg = Buffer.from(smallNewsroom["photos/bro.jpg"] ?? "");
  return {
    [`photos/${id}.yaml`]: sidecar,
    [`photos/${id}.jpg`]: Buffer.concat([jpeg, Buffer.from(saysSize(...size))]),
  };
}

const photos: readonly Given[] = [
  { id: "bred", size: [6_000, 4_000], people: "Per Øre" },
  { id: "bred-lille", size: [1_600, 900], licence: byNc },
  { id: "hoej", size: [4_000, 6_000], people: "Per Øre" },
  { id: "kvadrat", size: [2_000, 2_000], licence: byNc },
];
const files: Files = {
  ...smallNewsroom,
  ...Object.assign({}, ...photos.map(photo)),
  ...release("2026/fotos", {
    id: "fotos",
    title: "Fotos",
    date: "2026-03-14",
    extra: `programme: cykler\nphotos: [${photos.map(({ id }) => id).join(", ")}]`,
  }),
};

const words = {
  da: {
    path: "/da/fotos/",
    all: /^Alle/,
    landscape: /^Liggende/,
    portrait: /^Stående/,
    square: /^Kvadratisk/,
    print: /^Egnet til tryk/,
    showAll: "Vis alle fotos",
    nothing: "Ingen fotos passer til alt det, du har valgt. Tag et valg tilbage, eller vis alle fotos igen.",
  },
  en: {
    path: "/en/photos/",
    all: /^All/,
    landscape: /^Landscape/,
    portrait: /^Portrait/,
    square: /^Square/,
    print: /^Print-ready/,
    showAll: "Show all photos",
    nothing:
      "No photo matches everything that you have chosen. Take a choice back, or show all photos again.",
  },
} as const;

let browser: Browser;
let room: MemoryPressRoom;
let site: Awaited<ReturnType<typeof serveTexts>>;
beforeAll(async () => {
  room = memoryPressRoom();
  room.sources.commit(changed(files, "photos/bro.yaml", "licence:", "people: [Ane Åkjær]\nlicence:"));
  await room.publishAt("2026-03-15T12:00:00Z");
  [browser, site] = await Promise.all([startBrowser(), serveTexts(room.site)]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** The ids of the photos that can be seen, in the order of the page. */
async function seen(page: Page): Promise<readonly string[]> {
  const links = page.locator(".photos > li:visible a");
  const paths = await links.evaluateAll((all) =>
    all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
  return paths.map((path) => path.split("/").at(-2) ?? "");
}

describe.each(["da", "en"] as const)("the media library in %s, with no script allowed to run", (locale) => {
  const { path, all, landscape, portrait, square, print, showAll, nothing } = words[locale];
  const everything = ["bred", "bred-lille", "hoej", "kvadrat", "bro"];

  async function opened(width = 1280): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.goto(site.url + path);
    return page;
  }

  it.each([390, 1280])(
    "is narrowed down by shape, licence and size, and back, %i pixels wide",
    async (width) => {
      const page = await opened(width);
      const shapes = page.locator("fieldset").first();
      expect(await seen(page)).toEqual(everything);
      await shapes.getByRole("radio", { name: portrait }).check();
      expect(await seen(page)).toEqual(["hoej"]);
      await shapes.getByRole("radio", { name: square }).check();
      expect(await seen(page)).toEqual(["kvadrat"]);
      await shapes.getByRole("radio", { name: landscape }).check();
      expect(await seen(page)).toEqual(["bred", "bred-lille", "bro"]);
      await page.getByRole("checkbox", { name: print }).check();
      expect(await seen(page)).toEqual(["bred"]);
      await shapes.getByRole("radio", { name: all }).check();
      expect(await seen(page)).toEqual(["bred", "hoej"]);
      await page.getByRole("checkbox", { name: print }).uncheck();
      const licences = page.locator("fieldset").nth(1);
      await licences.locator("input").nth(2).check(); // behind "all" and the first photo's
      expect(await seen(page)).toEqual(["bred-lille", "kvadrat"]);
      await shapes.getByRole("radio", { name: square }).check();
      expect(await seen(page)).toEqual(["kvadrat"]);
      await page.context().close();
    },
  );

  it("is used with the keyboard alone", async () => {
    const page = await opened();
    await page.locator("fieldset").first().getByRole("radio", { name: all }).focus();
    await page.keyboard.press("ArrowDown");
    expect(await seen(page)).toEqual(["bred", "bred-lille", "bro"]);
    await page.getByRole("checkbox", { name: print }).focus();
    await page.keyboard.press("Space");
    expect(await seen(page)).toEqual(["bred"]);
    await page.context().close();
  });

  it("says so where nothing is left, and leads back with the keyboard alone", async () => {
    const page = await opened(390);
    const status = page.locator(".gallery [role=status]");
    const announced = () => status.ariaSnapshot();
    expect(await announced()).toBe("- status");
    await page.getByRole("radio", { name: square }).check();
    expect(await announced()).toBe("- status");
    await page.getByRole("checkbox", { name: print }).focus();
    await page.keyboard.press("Space");
    expect(await seen(page)).toEqual([]);
    expect(await announced()).toContain(nothing);
    await page.keyboard.press("Enter"); // sends nothing and leads nowhere
    expect([page.url(), await announced()]).toEqual([site.url + path, expect.stringContaining(nothing)]);
    await page.keyboard.press("Tab");
    const back = page.getByRole("button", { name: showAll });
    expect(await back.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    expect(await seen(page)).toEqual(everything);
    expect(await announced()).toBe("- status");
    expect(await back.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it("says that nothing is left with each choice of buttons that leaves nothing, and with no other", async () => {
    const page = await opened();
    const [shapes, licences] = [page.locator("fieldset").first(), page.locator("fieldset").nth(1)];
    const told: string[] = [];
    for (const printReady of [false, true]) {
      await page.getByRole("checkbox", { name: print }).setChecked(printReady);
      for (const shape of await shapes.getByRole("radio").all()) {
        await shape.check();
        for (const licence of await licences.getByRole("radio").all()) {
          await licence.check();
          const isEmpty = (await seen(page)).length === 0;
          expect(await page.locator(".nothing").isVisible()).toBe(isEmpty);
          const ids = await Promise.all([shape, licence].map((one) => one.getAttribute("id")));
          if (isEmpty) told.push([...ids, ...(printReady ? ["print"] : [])].join(" "));
        }
      }
    }
    expect(told).toEqual([
      "portrait licence-1",
      "square licence-0",
      "all-shapes licence-1 print",
      "landscape licence-1 print",
      "portrait licence-1 print",
      "square all-licences print",
      "square licence-0 print",
      "square licence-1 print",
    ]);
    await page.context().close();
  });

  it("leads to the photos of one person and of one programme", async () => {
    const page = await opened();
    await page.getByRole("link", { name: "Per Øre" }).click();
    expect(await page.title()).toContain("Per Øre");
    expect(await seen(page)).toEqual(expect.arrayContaining(["bred", "hoej"]));
    expect(await seen(page)).toHaveLength(2);
    await page.goto(site.url + path);
    await page
      .getByRole("link", { name: locale === "da" ? "Cykler" : "Bicycles" })
      .first()
      .click();
    expect(await seen(page)).toEqual(everything);
    await page.locator(".photos a").first().click();
    expect(new URL(page.url()).pathname).toBe(`${path}bred/`);
    await page.context().close();
  });
});

const pages = [
  ["/da/fotos/", "/en/photos/"],
  ["/da/fotos/maaned/2026-03/", "/en/photos/month/2026-03/"],
  ["/da/fotos/program/cykler/", "/en/photos/programme/cykler/"],
  ["/da/fotos/program/cykler/2026-03/", "/en/photos/programme/cykler/2026-03/"],
  ["/da/fotos/person/per-oere/", "/en/photos/person/per-oere/"],
  ["/da/fotos/person/per-oere/2026-03/", "/en/photos/person/per-oere/2026-03/"],
  ["/da/fotos/samling/portraetter/", "/en/photos/collection/portraits/"],
  ["/da/fotos/bred/", "/en/photos/bred/"],
].flat();

/** Those with a square photo, none of which is large enough for print, or with no photo that is. */
const withSquares = pages.filter((path) => !/person|bred/.test(path));

describe("the pages of photos", () => {
  it.each(pages)("%s is right HTML", async (path) => {
    const body = room.site.get(`${path.slice(1)}index.html`)?.body;
    const report = await validator.validateString(body !== undefined && "text" in body ? body.text : "");
    const told = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    );
    expect(told).toEqual([]);
  });

  it.each([
    ["with everything in them", false],
    ["with nothing left of what they list", true],
  ])(
    "can be used by everybody, %s: light and dark, on phone and desktop (axe, WCAG 2.2 AA)",
    async (_, isEmpty) => {
      const context = await browser.newContext({ bypassCSP: true });
      const page = await context.newPage();
      const told: string[] = [];
      const emptied: string[] = [];
      for (const path of pages) {
        const answer = await page.goto(site.url + path);
        expect([path, answer?.status()]).toEqual([path, 200]);
        await page.addScriptTag({ content: axe });
        if (isEmpty) {
          if ((await page.locator(".filters").count()) === 0) continue;
          await page.locator("#print-ready").check();
          if ((await page.locator("#square").count()) > 0) await page.locator("#square").check();
          if (!(await page.locator(".nothing").isVisible())) continue;
          emptied.push(path);
        }
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            const { violations } = await page.evaluate(() =>
              (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
              }),
            );
            told.push(
              ...violations.flatMap(({ id, nodes }) =>
                nodes.map(({ html }) => `${path} ${width} ${colorScheme} ${id}: ${html.slice(0, 120)}`),
              ),
            );
          }
        }
      }
      expect(told).toEqual([]);
      expect(emptied).toEqual(isEmpty ? withSquares : []);
      await context.close();
    },
    300_000,
  );
});
