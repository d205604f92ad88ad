import type { Contact, Role } from "../../content/entry.ts";
import type { Locale } from "../../content/locale.ts";
import type { ContactCard } from "../../../templates/views.ts";
import { heldRoles } from "../held-roles.ts";
import type { Library } from "../library.ts";
import { entryPath, vcardPath } from "../paths.ts";
import { shownPhone } from "../phone.ts";
import { pictureOf } from "./picture.ts";

export async function contactCard(library: Library, contact: Contact, locale: Locale): Promise<ContactCard> {
  const path = pathOfContact(contact, locale);
  const portrait = await pictureOf(library, contact.portrait, locale, "portrait");
  return {
    id: contact.id,
    name: contact.name,
    path,
    type: contact.type,
    roles: await Promise.all(
      heldRoles(contact, library.instant).map((role) => roleView(library, role, locale)),
    ),
    ...(contact.phone === undefined ? {} : { phone: phoneView(contact.phone, locale) }),
    ...(contact.mobile === undefined ? {} : { mobile: phoneView(contact.mobile, locale) }),
    ...(contact.email === undefined ? {} : { email: contact.email }),
    ...(portrait === undefined ? {} : { portrait }),
    vcardPath: vcardPath(path),
    ...(contact.historicalOn === undefined ? {} : { historicalOn: contact.historicalOn }),
  };
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
