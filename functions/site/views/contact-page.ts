import type { Contact } from "../../content/entry.ts";
import type { Locale } from "../../content/locale.ts";
import type { ContactCard, ContactPage, ContactsPage } from "../../../templates/views.ts";
import { stringsOf } from "../../../templates/strings.ts";
import { heldRoles } from "../held-roles.ts";
import type { Library } from "../library.ts";
import { entryPath, sectionPath } from "../paths.ts";
import { qrCodeOf } from "../qr-code.ts";
import { contactPoint } from "../structured-data.ts";
import { shortVcardOf } from "../vcard.ts";
import { contactCard, pathOfContact } from "./contact.ts";
import { frameOf, sectionCrumbs } from "./frame.ts";
import { photoView } from "./picture.ts";
import { newestInLists, teaserOf } from "./teaser.ts";
import { yearLinks } from "./year-list.ts";

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
      structuredData: [
        contactPoint(
          newsroom,
          contact,
          role,
          locale,
          newsroom.url + path,
          portrait && newsroom.url + portrait.picture.fallback.path,
        ),
      ],
    }),
    contact: card,
    sample: contact.sample,
    ...(portrait === undefined ? {} : { portrait }),
    qr: { ...qrCodeOf(shortVcardOf(contact)), says: stringsOf(locale).scanContact },
    releases: cards.map((release) => teaserOf(release, locale)),
    years: await yearLinks(library, `contact/${contact.id}`, path),
  };
}

/** The press office's own desks first, then people by their body and by name. */
export async function contactsView(library: Library, locale: Locale): Promise<ContactsPage> {
  const [newsroom, contacts] = await Promise.all([library.newsroom(), library.contacts()]);
  const inOrder = contacts.toSorted((one, other) => one.name.localeCompare(other.name, locale));
  const places = await Promise.all(inOrder.map((contact) => placeOf(library, contact, locale)));
  const cards = await Promise.all(inOrder.map((contact) => contactCard(library, contact, locale)));
  const groups = new Map<string, { place: Place; contacts: ContactCard[] }>();
  for (const [index, card] of cards.entries()) {
    const place = places[index];
    if (place === undefined) continue;
    const group = groups.get(place.id) ?? { place, contacts: [] };
    group.contacts.push(card);
    groups.set(place.id, group);
  }
  return {
    frame: frameOf(newsroom, {
      locale,
      ...stringsOf(locale).pages.contacts(newsroom.name[locale]),
      paths: { da: sectionPath("contacts", "da"), en: sectionPath("contacts", "en") },
      current: "contacts",
      breadcrumbs: sectionCrumbs(locale),
    }),
    groups: [...groups.values()]
      .toSorted(
        (one, other) =>
          one.place.order - other.place.order || one.place.name.localeCompare(other.place.name, locale),
      )
      .map(({ place: { id, name, path }, contacts: inGroup }) => ({
        id,
        name,
        ...(path === undefined ? {} : { path }),
        contacts: inGroup,
      })),
  };
}

interface Place {
  readonly order: number;
  readonly id: string;
  readonly name: string;
  readonly path?: string;
}

/** Under which heading somebody is looked for. */
async function placeOf(library: Library, contact: Contact, locale: Locale): Promise<Place> {
  const { groups } = stringsOf(locale);
  if (contact.type === "desk") return { order: 0, id: "desks", name: groups.desks };
  const [role] = heldRoles(contact, library.instant);
  const body = role?.body === undefined ? undefined : await library.entry("body", role.body);
  const path = body && entryPath(body, locale);
  if (body === undefined || path === undefined) return { order: 2, id: "others", name: groups.others };
  return { order: 1, id: `body-${body.id}`, name: body.name[locale], path };
}
