import type { Browser, CDPSession } from "playwright-core";
import { startBrowser } from "../support/browser.ts";
import { lighthouse, lighthouseVersion } from "./lighthouse.ts";
import type { Part, Section } from "./section.ts";
import { releasePageOf } from "./shared-press-room.ts";

/** What a quick look shows. */
const quickPages: Readonly<Record<string, string>> = { front: "/da/", release: releasePageOf(true) };

/** One page of each type, as it stands in the sample newsroom. */
const pages: Readonly<Record<string, string>> = {
  front: "/da/",
  release: releasePageOf(false),
  "release, English": "/en/2008/05/growth-forum-backs-networks-and-clusters/",
  photo: "/da/fotos/rodin-genoff-industri-summit-2008/",
  programme: "/da/programmer/klyngeprogrammet/",
  case: "/da/sager/klyngeprogrammets-finansiering/",
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

/** Of those that stand for the rest, all that Lighthouse looks at. */
const judged = ["front", "release", "photo", "contact", "programme"];

/** What a reader with a phone on a bad line waits for. */
export const reader: Part = async (options): Promise<Section> => {
  const repeats = options.quick ? 1 : 5;
  const shown = options.quick ? quickPages : pages;
  const room = await options.pressRoom();
  const browser = await startBrowser();
  try {
    const results = [];
    for (const [name, path] of Object.entries(shown)) {
      const views = [];
      for (let round = 0; round < repeats; round += 1)
        views.push(await view(browser, room.runtime.site + path));
      const middle = views.toSorted((one, other) => one.lcp - other.lcp)[Math.floor(views.length / 2)];
      if (middle !== undefined) results.push({ name, ...middle });
    }
    const scores = [];
    for (const name of options.quick ? judged.slice(0, 1) : judged)
      scores.push({
        name,
        ...(await lighthouse(
          options.folder,
          `${room.runtime.site}${shown[name] ?? ""}`,
          options.quick ? 1 : 5,
        )),
      });
    return {
      title: "The reader's side",
      about:
        `Chromium as a phone on slow 4G (1.6 Mbit/s, 150 ms) with a processor ${slowerProcessor} times slower, first visit, the middle of ${repeats}. ` +
        `Bytes are those that came over the wire. Below, Lighthouse ${lighthouseVersion} as it comes, on its phone: each score is the middle of ${options.quick ? 1 : 5} runs, because blocked milliseconds are this machine's and scatter.`,
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
        {
          caption: "Lighthouse, of 100",
          head: [
            "page",
            "performance",
            "from – to",
            "blocked ms",
            "accessibility",
            "best practices",
            "SEO",
            "what is below 1",
          ],
          rows: scores.map((one) => [
            one.name,
            one.performance.median,
            `${one.performance.least} – ${one.performance.most}`,
            Math.round(one.blocked.median),
            one.accessibility,
            one.bestPractices,
            one.seo,
            one.faults.join(", "),
          ]),
        },
      ],
      figures: { pages: results, lighthouse: scores },
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
  const answer = await tab.goto(url, { waitUntil: "networkidle" });
  if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`);
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
