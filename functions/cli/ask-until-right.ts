import type { Complaint } from "../content/fields.ts";
import type { Locale } from "../content/locale.ts";
import { openConversation } from "./conversation.ts";
import { BadOption } from "./options.ts";

/** Something that is asked for, or written behind the command as `--name`. */
export interface Question {
  readonly name: string;
  /** With what stands before the answer: "The headline: ". */
  readonly question: string;
  /** What is wrong with an answer, as the check would say it. */
  readonly wrong: (answer: string) => Complaint | undefined;
}

/**
 * The answers by name: those that were given as options, and the others asked for, each until the check would take it.
 *
 * @param isAsked  false where a program reads what the command says
 * @throws         BadOption, for an option that is wrong, and for one that is missing where nobody can be asked; Stopped
 */
export async function askUntilRight(
  questions: readonly Question[],
  given: Readonly<Record<string, unknown>>,
  { language, usage, isAsked }: { language: Locale; usage: string; isAsked: boolean },
): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = {};
  for (const { name, wrong } of questions) {
    const value = given[name];
    if (typeof value !== "string") continue;
    const complaint = wrong(value);
    if (complaint !== undefined) throw badOption(name, complaint);
    answers[name] = value;
  }
  const open = questions.filter(({ name }) => !(name in answers));
  if (open.length === 0) return answers;
  const conversation = isAsked ? openConversation(language) : undefined;
  if (conversation === undefined) throw missing(open, usage);
  try {
    for (const { name, question, wrong } of open) {
      for (;;) {
        const answer = await conversation.ask(question);
        const complaint = wrong(answer);
        if (complaint === undefined) {
          answers[name] = answer;
          break;
        }
        console.error(orders(complaint)[language]);
      }
    }
  } finally {
    conversation.close();
  }
  return answers;
}

function orders({ message, fix }: Complaint): { readonly da: string; readonly en: string } {
  return {
    da: `  ${message.da}\n  Gør sådan: ${fix.da}`,
    en: `  ${message.en}\n  Fix: ${fix.en}`,
  };
}

function badOption(name: string, complaint: Complaint): BadOption {
  const said = orders(complaint);
  return new BadOption({ da: `--${name}:\n${said.da}`, en: `--${name}:\n${said.en}` });
}

function missing(open: readonly Question[], usage: string): BadOption {
  const names = open.map(({ name }) => `--${name}`).join(", ");
  return new BadOption({
    da: `Her er ingen at spørge, og ${names} mangler. Gør sådan: ${usage}`,
    en: `There is nobody to ask here, and ${names} ${open.length === 1 ? "is" : "are"} missing. Fix: ${usage}`,
  });
}
