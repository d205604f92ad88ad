import type { Contact } from "../../content/entry.ts";
import type { Locale } from "../../content/locale.ts";
import type { ContactPage, ContactsPage } from "../../../templates/views.ts";
import { stringsOf } from "../../../templates/strings.ts";
import { heldRoles } from "../held-roles.ts";
import type { Library } from "../library.ts";
import { sectionPath } from "../paths.ts";
import { contactPoint } from "../structured-data.ts";
import { contactCard, pathOfContact } from "./contact.ts";
import { frameOf, sectionCrumbs } from "./frame.ts";
import { photoView } from "./picture.ts";
import { newestInLists, teaserOf } from "./teaser.ts";

export async function contactView(library: Library, contact: Contact, locale: Locale): Promise<ContactPage> {
  const [newsroom, card, portrait, cards] = await Promise.all([
    library.newsroom(),
    contactCard(library, contact, locale),
    photoView(library, contact.portrait, locale),
    library.releases({ contact: contact.id }, newestInLists),
  ]);
  const path = pathOfContact(contact, locale);
  const [role] = heldRoles(contact, library.instant);
  return {
    frame: frameOf(newsroom, {
      locale,
      title: contact.name,
      description: role === undefined ? contact.name : `${contact.name}, ${role.title[locale]}`,
      paths: { da: pathOfContact(contact, "da"), en: pathOfContact(contact, "en") },
      current: "contacts",
      breadcrumbs: sectionCrumbs(locale, "contacts"),
      structuredData: [contactPoint(newsroom, contact, role, locale, newsroom.url + path)],
    }),
    contact: card,
    sample: contact.sample,
    ...(portrait === undefined ? {} : { portrait }),
    releases: cards.map((release) => teaserOf(release, locale)),
  };
}

/** The press office's own desks first, then people by name. */
export async function contactsView(library: Library, locale: Locale): Promise<ContactsPage> {
  const [newsroom, contacts] = await Promise.all([library.newsroom(), library.contacts()]);
  const inOrder = contacts.toSorted((one, other) =>
    one.type === other.type ? one.name.localeCompare(other.name, locale) : one.type === "desk" ? -1 : 1,
  );
  return {
    frame: frameOf(newsroom, {
      locale,
      ...stringsOf(locale).pages.contacts(newsroom.name[locale]),
      paths: { da: sectionPath("contacts", "da"), en: sectionPath("contacts", "en") },
      current: "contacts",
      breadcrumbs: sectionCrumbs(locale),
    }),
    contacts: await Promise.all(inOrder.map((contact) => contactCard(library, contact, locale))),
  };
}
