import { createInterface } from "node:readline";
import type { Locale } from "../content/locale.ts";
import { BadOption } from "./options.ts";

/** A person at a terminal, who is asked one thing after the other. */
export interface Conversation {
  /** What was answered, without the blanks around it. @throws Stopped, at Ctrl-C and Ctrl-D */
  ask(question: string): Promise<string>;
  close(): void;
}

/** Whoever was asked has gone away instead of answering. Nothing has been changed by then. */
export class Stopped extends BadOption {
  constructor(language: Locale) {
    super(askWords[language].stopped);
  }
}

/**
 * Asks on the terminal. Questions go to the error output, so that what a command says can be kept in a file.
 *
 * @returns  undefined where nobody sits: in a CI job, behind a pipe
 */
export function openConversation(language: Locale): Conversation | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const lines: string[] = []; // several may come at once, when they are pasted
  let isClosed = false;
  let wake = (): void => {};
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  terminal.on("line", (line) => {
    lines.push(line);
    wake();
  });
  terminal.on("SIGINT", () => terminal.close());
  terminal.on("close", () => {
    isClosed = true;
    wake();
  });
  return {
    async ask(question) {
      if (isClosed) throw new Stopped(language);
      terminal.setPrompt(question);
      terminal.prompt();
      if (lines.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const answer = lines.shift();
      if (answer !== undefined) return answer.trim();
      process.stderr.write("\n"); // Ctrl-C leaves the cursor behind the question
      throw new Stopped(language);
    },
    close: () => terminal.close(),
  };
}

/**
 * A conversation that begins with its first question, and goes on through all of them.
 *
 * @param isAsked  false where a program reads what the command says
 */
export function conversationOnce(
  language: Locale,
  isAsked: boolean,
): { readonly open: () => Conversation | undefined; readonly close: () => void } {
  let conversation: Conversation | undefined;
  return {
    open: () => (conversation ??= isAsked ? openConversation(language) : undefined),
    close: () => conversation?.close(),
  };
}

/** What is answered to yes or no, in either language: people who write Danish say yes as well. */
const yes = new Set(["j", "ja", "y", "yes"]);
const no = new Set(["", "n", "nej", "no"]);

interface AskWords {
  readonly choice: string;
  readonly again: string;
  readonly stopped: string;
  /** What changes something is not done unasked. */
  readonly nobody: string;
}
const askWords: Readonly<Record<Locale, AskWords>> = {
  da: {
    choice: "[j/N]",
    again: "Svar j for ja eller n for nej.",
    stopped: "Afbrudt; intet er ændret.",
    nobody:
      "Her er ingen at spørge, så intet er ændret. Gør sådan: se efter med --dry-run, og skriv --yes, når det er ment.",
  },
  en: {
    choice: "[y/N]",
    again: "Answer y for yes or n for no.",
    stopped: "Stopped; nothing was changed.",
    nobody:
      "There is nobody to ask here, so nothing was changed. Fix: look at it with --dry-run, and add --yes when it is meant.",
  },
};

/**
 * Whether what was shown is to be done.
 *
 * @param options  `--yes` answers; `--json` is read by a program, which is never asked
 * @throws         BadOption, where nobody is there to answer; Stopped
 */
export async function isMeant(
  question: string,
  language: Locale,
  options: { readonly yes?: boolean | undefined; readonly json?: boolean | undefined },
): Promise<boolean> {
  if (options.yes === true) return true;
  const { choice, again, nobody } = askWords[language];
  const conversation = options.json === true ? undefined : openConversation(language);
  if (conversation === undefined) throw new BadOption(nobody);
  try {
    for (let asked = question; ; asked = again) {
      const answer = (await conversation.ask(`${asked} ${choice} `)).toLowerCase();
      if (yes.has(answer)) return true;
      if (no.has(answer)) return false;
    }
  } finally {
    conversation.close();
  }
}
