import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Entry } from "../content/entry.ts";
import { asInstant } from "../content/instant.ts";
import { englishState } from "../content/mark.ts";
import { openWorkingTree } from "../local/open-checkout.ts";
import { memoryRows } from "../pipeline/memory-rows.ts";
import { readChanges } from "../pipeline/read-changes.ts";
import { rememberedSources } from "../pipeline/remembered-sources.ts";
import { consentNotices } from "./consent-notices.ts";
import { endWith } from "./end-with.ts";
import { projectFolder } from "./options.ts";
import { photosLeftOut, tellProblems } from "./tell-problems.ts";

/** More than a screen of them is an archive that was imported, and no list to work through today. */
const mostNotices = 10;

/** Reads the content folder as it is on the disk, committed or not, and says all that is wrong with it. */
await endWith(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { all: { type: "boolean" } },
  });
  const sources = await openWorkingTree(resolve(positionals[0] ?? join(projectFolder, "content")));
  const { tree } = await sources.head();
  const { problems, leftOut, units } = await readChanges(
    { sources: rememberedSources(sources), rows: memoryRows() },
    { tree: undefined, also: [] },
    tree,
  );
  tellProblems([...problems, ...leftOut], sources.folder);
  if (leftOut.length > 0) console.error(`\n${photosLeftOut(leftOut.length)}`);
  const from = relative(process.cwd(), sources.folder);
  const consents = units.flatMap(({ after }) => consentNotices(after, from, asInstant(Date.now())));
  for (const notice of consents) console.log(notice);
  const notices = units.flatMap(({ unit, after }) => translationNotice(unit, after?.entry, sources.folder));
  for (const notice of notices.slice(0, values.all === true ? undefined : mostNotices)) console.log(notice);
  if (values.all !== true && notices.length > mostNotices)
    console.log(
      `… and ${notices.length - mostNotices} more translations; npm run check -- --all names them.`,
    );
  console.log(
    problems.length === 0
      ? `${units.length} entries, nothing to mend${leftOut.length === 0 ? "" : " but photos"}.`
      : `\n${problems.length} to mend; with any of these nothing is published.`,
  );
  return problems.length + leftOut.length === 0 ? 0 : 1;
});

/** No mistake, but readers of the English page are told of it: this is what makes the notice go away. */
function translationNotice(unit: string, entry: Entry | undefined, contentFolder: string): readonly string[] {
  if (entry?.kind !== "release") return [];
  const state = englishState(entry);
  if (state === undefined || state === "current") return [];
  const file = join(relative(process.cwd(), contentFolder), unit, "en.md");
  const why =
    state === "stale"
      ? "The Danish text has changed since this was translated"
      : "This does not say which Danish text it follows";
  const { mark } = entry.translations.da;
  return [`${file}: ${why}, and the page says so. Once it says the same, write "follows: ${mark}".`];
}
