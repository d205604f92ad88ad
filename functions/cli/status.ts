import { formatProblem } from "../content/format-problem.ts";
import type { Locale } from "../content/locale.ts";
import type { Publication } from "../pipeline/ledger.ts";
import type { OverdueStep } from "../pipeline/overdue-steps.ts";
import { endWith } from "./end-with.ts";
import { openOperator, shortCommit } from "./operator.ts";
import { BadOption } from "./options.ts";
import { readOptions } from "./read-options.ts";
import { statusWords } from "./status-words.ts";

const usage = "npm run status -- [--json] [--last 10]";

/** Says what is live, what comes next, and what was published: `--json` for machines, with everything that is recorded. */
await endWith(async () => {
  const { values } = readOptions(usage, {
    json: { type: "boolean" },
    last: { type: "string", default: "10" },
  });
  if (!/^[1-9]\d{0,3}$/.test(values.last)) {
    throw new BadOption({
      da: `--last er "${values.last}". Gør sådan: skriv, hvor mange udgivelser der skal vises, for eksempel --last 10.`,
      en: `--last is "${values.last}". Fix: write how many publications to show, for example --last 10.`,
    });
  }
  const operator = openOperator();
  const [state, head, publications, overdue, language] = await Promise.all([
    operator.state(),
    operator.sources.head(),
    operator.publications(Number(values.last)),
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
  const say = statusWords[language];
  console.log(live === undefined ? say.nothingLive : say.live(shortCommit(live.commit), live.instant));
  if (head !== undefined && head.commit !== live?.commit) console.log(say.sent(shortCommit(head.commit)));
  if (underway !== undefined) console.log(say.underway(shortCommit(underway.target.commit)));
  if (nextDue !== undefined) console.log(say.next(nextDue));
  for (const one of overdue) console.log(wordsOf(one, language));
  console.log("");
  for (const publication of publications) console.log(lineOf(publication, language));
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
  return statusWords[language].overdue({
    subject: subject[language],
    title: title[language],
    date,
    step,
    file: `cases/${id}.yaml`,
  });
}

function lineOf(
  { instant, commit, author, outcome, put, deleted, milliseconds, problems }: Publication,
  language: Locale,
): string {
  const say = statusWords[language];
  const who = author === undefined ? "" : say.by(author);
  const leftOut = problems.length === 0 ? "" : say.leftOut(problems.length);
  const what = outcome === "refused" ? say.toMend(problems.length) : `${say.objects(put, deleted)}${leftOut}`;
  return `${instant}  ${shortCommit(commit)}${who}  ${say.outcome[outcome]}: ${what}, ${(milliseconds / 1000).toFixed(1)} s`;
}
