import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { addressesOf, formerAddressesOf } from "../content/addresses.ts";
import { wrongWith } from "../content/answer.ts";
import type { Release } from "../content/entry.ts";
import { formatProblem } from "../content/format-problem.ts";
import { asInstant, localMinute } from "../content/instant.ts";
import { locales } from "../content/locale.ts";
import type { Localised } from "../content/locale.ts";
import { dayAndHour } from "../content/moment-in-words.ts";
import { referencesOf } from "../content/references.ts";
import { unitOf } from "../content/unit-of.ts";
import { withKey } from "../content/with-list-item.ts";
import { committedFile } from "../local/committed-file.ts";
import { openCheckout } from "../local/open-checkout.ts";
import { askUntilRight } from "./ask-until-right.ts";
import { checkFolder } from "./checked-folder.ts";
import type { CheckedFolder } from "./checked-folder.ts";
import { conversationOnce, isMeant } from "./conversation.ts";
import { endWith } from "./end-with.ts";
import { namedRelease } from "./named-release.ts";
import type { NamedRelease } from "./named-release.ts";
import { BadOption, startOptions } from "./options.ts";
import { readOptions } from "./read-options.ts";
import { withdrawWords } from "./withdraw-words.ts";

const command = "npm run withdraw -- releases/2008/klyngeprogram";
const usage = `${command} --da "Tallene var forkerte." --en "The figures were wrong." [--dry-run] [--yes] [--json]`;

/**
 * Takes a published release back: writes the date and the reason into its file, in both languages. It shows what readers
 * will meet, asks first, and commits nothing. Ends with 1 where there is nothing to withdraw.
 */
await endWith(async () => {
  const { positionals, values } = readOptions(usage, {
    da: { type: "string" },
    en: { type: "string" },
    "dry-run": { type: "boolean" },
    yes: { type: "boolean" },
    json: { type: "boolean" },
  });
  const { contentDir } = startOptions(process.env);
  const checked = await checkFolder(contentDir);
  const { folder, language } = checked;
  const say = withdrawWords[language];
  const named = namedRelease(checked, positionals[0], usage);
  const { release, unit, newsroom } = named;
  const now = asInstant(Date.now());
  const title = release.translations[language]?.title ?? release.translations.da.title;
  const forMachines = values.json === true;
  if (release.withdrawn !== undefined) {
    const { at, reason } = release.withdrawn;
    if (forMachines) print({ release: release.id, withdrawn: { at, reason }, outcome: "withdrawn already" });
    else console.error(say.already(title, dayAndHour(at, newsroom.zone, language)));
    return 1;
  }
  await refuseUnread(named, folder, now);

  const reason = await reasonOf(values, newsroom.zone, checked, forMachines);
  const date = localMinute(now, newsroom.zone);
  const lines = [
    "withdrawn:",
    `  date: ${date}`,
    `  reason: { da: ${quoted(reason.da)}, en: ${quoted(reason.en)} }`,
  ];
  const path = `${unit}/da.md`;
  const file = relative(process.cwd(), join(folder, path));
  const changed = withKey(await readFile(join(folder, path), "utf-8"), "withdrawn", lines);
  if (changed === undefined) {
    throw new BadOption({
      da: `Nøglerne i ${file} er skrevet, så kun du kan tilføje til dem. Gør sådan: skriv selv ${lines.join(" ")}`,
      en: `The keys of ${file} are written so that only you can add to them. Fix: write ${lines.join(" ")} yourself.`,
    });
  }
  const after = await checkFolder(contentDir, { with: { [path]: Buffer.from(changed) } });
  const wrong = after.problems.filter(({ place }) => unitOf(place.file) === unit);
  const addresses = [...addressesOf(release), ...formerAddressesOf(release)].map(
    (address) => new URL(`/${address}/`, newsroom.url).href,
  );
  const photos = photosOfItsOwn(release, checked);
  const end = (outcome: string, code: number, words: string): number => {
    const withdrawn = { date, reason };
    if (forMachines)
      print({ release: release.id, file, withdrawn, addresses, photos, problems: wrong, outcome });
    else if (code === 0) console.log(words);
    else console.error(words);
    return code;
  };
  if (wrong.length > 0) {
    const said = wrong.map((problem) => formatProblem(checked.fromHere(problem), language));
    return end("not withdrawn", 1, [say.problems, ...said].join("\n"));
  }

  if (!forMachines) {
    const list = (heading: string, items: readonly string[]) =>
      items.length === 0 ? [] : ["", heading, ...items.map((item) => `  ${item}`)];
    const said = [
      say.withdraws(title),
      ...list(say.lines(file), lines),
      ...list(say.gone, addresses),
      ...list(say.photos, photos),
      "",
      say.lists,
      say.stays,
      "",
    ];
    console.log(said.join("\n"));
  }
  if (values["dry-run"] === true) return end("dry run", 0, say.left);
  if (!(await isMeant(say.meant, language, values))) return end("not meant", 0, say.left);
  await writeFile(join(folder, path), changed);
  return end("withdrawn", 0, say.done(file));
}, 2);

/** @throws BadOption, for what nobody has seen: to take it away is enough */
async function refuseUnread(
  { release, unit, newsroom }: NamedRelease,
  folder: string,
  now: string,
): Promise<void> {
  const { checkout, history } = await openCheckout(folder);
  checkout.close();
  const isCommitted =
    history === undefined || (await committedFile(join(folder, unit), "da.md")) !== undefined;
  if (isCommitted && release.liveFrom <= now) return;
  const until = (language: "da" | "en") => dayAndHour(release.liveFrom, newsroom.zone, language);
  throw new BadOption(
    isCommitted
      ? {
          da: `${unit} er først offentlig ${until("da")}, så ingen har set den. Gør sådan: slet mappen, eller ret teksten.`,
          en: `${unit} is not public before ${until("en")}, so nobody has seen it. Fix: delete the folder, or change the text.`,
        }
      : {
          da: `${unit} er ikke i noget commit, så ingen har set den. Gør sådan: slet mappen, eller ret teksten.`,
          en: `${unit} is in no commit, so nobody has seen it. Fix: delete the folder, or change the text.`,
        },
  );
}

/** As it was written behind the command, or as it is answered now. @throws BadOption, where one is missing or wrong */
async function reasonOf(
  given: Readonly<Partial<Record<"da" | "en", string>>>,
  zone: string,
  { language }: CheckedFolder,
  forMachines: boolean,
): Promise<Localised> {
  const asked = locales.map((locale) => ({
    name: locale,
    question: withdrawWords[language].why[locale],
    wrong: (text: string) => wrongWith("release", `withdrawn.reason.${locale}`, text, zone),
  }));
  const conversation = conversationOnce(language, !forMachines);
  try {
    const answers = await askUntilRight(asked, given, { language, usage, conversation: conversation.open });
    return { da: answers["da"] ?? "", en: answers["en"] ?? "" };
  } finally {
    conversation.close();
  }
}

/** The ids of photos that readers see nowhere else. */
function photosOfItsOwn(release: Release, { entries }: CheckedFolder): readonly string[] {
  const elsewhere = new Set(
    entries
      .filter(({ entry }) => entry !== release)
      .flatMap(({ entry }) => referencesOf(entry))
      .flatMap(({ kind, id }) => (kind === "photo" ? [id] : [])),
  );
  return release.photos.filter((id) => !elsewhere.has(id));
}

/** Between quotation marks, as YAML has it: words with a colon or a comma stay words. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function print(said: object): void {
  console.log(JSON.stringify(said, undefined, 2));
}
