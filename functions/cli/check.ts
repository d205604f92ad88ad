import { appendFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { githubNote, githubSummary } from "../content/findings/as-github.ts";
import { sarifOf } from "../content/findings/as-sarif.ts";
import { inOrder } from "../content/format-problem.ts";
import { locales } from "../content/locale.ts";
import type { Finding } from "../content/problem.ts";
import { checkFolder } from "./checked-folder.ts";
import { endWith } from "./end-with.ts";
import { BadOption, projectFolder } from "./options.ts";
import { readOptions } from "./read-options.ts";
import { endOfCheck, tellFindings } from "./tell-findings.ts";

const usage =
  "npm run check -- [FOLDER] [--format json] [--language da] [--strict] [--all] [--fresh] [--summary FILE]";
const formats = ["text", "json", "sarif", "github"] as const;

/**
 * Reads the content folder as it is on the disk, committed or not, and says what is wrong with it and what is doubtful.
 * Ends with 0 where nothing is to be mended, with 1 where something is, with 2 where it could not be looked at.
 */
await endWith(async () => {
  const { positionals, values } = readOptions(usage, {
    format: { type: "string", default: "text" },
    language: { type: "string" },
    summary: { type: "string" },
    strict: { type: "boolean" },
    all: { type: "boolean" },
    fresh: { type: "boolean" },
  });
  const format = oneOf("--format", values.format, formats);
  const spoken = values.language === undefined ? undefined : oneOf("--language", values.language, locales);
  const content = resolve(positionals[0] ?? join(projectFolder, "content"));
  const checked = await checkFolder(content, { fresh: values.fresh === true });
  const language = spoken ?? checked.language;
  const problems = checked.problems.map(checked.fromHere);
  const leftOut = checked.leftOut.map(checked.fromHere);
  const warnings = checked.warnings.map(checked.fromHere);
  const wrong = [...problems, ...leftOut];
  const findings = inOrder<Finding>([...wrong, ...warnings]);

  if (format === "json") console.log(JSON.stringify({ problems, leftOut, warnings }, undefined, 2));
  if (format === "sarif") console.log(JSON.stringify(sarifOf(findings, language), undefined, 2));
  if (format === "github") for (const finding of findings) console.log(githubNote(finding, language));
  if (format === "text") {
    await tellFindings(checked, language, { all: values.all === true });
    console.log(endOfCheck(checked, language));
  }
  if (values.summary !== undefined) await appendFile(values.summary, githubSummary(findings, language));
  return wrong.length > 0 || (values.strict === true && warnings.length > 0) ? 1 : 0;
}, 2);

function oneOf<const T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new BadOption({
    da: `${option} er "${value}". Gør sådan: skriv en af ${known.join(", ")}.`,
    en: `${option} is "${value}". Fix: write one of ${known.join(", ")}.`,
  });
}
