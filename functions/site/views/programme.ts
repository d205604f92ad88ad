import type { Programme } from "../../content/entry.ts";
import type { Locale } from "../../content/locale.ts";
import type { ProgrammePage } from "../../../templates/views.ts";
import type { Library } from "../library.ts";
import { entryFormats } from "../entry-formats.ts";
import { entryPath } from "../paths.ts";
import { cardsOf } from "./release.ts";
import { programmeBox } from "./facts.ts";
import { feedOf, frameOf, sectionCrumbs } from "./frame.ts";
import { newestInLists } from "./teaser.ts";
import { timeLine } from "./time-line.ts";
import { yearLinks } from "./year-list.ts";

export async function programmeView(
  library: Library,
  programme: Programme,
  locale: Locale,
): Promise<ProgrammePage> {
  const [newsroom, cases, contacts, cards] = await Promise.all([
    library.newsroom(),
    library.cases({ programme: programme.id }),
    cardsOf(library, programme.contacts, locale),
    library.releases({ programme: programme.id }, newestInLists),
  ]);
  return {
    frame: frameOf(newsroom, {
      locale,
      title: programme.name[locale],
      description: programme.summary[locale],
      paths: { da: entryPath(programme, "da"), en: entryPath(programme, "en") },
      current: "programmes",
      formats: entryFormats(programme, locale),
      feeds: feedOf(programme, locale, programme.name[locale]),
      breadcrumbs: sectionCrumbs(locale, "programmes"),
    }),
    programme: programmeBox(programme, locale),
    sample: programme.sample,
    timeLine: await timeLine(library, cases, cards, locale),
    years: await yearLinks(library, `programme/${programme.id}`, entryPath(programme, locale)),
    contacts,
  };
}
