/// <reference lib="dom" />
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBrowser } from "../support/browser.ts";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";

const danish = "/da/2008/05/vaekstforum-satser-paa-netvaerk-og-klynger/";
const english = "/en/2008/05/growth-forum-backs-networks-and-clusters/";

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

interface Visit {
  readonly page: Page;
  /** What the browser asked for elsewhere, and what it complained of. */
  readonly wrong: readonly string[];
}

async function visit(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(room.runtime.site)) wrong.push(`asks for ${request.url()}`);
  });
  page.on("console", (message) => void (message.type() === "error" && wrong.push(message.text())));
  page.on("pageerror", (error) => void wrong.push(error.message));
  page.on(
    "response",
    (response) => void (response.status() >= 400 && wrong.push(`${response.status()} ${response.url()}`)),
  );
  await page.goto(room.runtime.site + path, { waitUntil: "networkidle" });
  return { page, wrong };
}

const languages = [
  {
    locale: "da",
    path: danish,
    other: english,
    title: "Vækstforum satser på netværk og klynger",
    date: "27. maj 2008",
    role: "formand for Vækstforum i Region Midtjylland",
    subheads: ["Kraftig vækst i netværk", "Om programmet"],
    credit: "Foto: Region Midtjylland",
    download: "JPEG, 6.000 × 4.000 pixel, {size}\u00a0kB, 50,8 × 33,9 cm på tryk ved 300 dpi",
    money: ["56,2 mio. kr.", "56.200.000 kr.", "56 mio. kr."],
    pending: "Afventer",
    phone: "87 28 50 10",
    members: "/da/organer/regionsraadet/#members",
  },
  {
    locale: "en",
    path: english,
    other: danish,
    title: "Growth Forum backs networks and clusters",
    date: "27 May 2008",
    role: "Chair of the Growth Forum in the Central Denmark Region",
    subheads: ["Strong growth in networks", "About the programme"],
    credit: "Photo: Region Midtjylland",
    download: "JPEG, 6,000 × 4,000 pixels, {size}\u00a0kB, 50.8 × 33.9 cm in print at 300 dpi",
    money: ["DKK 56.2 million", "DKK 56,200,000", "DKK 56 million"],
    pending: "Pending",
    phone: "+45 87 28 50 10",
    members: "/en/bodies/regional-council/#members",
  },
] as const;

describe.each(languages)("the release of 2008 in $locale", (page) => {
  describe.each([false, true])("with script %s", (javaScriptEnabled) => {
    let here: Visit;
    const count = (selector: string) => here.page.locator(selector).count();
    const text = async (selector: string) => (await here.page.locator(selector).first().innerText()).trim();
    const texts = (selector: string) => here.page.locator(selector).allInnerTexts();
    const attribute = (selector: string, name: string) =>
      here.page.locator(selector).first().getAttribute(name);

    beforeAll(async () => {
      here = await visit(page.path, { javaScriptEnabled });
    });
    afterAll(() => here.page.context().close());

    it("asks nobody else for anything, sets no cookie, and nothing goes wrong", async () => {
      expect(here.wrong).toEqual([]);
      expect(await here.page.context().cookies()).toEqual([]);
    });

    it("says its headline, its date and its lead, once each", async () => {
      expect(await texts("h1")).toEqual([page.title]);
      expect(await text(".headline time")).toBe(page.date);
      expect(await attribute(".headline time", "datetime")).toBe("2008-05-27");
      const lead = await text(".lead");
      expect((await here.page.locator("main").innerText()).split(lead.slice(0, 60))).toHaveLength(2);
    });

    it("has four quotes with who said them and in which role, and no bullet of them", async () => {
      expect(await count("blockquote")).toBe(4);
      for (const said of await texts("blockquote footer")) expect(said).toBe(`Bent Hansen, ${page.role}`);
      expect(await count("#whole-text > ul, #whole-text > ol")).toBe(0);
    });

    it("has its subheads, and they can be linked to", async () => {
      expect(await texts("#whole-text > h2")).toEqual(page.subheads);
      expect(await count("#whole-text > h2[id]")).toBe(2);
    });

    it("shows the photo with an alt text, a caption and a credit that differ", async () => {
      const alt = await attribute("figure picture img", "alt");
      const caption = await text("figcaption p");
      expect(caption).toContain(page.credit);
      expect(caption.startsWith(String(alt))).toBe(false);
      expect(
        await here.page
          .locator("figure picture img")
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      ).toBeGreaterThan(300);
    });

    it("offers the photo for print, and says what it is", async () => {
      const answer = await room.get(String(await attribute(".download a", "href")));
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
      const { byteLength } = await answer.arrayBuffer();
      expect(await text(".download .size")).toBe(
        page.download.replace("{size}", String(Math.round(byteLength / 1_000))),
      );
      expect(answer.headers.get("content-disposition")).toContain("rodin-genoff-industri-summit-2008.jpg");
    });

    it("has the programme's facts with its money, round and exact", async () => {
      const box = await text(".box .facts");
      for (const money of page.money) expect(box).toContain(money);
      expect(box).toContain("2009–2011");
      expect(await count(".facts > div")).toBe(11);
    });

    it("follows the decisions through three bodies, the third pending", async () => {
      expect(await count(".trail > li")).toBe(3);
      expect(await texts(".trail time")).toHaveLength(3);
      expect((await texts(".trail .state"))[2]).toContain(page.pending);
    });

    it("has both contacts with portrait, numbers to dial, addresses to write to, and a card", async () => {
      expect(await count(".contact")).toBe(2);
      expect(await count(".contact .portrait img[alt]")).toBe(2);
      expect(await attribute('.contact a[href^="tel:"]', "href")).toBe("tel:+4587285010");
      expect(await text('.contact a[href^="tel:"]')).toBe(page.phone);
      expect(
        await here.page
          .locator('.contact a[href^="mailto:"]')
          .evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
      ).toEqual(["mailto:bent.hansen@rr.rm.dk", "mailto:Bent.Mikkelsen@ru.rm.dk"]);
      const card = await room.get(String(await attribute(".vcard", "href")));
      expect(card.headers.get("content-type")).toBe("text/vcard; charset=utf-8");
      expect(await card.text()).toContain("TEL;TYPE=WORK,VOICE:+4587285010");
    });

    it("leads to all members of the council", async () => {
      expect(await count(`a[href="${page.members}"]`)).toBe(1);
      const [path = ""] = page.members.split("#");
      expect(await room.text(path)).toContain('id="members"');
    });

    it("names itself and the other language, which names it back", async () => {
      const links = (html: string) =>
        [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
          ([, language, href]) => `${language} ${href}`,
        );
      const expected = [
        `da https://presse.example${danish}`,
        `en https://presse.example${english}`,
        `x-default https://presse.example${danish}`,
      ];
      expect(links(await room.text(page.path))).toEqual(expected);
      expect(links(await room.text(page.other))).toEqual(expected);
      expect(await attribute('link[rel="canonical"]', "href")).toBe(`https://presse.example${page.path}`);
    });

    it("leads to the other language by a link", async () => {
      expect(await attribute(".language a", "href")).toBe(page.other);
    });
  });
});
