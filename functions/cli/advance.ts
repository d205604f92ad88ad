import { getSignedUrl } from "@aws-sdk/cloudfront-signer";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { AdvanceCopy, Release } from "../content/entry.ts";
import { asInstant } from "../content/instant.ts";
import { locales } from "../content/locale.ts";
import { readUnit } from "../content/read-unit.ts";
import { withListItem, withoutListItems } from "../content/with-list-item.ts";
import { environmentNames } from "../contract.ts";
import { newAdvanceKey } from "../local/advance-key.ts";
import { findRunning } from "../local/running.ts";
import { advancePath } from "../site/paths.ts";
import { endWith } from "./end-with.ts";
import { BadOption, startOptions } from "./options.ts";

const usage =
  'npm run advance -- releases/2027/fjordbroen --for "Jens Jensen, Ritzau" --until 2027-05-27T20:00';

/**
 * Gives single persons a link to a release before it is out, takes it back, and says who has one. What it writes is a line
 * in the release, so that the commit says who could read what until when.
 */
await endWith(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      for: { type: "string" },
      until: { type: "string" },
      revoke: { type: "string" },
      "new-key": { type: "string" },
    },
  });
  if (values["new-key"] !== undefined) return makeKey(resolve(values["new-key"]));
  const { contentDir, dataDir } = startOptions(process.env);
  const folder = resolve(contentDir, positionals[0]?.replace(/^content\//, "") ?? "");
  const unit = relative(contentDir, folder);
  if (!/^releases\/\d{4}\/[^/]+$/.test(unit)) throw new BadOption(`Name the release. Fix: ${usage}`);
  const path = join(folder, "da.md");
  const text = await readFile(path, "utf-8");

  if (values.revoke !== undefined) {
    const name = values.revoke;
    const without = withoutListItems(text, "advance", (line) => line.includes(JSON.stringify(name)));
    if (without === undefined)
      throw new BadOption(`${unit}/da.md has no line for "${name}" below "advance:".`);
    await writeFile(path, without);
    console.log(
      `The line for ${name} is gone from ${unit}/da.md. The link is dead once that is committed and published.`,
    );
    return 0;
  }
  if (values.for === undefined) {
    for (const copy of (await released(contentDir, unit)).advance) tell(copy, dataDir);
    return 0;
  }

  if (values.until === undefined) throw new BadOption(`Say until when. Fix: ${usage}`);
  const key = randomBytes(16).toString("hex");
  const line = `  - { for: ${JSON.stringify(values.for)}, until: ${values.until}, key: ${key} }`;
  const changed = withListItem(text, "advance", [line]);
  if (changed === undefined)
    throw new BadOption(
      `Only you can add to the keys of ${unit}/da.md. Fix: write "advance:" as a list with a line each.`,
    );
  await writeFile(path, changed);
  const copy = (await released(contentDir, unit)).advance.find((one) => one.key === key);
  if (copy === undefined) {
    await writeFile(path, text);
    throw new BadOption(`"${values.until}" is no moment. Fix: ${usage}`);
  }
  tell(copy, dataDir);
  console.log(`${unit}/da.md says so too: the link works once that is committed and published.`);
  return 0;
});

async function makeKey(file: string): Promise<number> {
  const { publicKey } = await newAdvanceKey(file);
  console.log(
    `${file} is the key that links are signed with: keep it where nobody else reads it, and out of the repository.\n` +
      `Its public half, for the stage in cdk.json:\n\n"advance": ${JSON.stringify({ publicKey })}`,
  );
  return 0;
}

/** The release as it is on the disk. */
async function released(contentDir: string, unit: string): Promise<Release> {
  const newsroom = await readFile(join(contentDir, "newsroom.yaml"), "utf-8");
  const zone = /^zone:\s*(\S+)/m.exec(newsroom)?.[1] ?? "Europe/Copenhagen";
  const files = await Promise.all(
    ["da.md", "en.md"].map(async (name) => {
      const path = `${unit}/${name}`;
      const bytes = await readFile(join(contentDir, path)).catch(() => undefined);
      return bytes === undefined ? [] : [{ path, object: "", bytes, size: bytes.length }];
    }),
  );
  const entry = readUnit(unit, files.flat(), { zone }).entries[0]?.entry;
  if (entry?.kind !== "release")
    throw new BadOption(`${unit} has something to mend first. Fix: npm run check.`);
  return entry;
}

/** The links of one copy, where this machine has what they are signed with. */
function tell({ recipient, until, key }: AdvanceCopy, dataDir: string): void {
  const known = { ...findRunning(dataDir), ...process.env };
  const [site, keyPairId, keyFile] = [
    environmentNames.siteUrl,
    environmentNames.advanceKeyId,
    environmentNames.advanceKey,
  ].map((name) => known[name]);
  console.log(`${recipient}, until ${until}${asInstant(Date.now()) >= until ? " (run out)" : ""}`);
  if (site === undefined || keyPairId === undefined || keyFile === undefined) {
    console.log(
      `  No link: this machine does not know ${environmentNames.siteUrl}, ${environmentNames.advanceKeyId} and ${environmentNames.advanceKey}.`,
    );
    return;
  }
  const privateKey = readFileSync(keyFile, "utf-8");
  for (const locale of locales) {
    const url = `${site}${advancePath(key, locale)}`;
    console.log(`  ${locale}  ${getSignedUrl({ url, keyPairId, privateKey, dateLessThan: until })}`);
  }
}
