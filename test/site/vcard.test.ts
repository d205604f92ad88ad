import { describe, expect, it } from "vitest";
import type { LocalDate } from "../../functions/content/instant.ts";
import { shortVcardOf, vcardOf } from "../../functions/site/vcard.ts";
import type { CardFacts } from "../../functions/site/vcard.ts";
import { aBody, aContact, aNewsroom } from "../support/entries.ts";

const bodies = new Map([["raadet", aBody({ id: "raadet", name: { da: "Rådet", en: "The Council" } })]]);
const factsOf = (
  more: NonNullable<Parameters<typeof aContact>[0]>,
  locale: "da" | "en" = "da",
  portrait?: string,
): CardFacts => ({
  contact: aContact(more),
  role: more.roles?.[0],
  bodies,
  newsroom: aNewsroom(),
  locale,
  url: "https://presse.example/da/kontakter/x/",
  portrait,
});
const card = (...facts: Parameters<typeof factsOf>) => vcardOf(factsOf(...facts));

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

  it("carries the portrait within it, with the empty line that Samsung's phones want", () => {
    const portrait = Buffer.from("a picture ".repeat(40)).toString("base64");
    const lines = card({}, "da", portrait).replaceAll("\r\n ", "").split("\r\n");
    expect(lines.slice(-4)).toEqual([`PHOTO;ENCODING=b;TYPE=JPEG:${portrait}`, "", "END:VCARD", ""]);
  });

  it("is there as the standard of today too, with numbers and portrait as addresses", () => {
    const contact = { name: "Åse Ørsted", phone: "+4587285010", email: "aase@raadet.example" };
    const text = vcardOf(factsOf(contact, "en", "QUJD"), "4.0");
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.split("\r\n")).toEqual([
      "BEGIN:VCARD",
      "VERSION:4.0",
      "KIND:individual",
      "N:Ørsted;Åse;;;",
      "FN:Åse Ørsted",
      "ORG:Publisher",
      'TEL;VALUE=uri;TYPE="work,voice":tel:+4587285010',
      "EMAIL;PREF=1:aase@raadet.example",
      "LANG:en",
      "URL:https://presse.example/da/kontakter/x/",
      "PHOTO:data:image/jpeg;base64,QUJD",
      "END:VCARD",
      "",
    ]);
  });

  it("says that a number takes no text messages", () => {
    expect(card({ noSms: true })).toContain("NOTE:Numrene modtager ikke sms.");
  });

  it("is short enough for a camera, with name, numbers and mail", () => {
    const contact = aContact({ name: "Åse Ørsted", phone: "+4587285010", email: "aase@raadet.example" });
    expect(shortVcardOf(contact)).toBe(
      "BEGIN:VCARD\nVERSION:3.0\nN:Ørsted;Åse;;;\nFN:Åse Ørsted\nTEL:+4587285010\nEMAIL:aase@raadet.example\nEND:VCARD",
    );
  });
});
