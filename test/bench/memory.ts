import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ask } from "./commit-to-live.ts";
import type { Engines } from "./engines.ts";
import { megapixels, photoCosts } from "./photos.ts";
import { priceList, usd } from "./prices.ts";
import type { Published } from "./publisher.ts";
import { spreadOf } from "./quantiles.ts";
import type { Part, Section, Table } from "./section.ts";
import { write } from "./peers/peer-site.ts";
import { commit, committedCorpus, newRelease } from "./written-corpus.ts";

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const sizes = [512, 1024, 1769, 3008] as const;
/** The size at which a function has one processor to itself; AWS says so in the guide "Configure Lambda function memory". */
const oneProcessor = 1769;

/** What one run of a function uses, whatever its size. */
interface Work {
  readonly name: string;
  readonly cpu: number;
  readonly peakMegabytes: number;
  /** How many processors it can keep busy: each picture is one thread's, JPEG and WebP two at a time and AVIF one. */
  readonly processors: number;
}

/** Time and price of one run at several sizes of a function: Lambda gives it processor time by its memory. */
export const memory: Part = async ({ quick, folder }): Promise<Section> => {
  const published = await publications(folder, quick ? 10 : 100, quick ? 1 : 15);
  const photo = await photoCosts(quick);
  const photoOf = `photo of ${megapixels(quick)} MP`;
  const median = (key: "cpu" | "peakMegabytes") => spreadOf(published.map((one) => one[key])).median;
  const [last] = published.slice(-1);
  const work: readonly Work[] = [
    {
      name: "publish, one release",
      cpu: median("cpu"),
      peakMegabytes: median("peakMegabytes"),
      processors: 1,
    },
    { name: `${photoOf}, JPEG and WebP`, ...photo.quick, processors: 2 },
    { name: `${photoOf}, AVIF`, ...photo.slow, processors: 1 },
  ];
  const { objects = 0, readUnits = 0, writeUnits = 0 } = last ?? {};
  return {
    title: "Memory of the functions",
    about:
      "One machine cannot be made Lambda of several sizes, so this is computed and not timed: the processor seconds of the work, measured " +
      `here, divided by the share that Lambda gives at a size (${oneProcessor} MB are one processor) as far as the work can use it. ` +
      "Waiting for S3 and DynamoDB is not in it and costs the more the larger the function is; nor is it known how this processor compares with Lambda's arm64. " +
      "What can be read from it is where more memory stops to be faster, and what that costs. Prices are those of .github/cost/prices.json.",
    tables: work.map(powerTable),
    figures: { work, perRelease: { cpu: median("cpu"), objects, readUnits, writeUnits } },
  };
};

/** Releases into an archive, each by a publisher that has just started, as after an hour without news. */
async function publications(folder: string, archive: number, repeats: number): Promise<readonly Published[]> {
  const engines = fork(script("engines.ts"), { stdio: "inherit" });
  try {
    const [at] = (await once(engines, "message")) as [Engines];
    const repository = committedCorpus(folder, archive);
    const found: Published[] = [];
    for (let round = 0; round <= repeats; round += 1) {
      if (round > 0) {
        for (const [path, text] of Object.entries(newRelease(round)))
          write(join(repository, "content", path), text);
        commit(repository);
      }
      const publisher = fork(script("publisher.ts"), [repository, at.s3, at.dynamo, at.table]);
      await once(publisher, "message");
      const published = await ask(publisher);
      publisher.disconnect();
      if (round > 0) found.push(published); // the first makes the archive
    }
    return found;
  } finally {
    engines.disconnect();
  }
}

function powerTable({ name, cpu, peakMegabytes, processors }: Work): Table {
  return {
    caption: `${name}: ${cpu.toFixed(2)} processor seconds, ${peakMegabytes} MB at most`,
    head: ["MB", "processors", "seconds", "USD for a thousand", "fits"],
    rows: sizes.map((size) => {
      const share = size / oneProcessor;
      const seconds = cpu / Math.min(share, processors);
      const fits = peakMegabytes < size * 0.8 ? "yes" : "no";
      return [
        String(size),
        share,
        seconds,
        usd(priceList(), "lambdaGbSecond", seconds * (size / 1024)) * 1_000,
        fits,
      ];
    }),
  };
}
