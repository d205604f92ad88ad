import { parseArgs } from "node:util";
import type { Head } from "../pipeline/ports.ts";
import { endWith } from "./end-with.ts";
import { openOperator, shortCommit } from "./operator.ts";
import { BadOption } from "./options.ts";

/** How far back a commit is looked for. */
const lookedAt = 1_000;

/**
 * Goes back to what an earlier commit was: the one that is named, or the one before. Its sources are still where they
 * were sent, so this is a publication like any other, and as fast. The repository stays as it is.
 */
await endWith(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { "dry-run": { type: "boolean" } },
  });
  const [named] = positionals;
  const operator = openOperator();
  const [{ live }, publications] = await Promise.all([operator.state(), operator.publications(lookedAt)]);
  const earlier = publications.find(
    ({ commit, outcome }) =>
      outcome === "published" &&
      (named === undefined ? commit !== live?.commit : commit.replace("folder-", "").startsWith(named)),
  );
  if (earlier === undefined) {
    throw new BadOption(
      named === undefined
        ? "There is no earlier publication to go back to."
        : `No commit ${named} was ever published here. Fix: npm run status lists those that were.`,
    );
  }

  const { commit, tree, instant } = earlier;
  const target = `${shortCommit(commit)}, which was published as of ${instant}`;
  if (values["dry-run"] === true) {
    console.log(`Would go back from ${shortCommit(live?.commit ?? "nothing")} to ${target}.`);
    return 0;
  }
  console.log(`Going back from ${shortCommit(live?.commit ?? "nothing")} to ${target} …`);
  const head: Head = { commit, tree, forced: true };
  await operator.store.moveHead(head);
  if ((await operator.outcome(head)) === "refused") {
    console.error("It was refused; npm run status says why.");
    return 1;
  }
  console.log(
    "It is live. The next commit that is sent is published again, so undo it there too: git revert.",
  );
  return 0;
});
