/** What a newsroom on Eleventy would write: lists by month, programme, case and contact, in two languages. */
export default function (config) {
  config.addPassthroughCopy({ static: "/" });
  const newestFirst = (api, locale) =>
    api.getFilteredByTag(`release-${locale}`).toSorted((a, b) => (a.data.date < b.data.date ? 1 : -1));
  for (const locale of ["da", "en"])
    config.addCollection(`newest-${locale}`, (api) => newestFirst(api, locale));
  config.addCollection("lists", (api) =>
    ["da", "en"].flatMap((locale) => {
      const all = newestFirst(api, locale);
      const by = (kind, keysOf) => {
        const groups = Object.groupBy(
          all.flatMap((page) => keysOf(page.data).map((key) => ({ key, page }))),
          ({ key }) => key,
        );
        return Object.entries(groups).map(([key, members]) => ({
          locale,
          kind,
          key,
          pages: members.map(({ page }) => page),
        }));
      };
      return [
        { locale, kind: "front", key: "", pages: all.slice(0, 20) },
        { locale, kind: "archive", key: "", pages: [] },
        ...by("month", ({ month }) => [month.slice(3)]),
        ...by("programmes", ({ programme }) => (programme ? [programme] : [])),
        ...by("cases", (data) => (data.case ? [data.case] : [])),
        ...by("contacts", ({ contacts }) => contacts ?? []),
      ];
    }),
  );
  config.addFilter("pathOf", ({ kind, key, locale }) => {
    if (kind === "front") return `/${locale}/`;
    if (kind === "archive") return `/${locale}/archive/`;
    if (kind === "month") return `/${locale}/${key.replace("-", "/")}/`;
    return `/${locale}/${kind}/${key}/`;
  });
  config.addFilter("day", (date) => new Date(date).toISOString().slice(0, 10));
  config.addFilter("monthsOf", (pages) => [...new Set(pages.map(({ data }) => data.month.slice(3)))]);
  const places = new WeakMap(); // looked up once a build, so that the archive's length does not count twice
  config.addFilter("neighbour", (pages, url, step) => {
    if (!places.has(pages)) places.set(pages, new Map(pages.map((page, at) => [page.url, at])));
    return pages[places.get(pages).get(url) + step];
  });
  config.addFilter("first", (list, count) => list.slice(0, count));
  return { dir: { input: ".", includes: "_includes", output: "_site" }, markdownTemplateEngine: false };
}
