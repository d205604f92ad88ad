import type { Body } from "../../content/entry.ts";
import type { Locale } from "../../content/locale.ts";
import type { BodyPage } from "../../../templates/views.ts";
import { heldRoles } from "../held-roles.ts";
import type { Library } from "../library.ts";
import { entryFormats } from "../entry-formats.ts";
import { entryPath } from "../paths.ts";
import { contactCard } from "./contact.ts";
import { feedOf, frameOf, sectionCrumbs } from "./frame.ts";
import { linkToCase, stepView } from "./trail.ts";

/** What the body has been asked and has decided, newest first, and who is to be called about it. */
export async function bodyView(library: Library, body: Body, locale: Locale): Promise<BodyPage> {
  const [newsroom, cases, contacts] = await Promise.all([
    library.newsroom(),
    library.cases({ body: body.id }),
    library.contacts({ body: body.id }),
  ]);
  const members = contacts.filter((contact) =>
    heldRoles(contact, library.instant).some((role) => role.body === body.id),
  );
  const steps = cases
    .flatMap((matter) =>
      matter.steps.filter((step) => step.body === body.id).map((step) => ({ matter, step })),
    )
    .toSorted((one, other) => (one.step.date < other.step.date ? 1 : -1));
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
      steps.map(async ({ matter, step }) => ({
        case: linkToCase(matter, locale),
        step: await stepView(library, step, locale),
      })),
    ),
    members: await Promise.all(members.map((contact) => contactCard(library, contact, locale))),
  };
}
