import type { Body } from "../../content/entry.ts";
import type { Locale } from "../../content/locale.ts";
import type { BodyPage } from "../../../templates/views.ts";
import { heldRoles } from "../held-roles.ts";
import type { Library } from "../library.ts";
import { entryFormats } from "../entry-formats.ts";
import { entryPath } from "../paths.ts";
import { contactCard } from "./contact.ts";
import { feedOf, frameOf, sectionCrumbs } from "./frame.ts";
import { newestInLists } from "./teaser.ts";
import { linkToCase, stepView } from "./trail.ts";
import { yearLinks } from "./year-list.ts";

/** What the body has been asked and has decided, newest first, and who is to be called about it. */
export async function bodyView(library: Library, body: Body, locale: Locale): Promise<BodyPage> {
  const [newsroom, steps, contacts] = await Promise.all([
    library.newsroom(),
    library.stepsOf(body.id, { newest: newestInLists }),
    library.contacts({ body: body.id }),
  ]);
  const members = contacts.filter((contact) =>
    heldRoles(contact, library.instant).some((role) => role.body === body.id),
  );
  return {
    frame: frameOf(newsroom, {
      locale,
      title: body.name[locale],
      description: body.remit[locale],
      paths: { da: entryPath(body, "da"), en: entryPath(body, "en") },
      current: "bodies",
      formats: entryFormats(body, locale),
      feeds: feedOf(body, locale, body.name[locale]),
      breadcrumbs: sectionCrumbs(locale, "bodies"),
    }),
    name: body.name[locale],
    remit: body.remit[locale],
    ...(body.url === undefined ? {} : { href: body.url }),
    sample: body.sample,
    steps: await Promise.all(
      steps.map(async ({ case: matter, step }) => ({
        case: linkToCase(matter, locale),
        step: await stepView(library, step, locale),
      })),
    ),
    years: await yearLinks(library, `body/${body.id}`, entryPath(body, locale)),
    members: await Promise.all(members.map((contact) => contactCard(library, contact, locale))),
  };
}
