import { readFile, readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { importText } from "../content/import/import-text.ts";
import type { Imported } from "../content/import/imported.ts";
import { textOfHtml } from "../content/import/text-of-html.ts";
import { asInstant, localMinute } from "../content/instant.ts";
import type { LocalDate } from "../content/instant.ts";
import type { Locale } from "../content/locale.ts";
import { authorsLanguage } from "../local/authors-language.ts";
import { contentFolder } from "../local/open-checkout.ts";
import { endWith } from "./end-with.ts";
import { importWords } from "./import-words.ts";
import { BadOption, startOptions } from "./options.ts";
import { readOptions } from "./read-options.ts";
import { writeNew } from "./write-new.ts";

const usage = "npm run import -- meddelelse.docx [--dry-run] [--json]";
const readable = [".txt", ".md", ".html", ".htm", ".docx"];
/** Longer than this on a line of the account, and nobody reads it. */
const shown = 70;

/**
 * Makes content of releases as they were delivered: plain text, HTML or Word. Says of each what was mended and what is
 * left to a person. Nothing that is there is ever overwritten.
 */
await endWith(async () => {
  const { positionals, values } = readOptions(usage, {
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
  });
  const [from] = positionals;
  if (from === undefined)
    throw new BadOption({
      da: `Nævn en fil eller en mappe. Gør sådan: ${usage}`,
      en: `Name a file or a folder. Fix: ${usage}`,
    });
  const contentDir = await contentFolder(startOptions(process.env).contentDir);
  const language = authorsLanguage(contentDir);
  const today = localMinute(asInstant(Date.now()), "Europe/Copenhagen").slice(0, 10) as LocalDate;
  const isDry = values["dry-run"] === true;

  let kept = 0;
  for (const file of await filesIn(from)) {
    const imported = importText(await textIn(file), today);
    const written = isDry
      ? { written: Object.keys(imported.files), there: [] }
      : await writeNew(contentDir, imported.files);
    kept += written.there.length;
    if (values.json === true) console.log(JSON.stringify({ file, ...imported, ...written }));
    else tell(file, imported, written, language, isDry);
  }
  return kept > 0 ? 1 : 0;
}, 2);

async function filesIn(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  });
  if (found === undefined)
    throw new BadOption({
      da: `Der er ingen ${path}. Gør sådan: ${usage}`,
      en: `There is no ${path}. Fix: ${usage}`,
    });
  if (!found.isDirectory()) {
    if (readable.includes(extname(path).toLowerCase())) return [path];
    throw new BadOption({
      da: `${path} er ingen af ${readable.join(", ")}. Gør sådan: gem den som en af dem.`,
      en: `${path} is none of ${readable.join(", ")}. Fix: save it as one of them.`,
    });
  }
  const names = await readdir(path);
  return names
    .filter((name) => readable.includes(extname(name).toLowerCase()))
    .toSorted()
    .map((name) => join(path, name));
}

async function textIn(file: string): Promise<string> {
  switch (extname(file).toLowerCase()) {
    case ".html":
    case ".htm":
      return textOfHtml(await readFile(file, "utf-8"));
    case ".docx": {
      const { default: mammoth } = await import("mammoth"); // 5 MB of it, for Word alone
      try {
        const { value } = await mammoth.convertToHtml({ path: file });
        return textOfHtml(value);
      } catch (error) {
        throw new BadOption(
          {
            da: `${file} er ikke et Word-dokument, der kan åbnes. Gør sådan: gem det igen som .docx.`,
            en: `${file} is no Word document that can be opened. Fix: save it again as .docx.`,
          },
          { cause: error },
        );
      }
    }
    default:
      return readFile(file, "utf-8");
  }
}

function tell(
  file: string,
  { repairs, doubts }: Imported,
  { written, there }: { readonly written: readonly string[]; readonly there: readonly string[] },
  language: Locale,
  isDry: boolean,
): void {
  const say = importWords[language];
  const short = (text: string) => {
    const line = text.replaceAll("\u{A0}", "⍽").replaceAll(/\s+/g, " ").trim();
    return line.length > shown ? `${line.slice(0, shown)}…` : line;
  };
  console.log(`${basename(file)}\n`);
  if (repairs.length > 0) console.log(say.repaired(repairs.length));
  for (const { line, what, before, after } of repairs) {
    console.log(`  ${say.line} ${line}: ${what[language]}`);
    if (before.trim() !== "") console.log(`    - ${short(before)}`);
    if (after.trim() !== "") console.log(`    + ${short(after)}`);
  }
  if (doubts.length > 0) console.log(`\n${say.left(doubts.length)}`);
  for (const { line, what } of doubts) console.log(`  ${say.line} ${line}: ${what[language]}`);
  console.log("");
  for (const path of written) console.log(`${isDry ? say.would : say.written} content/${path}`);
  for (const path of there) console.error(`${say.there} content/${path}`);
  console.log(isDry ? "" : `\n${say.next}\n`);
}
