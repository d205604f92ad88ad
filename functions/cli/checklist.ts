import { checklistOf, checklistText } from "../content/checklist.ts";
import type { Ready } from "../content/checklist.ts";
import type { EntryOf, Kind } from "../content/entry.ts";
import { asInstant } from "../content/instant.ts";
import { checkFolder } from "./checked-folder.ts";
import { endWith } from "./end-with.ts";
import { namedRelease } from "./named-release.ts";
import { startOptions } from "./options.ts";
import { readOptions } from "./read-options.ts";

const usage = "npm run checklist -- releases/2008/klyngeprogram [--json]";

/** What to look at before a release goes. Ends with 1 where something stops it. */
await endWith(async () => {
  const { positionals, values } = readOptions(usage, { json: { type: "boolean" } });
  const { contentDir } = startOptions(process.env);
  const checked = await checkFolder(contentDir);
  const { release, read, newsroom } = namedRelease(checked, positionals[0], usage);
  const one = <K extends Kind>(kind: K, id: string | undefined) =>
    checked.entries.flatMap(({ entry }) =>
      entry.kind === kind && entry.id === id ? [entry as EntryOf<K>] : [],
    )[0];
  const called = release.contacts.length > 0 ? release.contacts : [newsroom.pressContact];
  const files = new Set(Object.keys(read.sources));
  const ofIt = ({ place }: { place: { file: string } }) => files.has(place.file);
  const matter = one("case", release.case);
  const ready: Ready = {
    release,
    newsroom,
    photos: release.photos.flatMap((id) => one("photo", id) ?? []),
    contacts: called.flatMap((id) => one("contact", id) ?? []),
    ...(matter === undefined ? {} : { case: matter }),
    problems: checked.problems.filter(ofIt),
    warnings: checked.warnings.filter(ofIt),
  };
  const lines = checklistOf(ready, asInstant(Date.now()));
  console.log(
    values.json === true
      ? JSON.stringify(lines, undefined, 2)
      : `${release.translations.da.title}\n\n${checklistText(lines, checked.language)}`,
  );
  return lines.some(({ state }) => state === "stop") ? 1 : 0;
}, 2);
