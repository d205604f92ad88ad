import { build } from "esbuild";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleFolder, environmentNames, functionNames } from "../../functions/contract.ts";
import { bundleFunctions, bundling } from "../../functions/local/bundle-functions.ts";
import { inItsProcess } from "./in-its-process.ts";
import { add, partOf, profileIn, selfTimes } from "./profile.ts";
import { spreadOf } from "./quantiles.ts";
import type { Part, Section, Table } from "./section.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const empty = "an empty handler";

interface Start {
  /** Milliseconds from the start of Node until the handler can be called. */
  readonly ready: number;
  /** Milliseconds of processor time until then, Node's own among them. */
  readonly cpu: number;
}

/** A fresh Node that loads a bundle, as Lambda does where no warm one is there. */
export const coldStart: Part = async ({ quick }): Promise<Section> => {
  await bundleFunctions();
  const folder = mkdtempSync(join(tmpdir(), "presserum-cold-"));
  try {
    writeFileSync(join(folder, "index.mjs"), "export const handler = async () => {};");
    const floor = join(folder, "clients");
    await clientsAlone(floor);
    const folders = new Map([
      [empty, folder],
      ["AWS's clients alone", floor],
      ...functionNames.map((name) => [name, join(project, bundleFolder, name)] as const),
    ]);
    const starts = new Map([...folders.keys()].map((name) => [name, [] as Start[]]));
    for (let round = 0; round < (quick ? 3 : 31); round += 1) {
      for (const [name, where] of folders) starts.get(name)?.push(await started(where));
    }
    const figures = [...starts].map(([name, all]) => ({
      name,
      ready: spreadOf(all.map(({ ready }) => ready)),
      cpu: spreadOf(all.map(({ cpu }) => cpu)),
      kilobytes: Math.round(statSync(join(folders.get(name) ?? "", "index.mjs")).size / 1_000),
    }));
    const parts = await partsOf("publish", folder, quick ? 2 : 9);
    return {
      title: "Cold starts",
      about:
        "A fresh Node loads each bundle from the disk, in turns; Lambda's own part (fetching the code, starting the machine) is the same " +
        "for all and not in it. Processor time is the steadier figure. No function that talks to S3 and DynamoDB can be faster than AWS's " +
        "clients alone. Below, where the time of publish's loading goes: the same " +
        "bundle without its names shortened, under Node's profiler, which slows it down; Node's own part is left out.",
      tables: [startTable(figures), partTable(parts)],
      figures: { starts: figures, parts },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** What no bundle that talks to S3 and DynamoDB can be faster than: their clients, bundled as ours are. */
async function clientsAlone(folder: string): Promise<void> {
  const { entryPoints: _, ...options } = bundling("publish");
  const contents = [
    'import { GetItemCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";',
    'import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";',
    "const clients = [new DynamoDBClient({}), new S3Client({})];",
    "export const handler = () => [clients, GetItemCommand, PutObjectCommand];",
  ].join("\n");
  mkdirSync(folder);
  await build({ ...options, stdin: { contents, resolveDir: project }, outfile: join(folder, "index.mjs") });
}

async function started(folder: string): Promise<Start> {
  const program = `await import("./index.mjs"); const { user, system } = process.cpuUsage();
    console.log(JSON.stringify({ ready: performance.now(), cpu: (user + system) / 1e3 }));`;
  return JSON.parse(await inItsProcess(["--input-type=module", "--eval", program], folder, set)) as Start;
}

/** What Lambda and the stack set. */
const set = {
  ...Object.fromEntries(Object.values(environmentNames).map((name) => [name, "bench"])),
  AWS_REGION: "eu-north-1",
  AWS_ACCESS_KEY_ID: "bench",
  AWS_SECRET_ACCESS_KEY: "not-a-secret",
};

interface LoadedPart {
  readonly name: string;
  readonly kilobytes: number;
  readonly milliseconds: number;
}

/** A bundle's packages and rooms, with what each adds to the file and to the time of loading. */
async function partsOf(name: "publish", folder: string, rounds: number): Promise<readonly LoadedPart[]> {
  const small = await build({ ...bundling(name), outfile: "index.mjs", write: false, metafile: true });
  const bytes = new Map<string, number>();
  for (const { inputs } of Object.values(small.metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) add(bytes, partOf(file), bytesInOutput);
  }
  const long = join(folder, "long");
  mkdirSync(long);
  await build({ ...bundling(name), outfile: join(long, "index.mjs"), minify: false });
  const map = new SourceMap(JSON.parse(readFileSync(join(long, "index.mjs.map"), "utf-8")));
  const micros = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    const profiling = [
      "--cpu-prof",
      "--cpu-prof-interval",
      "100",
      "--cpu-prof-dir",
      join(long, String(round)),
    ];
    await inItsProcess([...profiling, "index.mjs"], long, set);
    for (const [part, time] of timesIn(join(long, String(round)), map)) add(micros, part, time / rounds);
  }
  return [...bytes]
    .map(([part, size]) => ({
      name: part,
      kilobytes: size / 1_000,
      milliseconds: (micros.get(part) ?? 0) / 1_000,
    }))
    .toSorted((one, other) => other.kilobytes - one.kilobytes);
}

/** Microseconds of the code of each part itself, by the lines that the profiler found it at. */
function timesIn(folder: string, map: SourceMap): ReadonlyMap<string, number> {
  const profile = profileIn(folder);
  const self = selfTimes(profile);
  const times = new Map<string, number>();
  for (const { id, callFrame, positionTicks = [] } of profile.nodes) {
    if (!callFrame.url.endsWith("/index.mjs")) continue;
    const all = positionTicks.reduce((sum, { ticks }) => sum + ticks, 0);
    for (const { line, ticks } of positionTicks) {
      const entry = map.findEntry(line - 1, 0);
      const source = "originalSource" in entry ? entry.originalSource : "the bundle itself";
      add(times, partOf(source), ((self.get(id) ?? 0) * ticks) / all);
    }
  }
  return times;
}

function startTable(
  figures: readonly {
    name: string;
    ready: { median: number; p95: number };
    cpu: { median: number };
    kilobytes: number;
  }[],
): Table {
  const none = figures.find(({ name }) => name === empty);
  return {
    head: ["", "bundle, kB", "ready after, ms", "p95", "CPU ms", "CPU to an empty one's"],
    rows: figures.map(({ name, kilobytes, ready, cpu }) => [
      name,
      kilobytes,
      ready.median,
      ready.p95,
      cpu.median,
      cpu.median / (none?.cpu.median ?? NaN),
    ]),
  };
}

function partTable(parts: readonly LoadedPart[]): Table {
  const rest = parts.slice(16);
  const sum = (key: "kilobytes" | "milliseconds") => rest.reduce((total, part) => total + part[key], 0);
  return {
    caption: "What is in publish",
    head: ["", "kB", "ms"],
    rows: [
      ...parts.slice(0, 16).map(({ name, kilobytes, milliseconds }) => [name, kilobytes, milliseconds]),
      [`${rest.length} others`, sum("kilobytes"), sum("milliseconds")],
    ],
  };
}
