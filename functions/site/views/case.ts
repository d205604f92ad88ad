import type { Case } from "../../content/entry.ts";
import type { Instant } from "../../content/instant.ts";
import type { Locale } from "../../content/locale.ts";
import type { CasePage, DocumentView } from "../../../templates/views.ts";
import type { Library } from "../library.ts";
import { documentsShown, documentType } from "../case-documents.ts";
import { entryFormats } from "../entry-formats.ts";
import { documentPath, entryPath } from "../paths.ts";
import { liveProgramme } from "./release.ts";
import { feedOf, frameOf, sectionCrumbs } from "./frame.ts";
import { newestInLists } from "./teaser.ts";
import { timeLine } from "./time-line.ts";
import { linkToCase } from "./trail.ts";
import { yearLinks } from "./year-list.ts";

export async function caseView(library: Library, matter: Case, locale: Locale): Promise<CasePage> {
  const [newsroom, cards, programme] = await Promise.all([
    library.newsroom(),
    library.releases({ case: matter.id }, newestInLists),
    liveProgramme(library, matter.programme),
  ]);
  const programmePath = programme && entryPath(programme, locale);
  return {
    frame: frameOf(newsroom, {
      locale,
      title: matter.title[locale],
      // The step that matters most to a reader who finds the page: the last one.
      description: matter.steps.at(-1)?.subject[locale] ?? matter.title[locale],
      paths: { da: entryPath(matter, "da"), en: entryPath(matter, "en") },
      current: "cases",
      formats: entryFormats(matter, locale),
      feeds: feedOf(matter, locale, matter.title[locale]),
      breadcrumbs: sectionCrumbs(locale, "cases"),
    }),
    title: matter.title[locale],
    path: linkToCase(matter, locale).path,
    ...(matter.number === undefined ? {} : { number: matter.number }),
    sample: matter.sample,
    ...(programme === undefined || programmePath === undefined
      ? {}
      : { programme: { text: programme.name[locale], path: programmePath } }),
    documents: documentViews(matter, library.instant, locale),
    timeLine: await timeLine(library, [matter], cards, locale),
    years: await yearLinks(library, `case/${matter.id}`, entryPath(matter, locale)),
  };
}

export function documentViews(matter: Case, instant: Instant, locale: Locale): readonly DocumentView[] {
  return documentsShown(matter, instant).map((one) => {
    const step = matter.steps.find(({ id }) => id === one.step);
    const date = one.date ?? step?.date;
    return {
      title: one.title[locale],
      path: documentPath(matter.id, one),
      type: documentType,
      language: one.language,
      bytes: one.bytes,
      pages: one.pages,
      ...(date === undefined ? {} : { date }),
      ...(step === undefined ? {} : { step: { id: step.id, subject: step.subject[locale] } }),
    };
  });
}
