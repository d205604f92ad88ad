import { publicationMetrics } from "../contract.ts";
import type { Publication } from "../pipeline/ledger.ts";
import { embeddedMetrics } from "./embedded-metrics.ts";

/**
 * One line of JSON for each publication: to be read, to be searched, and counted by CloudWatch, which takes the numbers
 * that it names as metrics of this function.
 *
 * @param time  milliseconds since 1970, as CloudWatch wants it
 * @see         Amazon CloudWatch User Guide, "Specification: Embedded metric format"
 */
export function publicationLine(publication: Publication, functionName: string, time: number): string {
  const { commit, author, instant, outcome, put, deleted, milliseconds, overdue, problems, untold } =
    publication;
  const numbers: Readonly<Record<keyof typeof publicationMetrics, number>> = {
    published: outcome === "published" ? 1 : 0,
    refused: outcome === "refused" ? 1 : 0,
    overdue: overdue.length,
    put,
    deleted,
    milliseconds,
  };
  return JSON.stringify({
    level: outcome === "refused" || overdue.length > 0 ? "WARN" : "INFO",
    message: "publication",
    commit,
    ...(author === undefined ? {} : { author }),
    instant,
    outcome,
    ...(untold === undefined ? {} : { untold }),
    problems: problems.map(({ code, place: { file, line } }) => `${file}:${line} ${code}`).slice(0, mostTold),
    overdueSteps: overdue.slice(0, mostTold),
    functionName,
    ...numbers,
    ...embeddedMetrics(publicationMetrics, time),
  });
}

/** A line of a log ends at 256 KB; the whole is in the record that npm run status shows. */
const mostTold = 100;
