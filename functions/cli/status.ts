import { parseArgs } from "node:util";
import { formatProblem } from "../content/format-problem.ts";
import type { Locale } from "../content/locale.ts";
import type { Publication } from "../pipeline/ledger.ts";
import type { OverdueStep } from "../pipeline/overdue-steps.ts";
import { endWith } from "./end-with.ts";
import { openOperator, shortCommit } from "./operator.ts";

/** Says what is live, what comes next, and what was published: `--json` for machines, with everything that is recorded. */
await endWith(async () => {
  const { values } = parseArgs({ options: { json: { type: "boolean" }, last: { type: "string" } } });
  const operator = openOperator();
  const [state, head, publications, overdue, language] = await Promise.all([
    operator.state(),
    operator.sources.head(),
    operator.publications(Number(values.last ?? "10")),
    operator.overdue(),
    operator.language(),
  ]);
  const isRefused = state.refused !== undefined && state.refused.commit === head?.commit;
  if (values.json === true) {
    console.log(
      JSON.stringify({ ...state, head, overdue: overdue.map(recordOf), publications }, undefined, 2),
    );
    return isRefused ? 1 : 0;
  }

  const { live, underway, nextDue } = state;
  console.log(
    live === undefined ? "Nothing is live yet." : `Live: ${shortCommit(live.commit)}, as of ${live.instant}.`,
  );
  if (head !== undefined && head.commit !== live?.commit) console.log(`Sent:  ${shortCommit(head.commit)}.`);
  if (underway !== undefined) console.log(`Under way: ${shortCommit(underway.target.commit)}.`);
  if (nextDue !== undefined) console.log(`Next change by itself: ${nextDue}.`);
  for (const one of overdue) console.log(wordsOf(one, language));
  console.log("");
  for (const publication of publications) console.log(lineOf(publication));
  const [newest] = publications;
  if (isRefused && newest?.outcome === "refused") {
    console.log(`\n${newest.problems.map((problem) => formatProblem(problem, language)).join("\n")}`);
  }
  return isRefused ? 1 : 0;
});

function recordOf({ case: { id }, step: { id: step, date, overdueFrom } }: OverdueStep) {
  return { case: id, step, date, overdueFrom };
}

/** The trail shows readers the same; here stands what to do about it. */
function wordsOf(
  { case: { id, title }, step: { id: step, date, subject } }: OverdueStep,
  language: Locale,
): string {
  return (
    `Overdue: "${subject[language]}" (${title[language]}) was to be decided on ${date}. ` +
    `Fix: write the outcome of the step ${step} into cases/${id}.yaml.`
  );
}

function lineOf({ instant, commit, author, outcome, put, deleted, milliseconds, problems }: Publication) {
  const who = author === undefined ? "" : ` by ${author}`;
  const leftOut = problems.length === 0 ? "" : `, photos left out: ${problems.length}`;
  const what =
    outcome === "refused" ? `${problems.length} to mend` : `${put} objects put, ${deleted} deleted${leftOut}`;
  return `${instant}  ${shortCommit(commit)}${who}  ${outcome}: ${what}, ${(milliseconds / 1000).toFixed(1)} s`;
}
