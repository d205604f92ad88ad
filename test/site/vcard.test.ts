import { describe, expect, it } from "vitest";
import type { LocalDate } from "../../functions/content/instant.ts";
import { vcardOf } from "../../functions/site/vcard.ts";
import { aBody, aContact, aNewsroom } from "../support/entries.ts";

const bodies = new Map([["raadet", aBody({ id: "raadet", name: { da: "Rådet", en: "The Council" } })]]);
const card = (more: NonNullable<Parameters<typeof aContact>[0]>, locale: "da" | "en" = "da") =>
  vcardOf(
    aContact(more),
    more.roles?.[0],
    bodies,
    aNewsroom(),
    locale,
    "https://presse.example/da/kontakter/x/",
  );

describe("a contact card", () => {
  it("is a vCard that phones take in: name, office, title, numbers, mail and where it is from", () => {
    const text = card({
      name: "Åse B. Ørsted",
      roles: [{ title: { da: "formand", en: "chair" }, body: "raadet" }],
      phone: "+4587285010",
      mobile: "+4540313707",
      email: "Aase.Oersted@raadet.example",
      historicalOn: "2008-05-27" as LocalDate,
    });
    expect(text.split("\r\n")).toEqual([
      "BEGIN:VCARD",
      "VERSION:3.0",
      "N:Ørsted;Åse B.;;;",
      "FN:Åse B. Ørsted",
      "ORG:Publisher;Rådet",
      "TITLE:formand",
      "TEL;TYPE=WORK,VOICE:+4587285010",
      "TEL;TYPE=CELL,VOICE:+4540313707",
      "EMAIL;TYPE=INTERNET,PREF:Aase.Oersted@raadet.example",
      "URL:https://presse.example/da/kontakter/x/",
      "NOTE:Oplysningerne gjaldt den 27. maj 2008.",
      "END:VCARD",
      "",
    ]);
  });

  it("speaks English on the English site", () => {
    const text = card({ roles: [{ title: { da: "formand", en: "chair" }, body: "raadet" }] }, "en");
    expect(text).toContain("TITLE:chair");
    expect(text).toContain("ORG:Publisher;The Council");
  });

  it("lets no name become a line of its own", () => {
    const text = card({ name: "Eva\r\nTEL:+4512345678, a;b\\c" });
    expect(text).toContain("FN:Eva\\nTEL:+4512345678\\, a\\;b\\\\c");
    expect(text.split("\r\n").filter((line) => line.startsWith("TEL"))).toEqual([]);
  });

  it("folds lines at 75 octets, never within a letter", () => {
    const name = "Æøå ".repeat(40).trim();
    const text = card({ name });
    const lines = text.split("\r\n");
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain("\u{FFFD}");
    expect(text.replaceAll("\r\n ", "")).toContain(`FN:${name}`);
  });
});
