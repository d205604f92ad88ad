import { S3Client } from "@aws-sdk/client-s3";
import { resolve } from "node:path";
import { s3Sources } from "../aws/s3-sources.ts";
import { s3SourceStore } from "../aws/s3-source-store.ts";
import { environmentNames } from "../contract.ts";
import { authorsLanguage } from "../local/authors-language.ts";
import { openCheckout } from "../local/open-checkout.ts";
import { diffTrees } from "../pipeline/diff-trees.ts";
import type { ChangedFile } from "../pipeline/diff-trees.ts";
import type { Sources, SourceStore } from "../pipeline/ports.ts";
import { sendCommit } from "../pipeline/send-commit.ts";
import { checkCheckout } from "./checked-folder.ts";
import { endWith } from "./end-with.ts";
import { firstOf, followPublication } from "./follow-publication.ts";
import { openOperator, shortCommit } from "./operator.ts";
import type { Operator } from "./operator.ts";
import { startOptions } from "./options.ts";
import { refuseOtherBranch } from "./other-branch.ts";
import { publishWords } from "./publish-words.ts";
import { readOptions } from "./read-options.ts";
import { tellFindings } from "./tell-findings.ts";
import { tellProblems } from "./tell-problems.ts";

const usage = "npm run publish -- [FOLDER] [--dry-run] [--json]";

/**
 * Sends the newest commit to a press room, and follows it until it is live: run by a person, for the one that runs on this
 * machine or a deployed one whose bucket and table are named; or by a CI job with a short-lived role that may write the
 * source bucket and nothing else, which is done when the commit is sent.
 */
await endWith(async () => {
  const { positionals, values } = readOptions(usage, {
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
  });
  const forMachines = values.json === true;
  const { checkout, notice } = await openCheckout(
    resolve(positionals[0] ?? startOptions(process.env).contentDir),
  );
  if (notice !== undefined) console.error(notice[authorsLanguage(checkout.folder)]);
  try {
    const head = await checkout.head();
    const commit = shortCommit(head.commit);
    // Checked here too, so that the one who commits is told at once and at the place where they can mend it.
    const checked = await checkCheckout(checkout, head.tree);
    const { folder, language, problems, leftOut, warnings } = checked;
    const say = publishWords[language];
    const tell = (words: string): void => {
      if (!forMachines) console.log(words);
    };
    const end = (outcome: string, code: number, more: object = {}): number => {
      const said = {
        commit: head.commit,
        author: head.author,
        outcome,
        problems,
        leftOut,
        warnings,
        ...more,
      };
      if (forMachines) console.log(JSON.stringify(said, undefined, 2));
      return code;
    };

    tell(`${say.reads(commit, head.author)}\n`);
    if (!forMachines) await tellFindings(checked, language);
    if (problems.length > 0) {
      if (!forMachines) console.error(say.nothingSent(problems.length));
      return end("not sent", 1);
    }

    refuseOtherBranch(process.env);
    const { sources, store, operator } = reached();
    const last = await sources.head();
    const files = await diffTrees(checkout, last?.tree, head.tree, sources);
    if (values["dry-run"] === true) {
      const lines = files.map((file) => lineOf(file, say.gone));
      tell(
        files.length === 0
          ? say.nothingToSend
          : [say.wouldSend(files.length), ...firstOf(lines, language)].join("\n"),
      );
      return end("not sent", 0, { files: files.map(({ path }) => path) });
    }

    tell(files.length === 0 ? say.nothingToSend : say.sends(files.length));
    const { uploaded } = await sendCommit(checkout, sources, store, head);
    tell(say.sent(commit, uploaded));
    if (operator === undefined) {
      tell(say.within);
      return end("sent", 0, { uploaded });
    }
    const followed = await followPublication(operator, head, language, tell);
    if (followed.outcome === "refused" && !forMachines) {
      tellProblems(followed.problems, folder);
      console.error(`\n${say.refused}`);
    }
    return end(followed.outcome, followed.outcome === "refused" ? 1 : 0, { uploaded, ...followed });
  } finally {
    checkout.close(); // Git runs beside us, and would keep a command that failed from ending
  }
});

function lineOf({ path, object }: ChangedFile, gone: string): string {
  return object === undefined ? `${path} (${gone})` : path;
}

/** Where the commit goes; whoever names a bucket alone may not look at what becomes of it. */
function reached(): {
  readonly sources: Sources;
  readonly store: SourceStore;
  readonly operator?: Operator;
} {
  const { [environmentNames.sourceBucket]: bucket = "", [environmentNames.table]: table = "" } = process.env;
  if (bucket === "" || table !== "") {
    const operator = openOperator();
    return { sources: operator.sources, store: operator.store, operator };
  }
  const s3 = new S3Client({});
  return { sources: s3Sources(s3, bucket), store: s3SourceStore(s3, bucket) };
}
