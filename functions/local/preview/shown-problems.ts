import type { Locale } from "../../content/locale.ts";
import type { Problem } from "../../content/problem.ts";
import { unitOf } from "../../content/unit-of.ts";
import { indexKeys } from "../../pipeline/index-keys.ts";
import type { IndexedEntry, IndexedUnit } from "../../pipeline/index-rows.ts";
import type { Rows } from "../../pipeline/ports.ts";
import { entryPath } from "../../site/paths.ts";
import { problemSpot } from "./problem-spot.ts";
import type { ShownProblem } from "./toolbar.ts";

/** More than this is a slip in something that all share; the first of them tell which. */
const most = 50;

/**
 * Problems as a page shows them: those about the page itself first, with the part of it that each is about.
 *
 * @param textOf  what a file says now; undefined where it is gone
 */
export async function shownProblems(
  problems: readonly Problem[],
  page: { readonly path: string; readonly locale: Locale },
  rows: Rows,
  textOf: (file: string) => Promise<string | undefined>,
): Promise<readonly ShownProblem[]> {
  const shown = await Promise.all(
    problems.slice(0, most).map(async (problem): Promise<ShownProblem> => {
      const path = await pageOf(problem, page.locale, rows);
      const text = path === page.path ? await textOf(problem.place.file) : undefined;
      const spot = text === undefined ? undefined : problemSpot(problem, text.replaceAll(/\r\n?/g, "\n"));
      const { file, line, column } = problem.place;
      return {
        where: `${file}:${line}:${column}`,
        code: problem.code,
        message: problem.message[page.locale],
        fix: problem.fix[page.locale],
        ...(spot === undefined ? {} : { spot }),
        ...(path === undefined || path === page.path ? {} : { page: path }),
      };
    }),
  );
  return shown.toSorted((one, other) => Number(one.spot === undefined) - Number(other.spot === undefined));
}

/** The page of what the file belongs to: in the file's own language, or in that of the page where it has none. */
async function pageOf({ place }: Problem, locale: Locale, rows: Rows): Promise<string | undefined> {
  const unit = unitOf(place.file);
  const [row] = unit === undefined ? [] : await rows.get([indexKeys.unit(unit)]);
  if (row === undefined) return undefined;
  const { owner } = row.value as IndexedUnit;
  const [found] = await rows.get([indexKeys.entry(owner.kind, owner.id)]);
  const entry = (found?.value as IndexedEntry | undefined)?.entry;
  const own = /(da|en)\.md$/.exec(place.file)?.[1] as Locale | undefined;
  return entry && entryPath(entry, own ?? locale);
}
