import type { Contact, Role } from "../../content/entry.ts";
import type { Instant } from "../../content/instant.ts";
import type { Locale } from "../../content/locale.ts";
import type { ContactCard, LinkView } from "../../../templates/views.ts";
import { heldRoles } from "../held-roles.ts";
import type { Library } from "../library.ts";
import { entryPath, vcardPath } from "../paths.ts";
import { shownPhone } from "../phone.ts";
import { pictureOf } from "./picture.ts";

/** @param asOf  the day that the page is of: a release shows the roles of its own, and says what is otherwise today */
export async function contactCard(
  library: Library,
  contact: Contact,
  locale: Locale,
  asOf: Instant = library.instant,
): Promise<ContactCard> {
  const path = pathOfContact(contact, locale);
  const [newsroom, portrait, today] = await Promise.all([
    library.newsroom(),
    pictureOf(library, contact.portrait, locale, "portrait"),
    whomToCallToday(library, contact, locale),
  ]);
  const [then, now] = await Promise.all(
    [asOf, library.instant].map((instant) =>
      Promise.all(heldRoles(contact, instant).map((role) => roleView(library, role, locale))),
    ),
  );
  const changed = JSON.stringify(then) !== JSON.stringify(now);
  return {
    id: contact.id,
    name: contact.name,
    path,
    type: contact.type,
    roles: then ?? [],
    ...(changed && now !== undefined ? { rolesToday: now } : {}),
    ...(contact.party === undefined ? {} : { party: contact.party[locale] }),
    ...(contact.seat === undefined ? {} : { seat: contact.seat[locale] }),
    ...(contact.phone === undefined ? {} : { phone: phoneView(contact.phone, locale) }),
    ...(contact.mobile === undefined ? {} : { mobile: phoneView(contact.mobile, locale) }),
    ...(contact.email === undefined ? {} : { email: contact.email }),
    noSms: contact.noSms,
    ...(contact.hours.length === 0
      ? {}
      : { hours: { spans: contact.hours, onHolidays: contact.onHolidays, zone: newsroom.zone } }),
    ...(portrait === undefined ? {} : { portrait }),
    vcardPath: vcardPath(path, "3.0"),
    vcard4Path: vcardPath(path, "4.0"),
    ...(contact.historicalOn === undefined ? {} : { historicalOn: contact.historicalOn }),
    ...(today === undefined ? {} : { today }),
  };
}

/** Numbers of 2008 may be anybody's by now: whoever wants to ask today is sent to the press contact. */
async function whomToCallToday(
  library: Library,
  contact: Contact,
  locale: Locale,
): Promise<LinkView | undefined> {
  const { pressContact } = await library.newsroom();
  if (contact.historicalOn === undefined || pressContact === undefined || pressContact === contact.id)
    return undefined;
  const desk = await library.entry("contact", pressContact);
  return desk && { text: desk.name, path: pathOfContact(desk, locale) };
}

export function pathOfContact(contact: Contact, locale: Locale): string {
  const path = entryPath(contact, locale);
  if (path === undefined) throw new Error(`The contact ${contact.id} has no page in ${locale}.`);
  return path;
}

async function roleView(library: Library, role: Role, locale: Locale): Promise<ContactCard["roles"][number]> {
  const body = role.body === undefined ? undefined : await library.entry("body", role.body);
  const path = body && entryPath(body, locale);
  return {
    title: role.title[locale],
    ...(role.department === undefined ? {} : { department: role.department[locale] }),
    ...(body === undefined || path === undefined ? {} : { body: { text: body.name[locale], path } }),
  };
}

function phoneView(e164: string, locale: Locale): { readonly shown: string; readonly e164: string } {
  return { shown: shownPhone(e164, locale), e164 };
}
