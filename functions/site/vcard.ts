import type { Body, Contact, Newsroom, Role } from "../content/entry.ts";
import type { Locale } from "../content/locale.ts";
import { stringsOf } from "../../templates/strings.ts";

/**
 * A contact as phones and mail programs take it in: vCard 3.0, the version that all of them read. UTF-8, lines of at
 * most 75 octets ended by CRLF.
 *
 * @param role    the one to show, where there is one
 * @param bodies  what the contact's roles cite, by id
 * @param url     the contact's page
 * @see           RFC 2426; RFC 2425, section 5.8.1, for folding
 */
export function vcardOf(
  contact: Contact,
  role: Role | undefined,
  bodies: ReadonlyMap<string, Body>,
  newsroom: Newsroom,
  locale: Locale,
  url: string,
): string {
  const units = [
    newsroom.publisher[locale],
    role?.department?.[locale] ??
      (role?.body === undefined ? undefined : bodies.get(role.body)?.name[locale]),
  ].filter((unit) => unit !== undefined);
  const lines = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `N:${nameParts(contact).map(escaped).join(";")}`,
    `FN:${escaped(contact.name)}`,
    `ORG:${units.map(escaped).join(";")}`,
    ...(role === undefined ? [] : [`TITLE:${escaped(role.title[locale])}`]),
    ...(contact.phone === undefined ? [] : [`TEL;TYPE=WORK,VOICE:${contact.phone}`]),
    ...(contact.mobile === undefined ? [] : [`TEL;TYPE=CELL,VOICE:${contact.mobile}`]),
    ...(contact.email === undefined ? [] : [`EMAIL;TYPE=INTERNET,PREF:${escaped(contact.email)}`]),
    `URL:${url}`,
    ...(contact.historicalOn === undefined
      ? []
      : [`NOTE:${escaped(stringsOf(locale).historical(contact.historicalOn))}`]),
    "END:VCARD",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** Family name, given names, and three parts that nobody gave us. A desk has no family. */
function nameParts(contact: Contact): readonly string[] {
  if (contact.type === "desk") return [contact.name, "", "", "", ""];
  const words = contact.name.split(" ");
  return [words.at(-1) ?? "", words.slice(0, -1).join(" "), "", "", ""];
}

function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(/\r\n?|\n/g, "\\n")
    .replaceAll(",", "\\,")
    .replaceAll(";", "\\;");
}

/** 75 octets a line, the blank that continues it among them; never in the middle of a character. */
function folded(line: string): string {
  const parts: string[] = [""];
  let room = 75;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (octets > room) {
      parts.push("");
      room = 74;
    }
    parts[parts.length - 1] += character;
    room -= octets;
  }
  return parts.join("\r\n ");
}
