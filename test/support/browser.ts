import sparticuz, { inflate, setupLambdaEnvironment } from "@sparticuz/chromium";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";

/**
 * A real Chromium, brought along by a package with the libraries that it needs. Its own list of arguments is not used:
 * it turns the web's security off, and what we want to see is whether a page holds under it.
 */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await browserFile(),
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** Where its program is, ready to be started: whoever starts it finds its libraries in this process's environment. */
export async function browserFile(): Promise<string> {
  const main = fileURLToPath(import.meta.resolve("@sparticuz/chromium"));
  const packageFolder = main.slice(0, main.lastIndexOf("chromium") + "chromium".length);
  mkdirSync(process.env["TMPDIR"] ?? "/tmp", { recursive: true });
  sparticuz.setGraphicsMode = false;
  const libraries = await inflate(join(packageFolder, "bin", "al2023.tar.br"));
  setupLambdaEnvironment(join(libraries, "lib"));
  return sparticuz.executablePath();
}

/** Somebody who has come to an address, and may copy from it. */
export async function openPage(
  browser: Browser,
  address: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}
