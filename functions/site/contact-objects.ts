import type { Body, Contact, Release } from "../content/entry.ts";
import { isOver } from "../content/consent.ts";
import type { Instant } from "../content/instant.ts";
import { locales } from "../content/locale.ts";
import type { Locale } from "../content/locale.ts";
import { contactPage } from "../../templates/contact-page.ts";
import { heldRoles } from "./held-roles.ts";
import type { Library } from "./library.ts";
import { contactsVcardPath, keyOfPath, vcardPath } from "./paths.ts";
import { page, savedAs } from "./site-object.ts";
import type { SiteObject } from "./site-object.ts";
import { vcardOf } from "./vcard.ts";
import type { VcardVersion } from "./vcard.ts";
import { pathOfContact } from "./views/contact.ts";
import { contactView } from "./views/contact-page.ts";
import { contactsOf } from "./views/release.ts";

const vcardType = "text/vcard; charset=utf-8";

/** A contact's page and its card in both versions, in each language. */
export async function contactObjects(library: Library, contact: Contact): Promise<readonly SiteObject[]> {
  const objects = await Promise.all(
    locales.map(async (locale) => {
      const path = pathOfContact(contact, locale);
      const card = await cardOf(library, contact, library.instant, locale);
      return [
        page(keyOfPath(path), contactPage(await contactView(library, contact, locale))),
        savedAs(keyOfPath(vcardPath(path, "3.0")), card("3.0"), vcardType, `${contact.name}.vcf`),
        savedAs(keyOfPath(vcardPath(path, "4.0")), card("4.0"), vcardType, `${contact.name}.vcf`),
      ];
    }),
  );
  return objects.flat();
}

/** All contacts of a release in one file, where there is more than one. @param path  of the release's page */
export async function contactsOfRelease(
  library: Library,
  release: Release,
  locale: Locale,
  path: string,
): Promise<readonly SiteObject[]> {
  const cards = await cardsOfRelease(library, release, locale);
  if (cards.length < 2) return [];
  return [savedAs(keyOfPath(contactsVcardPath(path)), cards.join(""), vcardType, `${release.id}.vcf`)];
}

/** One card after the other, with the roles that they had when the release came out. */
export async function cardsOfRelease(
  library: Library,
  release: Release,
  locale: Locale,
): Promise<readonly string[]> {
  const contacts = await contactsOf(library, release.contacts);
  const cards = await Promise.all(
    contacts.map((contact) => cardOf(library, contact, release.released, locale)),
  );
  return cards.map((card) => card("3.0"));
}

/** @param asOf  the roles are those of that instant */
async function cardOf(
  library: Library,
  contact: Contact,
  asOf: Instant,
  locale: Locale,
): Promise<(version: VcardVersion) => string> {
  const [newsroom, photo] = await Promise.all([
    library.newsroom(),
    contact.portrait === undefined ? undefined : library.entry("photo", contact.portrait),
  ]);
  const shown = photo && !isOver(photo, library.instant); // what somebody no longer agrees to goes out of cards too
  const portrait = shown ? await library.cardPicture(photo) : undefined;
  const [role] = heldRoles(contact, asOf);
  const body = role?.body === undefined ? undefined : await library.entry("body", role.body);
  const bodies = new Map<string, Body>(body === undefined ? [] : [[body.id, body]]);
  const url = newsroom.url + pathOfContact(contact, locale);
  return (version) => vcardOf({ contact, role, bodies, newsroom, locale, url, portrait }, version);
}
