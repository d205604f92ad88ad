import type { Browser, CDPSession } from "playwright-core";
import { startBrowser } from "../support/browser.ts";
import type { Part, Section } from "./section.ts";

/** One page of each type, as it stands in the sample newsroom. */
const pages: Readonly<Record<string, string>> = {
  front: "/da/",
  release: "/da/2008/05/vaekstforum-satser-paa-netvaerk-og-klynger/",
  "release, English": "/en/2008/05/growth-forum-backs-networks-and-clusters/",
  programme: "/da/programmer/det-midtjyske-klyngeprogram/",
  case: "/da/sager/",
  contact: "/da/kontakter/bent-hansen/",
  archive: "/da/arkiv/",
};

/** Lighthouse's own "slow 4G" and its slower processor. */
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const slowerProcessor = 4;
const phone = { width: 412, height: 823 };

/** What a reader with a phone on a bad line waits for. */
export const reader: Part = async (options): Promise<Section> => {
  const repeats = options.quick ? 1 : 5;
  const room = await options.pressRoom();
  const browser = await startBrowser();
  try {
    const results = [];
    for (const [name, path] of Object.entries(pages)) {
      const views = [];
      for (let round = 0; round < repeats; round += 1)
        views.push(await view(browser, room.runtime.site + path));
      const middle = views.toSorted((one, other) => one.lcp - other.lcp)[Math.floor(views.length / 2)];
      if (middle !== undefined) results.push({ name, ...middle });
    }
    return {
      title: "The reader's side",
      about:
        `Chromium as a phone on slow 4G (1.6 Mbit/s, 150 ms) with a processor ${slowerProcessor} times slower, first visit, the middle of ${repeats}. ` +
        "Bytes are those that came over the wire.",
      tables: [
        {
          head: [
            "page",
            "requests",
            "kB without pictures",
            "kB of pictures",
            "kB HTML, raw",
            "LCP ms",
            "CLS",
          ],
          rows: results.map((one) => [
            one.name,
            one.requests,
            one.textBytes / 1_000,
            one.pictureBytes / 1_000,
            one.htmlBytes / 1_000,
            Math.round(one.lcp),
            one.cls,
          ]),
        },
      ],
      figures: results,
    };
  } finally {
    await browser.close();
  }
};

interface View {
  readonly requests: number;
  readonly textBytes: number;
  readonly pictureBytes: number;
  readonly htmlBytes: number;
  readonly lcp: number;
  readonly cls: number;
}

async function view(browser: Browser, url: string): Promise<View> {
  const context = await browser.newContext({ viewport: phone, deviceScaleFactor: 1.75, isMobile: true });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", slow4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowerProcessor });
  const wire = countBytes(session);
  await tab.addInitScript(watchPaints);
  await tab.goto(url, { waitUntil: "networkidle" });
  const paints = await tab.evaluate(() => window.paints);
  const htmlBytes = Buffer.byteLength(await (await fetch(url)).text());
  await context.close();
  return { ...wire(), htmlBytes, ...paints };
}

declare global {
  interface Window {
    paints: { lcp: number; cls: number };
  }
}

function watchPaints(): void {
  window.paints = { lcp: 0, cls: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.paints.lcp = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      window.paints.cls += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}

function countBytes(session: CDPSession): () => Pick<View, "requests" | "textBytes" | "pictureBytes"> {
  const types = new Map<string, string>();
  const counted = { requests: 0, textBytes: 0, pictureBytes: 0 };
  session.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    counted.requests += 1;
    counted[types.get(requestId) === "Image" ? "pictureBytes" : "textBytes"] += encodedDataLength;
  });
  return () => counted;
}
