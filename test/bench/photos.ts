import { build } from "esbuild";
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import sharp from "sharp";
import type { Sharp } from "sharp";
import { photoAllocator } from "../../functions/contract.ts";
import { widths } from "../../functions/images/rendition-set.ts";
import { installed } from "./peers/peer-site.ts";
import { noisyPicture, ssim } from "./pictures.ts";
import { spreadOf } from "./quantiles.ts";

/**
 * How the files of one photo are made, against @11ty/eleventy-img at its defaults for the same widths and formats. Each in
 * a process of its own, so that CPU seconds and memory are its own. `node test/bench/photos.ts` writes what it found as JSON.
 */
export interface PhotoBench {
  readonly megapixels: number;
  /** As often as each was made: on one processor, then on two, where the machine can be held to that. */
  readonly made: readonly {
    readonly processors: Processors;
    readonly ours: Made;
    readonly peer: Made;
  }[];
  /** Ours by theirs, on as many processors as there are. */
  readonly ratio: { readonly cpu: number; readonly avifBytes: number };
  /** Theirs less ours, the largest over all widths: how much less of the picture our AVIF keeps. */
  readonly avifLoss: number;
  /** CPU seconds until JPEG and WebP are there, the press original and the crops among them. */
  readonly quick: number;
  /** What the function holds at the most, which has a bound. */
  readonly memory: readonly Memory[];
}

/** The most that one kind of original makes the function hold, and what it may. */
export interface Memory {
  /** "24 megapixels, turned" */
  readonly original: string;
  readonly fileMegabytes: number;
  readonly peakMegabytes: number;
  readonly mostMegabytes: number;
}
/** How many a program may use; undefined for all, on a machine that has no `taskset`. */
export type Processors = 1 | 2 | undefined;

export interface Made {
  readonly cpu: number;
  /** Seconds from the start of the process to its end. */
  readonly wall: number;
  /** The least and the most of all rounds. */
  readonly between: readonly [number, number];
  readonly peakMegabytes: number;
  readonly bytes: Readonly<Record<string, number>>;
  readonly ssim: Readonly<Record<string, number>>;
}

const run = promisify(execFile);
const peerVersion = "7.0.0";
/** In turns: processor seconds of one run differ by a fifth from the next on a machine that others share. */
const fullRounds = 3;
const picture = { width: 6_000, height: 4_000 };
/** For a quick look: the same work at fewer widths. */
const smallPicture = { width: 900, height: 600 };
/** As large as originals may be, in pixels and nearly in bytes. */
const largest = { width: 12_240, height: 8_160 };
/** Megabytes: a tenth and less than half of what the function has. */
const mostFor = { 24: 350, 100: 1_200 };

/** @returns  "24", "1.5" */
export function megapixels(quick: boolean): number {
  const { width, height } = quick ? smallPicture : picture;
  return (width * height) / 1e6;
}

/**
 * What the photo function spends on one photo: for what a page is live with, and for the AVIF afterwards.
 * Each in a process of its own.
 */
export async function photoCosts(
  isQuick: boolean,
): Promise<Readonly<Record<"quick" | "slow", Pick<Report, "cpu" | "peakMegabytes">>>> {
  const folder = mkdtempSync(join(tmpdir(), "presserum-photos-"));
  try {
    const [original, program] = await Promise.all([writtenOriginal(folder, isQuick), ourProgram()]);
    const cost = async (parts: string) => {
      const { cpu, peakMegabytes } = await reported(program, [original, folder, parts]);
      return { cpu, peakMegabytes };
    };
    return { quick: await cost("quick"), slow: await cost("slow") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writtenOriginal(folder: string, isQuick: boolean): Promise<string> {
  const original = join(folder, "original.jpg");
  const size = isQuick ? smallPicture : picture;
  const raw = { ...size, channels: 3 as const };
  await sharp(await noisyPicture("landscape", size, 3), { raw })
    .jpeg({ quality: 92 })
    .toFile(original);
  return original;
}

/** @param peers  where the peer is installed, and kept between runs */
export async function photoBench(peers: string, isQuick: boolean): Promise<PhotoBench> {
  const folder = mkdtempSync(join(tmpdir(), "presserum-photos-"));
  try {
    const [original, program] = await Promise.all([writtenOriginal(folder, isQuick), ourProgram()]);
    const modules = installed(join(peers, "eleventy-img"), { "@11ty/eleventy-img": peerVersion });
    const reference = await references(original);
    const quick: number[] = [];
    const contestants = processorsHere()
      .slice(isQuick ? -1 : 0)
      .map((processors) => ({
        processors,
        ours: [] as Made[],
        peer: [] as Made[],
      }));
    for (let round = 0; round < (isQuick ? 1 : fullRounds); round += 1) {
      for (const { processors, ours, peer } of contestants) {
        ours.push(await inItsOwn(held(program, processors), [original, folder, "quick,slow"], reference));
        peer.push(await inItsOwn(held(peerProgram(modules), processors), [original, folder], reference));
      }
      quick.push((await reported(program, [original, folder, "quick"])).cpu);
    }
    const made = contestants.map(({ processors, ours, peer }) => ({
      processors,
      ours: middleOf(ours),
      peer: middleOf(peer),
    }));
    const last = made.at(-1);
    if (last === undefined) throw new RangeError("Nothing was made.");
    const { ours, peer } = last;
    const avif = widths.map((width) => `w${width}.avif`).filter((name) => name in ours.bytes);
    const total = (bytes: Made["bytes"]) => avif.reduce((sum, name) => sum + (bytes[name] ?? 0), 0);
    return {
      megapixels: megapixels(isQuick),
      made,
      ratio: { cpu: ours.cpu / peer.cpu, avifBytes: total(ours.bytes) / total(peer.bytes) },
      avifLoss: Math.max(...avif.map((name) => (peer.ssim[name] ?? 0) - (ours.ssim[name] ?? 0))),
      quick: spreadOf(quick).median,
      memory: isQuick ? [] : await memoryOf(program, original, folder, ours.peakMegabytes),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** On one processor and on two: a function has as much of them as its memory buys. */
function processorsHere(): readonly Processors[] {
  const isThere = spawnSync("taskset", ["--version"]).status === 0;
  if (!isThere) return [undefined];
  return availableParallelism() < 2 ? [1] : [1, 2];
}

/** The same program on the first processors only. */
function held(program: Program, processors: Processors): Program {
  if (processors === undefined) return program;
  return { ...program, command: ["taskset", "--cpu-list", `0-${processors - 1}`, ...program.command] };
}

/** The files are the same each time; what they cost is the median, and what was held is the most. */
function middleOf(made: readonly Made[]): Made {
  const [first] = made;
  if (first === undefined) throw new RangeError("There is nothing to take the middle of.");
  const { median, least, most } = spreadOf(made.map(({ cpu }) => cpu));
  const wall = spreadOf(made.map((one) => one.wall)).median;
  const peakMegabytes = Math.max(...made.map((one) => one.peakMegabytes));
  return { ...first, cpu: median, wall, between: [least, most], peakMegabytes };
}

/**
 * Of the usual original, and of those that decoders hold most of: turned ones, whose last row comes first, and progressive
 * ones, whose every row comes last.
 *
 * @param usual  a JPEG of 24 megapixels, whose peak is known already
 */
async function memoryOf(
  program: Program,
  usual: string,
  folder: string,
  usualPeak: number,
): Promise<readonly Memory[]> {
  const noise = { type: "gaussian", mean: 128, sigma: 45 } as const; // 0.8 bytes a pixel: no photograph has more
  const heavy = () => sharp({ create: { ...largest, channels: 3, background: "#000", noise } });
  const made: readonly (readonly [keyof typeof mostFor, string, () => Sharp])[] = [
    [24, "turned", () => sharp(usual).withMetadata({ orientation: 6 }).jpeg({ quality: 92 })],
    [24, "progressive", () => sharp(usual).jpeg({ quality: 92, progressive: true })],
    [100, "heavy", () => heavy().jpeg({ quality: 93 })],
    [
      100,
      "progressive, turned, all colours",
      () =>
        heavy()
          .blur(1)
          .withMetadata({ orientation: 6 })
          .jpeg({ quality: 93, progressive: true, chromaSubsampling: "4:4:4" }),
    ],
  ];
  const found: Memory[] = [
    {
      original: "24 megapixels",
      fileMegabytes: statSync(usual).size / 1e6,
      peakMegabytes: usualPeak,
      mostMegabytes: mostFor[24],
    },
  ];
  for (const [megapixels, kind, make] of made) {
    const file = join(folder, "large.jpg");
    await make().toFile(file);
    const { peakMegabytes } = await reported(program, [file, folder, "quick,slow"]);
    found.push({
      original: `${megapixels} megapixels, ${kind}`,
      fileMegabytes: statSync(file).size / 1e6,
      peakMegabytes,
      mostMegabytes: mostFor[megapixels],
    });
  }
  return found;
}

/** The picture at each width as a careful scaling of all its pixels has it, to hold both against. */
async function references(original: string): Promise<ReadonlyMap<number, Buffer>> {
  const found = widths.map(
    async (width) =>
      [
        width,
        await sharp(original)
          .resize({ width, kernel: "lanczos3", fastShrinkOnLoad: false })
          .toColourspace("srgb")
          .raw()
          .toBuffer(),
      ] as const,
  );
  return new Map(await Promise.all(found));
}

interface Report {
  readonly cpu: number;
  readonly wall: number;
  readonly peakMegabytes: number;
  /** Path by name: "w640.avif". */
  readonly files: Readonly<Record<string, string>>;
}

async function inItsOwn(
  program: Program,
  args: readonly string[],
  reference: ReadonlyMap<number, Buffer>,
): Promise<Made> {
  const { cpu, wall, peakMegabytes, files } = await reported(program, args);
  const bytes: Record<string, number> = {};
  const kept: Record<string, number> = {};
  for (const [name, path] of Object.entries(files)) {
    bytes[name] = readFileSync(path).length;
    const wide = reference.get(Number(/^w(\d+)\./.exec(name)?.[1]));
    if (wide === undefined) continue;
    const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    kept[name] = ssim(wide, data, info);
  }
  return { cpu, wall, between: [cpu, cpu], peakMegabytes, bytes, ssim: kept };
}

/** A fresh Node with code or a file, and what else is set in its environment. */
interface Program {
  readonly command: readonly [string, ...string[]];
  readonly variables: Readonly<Record<string, string>>;
}

async function reported({ command, variables }: Program, args: readonly string[]): Promise<Report> {
  const [first, ...rest] = command;
  const { stdout } = await run(first, [...rest, ...args], {
    env: { ...process.env, ...variables },
  });
  return JSON.parse(stdout.slice(stdout.lastIndexOf("\n{") + 1)) as Report;
}

/** As the function has it: one file of JavaScript, with sharp beside it. To strip types costs 30 MB that no function has. */
async function ourProgram(): Promise<Program> {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const file = join(here, "../../dist/bench/photo.mjs");
  await build({
    stdin: { contents: ourSource, resolveDir: here, loader: "ts" },
    outfile: file,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    minify: true,
    external: ["sharp"],
  });
  return { command: [process.execPath, file], variables: photoAllocator };
}

const measured = `
import { readFileSync as readStatus } from "node:fs";
// The system's own account of the most memory begins with the parent's; that of /proc begins with the program.
const used = () => { const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const [, kilobytes] = /VmHWM:\\s*(\\d+)/.exec(readStatus("/proc/self/status", "utf-8"));
  return { cpu: (userCPUTime + systemCPUTime) / 1e6, wall: performance.now() / 1e3, peakMegabytes: Math.round(kilobytes / 1e3) }; };
const tell = (files) => console.log("\\n" + JSON.stringify({ ...used(), files }));`;

const ourSource = `
import { readFileSync, writeFileSync } from "node:fs";
import { sharpImages } from "../../functions/images/sharp-images.ts";
import { someRights } from "../support/some-rights.ts";
${measured}
const [original, folder, parts] = process.argv.slice(2);
const files = {};
const options = { parts: parts.split(","), format: "jpeg" };
for await (const { role, name, bytes } of sharpImages.files(readFileSync(original), someRights, options)) {
  if (role === "placeholder") continue;
  files[name] = folder + "/ours-" + name;
  writeFileSync(files[name], bytes);
}
tell(files);`;

function peerProgram(modules: string): Program {
  const code = `
import { createRequire } from "node:module";
const { default: Image } = await import(createRequire(${JSON.stringify(`${modules}/`)}).resolve("@11ty/eleventy-img"));
${measured}
const [original, folder] = process.argv.slice(1);
const options = { widths: ${JSON.stringify(widths)}, formats: ["avif", "webp", "jpeg"], outputDir: folder + "/peer", useCache: false };
const made = await Image(original, options);
const ending = { jpeg: "jpg", webp: "webp", avif: "avif" };
const files = Object.entries(made).flatMap(([format, all]) => all.map(({ width, outputPath }) => ["w" + width + "." + ending[format], outputPath]));
tell(Object.fromEntries(files));`;
  return { command: [process.execPath, "--input-type=module", "--eval", code], variables: {} };
}

if (import.meta.main) {
  const peers = mkdtempSync(join(tmpdir(), "presserum-peers-"));
  console.log(JSON.stringify(await photoBench(peers, false), undefined, 2));
  rmSync(peers, { recursive: true });
}
