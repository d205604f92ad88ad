import { findingText } from "../content/findings/as-text.ts";
import { inOrder } from "../content/format-problem.ts";
import type { Locale } from "../content/locale.ts";
import type { Finding } from "../content/problem.ts";
import { checkWords } from "./check-words.ts";
import type { CheckedFolder } from "./checked-folder.ts";

/** More than some screens of them is an archive that was imported, and no list to work through today. */
const mostWarnings = 50;

/** Tells what is wrong, and below it what is doubtful: each with the line that it is about. */
export async function tellFindings(
  checked: CheckedFolder,
  language: Locale,
  { all = false } = {},
): Promise<void> {
  const { problems, leftOut, warnings, fromHere, lineOf } = checked;
  const say = checkWords[language];
  const text = async (finding: Finding) => findingText(fromHere(finding), language, await lineOf(finding));
  for (const problem of inOrder([...problems, ...leftOut])) console.error(`${await text(problem)}\n`);
  const shown = all ? warnings : warnings.slice(0, mostWarnings);
  if (shown.length > 0) console.log(`${say.doubts(warnings.length)}\n`);
  for (const warning of shown) console.log(`${await text(warning)}\n`);
  if (shown.length < warnings.length) console.log(`${say.more(warnings.length - shown.length)}\n`);
  if (leftOut.length > 0) console.log(`${say.leftOut(leftOut.length)}\n`);
}

/** The one line that says whether it may be published. */
export function endOfCheck({ problems, entries }: CheckedFolder, language: Locale): string {
  const say = checkWords[language];
  return problems.length === 0 ? say.right(entries.length) : say.wrong(problems.length);
}
