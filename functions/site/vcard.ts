import type { Body, Contact, Newsroom, Role } from "../content/entry.ts";
import type { Locale } from "../content/locale.ts";
import { stringsOf } from "../../templates/strings.ts";

export interface CardFacts {
  readonly contact: Contact;
  /** The one to show, where there is one. */
  readonly role: Role | undefined;
  /** What the contact's roles cite, by id. */
  readonly bodies: ReadonlyMap<string, Body>;
  readonly newsroom: Newsroom;
  readonly locale: Locale;
  /** The contact's page. */
  readonly url: string;
  /** A JPEG in base64. */
  readonly portrait?: string | undefined;
}
export type VcardVersion = "3.0" | "4.0";
import { escaped, folded } from "./content-lines.ts";

/**
 * A contact as phones and mail programs take it in. UTF-8, lines of at most 75 octets ended by CRLF. Version 3.0 is
 * read by all of them, 4.0 is the standard of today.
 *
 * @see  RFC 2426 for 3.0 and RFC 6350 for 4.0
 */
export function vcardOf(facts: CardFacts, version: VcardVersion = "3.0"): string {
  const { contact, role, bodies, newsroom, locale, url } = facts;
  const units = [
    newsroom.publisher[locale],
    role?.department?.[locale] ??
      (role?.body === undefined ? undefined : bodies.get(role.body)?.name[locale]),
  ].filter((unit) => unit !== undefined);
  const { historical, noSms } = stringsOf(locale);
  const notes = [
    contact.historicalOn === undefined ? undefined : historical(contact.historicalOn),
    contact.noSms ? noSms : undefined,
  ].filter((note) => note !== undefined);
  const lines = [
    "BEGIN:VCARD",
    `VERSION:${version}`,
    ...(version === "4.0" ? [`KIND:${contact.type === "desk" ? "org" : "individual"}`] : []),
    `N:${nameParts(contact).map(escaped).join(";")}`,
    `FN:${escaped(contact.name)}`,
    `ORG:${units.map(escaped).join(";")}`,
    ...(role === undefined ? [] : [`TITLE:${escaped(role.title[locale])}`]),
    ...(contact.phone === undefined ? [] : [phone(contact.phone, "work", version)]),
    ...(contact.mobile === undefined ? [] : [phone(contact.mobile, "cell", version)]),
    ...(contact.email === undefined ? [] : [email(contact.email, version)]),
    ...(version === "4.0" ? [`LANG:${locale}`] : []),
    `URL:${url}`,
    ...(notes.length === 0 ? [] : [`NOTE:${escaped(notes.join(" "))}`]),
    ...(facts.portrait === undefined ? [] : photo(facts.portrait, version)),
    "END:VCARD",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** What a camera takes in from a square on paper: no portrait, no notes, so that the squares stay large. */
export function shortVcardOf({ name, type, phone: number, mobile, email: address }: Contact): string {
  return [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `N:${nameParts({ name, type }).map(escaped).join(";")}`,
    `FN:${escaped(name)}`,
    ...(number === undefined ? [] : [`TEL:${number}`]),
    ...(mobile === undefined ? [] : [`TEL:${mobile}`]),
    ...(address === undefined ? [] : [`EMAIL:${escaped(address)}`]),
    "END:VCARD",
  ].join("\n");
}

function phone(e164: string, type: "work" | "cell", version: VcardVersion): string {
  return version === "3.0"
    ? `TEL;TYPE=${type.toUpperCase()},VOICE:${e164}`
    : `TEL;VALUE=uri;TYPE="${type},voice":tel:${e164}`;
}

function email(address: string, version: VcardVersion): string {
  return version === "3.0"
    ? `EMAIL;TYPE=INTERNET,PREF:${escaped(address)}`
    : `EMAIL;PREF=1:${escaped(address)}`;
}

/** In 3.0 an empty line after the picture: Samsung's phones refuse the card without it, and the others pass it over. */
function photo(base64: string, version: VcardVersion): readonly string[] {
  return version === "3.0"
    ? [`PHOTO;ENCODING=b;TYPE=JPEG:${base64}`, ""]
    : [`PHOTO:data:image/jpeg;base64,${base64}`];
}

/** Family name, given names, and three parts that nobody gave us. A desk has no family. */
function nameParts({ name, type }: Pick<Contact, "name" | "type">): readonly string[] {
  if (type === "desk") return [name, "", "", "", ""];
  const words = name.split(" ");
  return [words.at(-1) ?? "", words.slice(0, -1).join(" "), "", "", ""];
}
