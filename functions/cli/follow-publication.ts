import type { Locale } from "../content/locale.ts";
import type { Problem } from "../content/problem.ts";
import type { Head } from "../pipeline/ports.ts";
import { addressGroups, changedAddresses } from "./changed-addresses.ts";
import type { Addresses } from "./changed-addresses.ts";
import { shortCommit } from "./operator.ts";
import type { Operator, Outcome } from "./operator.ts";
import { publishWords } from "./publish-words.ts";

/** More files or addresses of a kind than this, and nobody opens them. */
const mostShown = 20;

export interface Followed {
  readonly outcome: Outcome;
  /** Why it was refused; of what is live, why photos are left out. */
  readonly problems: readonly Problem[];
  /** The pages that are otherwise than before. */
  readonly addresses: Addresses;
}

/**
 * Waits until a head that was sent is live or refused, and tells meanwhile what happens, and at the end where to look.
 *
 * @param tell  shows a line to the person who waits
 */
export async function followPublication(
  operator: Operator,
  head: Head,
  language: Locale,
  tell: (words: string) => void,
): Promise<Followed> {
  const say = publishWords[language];
  tell(say.waits);
  const outcome = await operator.outcome(head, () => tell(say.begun));
  const report = await operator.report(head.commit);
  const problems = report?.problems ?? [];
  if (outcome === "overtaken") tell(say.overtaken);
  if (outcome !== "live") return { outcome, problems, addresses: { da: [], en: [], both: [] } };

  const seconds = report === undefined ? undefined : (report.milliseconds / 1_000).toFixed(1);
  tell(`\n${say.live(shortCommit(head.commit), seconds)}`);
  const addresses = changedAddresses(report?.changed ?? [], await operator.site());
  for (const group of addressGroups) {
    if (addresses[group].length > 0)
      tell([`\n${say.pages[group]}`, ...firstOf(addresses[group], language)].join("\n"));
  }
  if (addressGroups.every((group) => addresses[group].length === 0)) tell(say.noPages);
  return { outcome, problems, addresses };
}

/** The first lines of a list, each below its heading, and how many more there are. */
export function firstOf(lines: readonly string[], language: Locale): readonly string[] {
  const shown = lines.slice(0, mostShown).map((line) => `  ${line}`);
  const more = lines.length - shown.length;
  return more > 0 ? [...shown, `  ${publishWords[language].more(more)}`] : shown;
}
