import { appendFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { githubNote, githubSummary } from "../content/findings/as-github.ts";
import { sarifOf } from "../content/findings/as-sarif.ts";
import { findingText } from "../content/findings/as-text.ts";
import { inOrder } from "../content/format-problem.ts";
import { locales } from "../content/locale.ts";
import type { Locale } from "../content/locale.ts";
import type { Finding } from "../content/problem.ts";
import { checkWords } from "./check-words.ts";
import { checkFolder } from "./checked-folder.ts";
import type { CheckedFolder } from "./checked-folder.ts";
import { endWith } from "./end-with.ts";
import { BadOption, projectFolder } from "./options.ts";

const formats = ["text", "json", "sarif", "github"] as const;
/** More than some screens of them is an archive that was imported, and no list to work through today. */
const mostWarnings = 50;

/**
 * Reads the content folder as it is on the disk, committed or not, and says what is wrong with it and what is doubtful.
 * Ends with 0 where nothing is to be mended, with 1 where something is, with 2 where it could not be looked at.
 */
await endWith(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: "string", default: "text" },
      language: { type: "string" },
      summary: { type: "string" },
      strict: { type: "boolean" },
      all: { type: "boolean" },
      fresh: { type: "boolean" },
    },
  });
  const format = oneOf("--format", values.format, formats);
  const spoken = values.language === undefined ? undefined : oneOf("--language", values.language, locales);
  const content = resolve(positionals[0] ?? join(projectFolder, "content"));
  const checked = await checkFolder(content, { fresh: values.fresh === true });
  const language = spoken ?? checked.language;
  const { problems, leftOut, warnings } = checked;
  const wrong = [...problems, ...leftOut];
  const findings: readonly Finding[] = inOrder<Finding>([...wrong, ...warnings]).map(checked.fromHere);

  if (format === "json") console.log(JSON.stringify({ problems, leftOut, warnings }, undefined, 2));
  if (format === "sarif") console.log(JSON.stringify(sarifOf(findings, language), undefined, 2));
  if (format === "github") for (const finding of findings) console.log(githubNote(finding, language));
  if (format === "text") tell(checked, language, values.all === true ? Infinity : mostWarnings);
  if (values.summary !== undefined) await appendFile(values.summary, githubSummary(findings, language));
  return wrong.length > 0 || (values.strict === true && warnings.length > 0) ? 1 : 0;
}, 2);

function tell(checked: CheckedFolder, language: Locale, most: number): void {
  const { problems, leftOut, warnings, entries, fromHere, lineOf } = checked;
  const say = checkWords[language];
  const text = (finding: Finding) => findingText(fromHere(finding), language, lineOf(finding));
  for (const problem of inOrder([...problems, ...leftOut])) console.error(`${text(problem)}\n`);
  const shown = warnings.slice(0, most);
  if (shown.length > 0) console.log(`${say.doubts(warnings.length)}\n`);
  for (const warning of shown) console.log(`${text(warning)}\n`);
  if (shown.length < warnings.length) console.log(`${say.more(warnings.length - shown.length)}\n`);
  if (leftOut.length > 0) console.log(`${say.leftOut(leftOut.length)}\n`);
  console.log(problems.length === 0 ? say.right(entries.length) : say.wrong(problems.length));
}

function oneOf<const T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new BadOption(`${option} is "${value}". Fix: write one of ${known.join(", ")}.`);
}
