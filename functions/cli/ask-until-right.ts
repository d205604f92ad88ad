import type { Complaint } from "../content/fields.ts";
import type { Locale } from "../content/locale.ts";
import type { Conversation } from "./conversation.ts";
import { BadOption } from "./options.ts";

/** Something that is asked for, or written behind the command as `--name`. */
export interface Question {
  readonly name: string;
  /** Without the colon: "The headline". */
  readonly question: string;
  /** What is wrong with an answer, as the check would say it. */
  readonly wrong: (answer: string) => Complaint | undefined | Promise<Complaint | undefined>;
  /** It may be left out. */
  readonly optional?: boolean;
  /** What is meant where nothing is answered; it is shown in brackets, where the check would take it. */
  readonly preset?: (answers: Answers) => string | undefined | Promise<string | undefined>;
  /** Whether it is asked at all, after what was answered before. */
  readonly when?: (answers: Answers) => boolean;
}
export type Answers = Readonly<Record<string, string>>;

/** Answered to a question that may be left out, it is, whatever stands in the brackets. */
export const leftOut = "-";

/**
 * The answers by name, without those that were left out: given as options, or asked for, each until the check would take
 * it. Where nobody is there to ask, what is meant by itself is taken.
 *
 * @param conversation  opened when the first question is put; undefined where nobody can be asked
 * @throws              BadOption, for an option that is wrong, and for one that is missing where nobody can be asked; Stopped
 */
export async function askUntilRight(
  questions: readonly Question[],
  given: Readonly<Record<string, unknown>>,
  {
    language,
    usage,
    conversation,
  }: {
    readonly language: Locale;
    readonly usage: string;
    readonly conversation: () => Conversation | undefined;
  },
): Promise<Answers> {
  for (const { name, wrong } of questions) {
    const value = given[name];
    const complaint = typeof value === "string" ? await wrong(value.trim()) : undefined;
    if (complaint !== undefined) throw badOption(name, complaint);
  }
  const answers: Record<string, string> = {};
  const missing: string[] = [];
  for (const question of questions) {
    const { name, when, preset, optional } = question;
    if (when?.(answers) === false) continue;
    const value = given[name];
    if (typeof value === "string") {
      answers[name] = value.trim();
      continue;
    }
    const found = oneLine(await preset?.(answers));
    const meant = found === undefined || (await question.wrong(found)) !== undefined ? undefined : found;
    const asked = conversation();
    const answer = asked === undefined ? meant : await answerTo(question, meant, asked, language);
    if (answer !== undefined) answers[name] = answer;
    else if (optional !== true) missing.push(name);
  }
  if (missing.length > 0) throw notGiven(missing, usage);
  return answers;
}

async function answerTo(
  { question, wrong, optional = false }: Question,
  meant: string | undefined,
  conversation: Conversation,
  language: Locale,
): Promise<string | undefined> {
  for (;;) {
    const said = await conversation.ask(`${question}${meant === undefined ? "" : ` [${meant}]`}: `);
    if (optional && (said === leftOut || (said === "" && meant === undefined))) return undefined;
    const answer = said === "" && meant !== undefined ? meant : said;
    const complaint = answer === "" ? nothingSaid : await wrong(answer);
    if (complaint === undefined) return answer;
    console.error(inWords(complaint, language));
  }
}

/** What the check says of an empty key speaks of a file, and there is none yet. */
const nothingSaid = {
  message: { da: "Det kan ikke udelades.", en: "This cannot be left out." },
  fix: { da: "skriv det, eller stands med Ctrl-C.", en: "write it, or stop with Ctrl-C." },
};

/** What is wrong, and what to write, below the question. */
export function inWords({ message, fix }: Pick<Complaint, "message" | "fix">, language: Locale): string {
  return `  ${message[language]}\n  ${{ da: "Gør sådan", en: "Fix" }[language]}: ${fix[language]}`;
}

function oneLine(text: string | undefined): string | undefined {
  const line = text?.replaceAll(/\s+/g, " ").trim();
  return line === "" ? undefined : line;
}

function badOption(name: string, complaint: Complaint): BadOption {
  return new BadOption({
    da: `--${name}:\n${inWords(complaint, "da")}`,
    en: `--${name}:\n${inWords(complaint, "en")}`,
  });
}

function notGiven(names: readonly string[], usage: string): BadOption {
  const all = names.map((name) => `--${name}`).join(", ");
  return new BadOption({
    da: `Her er ingen at spørge, og ${all} mangler. Gør sådan: ${usage}`,
    en: `There is nobody to ask here, and ${all} ${names.length === 1 ? "is" : "are"} missing. Fix: ${usage}`,
  });
}
