import { beforeAll, describe, expect, it } from "vitest";
import type { Instant } from "../../functions/content/instant.ts";
import type { Library } from "../../functions/site/library.ts";
import { archiveView, monthView, yearView } from "../../functions/site/views/archive.ts";
import { bodyView } from "../../functions/site/views/body.ts";
import { caseView } from "../../functions/site/views/case.ts";
import { contactView, contactsView } from "../../functions/site/views/contact-page.ts";
import { directoryView } from "../../functions/site/views/directory.ts";
import { frontView, welcomeView } from "../../functions/site/views/front.ts";
import { historyView, versionView, withdrawnView } from "../../functions/site/views/history.ts";
import { notFoundView } from "../../functions/site/views/not-found.ts";
import { pageView } from "../../functions/site/views/page.ts";
import { programmeView } from "../../functions/site/views/programme.ts";
import { compareView } from "../../functions/site/views/compare.ts";
import { releaseView } from "../../functions/site/views/release.ts";
import { topicView } from "../../functions/site/views/topic.ts";
import { versionsOf } from "../../functions/site/versions.ts";
import { archivePage } from "../../templates/archive-page.ts";
import { bodyPage } from "../../templates/body-page.ts";
import { casePage } from "../../templates/case-page.ts";
import { comparePage } from "../../templates/compare-page.ts";
import { contactPage } from "../../templates/contact-page.ts";
import { contactsPage } from "../../templates/contacts-page.ts";
import { directoryPage } from "../../templates/directory-page.ts";
import { frontPage } from "../../templates/front-page.ts";
import { historyPage } from "../../templates/history-page.ts";
import { notFoundPage } from "../../templates/not-found-page.ts";
import { programmePage } from "../../templates/programme-page.ts";
import { releasePage } from "../../templates/release-page.ts";
import { textPage } from "../../templates/text-page.ts";
import { topicPage } from "../../templates/topic-page.ts";
import { versionPage } from "../../templates/version-page.ts";
import { welcomePage } from "../../templates/welcome-page.ts";
import { withdrawnPage } from "../../templates/withdrawn-page.ts";
import { validator } from "../support/html-validator.ts";
import { samplePressRoom } from "../support/sample-views.ts";

const hostile = `"><script>alert(1)</script>'&<!--`;
/** Words that the templates choose by; everything else in a view may be an author's. */
const choosing = new Set([
  "type",
  "kind",
  "locale",
  "lang",
  "hreflang",
  "state",
  "action",
  "change",
  "outcome",
  "onlyIn",
  "openGraphType",
  "of",
  "level",
]);

/** A page as [name, how it is made of its view]; the view may be changed before. */
type Page = readonly [string, (change: <V>(view: V) => V) => string];

const locales = ["da", "en"] as const;
const withdrawal = {
  at: "2026-03-12T09:00:00.000Z" as Instant,
  reason: { da: "Tallene var forkerte.", en: "The figures were wrong." },
};
let pages: readonly Page[] = [];
beforeAll(async () => {
  const { library } = await samplePressRoom("2026-11-24T12:00:00.000Z" as Instant);
  pages = await pagesOf(library);
});

async function pagesOf(library: Library): Promise<readonly Page[]> {
  const made: Page[] = [];
  const add = <V>(name: string, template: (view: V) => string, view: V | undefined): void => {
    if (view === undefined) throw new Error(`The sample newsroom has no ${name}.`);
    made.push([name, (change) => template(change(view))]);
  };
  const release = await library.release("2008-05-27-klyngeprogram");
  const [programme] = await library.programmes();
  const matter = await library.entry("case", "klyngeprogrammets-finansiering");
  const body = await library.entry("body", "regionsraadet");
  const contact = await library.entry("contact", "bent-hansen");
  const statement = await library.entry("page", "tilgaengelighed");
  const corrected = await library.release("eksempel-cykelsti-ved-aaen");
  if (!release?.translations.en || !programme || !matter || !body || !contact || !statement || !corrected)
    throw new Error("The sample is not whole.");
  for (const locale of locales) {
    const translation = release.translations[locale] ?? release.translations.da;
    add(`release ${locale}`, releasePage, await releaseView(library, release, translation));
    const [version] = versionsOf(corrected, locale);
    if (version === undefined) throw new Error("The sample has no earlier text.");
    add(`history ${locale}`, historyPage, await historyView(library, corrected, locale));
    add(`compare ${locale}`, comparePage, await compareView(library, corrected, locale));
    add(`version ${locale}`, versionPage, await versionView(library, corrected, version));
    add(`corrected ${locale}`, releasePage, await releaseView(library, corrected, version.text));
    add(`withdrawn ${locale}`, withdrawnPage, await withdrawnView(library, corrected, withdrawal, locale));
    add(`front ${locale}`, frontPage, await frontView(library, locale));
    add(`programme ${locale}`, programmePage, await programmeView(library, programme, locale));
    add(`case ${locale}`, casePage, await caseView(library, matter, locale));
    add(`body ${locale}`, bodyPage, await bodyView(library, body, locale));
    add(`contact ${locale}`, contactPage, await contactView(library, contact, locale));
    add(`page ${locale}`, textPage, await pageView(library, statement, locale));
    add(`contacts ${locale}`, contactsPage, await contactsView(library, locale));
    add(`archive ${locale}`, archivePage, await archiveView(library, locale));
    add(`year ${locale}`, archivePage, await yearView(library, "2026", locale));
    add(`topic ${locale}`, topicPage, await topicView(library, "erhverv", locale));
    add(`month ${locale}`, archivePage, await monthView(library, "2026-06", locale));
    for (const of of ["programmes", "cases", "bodies"] as const) {
      add(`${of} ${locale}`, directoryPage, await directoryView(library, of, locale));
    }
  }
  add("welcome", welcomePage, await welcomeView(library));
  add("not found", notFoundPage, await notFoundView(library));
  return made;
}

function withHostileWords<V>(view: V, key = ""): V {
  if (typeof view === "string") return (choosing.has(key) ? view : `${view}${hostile}`) as V;
  if (Array.isArray(view)) return view.map((one: unknown) => withHostileWords(one, key)) as V;
  if (typeof view !== "object" || view === null) return view;
  const isNavigation = "current" in view;
  return Object.fromEntries(
    Object.entries(view).map(([name, value]: [string, unknown]) => [
      name,
      isNavigation && name === "name" ? value : withHostileWords(value, name),
    ]),
  ) as V;
}

describe("every page", () => {
  it("is right HTML", async () => {
    for (const [name, make] of pages) {
      const report = await validator.validateString(make((view) => view));
      const told = report.results.flatMap(({ messages }) =>
        messages.map(({ line, ruleId, message }) => `${name}:${line} ${ruleId} ${message}`),
      );
      expect(told).toEqual([]);
    }
  });

  it("lets no words of an author's out of their place, whatever they are and wherever they stand", async () => {
    for (const [name, make] of pages) {
      const scripts = (html: string) => html.match(/<script/g)?.length ?? 0;
      const attacked = make((view) => withHostileWords(view));
      expect([name, scripts(attacked)]).toEqual([name, scripts(make((view) => view))]);
      expect(attacked.includes("alert(1)")).toBe(true);
      expect([name, attacked.includes(hostile), attacked.includes("<!--")]).toEqual([name, false, false]);
      // What is escaped in an attribute leaves as many attributes as there were.
      const report = await validator.validateString(attacked);
      const broken = report.results.flatMap(({ messages }) =>
        messages.filter(({ ruleId }) =>
          /^(?:parser-error|close-order|attr-spacing|attr-quotes|no-dup-attr)$/.test(ruleId),
        ),
      );
      expect([name, broken.map(({ ruleId }) => ruleId)]).toEqual([name, []]);
    }
  });

  it("loads nothing from elsewhere and styles nothing by itself", () => {
    for (const [name, make] of pages) {
      const html = make((view) => view);
      expect([
        name,
        /<(?:img|source|link rel="stylesheet"|script)[^>]*(?:src|srcset|href)="(?:https?:)?\/\//.exec(
          html,
        )?.[0],
      ]).toEqual([name, undefined]);
      expect([name, /\sstyle="|<style|\son\w+="/.exec(html)?.[0]]).toEqual([name, undefined]);
    }
  });

  it("has one headline of the first level, and no level left out", () => {
    for (const [name, make] of pages) {
      const levels = [...make((view) => view).matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect([name, levels.filter((level) => level === 1)]).toEqual([name, [1]]);
      const skips = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
      expect([name, skips]).toEqual([name, []]);
    }
  });

  it("says in both languages what it says in one", () => {
    for (const locale of locales) {
      for (const [name, make] of pages.filter(([page]) => page.endsWith(` ${locale}`))) {
        const html = make((view) => view);
        expect([name, html.includes(`<html lang="${locale}">`)]).toEqual([name, true]);
        expect([name, /hreflang="da".*hreflang="en".*hreflang="x-default"/s.test(html)]).toEqual([
          name,
          true,
        ]);
      }
    }
  });
});
