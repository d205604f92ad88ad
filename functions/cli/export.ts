import { join, resolve } from "node:path";
import { asInstant, readDateTime } from "../content/instant.ts";
import type { Instant } from "../content/instant.ts";
import { authorsLanguage } from "../local/authors-language.ts";
import { inProcessPorts } from "../local/in-process.ts";
import { openCheckout } from "../local/open-checkout.ts";
import { siteFolder } from "../local/site-folder.ts";
import { publish } from "../pipeline/publish.ts";
import { endWith } from "./end-with.ts";
import { BadOption, projectFolder } from "./options.ts";
import { readOptions } from "./read-options.ts";
import { photosLeftOut, tellProblems } from "./tell-problems.ts";

const usage = "npm run export -- --out DIR [--content DIR] [--as-of 2027-05-28T06:00]";

const exportWords = {
  da: {
    nothing: (count: number) => `\nIntet er skrevet: ${count} at rette først.`,
    written: (files: number, commit: string, asOf: string, folder: string) =>
      `${files} filer af commit ${commit}, som det ser ud ${asOf}, ligger i ${folder}`,
  },
  en: {
    nothing: (count: number) => `\nNothing was written: ${count} to mend first.`,
    written: (files: number, commit: string, asOf: string, folder: string) =>
      `${files} files of commit ${commit} as of ${asOf} are in ${folder}`,
  },
} as const;

await endWith(async () => {
  const { out, content, asOf } = options();
  const { checkout, notice } = await openCheckout(content);
  const language = authorsLanguage(checkout.folder);
  const say = exportWords[language];
  if (notice !== undefined) console.error(notice[language]);
  const held = join(projectFolder, ".presserum", "renditions");
  const ports = inProcessPorts(checkout, siteFolder(out, held, checkout), held, () => asOf);
  const [publication] = await publish(ports);
  checkout.close();
  tellProblems(publication?.problems ?? [], checkout.folder);
  if (publication?.outcome !== "published") {
    console.error(say.nothing(publication?.problems.length ?? 0));
    return 1;
  }
  if (publication.problems.length > 0) console.error(photosLeftOut(publication.problems.length, language));
  console.log(say.written(publication.put, publication.commit, asOf, out));
  return 0;
});

function options(): { out: string; content: string; asOf: Instant } {
  const { values } = readOptions(usage, {
    out: { type: "string" },
    content: { type: "string" },
    "as-of": { type: "string" },
  });
  if (values.out === undefined)
    throw new BadOption({
      da: `Mappen, der skal skrives til, mangler. Gør sådan: ${usage}`,
      en: `The folder to write to is missing. Fix: ${usage}`,
    });
  return {
    out: resolve(values.out),
    content: resolve(values.content ?? join(projectFolder, "content")),
    asOf: values["as-of"] === undefined ? asInstant(Date.now()) : instantOf(values["as-of"]),
  };
}

function instantOf(text: string): Instant {
  const read = readDateTime(text, "Europe/Copenhagen");
  if (!read.ok)
    throw new BadOption({
      da: `"${text}" er hverken en dag eller et tidspunkt. Gør sådan: --as-of 2027-05-28T06:00`,
      en: `"${text}" is no date or moment. Fix: --as-of 2027-05-28T06:00`,
    });
  return read.instant;
}
