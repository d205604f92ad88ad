import { parseArgs } from "node:util";
import { checklistOf, checklistText } from "../content/checklist.ts";
import type { Ready } from "../content/checklist.ts";
import type { EntryOf, Kind } from "../content/entry.ts";
import { asInstant } from "../content/instant.ts";
import { unitOf } from "../content/unit-of.ts";
import { checkFolder } from "./checked-folder.ts";
import { endWith } from "./end-with.ts";
import { BadOption, startOptions } from "./options.ts";

/** What to look at before a release goes. Ends with 1 where something stops it. */
await endWith(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  });
  const { contentDir } = startOptions(process.env);
  const checked = await checkFolder(contentDir);
  const unit = positionals[0]?.replace(/^content\//, "").replace(/\/$/, "");
  const found = checked.entries.find(({ entry, sources }) => {
    const own = unitOf(Object.keys(sources)[0] ?? "");
    return entry.kind === "release" && (own === unit || entry.id === unit);
  });
  const isOf = ({ place }: { place: { file: string } }) => unit !== undefined && unitOf(place.file) === unit;
  if (found?.entry.kind !== "release") {
    const broken = checked.problems.filter(isOf);
    if (broken.length > 0) {
      throw new BadOption(
        `${unit} cannot be read yet: ${broken.length} to mend. Fix: npm run check says where.`,
      );
    }
    throw new BadOption("Name a release. Fix: npm run checklist -- releases/2008/klyngeprogram");
  }

  const release = found.entry;
  const one = <K extends Kind>(kind: K, id: string | undefined) =>
    checked.entries.flatMap(({ entry }) =>
      entry.kind === kind && entry.id === id ? [entry as EntryOf<K>] : [],
    )[0];
  const newsroom = one("newsroom", "newsroom");
  if (newsroom === undefined)
    throw new BadOption("newsroom.yaml cannot be read. Fix: npm run check says why.");
  const called = release.contacts.length > 0 ? release.contacts : [newsroom.pressContact];
  const files = new Set(Object.keys(found.sources));
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
