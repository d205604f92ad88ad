import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pdfFacts } from "../../functions/content/pdf-facts.ts";
import { startBrowser } from "../support/browser.ts";
import { packedPdf, plainPdf, shortenedPdf } from "../support/pdf-fixture.ts";

const sample = fileURLToPath(
  new URL("../../content/cases/eksempel-cykelsti-ved-aaen/hoeringsnotat.pdf", import.meta.url),
);

describe("a document's pages", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each([1, 2, 137])("are counted where nothing is packed, and where everything is: %i", (pages) => {
    expect(pdfFacts(plainPdf(pages))).toEqual({ pages });
    expect(pdfFacts(packedPdf(pages))).toEqual({ pages });
  });

  it.each([1, 7])("are as many as a browser has printed: %i", async (pages) => {
    const page = await browser.newPage();
    await page.setContent(
      Array.from({ length: pages }, (_, index) => `<h1 style="break-before:page">${index}</h1>`).join(""),
    );
    expect(pdfFacts(await page.pdf({ tagged: true, outline: true }))).toEqual({ pages });
  });

  it("are as many as were left when it was last saved", () => {
    expect(pdfFacts(shortenedPdf(9, 4))).toEqual({ pages: 4 });
  });

  it("of the sample are two", () => {
    expect(pdfFacts(readFileSync(sample))).toEqual({ pages: 2 });
  });

  it("may be counted in an object of their own", () => {
    const counted = plainPdf(3).toString("latin1").replace("/Count 3", "/Count 90 0 R");
    expect(pdfFacts(Buffer.from(`${counted}90 0 obj\n3\nendobj\n`, "latin1"))).toEqual({ pages: 3 });
  });

  it("are not taken from what only looks like an object, in the bytes of a picture", () => {
    const picture = "2 0 obj\n<</Type/Pages/Count 99>>\nendobj\n";
    const stream = `80 0 obj\n<</Length ${picture.length}>>\nstream\n${picture}\nendstream\nendobj\n`;
    expect(pdfFacts(Buffer.concat([plainPdf(5), Buffer.from(stream)]))).toEqual({ pages: 5 });
  });
});

describe("what is no document", () => {
  it.each([
    ["nothing", Buffer.alloc(0), "no-pdf"],
    ["a web page", Buffer.from("<html>%PDF".padEnd(2_000)), "no-pdf"],
    ["one that breaks off", plainPdf(9).subarray(0, 300), "broken"],
    ["one with a password", plainPdf(9, { trailer: "/Encrypt 8 0 R" }), "protected"],
    ["one of no pages", plainPdf(0), "broken"],
    [
      "one of more pages than there are sheets",
      plainPdf(1, {}).toString().replace("/Count 1", "/Count 9999999"),
      "broken",
    ],
    [
      "one that leads to itself",
      "%PDF-1.4\n1 0 obj\n<</Pages 1 0 R/Count 1 0 R>>\nendobj\ntrailer\n<</Root 1 0 R>>",
      "broken",
    ],
  ])("is told: %s", (_, bytes, wrong) => {
    expect(pdfFacts(Buffer.from(bytes))).toEqual({ wrong });
  });

  it("may unpack to more than there is room for, and is let be", () => {
    const bomb = deflateSync(Buffer.alloc(100_000_000));
    const head = `%PDF-1.7\n3 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${bomb.length}>>\nstream\n`;
    const tail = "\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n";
    expect(pdfFacts(Buffer.concat([Buffer.from(head), bomb, Buffer.from(tail)]))).toEqual({
      wrong: "broken",
    });
  });
});
