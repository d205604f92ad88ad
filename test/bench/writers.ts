import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { startBrowser } from "../support/browser.ts";
import { measuredCommand } from "./measured.ts";
import type { Previewer, UsedByPreview } from "./previewer.ts";
import { spreadOf } from "./quantiles.ts";
import type { Part, PartOptions, Section, Table } from "./section.ts";
import { committedCorpus } from "./written-corpus.ts";

const previewer = fileURLToPath(new URL("previewer.ts", import.meta.url));
const check = fileURLToPath(new URL("../../functions/cli/check.ts", import.meta.url));
/** The newest release of the corpus: its text is what a writer saves, over and over. */
const written = "releases/2025/r0/da.md";

/** What whoever writes waits for, in archives of several sizes. */
interface ForWriters {
  readonly releases: number;
  readonly opened: readonly Opened[];
  /** Milliseconds from the write to the words, in the page that is asked for at once. */
  readonly asked: readonly number[];
  /** The same in a browser's window that reloads by itself. */
  readonly window: readonly number[];
  readonly everything: number;
  readonly peakMegabytes: number;
  readonly checks: readonly Opened[];
}
interface Opened {
  readonly name: string;
  readonly wall: number;
  readonly cpu: number;
  readonly peakMegabytes: number;
}

export const writers: Part = async (options): Promise<Section> => {
  const sizes = options.quick ? [30] : [100, 1_000, 10_000];
  const figures: ForWriters[] = [];
  for (const releases of sizes) figures.push(await ofSize(options, releases));
  return {
    title: "For those who write",
    about:
      "The preview of `npm start`, in a process of its own, over a Git repository: from writing the newest release's file to the new words, in a page " +
      "that is asked for at once and in a window of Chromium that is open on it and reloads by itself. Then `npm run check`: with nothing kept from " +
      "before, again, and again after one file was saved. “First” is when nothing was ever read, “later” another start.",
    tables: [savedTable(figures), openedTable(figures), checkTable(figures)],
    figures,
  };
};

async function ofSize({ folder, quick }: PartOptions, releases: number): Promise<ForWriters> {
  const repository = committedCorpus(folder, releases);
  const dataDir = join(folder, "writers-data");
  rmSync(dataDir, { recursive: true, force: true });
  const file = join(repository, "content", written);
  const checks = await checksOf(repository, dataDir, file, quick ? 1 : 5);

  const heldFolder = join(dataDir, "preview");
  const opened: Opened[] = [];
  const first = await openPreview("first", repository, heldFolder);
  opened.push(first.opened);
  first.stop();
  const { opened: later, url, used, stop } = await openPreview("later", repository, heldFolder);
  opened.push(later);
  const browser = await startBrowser();
  try {
    const page = new URL(await pageOf(url), url).href;
    const [asked, window] = [[], []] as [number[], number[]];
    for (let round = 0; round < (quick ? 5 : 20); round += 1) asked.push(await askedFor(file, page, round));
    for (let round = 0; round < (quick ? 2 : 10); round += 1)
      window.push(await seen(browser, file, page, round));
    const everything = await all(repository, url);
    return {
      releases,
      opened,
      asked,
      window,
      everything,
      checks,
      peakMegabytes: (await used()).peakMegabytes,
    };
  } finally {
    await browser.close();
    stop();
  }
}

async function openPreview(name: string, repository: string, heldFolder: string) {
  const started = performance.now();
  const child = fork(previewer, [repository, heldFolder]);
  const [{ url }] = (await once(child, "message")) as [Previewer];
  await textOf(new URL("/da/", url).href);
  const wall = (performance.now() - started) / 1_000;
  const used = () => usedBy(child);
  return { opened: { name, wall, ...(await used()) }, url, used, stop: () => child.disconnect() };
}

async function usedBy(child: ChildProcess): Promise<UsedByPreview> {
  child.send("used");
  const [used] = (await once(child, "message")) as [UsedByPreview];
  return used;
}

async function textOf(url: string): Promise<string> {
  return (await fetch(url)).text();
}

/** Where the newest release stands. */
async function pageOf(url: string): Promise<string> {
  const front = await textOf(new URL("/da/", url).href);
  const [, path] = /href="(\/da\/2025\/11\/nyhed-0-[^"]*\/)"/.exec(front) ?? [];
  if (path === undefined) throw new Error("The newest release is not on the front page.");
  return path;
}

function save(file: string, words: string): void {
  writeFileSync(file, readFileSync(file, "utf-8").replace(/^## .*$/m, `## ${words}`));
}

async function askedFor(file: string, page: string, round: number): Promise<number> {
  const words = `Gemt ${round} gange`;
  const started = performance.now();
  save(file, words);
  while (!(await textOf(page)).includes(words));
  return performance.now() - started;
}

async function seen(browser: Browser, file: string, page: string, round: number): Promise<number> {
  const tab = await browser.newPage();
  try {
    await tab.goto(page);
    await tab.waitForTimeout(500); // a writer reads before they write; the window listens by then
    const words = `Set ${round} gange`;
    const shown = tab.getByRole("heading", { name: words }).waitFor();
    const started = performance.now();
    save(file, words);
    await shown;
    return performance.now() - started;
  } finally {
    await tab.close();
  }
}

/** Seconds until what would be changed on every page is there, after the newsroom's own name was. */
async function all(repository: string, url: string): Promise<number> {
  const file = join(repository, "content", "newsroom.yaml");
  const before = readFileSync(file, "utf-8");
  const started = performance.now();
  writeFileSync(file, before.replace("da: Presserum", "da: Presserummet"));
  while (!(await textOf(new URL("/da/", url).href)).includes("Presserummet"));
  const wall = (performance.now() - started) / 1_000;
  writeFileSync(file, before);
  return wall;
}

async function checksOf(
  repository: string,
  dataDir: string,
  file: string,
  repeats: number,
): Promise<readonly Opened[]> {
  const once = (name: string) => async () => {
    const {
      wall,
      cpu,
      peakMegabytes = 0,
    } = await measuredCommand({
      command: [process.execPath, check, repository],
      cwd: repository,
      env: { DATA_DIR: dataDir },
    });
    return { name, wall, cpu, peakMegabytes };
  };
  const first = await once("first")();
  const again: Opened[] = [];
  const changed: Opened[] = [];
  for (let round = 0; round < repeats; round += 1) {
    again.push(await once("again")());
    save(file, `Kontrol ${round}`);
    changed.push(await once("after one file")());
  }
  return [first, middle(again), middle(changed)];
}

function middle(all: readonly Opened[]): Opened {
  const found = all.toSorted((one, other) => one.wall - other.wall)[Math.floor(all.length / 2)];
  if (found === undefined) throw new Error("Nothing was checked.");
  return found;
}

function savedTable(figures: readonly ForWriters[]): Table {
  return {
    caption: "From saved to on screen, in milliseconds",
    head: ["releases", "page asked for", "p95", "in an open window", "p95", "what all pages share"],
    rows: figures.map(({ releases, asked, window, everything }) => [
      String(releases),
      Math.round(spreadOf(asked).median),
      Math.round(spreadOf(asked).p95),
      Math.round(spreadOf(window).median),
      Math.round(spreadOf(window).p95),
      Math.round(everything * 1_000),
    ]),
  };
}

function openedTable(figures: readonly ForWriters[]): Table {
  return {
    caption: "From the start of the preview to its first page",
    head: ["releases", "first, wall s", "CPU s", "MB", "later, wall s", "CPU s", "MB", "peak MB at the end"],
    rows: figures.map(({ releases, opened, peakMegabytes }) => [
      String(releases),
      ...opened.flatMap(({ wall, cpu, peakMegabytes: peak }) => [wall, cpu, peak]),
      peakMegabytes,
    ]),
  };
}

function checkTable(figures: readonly ForWriters[]): Table {
  return {
    caption: "npm run check",
    head: [
      "releases",
      "first, wall s",
      "CPU s",
      "MB",
      "again, wall s",
      "CPU s",
      "MB",
      "after one file, wall s",
      "CPU s",
      "MB",
    ],
    rows: figures.map(({ releases, checks }) => [
      String(releases),
      ...checks.flatMap(({ wall, cpu, peakMegabytes }) => [wall, cpu, Math.round(peakMegabytes)]),
    ]),
  };
}
