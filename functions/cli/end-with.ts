import { join } from "node:path";
import { authorsLanguage } from "../local/authors-language.ts";
import { ForAuthors } from "../local/for-authors.ts";
import { BadStage } from "../../infra/read-stage.ts";
import { awsTrouble } from "./aws-trouble.ts";
import { CdkFailed } from "./cdk-failed.ts";
import { Stopped } from "./conversation.ts";
import { projectFolder } from "./options.ts";

/** As shells have it for what Ctrl-C ended. */
const interrupted = 130;

/**
 * Runs a command and ends with its exit code. What the person at the machine can mend is one line that says how;
 * anything else is ours, and comes with its stack.
 *
 * @param unusable  the exit code for what the person can mend, where 1 says something else
 */
export async function endWith(command: () => Promise<number>, unusable = 1): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const sentence = sentenceOf(error);
    process.exitCode = error instanceof Stopped ? interrupted : sentence === undefined ? 1 : unusable;
    console.error(sentence ?? error);
  }
}

/** In the language of those who write here; undefined for what nobody at the machine can mend. */
function sentenceOf(error: unknown): string | undefined {
  if (error instanceof BadStage || error instanceof CdkFailed) return error.message;
  const said = error instanceof ForAuthors ? error.said : awsTrouble(error);
  if (said === undefined) return undefined;
  const own = join(projectFolder, "content");
  // Where the folder that was named holds no newsroom, its language is not known; the project's own is the likeliest.
  return said[authorsLanguage(process.env["CONTENT_DIR"] ?? own, own)];
}
