import { photoBench } from "./photos.ts";
import type { Memory } from "./photos.ts";
import type { Part, Section, Table } from "./section.ts";

/** All files of one photo, beside @11ty/eleventy-img at its defaults. Fails where more memory is held than may be. */
export const photoSet: Part = async (options): Promise<Section> => {
  const result = await photoBench(options.folder, options.quick);
  const { megapixels, made, ratio, avifLoss, quick, memory } = result;
  for (const { original, peakMegabytes, mostMegabytes } of memory) {
    if (peakMegabytes <= mostMegabytes) continue;
    console.error(`${original}: the function held ${peakMegabytes} MB, and may hold ${mostMegabytes} MB.`);
    process.exitCode = 1;
  }
  const bytesOf = (bytes: Readonly<Record<string, number>>, format: string) =>
    Object.entries(bytes).reduce((sum, [name, size]) => (name.endsWith(format) ? sum + size : sum), 0) /
    1_000;
  return {
    title: `One photo of ${megapixels} megapixels`,
    about:
      "AVIF, WebP and JPEG in the same widths, each in a process of its own, in turns, held to one processor and to two. Ours makes the press original, the crops and the social " +
      `picture besides, and writes the rights into every file. JPEG and WebP, with which a page is live, are there after ${quick.toFixed(2)} CPU s; ` +
      `AVIF takes ${ratio.avifBytes.toFixed(2)} times the peer's bytes and keeps at most ${avifLoss.toFixed(4)} less of the picture (SSIM).`,
    tables: [
      {
        head: [
          "",
          "processors",
          "wall s",
          "CPU s",
          "from – to",
          "to eleventy-img",
          "peak MB",
          "AVIF kB",
          "WebP kB",
          "JPEG kB",
        ],
        rows: made.flatMap(({ processors, ours, peer }) =>
          (
            [
              ["Presserum", ours],
              ["@11ty/eleventy-img", peer],
            ] as const
          ).map(([name, { cpu, wall, between, peakMegabytes, bytes }]) => [
            name,
            processors,
            wall,
            cpu,
            between.map((one) => one.toFixed(1)).join(" – "),
            cpu / peer.cpu,
            peakMegabytes,
            bytesOf(bytes, ".avif"),
            bytesOf(bytes, ".webp"),
            bytesOf(bytes, ".jpg") || bytesOf(bytes, ".jpeg"),
          ]),
        ),
      },
      ...(memory.length > 0 ? [memoryTable(memory)] : []),
    ],
    figures: result,
  };
};

function memoryTable(memory: readonly Memory[]): Table {
  return {
    caption: "What the function holds at the most while it makes all files of one original:",
    head: ["", "original MB", "peak MB", "may have"],
    rows: memory.map(({ original, fileMegabytes, peakMegabytes, mostMegabytes }) => [
      original,
      fileMegabytes,
      peakMegabytes,
      mostMegabytes,
    ]),
  };
}
