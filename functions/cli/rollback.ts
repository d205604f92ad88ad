import { dayAndHour } from "../content/moment-in-words.ts";
import type { Locale } from "../content/locale.ts";
import { diffTrees } from "../pipeline/diff-trees.ts";
import type { ChangedFile } from "../pipeline/diff-trees.ts";
import type { Publication } from "../pipeline/ledger.ts";
import type { Head } from "../pipeline/ports.ts";
import { addressGroups, changedAddresses } from "./changed-addresses.ts";
import { isMeant } from "./conversation.ts";
import { endWith } from "./end-with.ts";
import { firstOf } from "./follow-publication.ts";
import { openOperator, shortCommit } from "./operator.ts";
import { BadOption } from "./options.ts";
import { publishWords } from "./publish-words.ts";
import { readOptions } from "./read-options.ts";
import { rollbackWords } from "./rollback-words.ts";

const usage = "npm run rollback -- [COMMIT] [--dry-run] [--yes] [--json]";
/** How far back a commit is looked for. */
const lookedAt = 1_000;

/**
 * Goes back to what an earlier commit was: the one that is named, or the one before. It shows what will be as it was, and
 * asks. Its sources are still where they were sent, so this is a publication like any other, and as fast. The repository
 * stays as it is. Ends with 1 where the press room refuses it.
 */
await endWith(async () => {
  const { positionals, values } = readOptions(usage, {
    "dry-run": { type: "boolean" },
    yes: { type: "boolean" },
    json: { type: "boolean" },
  });
  const operator = openOperator();
  const [{ live }, publications, language, zone] = await Promise.all([
    operator.state(),
    operator.publications(lookedAt),
    operator.language(),
    operator.zone(),
  ]);
  const say = rollbackWords[language];
  const published = publications.filter(({ outcome }) => outcome === "published");
  const earlier = earlierOf(published, live?.commit, positionals[0]);
  const { commit, tree } = earlier;
  const undone = published.slice(0, published.indexOf(earlier));
  const isLive = commit === live?.commit && tree === live.tree;
  const files = isLive ? [] : await diffTrees(operator.sources, live?.tree, tree);
  const addresses = changedAddresses(
    [...new Set(undone.flatMap(({ changed }) => changed))],
    await operator.site(),
  );
  const end = (outcome: string, code: number): number => {
    if (values.json === true)
      console.log(
        JSON.stringify({ from: live, to: recordOf(earlier), files, addresses, outcome }, undefined, 2),
      );
    return code;
  };
  const tell = (words: string): void => {
    if (values.json !== true) console.log(words);
  };

  if (isLive) {
    tell(say.isLive(shortCommit(commit)));
    return end("live already", 0);
  }
  const when = (one: Publication) => dayAndHour(one.instant, zone, language);
  tell(say.back(live === undefined ? say.nothing : shortCommit(live.commit), nameOf(earlier), when(earlier)));
  if (undone.length > 0)
    tell(`\n${say.undone}\n${list(undone.map((one) => `${nameOf(one)}, ${when(one)}`))}`);
  tell(
    files.length === 0
      ? say.noFiles
      : `\n${say.files(files.length)}\n${list(files.map((file) => lineOf(file, say.gone)))}`,
  );
  for (const group of addressGroups)
    if (addresses[group].length > 0)
      tell(`\n${publishWords[language].pages[group]}\n${list(addresses[group])}`);
  tell("");
  if (values["dry-run"] === true) return end("dry run", 0);
  if (!(await isMeant(say.meant, language, values))) {
    tell(say.left);
    return end("not meant", 0);
  }

  tell(say.going(shortCommit(commit)));
  const head: Head = { commit, tree, forced: true };
  await operator.store.moveHead(head);
  const outcome = await operator.outcome(head);
  if (outcome === "refused") {
    if (values.json !== true) console.error(say.refused);
    return end(outcome, 1);
  }
  tell(say[outcome]);
  return end(outcome, 0);

  function list(lines: readonly string[]): string {
    return firstOf(lines, language).join("\n");
  }
}, 2);

/** @throws BadOption */
function earlierOf(
  published: readonly Publication[],
  live: string | undefined,
  named: string | undefined,
): Publication {
  const earlier = published.find(({ commit }) =>
    named === undefined ? commit !== live : commit.replace("folder-", "").startsWith(named),
  );
  if (earlier !== undefined) return earlier;
  const said = (language: Locale) =>
    named === undefined ? rollbackWords[language].noneEarlier : rollbackWords[language].unknown(named);
  throw new BadOption({ da: said("da"), en: said("en") });
}

function nameOf({ commit, author }: Publication): string {
  return author === undefined ? shortCommit(commit) : `${shortCommit(commit)} (${author})`;
}

function recordOf({ commit, tree, author, instant }: Publication) {
  return { commit, tree, author, instant };
}

function lineOf({ path, object }: ChangedFile, gone: string): string {
  return object === undefined ? `${path} (${gone})` : path;
}
