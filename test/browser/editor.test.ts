import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBrowser } from "../support/browser.ts";
import { temporaryFolder } from "../support/repository.ts";
import type { Folder } from "../support/repository.ts";
import { smallNewsroom } from "../support/small-newsroom.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const da = "content/releases/2026/bro/da.md";

let folder: Folder;
let data: Folder;
let room: ChildProcess;
let said = "";
let port: number;
let browser: Browser;

/** `npm start`, as the writers' own machine has it. */
beforeAll(async () => {
  [folder, data] = [temporaryFolder(), temporaryFolder()];
  folder.git("init", "--quiet", "--initial-branch=main");
  folder.git("config", "user.name", "Ane Åkjær");
  folder.git("config", "user.email", "ane@kommunen.example");
  folder.write(
    Object.fromEntries(Object.entries(smallNewsroom).map(([path, file]) => [`content/${path}`, file])),
  );
  folder.write({
    "content/newsroom.yaml": `${String(smallNewsroom["newsroom.yaml"])}\nauthors_language: da\n`,
  });
  folder.commit();
  port = await freePort();
  room = spawn(process.execPath, ["functions/cli/start.ts"], {
    cwd: project,
    env: { ...process.env, PORT: String(port), CONTENT_DIR: folder.path, DATA_DIR: data.path },
  });
  for (const stream of [room.stdout, room.stderr])
    stream?.on("data", (piece: Buffer) => (said += piece.toString()));
  browser = await startBrowser();
  while (!said.includes("Presserummet er klar"))
    await new Promise((resolve) => void setTimeout(resolve, 100));
});
afterAll(async () => {
  await browser.close();
  const ended = new Promise((resolve) => room.once("exit", resolve));
  room.kill("SIGINT");
  await ended;
  for (const one of [folder, data]) one[Symbol.dispose]();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** What the browser asked of anybody but this machine; nothing may be in it. */
const elsewhere: string[] = [];

async function open(path: string): Promise<Page> {
  const context = await browser.newContext({ locale: "da-DK", viewport: { width: 1400, height: 1000 } });
  const page = await context.newPage();
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== `localhost:${port + 1}`) elsewhere.push(request.url());
  });
  await page.goto(`http://localhost:${port + 1}/admin/#/collections/${path}`);
  await save(page).waitFor();
  return page;
}

/** Labels stand between the signs that isolate them from the sentence around them. */
const field = (within: Page | Locator, label: string): Locator =>
  within.getByRole("group", { name: new RegExp(`”\\u2068${label}\\u2069”`) });
const write = async (within: Page | Locator, label: string, text: string): Promise<void> => {
  await field(within, label).scrollIntoViewIfNeeded();
  await field(within, label).getByRole("textbox").first().fill(text);
};
const inBoth = async (
  within: Page | Locator,
  label: string,
  danish: string,
  english: string,
): Promise<void> => {
  await field(within, label).scrollIntoViewIfNeeded();
  await write(field(within, label), "Dansk", danish);
  await write(field(within, label), "Engelsk", english);
};
const save = (page: Page): Locator => page.getByRole("button", { name: "Gem", exact: true });
const saved = (page: Page): Promise<void> => page.getByText("Dokumentet er gemt.").waitFor();
const pane = (page: Page, language: string): Locator =>
  page.getByRole("group", { name: new RegExp(`Rediger indhold på .*${language}`) });

const site = async (path: string): Promise<string> => (await fetch(`http://localhost:${port}${path}`)).text();
const live = (path: string, text: string) =>
  expect.poll(() => site(path), { timeout: 180_000 }).toContain(text);

/** A photo as a camera leaves it, filled up to so many bytes behind its end. */
async function photoOf(bytes: number, name: string): Promise<string> {
  const file = join(data.path, name);
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const picture = sharp({ create: { width: 2400, height: 1600, channels: 3, background: "#46a", noise } });
  writeFileSync(file, await picture.jpeg({ quality: 95 }).toBuffer());
  truncateSync(file, bytes);
  return file;
}

const lead = (page: Page): Locator => field(pane(page, "Dansk"), "Manchet").getByRole("textbox").first();

/** All that a photo is asked for besides its file. */
async function sayOfPhoto(page: Page, danish: string, english: string): Promise<void> {
  await inBoth(page, "Alt-tekst", danish, english);
  await inBoth(page, "Billedtekst", "Stien løber forbi møllen.", "The path passes the mill.");
  for (const label of ["Kreditering", "Ophavsret"]) await write(page, label, "Kommunen");
  await write(page, "Fotograf", "Åse Ørsted");
  const licence = field(page, "Licens");
  await licence.scrollIntoViewIfNeeded();
  await inBoth(licence, "Navn", "CC0", "CC0");
  await write(licence, "Webadresse", "https://creativecommons.org/publicdomain/zero/1.0/");
  await inBoth(licence, "Vilkår", "Fri brug", "Free use");
}

describe("the editor in the browser", () => {
  it("takes a photo with its rights and a release in both languages, commits them, and they are live", async () => {
    const page = await open("photos/new");
    await field(page, "Originalen")
      .locator("input[type=file]")
      .first()
      .setInputFiles({
        name: "IMG 0012.JPG",
        mimeType: "image/jpeg",
        buffer: await sharp({ create: { width: 90, height: 60, channels: 3, background: "#46a" } })
          .jpeg()
          .toBuffer(),
      });
    await sayOfPhoto(page, "Moellen", "The mill");
    await save(page).click();
    await saved(page);

    await page.goto(`http://localhost:${port + 1}/admin/#/collections/releases/new`);
    await page.getByRole("radio", { name: "Engelsk" }).last().click();
    const [danish, english] = [pane(page, "Dansk"), pane(page, "Engelsk")];
    await write(danish, "Overskrift", "Sti ved møllen");
    await write(danish, "Manchet", "Rådet vil bygge en sti.");
    await write(
      danish,
      "Teksten",
      "Stien bliver to kilo\u00ADmeter.\n\n- Det er godt, siger Ane Åkjær, formand for rådet.",
    );
    await write(english, "Overskrift", "Path by the mill");
    await write(english, "Manchet", "The council wants to build a path.");
    await write(english, "Teksten", "The path will be two kilometres long.");
    await write(danish, "Id", "sti-ved-moellen");
    await write(danish, "Dato", "2026-03-20");
    await field(danish, "Fotos").scrollIntoViewIfNeeded();
    await field(danish, "Fotos").getByRole("checkbox", { name: "Moellen" }).click();
    await save(page).click();
    await saved(page);

    // The note of the first save may still be on the screen: Git says when the second is there.
    await expect
      .poll(() => folder.git("show", "--name-only", "--format=%an").split("\n"), { timeout: 30_000 })
      .toEqual([
        "Ane Åkjær",
        "",
        "content/releases/2026/sti-ved-moellen/da.md",
        "content/releases/2026/sti-ved-moellen/en.md",
      ]);
    // The files on the disk follow the commit by a moment.
    await expect.poll(() => folder.git("status", "--porcelain"), { timeout: 30_000 }).toBe("");
    await live("/da/2026/03/sti-ved-moellen/", "Stien bliver to kilometer."); // the soft hyphen is gone
    expect(await site("/da/2026/03/sti-ved-moellen/")).toMatch(
      /Det er godt[^]*?Ane Åkjær[^]*?formand for rådet/,
    );
    expect(await site("/da/2026/03/sti-ved-moellen/")).toContain("Foto: Kommunen");
    await live("/en/2026/03/path-by-the-mill/", "The path will be two kilometres long.");
    expect(elsewhere).toEqual([]);
    await page.context().close();
  }, 180_000);

  it("loses nothing when somebody else saves the same release meanwhile, and says so", async () => {
    const page = await open("releases/entries/2026/bro/text");
    await write(pane(page, "Dansk"), "Manchet", "Mine ord.");
    folder.write({
      [da]: `${folder.git("show", `HEAD:${da}`).replace("Indledning", "Deres ord")}\n`,
    });
    folder.commit();
    await save(page).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain("Ane");
    await dialog.getByRole("button", { name: "Annuller" }).click();
    expect(await lead(page).inputValue()).toBe("Mine ord.");
    expect(folder.git("show", `HEAD:${da}`)).toContain("Deres ord");
    await page.context().close();
  }, 180_000);

  it("keeps the text and says what to do when it cannot be saved, and saves it once it can", async () => {
    const page = await open("releases/entries/2026/sti/text");
    await write(pane(page, "Dansk"), "Manchet", "Nye ord.");
    const refused = async (because: RegExp): Promise<void> => {
      await save(page).click();
      const dialog = page.getByRole("alertdialog");
      await dialog.getByText(because).waitFor();
      await dialog.getByRole("button").last().click();
      await dialog.waitFor({ state: "detached" });
      expect(await lead(page).inputValue()).toBe("Nye ord.");
    };
    const api = "**/admin/api/graphql";
    await page.route(api, (route) => route.abort()); // the connection is lost
    await refused(/Der er ingen forbindelse/);
    await page.unroute(api);
    await page.route(api, (route) =>
      route.continue({ headers: { ...route.request().headers(), authorization: "token of-yesterday" } }),
    );
    await refused(/åbn redaktøren i et nyt vindue/);
    await page.unroute(api);
    const file = "content/releases/2026/sti/da.md";
    const before = folder.git("show", `HEAD:${file}`);
    folder.write({ [file]: `${before}\nHalf a sentence in another program\n` });
    await refused(/sti\/da\.md er ændret i et andet program og ikke committet/);
    folder.git("checkout", "--quiet", "--", file);
    await save(page).click();
    await saved(page);
    expect(folder.git("show", `HEAD:${file}`)).toContain("lead: Nye ord.");
    await page.context().close();
  }, 90_000);

  it("takes a photo of 60 MB to the live page in one commit, and says of a larger one than 100 MB that it is", async () => {
    // What was saved above changed what is published, without saying so: as long as that is so, nothing more goes live.
    const live = [...said.matchAll(/(\w{8}) er ude på dansk og engelsk/g)].at(-1)?.[1] ?? "";
    folder.git("checkout", "--quiet", live, "--", "content");
    folder.commit();
    const page = await open("photos/new");
    const choose = (file: string) =>
      field(page, "Originalen").locator("input[type=file]").first().setInputFiles(file);
    await choose(await photoOf(100_000_001, "IMG 0100.JPG"));
    const dialog = page.getByRole("alertdialog", { name: "Stor fil" });
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/maksimale størrelse på \P{L}*100\P{L}*MB/u);
    await dialog.getByRole("button").last().click();
    await sayOfPhoto(page, "Havnen", "The harbour");
    await choose(await photoOf(60_000_000, "IMG 0060.JPG"));
    await field(page, "Originalen").getByText("Erstat", { exact: true }).waitFor({ timeout: 60_000 });
    await save(page).click();
    const newest = (): readonly string[] =>
      folder.git("show", "--name-only", "--format=").split("\n").filter(Boolean);
    await expect
      .poll(newest, { timeout: 180_000, interval: 1_000 })
      .toEqual(["content/photos/havnen.jpg", "content/photos/havnen.yaml"]);
    expect(folder.git("cat-file", "-s", "HEAD:content/photos/havnen.jpg")).toBe("60000000");
    await page.context().close();

    const file = "content/releases/2026/sti/da.md";
    const next = await open("releases/entries/2026/sti/text");
    await field(pane(next, "Dansk"), "Fotos").scrollIntoViewIfNeeded();
    await field(pane(next, "Dansk"), "Fotos").getByRole("checkbox", { name: "Havnen" }).click();
    await save(next).click();
    await expect.poll(newest, { timeout: 60_000, interval: 1_000 }).toContain(file);
    expect(folder.git("show", `HEAD:${file}`)).toContain("- havnen");
    const address = "/da/2026/03/en-sti/";
    await expect.poll(() => site(address), { timeout: 180_000, interval: 1_000 }).toContain("Havnen");
    const [rendition = ""] = /\/photos\/\w+\/havnen-w1280\.avif/.exec(await site(address)) ?? [];
    const { width } = await sharp(
      await (await fetch(`http://localhost:${port}${rendition}`)).arrayBuffer(),
    ).metadata();
    expect(width).toBe(1280);
    await next.context().close();
  }, 600_000);
});
