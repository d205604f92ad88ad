import type { Page } from "../../content/entry.ts";
import type { Locale } from "../../content/locale.ts";
import type { TextPage } from "../../../templates/views.ts";
import type { Library } from "../library.ts";
import { entryPath } from "../paths.ts";
import { contactCard } from "./contact.ts";
import { frameOf, sectionCrumbs } from "./frame.ts";

export async function pageView(library: Library, page: Page, locale: Locale): Promise<TextPage> {
  const [newsroom, contacts] = await Promise.all([
    library.newsroom(),
    Promise.all(page.contacts.map((id) => library.entry("contact", id))),
  ]);
  const known = contacts.filter((contact) => contact !== undefined);
  return {
    frame: frameOf(newsroom, {
      locale,
      title: page.title[locale],
      description: page.lead[locale],
      paths: { da: entryPath(page, "da"), en: entryPath(page, "en") },
      breadcrumbs: sectionCrumbs(locale),
    }),
    title: page.title[locale],
    lead: page.lead[locale],
    sample: page.sample,
    updated: page.updated,
    sections: page.sections.map(({ heading, paragraphs, links }) => ({
      heading: heading[locale],
      paragraphs: paragraphs.map((words) => words[locale]),
      links: links.map(({ label, url }) => ({ text: label[locale], href: url })),
    })),
    contacts: await Promise.all(known.map((contact) => contactCard(library, contact, locale))),
  };
}
