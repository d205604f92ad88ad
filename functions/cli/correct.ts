import { readFile, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { earlierFile } from "../content/earlier-texts.ts";
import { asInstant, isZone, localMinute } from "../content/instant.ts";
import { locales } from "../content/locale.ts";
import { withCorrection } from "../content/with-correction.ts";
import { committedFile } from "../local/committed-file.ts";
import { endWith } from "./end-with.ts";
import { BadOption, startOptions } from "./options.ts";

/** Keeps the committed texts of a release beside it, and adds the lines that say what is going to be corrected. */
await endWith(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const { contentDir } = startOptions(process.env);
  const folder = resolve(contentDir, positionals[0]?.replace(/^content\//, "") ?? "");
  const unit = relative(contentDir, folder);
  if (!/^releases\/\d{4}\/[^/]+$/.test(unit)) {
    throw new BadOption("Name the release. Fix: npm run correct -- releases/2008/klyngeprogram");
  }

  const danish = await committedFile(folder, "da.md");
  if (danish === undefined) {
    throw new BadOption(`${unit}/da.md is in no commit, so nobody has read it. Fix: change it as you like.`);
  }
  const version = await nextVersion(folder, unit);
  const path = join(folder, "da.md");
  const zone = /^zone:\s*(\S+)/m.exec(await readFile(join(contentDir, "newsroom.yaml"), "utf-8"))?.[1] ?? "";
  const minute = localMinute(asInstant(Date.now()), isZone(zone) ? zone : "Europe/Copenhagen");
  const changed = withCorrection(await readFile(path, "utf-8"), minute);
  if (changed === undefined) {
    throw new BadOption(
      `The keys of ${unit}/da.md are written so that only you can add to them. Fix: write "corrections:" as a list with a line each.`,
    );
  }
  for (const locale of locales) {
    const text = await committedFile(folder, `${locale}.md`);
    if (text === undefined) continue;
    await writeFile(join(contentDir, earlierFile(unit, version, locale)), text, { flag: "wx" });
    console.log(`${earlierFile(unit, version, locale)} is the text as it was published.`);
  }
  await writeFile(path, changed);
  console.log(
    `Now change the text, and say in ${unit}/da.md below "corrections:" what was changed; then npm run check.`,
  );
  return 0;
});

async function nextVersion(folder: string, unit: string): Promise<number> {
  for (let version = 1; ; version += 1) {
    const name = earlierFile(unit, version, "da").slice(unit.length + 1);
    if ((await committedFile(folder, name)) === undefined) return version;
  }
}
