import { access, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { earlierFile } from "../content/earlier-texts.ts";
import { asInstant, isZone, localMinute } from "../content/instant.ts";
import { locales } from "../content/locale.ts";
import type { Locale } from "../content/locale.ts";
import { withCorrection } from "../content/with-correction.ts";
import { committedFile } from "../local/committed-file.ts";
import { endWith } from "./end-with.ts";
import { BadOption } from "./options.ts";
import { readOptions } from "./read-options.ts";
import { releaseFolder } from "./release-folder.ts";

const usage = "npm run correct -- releases/2008/klyngeprogram";

const words: Readonly<
  Record<Locale, { readonly kept: (file: string) => string; readonly next: (file: string) => string }>
> = {
  da: {
    kept: (file) => `${file} er teksten, som den blev udgivet.`,
    next: (file) =>
      `Ret nu teksten, og skriv i ${file} under "corrections:", hvad der er rettet; kør derefter npm run check.`,
  },
  en: {
    kept: (file) => `${file} is the text as it was published.`,
    next: (file) =>
      `Now change the text, and say in ${file} below "corrections:" what was changed; then npm run check.`,
  },
};

/** Keeps the committed texts of a release beside it, and adds the lines that say what is going to be corrected. */
await endWith(async () => {
  const { positionals } = readOptions(usage, {});
  const { content, unit, path, text, language } = await releaseFolder(positionals[0], usage);
  const folder = dirname(path);
  const file = `${unit}/da.md`;
  if ((await committedFile(folder, "da.md")) === undefined) {
    throw new BadOption({
      da: `${file} er ikke i noget commit, så ingen har læst den. Gør sådan: ret den, som du vil.`,
      en: `${file} is in no commit, so nobody has read it. Fix: change it as you like.`,
    });
  }
  const version = await nextVersion(folder, unit);
  const begun = earlierFile(unit, version, "da");
  if (await isThere(join(content, begun))) {
    throw new BadOption({
      da: `${begun} ligger her allerede: rettelsen er begyndt. Gør sådan: ret teksten, udfyld linjerne under "corrections:" i ${file}, og commit.`,
      en: `${begun} is here already: the correction has begun. Fix: change the text, fill in the lines below "corrections:" in ${file}, and commit.`,
    });
  }
  const zone = /^zone:\s*(\S+)/m.exec(await readFile(join(content, "newsroom.yaml"), "utf-8"))?.[1] ?? "";
  const minute = localMinute(asInstant(Date.now()), isZone(zone) ? zone : "Europe/Copenhagen");
  const changed = withCorrection(text, minute);
  if (changed === undefined) {
    throw new BadOption({
      da: `Nøglerne i ${file} er skrevet, så kun du kan tilføje til dem. Gør sådan: skriv "corrections:" som en liste med et punkt på hver linje.`,
      en: `The keys of ${file} are written so that only you can add to them. Fix: write "corrections:" as a list with a line each.`,
    });
  }
  for (const locale of locales) {
    const published = await committedFile(folder, `${locale}.md`);
    if (published === undefined) continue;
    await writeFile(join(content, earlierFile(unit, version, locale)), published, { flag: "wx" });
    console.log(words[language].kept(earlierFile(unit, version, locale)));
  }
  await writeFile(path, changed);
  console.log(words[language].next(file));
  return 0;
}, 2);

async function nextVersion(folder: string, unit: string): Promise<number> {
  for (let version = 1; ; version += 1) {
    const name = earlierFile(unit, version, "da").slice(unit.length + 1);
    if ((await committedFile(folder, name)) === undefined) return version;
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
