import { getSignedUrl } from "@aws-sdk/cloudfront-signer";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { wrongWith } from "../content/answer.ts";
import type { AdvanceCopy, Release } from "../content/entry.ts";
import { asInstant, isZone } from "../content/instant.ts";
import { locales } from "../content/locale.ts";
import { readUnit } from "../content/read-unit.ts";
import { withListItem, withoutListItems } from "../content/with-list-item.ts";
import { environmentNames } from "../contract.ts";
import { newAdvanceKey } from "../local/advance-key.ts";
import { findRunning } from "../local/running.ts";
import { advancePath } from "../site/paths.ts";
import { advanceWords } from "./advance-words.ts";
import type { AdvanceWords } from "./advance-words.ts";
import { endWith } from "./end-with.ts";
import { BadOption, startOptions } from "./options.ts";
import { readOptions } from "./read-options.ts";
import { releaseFolder } from "./release-folder.ts";
import type { ReleaseFolder } from "./release-folder.ts";

const usage =
  'npm run advance -- releases/2027/fjordbroen --for "Jens Jensen, Ritzau" --until 2027-05-27T20:00';

/**
 * Gives single persons a link to a release before it is out, takes it back, and says who has one. What it writes is a line
 * in the release, so that the commit says who could read what until when.
 */
await endWith(async () => {
  const { positionals, values } = readOptions(usage, {
    for: { type: "string" },
    until: { type: "string" },
    revoke: { type: "string" },
    "new-key": { type: "string" },
  });
  if (values["new-key"] !== undefined) return makeKey(resolve(values["new-key"]));
  const { dataDir } = startOptions(process.env);
  const named = await releaseFolder(positionals[0], usage);
  const { unit, path, text, language } = named;
  const say = advanceWords[language];
  const file = `${unit}/da.md`;

  if (values.revoke !== undefined) {
    const name = values.revoke;
    const without = withoutListItems(text, "advance", (line) => line.includes(JSON.stringify(name)));
    if (without === undefined)
      throw new BadOption({
        da: `${file} har ingen linje for "${name}" under "advance:". Gør sådan: npm run advance -- ${unit} nævner dem, der har en.`,
        en: `${file} has no line for "${name}" below "advance:". Fix: npm run advance -- ${unit} names those who have one.`,
      });
    await writeFile(path, without);
    console.log(say.revoked(name, file));
    return 0;
  }
  if (values.for === undefined) {
    for (const copy of (await released(named, text)).advance) tell(copy, dataDir, say);
    return 0;
  }

  const until = values.until ?? "";
  const zone = await zoneOf(named);
  const wrong = values.until === undefined ? undefined : wrongWith("release", "advance.0.until", until, zone);
  if (values.until === undefined || wrong !== undefined)
    throw new BadOption({
      da: `${wrong === undefined ? "Sig, hvor længe." : wrong.message.da} Gør sådan: ${usage}`,
      en: `${wrong === undefined ? "Say until when." : wrong.message.en} Fix: ${usage}`,
    });
  const key = randomBytes(16).toString("hex");
  const line = `  - { for: ${JSON.stringify(values.for)}, until: ${until}, key: ${key} }`;
  const changed = withListItem(text, "advance", [line]);
  if (changed === undefined)
    throw new BadOption({
      da: `Kun du kan tilføje til nøglerne i ${file}. Gør sådan: skriv "advance:" som en liste med et punkt på hver linje.`,
      en: `Only you can add to the keys of ${file}. Fix: write "advance:" as a list with a line each.`,
    });
  const copy = (await released(named, changed)).advance.find((one) => one.key === key);
  if (copy === undefined) throw new Error(`${file} does not say what was added to it.`);
  await writeFile(path, changed);
  tell(copy, dataDir, say);
  console.log(say.given(file));
  return 0;
}, 2);

async function makeKey(file: string): Promise<number> {
  const { publicKey } = await newAdvanceKey(file);
  console.log(
    `${file} is the key that links are signed with: keep it where nobody else reads it, and out of the repository.\n` +
      `Its public half, for the stage in cdk.json:\n\n"advance": ${JSON.stringify({ publicKey })}`,
  );
  return 0;
}

async function zoneOf({ content }: ReleaseFolder): Promise<string> {
  const newsroom = await readFile(join(content, "newsroom.yaml"), "utf-8");
  const zone = /^zone:\s*(\S+)/m.exec(newsroom)?.[1] ?? "";
  return isZone(zone) ? zone : "Europe/Copenhagen";
}

/**
 * The release as it is on the disk, with this Danish text.
 *
 * @throws  BadOption, where there is something to mend in it
 */
async function released(named: ReleaseFolder, danish: string): Promise<Release> {
  const { content, unit } = named;
  const names = (await readdir(join(content, unit))).filter((name) => name.endsWith(".md"));
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = name === "da.md" ? Buffer.from(danish) : await readFile(join(content, unit, name));
      return { path: `${unit}/${name}`, object: "", bytes, size: bytes.length };
    }),
  );
  const entry = readUnit(unit, files, { zone: await zoneOf(named) }).entries[0]?.entry;
  if (entry?.kind !== "release")
    throw new BadOption({
      da: `Der er først noget at rette i ${unit}. Gør sådan: npm run check siger hvad.`,
      en: `${unit} has something to mend first. Fix: npm run check says what.`,
    });
  return entry;
}

/** The links of one copy, where this machine has what they are signed with. */
function tell({ recipient, until, key }: AdvanceCopy, dataDir: string, say: AdvanceWords): void {
  const known = { ...findRunning(dataDir), ...process.env };
  const names = [environmentNames.siteUrl, environmentNames.advanceKeyId, environmentNames.advanceKey];
  const [site, keyPairId, keyFile] = names.map((name) => known[name]);
  console.log(say.recipient(recipient, until, asInstant(Date.now()) >= until));
  if (site === undefined || keyPairId === undefined || keyFile === undefined) {
    console.log(`  ${say.noLink(names)}`);
    return;
  }
  const privateKey = readFileSync(keyFile, "utf-8");
  for (const locale of locales) {
    const url = `${site}${advancePath(key, locale)}`;
    console.log(`  ${locale}  ${getSignedUrl({ url, keyPairId, privateKey, dateLessThan: until })}`);
  }
}
