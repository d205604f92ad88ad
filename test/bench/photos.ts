import { build } from "esbuild";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import sharp from "sharp";
import type { Sharp } from "sharp";
import { photoAllocator } from "../../functions/contract.ts";
import { widths } from "../../functions/images/rendition-set.ts";
import { noisyPicture, ssim } from "./pictures.ts";
import { spreadOf } from "./quantiles.ts";

/**
 * How the files of one photo of 24 megapixels are made, against @11ty/eleventy-img at its defaults for the same widths
 * and formats. Each in a process of its own, so that CPU seconds and memory are its own; the peer is installed into a
 * temporary folder. `node test/bench/photos.ts` writes what it found as JSON.
 */
export interface PhotoBench {
  readonly ours: Made;
  readonly peer: Made;
  /** Ours by theirs. */
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
interface Made {
  readonly cpu: number;
  /** The least and the most of all rounds. */
  readonly between: readonly [number, number];
  readonly peakMegabytes: number;
  readonly bytes: Readonly<Record<string, number>>;
  readonly ssim: Readonly<Record<string, number>>;
}

const run = promisify(execFile);
const peerVersion = "7.0.0";
/** In turns: processor seconds of one run differ by a fifth from the next on a machine that others share. */
const rounds = 3;
const picture = { width: 6_000, height: 4_000 };
/** As large as originals may be, in pixels and nearly in bytes. */
const largest = { width: 12_240, height: 8_160 };
/** Megabytes: a tenth and less than half of what the function has. */
const mostFor = { 24: 350, 100: 1_200 };

/**
 * What the photo function spends on one photo of 24 megapixels: for what a page is live with, and for the AVIF afterwards.
 * Each in a process of its own.
 */
export async function photoCosts(): Promise<Readonly<Record<"quick" | "slow", Omit<Report, "files">>>> {
  const folder = mkdtempSync(join(tmpdir(), "presserum-photos-"));
  try {
    const [original, program] = await Promise.all([writtenOriginal(folder), ourProgram()]);
    const cost = async (parts: string) => {
      const { cpu, peakMegabytes } = await reported(program, [original, folder, parts]);
      return { cpu, peakMegabytes };
    };
    return { quick: await cost("quick"), slow: await cost("slow") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writtenOriginal(folder: string): Promise<string> {
  const original = join(folder, "original.jpg");
  const raw = { ...picture, channels: 3 as const };
  await sharp(await noisyPicture("landscape", picture, 3), { raw })
    .jpeg({ quality: 92 })
    .toFile(original);
  return original;
}

export async function photoBench(): Promise<PhotoBench> {
  const folder = mkdtempSync(join(tmpdir(), "presserum-photos-"));
  try {
    const [original, program] = await Promise.all([writtenOriginal(folder), ourProgram()]);
    writeFileSync(join(folder, "package.json"), "{}");
    await run("npm", ["install", "--no-audit", "--no-fund", `@11ty/eleventy-img@${peerVersion}`], {
      cwd: folder,
    });

    const reference = await references(original);
    const quick: number[] = [];
    const contestants = { ours: [] as Made[], peer: [] as Made[] };
    for (let round = 0; round < rounds; round += 1) {
      contestants.ours.push(await inItsOwn(program, [original, folder, "quick,slow"], reference));
      quick.push((await reported(program, [original, folder, "quick"])).cpu);
      contestants.peer.push(await inItsOwn(peerProgram(folder), [original, folder], reference));
    }
    const [ours, peer] = [middleOf(contestants.ours), middleOf(contestants.peer)];
    const avif = widths.map((width) => `w${width}.avif`);
    const total = (bytes: Made["bytes"]) => avif.reduce((sum, name) => sum + (bytes[name] ?? 0), 0);
    return {
      ours,
      peer,
      ratio: { cpu: ours.cpu / peer.cpu, avifBytes: total(ours.bytes) / total(peer.bytes) },
      avifLoss: Math.max(...avif.map((name) => (peer.ssim[name] ?? 0) - (ours.ssim[name] ?? 0))),
      quick: spreadOf(quick).median,
      memory: await memoryOf(program, original, folder, ours.peakMegabytes),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The files are the same each time; what they cost is the median, and what was held is the most. */
function middleOf(made: readonly Made[]): Made {
  const [first] = made;
  if (first === undefined) throw new RangeError("There is nothing to take the middle of.");
  const { median, least, most } = spreadOf(made.map(({ cpu }) => cpu));
  const peakMegabytes = Math.max(...made.map((one) => one.peakMegabytes));
  return { ...first, cpu: median, between: [least, most], peakMegabytes };
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
  readonly peakMegabytes: number;
  /** Path by name: "w640.avif". */
  readonly files: Readonly<Record<string, string>>;
}

async function inItsOwn(
  program: Program,
  args: readonly string[],
  reference: ReadonlyMap<number, Buffer>,
): Promise<Made> {
  const { cpu, peakMegabytes, files } = await reported(program, args);
  const bytes: Record<string, number> = {};
  const kept: Record<string, number> = {};
  for (const [name, path] of Object.entries(files)) {
    bytes[name] = readFileSync(path).length;
    const wide = reference.get(Number(/^w(\d+)\./.exec(name)?.[1]));
    if (wide === undefined) continue;
    const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    kept[name] = ssim(wide, data, info);
  }
  return { cpu, between: [cpu, cpu], peakMegabytes, bytes, ssim: kept };
}

/** What a fresh Node is given: code or a file, and what else is set in its environment. */
interface Program {
  readonly node: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

async function reported({ node, variables }: Program, args: readonly string[]): Promise<Report> {
  const { stdout } = await run(process.execPath, [...node, ...args], {
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
  return { node: [file], variables: photoAllocator };
}

const measured = `
import { readFileSync as readStatus } from "node:fs";
// The system's own account of the most memory begins with the parent's; that of /proc begins with the program.
const used = () => { const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const [, kilobytes] = /VmHWM:\\s*(\\d+)/.exec(readStatus("/proc/self/status", "utf-8"));
  return { cpu: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: Math.round(kilobytes / 1e3) }; };
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

function peerProgram(folder: string): Program {
  const code = `
import { createRequire } from "node:module";
const { default: Image } = await import(createRequire(${JSON.stringify(`${folder}/`)}).resolve("@11ty/eleventy-img"));
${measured}
const [original, folder] = process.argv.slice(1);
const options = { widths: ${JSON.stringify(widths)}, formats: ["avif", "webp", "jpeg"], outputDir: folder + "/peer", useCache: false };
const made = await Image(original, options);
const ending = { jpeg: "jpg", webp: "webp", avif: "avif" };
const files = Object.entries(made).flatMap(([format, all]) => all.map(({ width, outputPath }) => ["w" + width + "." + ending[format], outputPath]));
tell(Object.fromEntries(files));`;
  return { node: ["--input-type=module", "--eval", code], variables: {} };
}

if (import.meta.main) console.log(JSON.stringify(await photoBench(), undefined, 2));
