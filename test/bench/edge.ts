import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { copyTemplates, installed, write } from "./peers/peer-site.ts";
import { spreadOf } from "./quantiles.ts";
import { spent } from "./spent.ts";
import type { Part, Section } from "./section.ts";
import { releasePageOf } from "./shared-press-room.ts";

const packages = { fastify: "5.12.8", "@fastify/static": "10.1.11" };
const atOnce = 32;

/** How the site answers at home, where the edge function, the cache and the headers are those of the template. */
export const edge: Part = async (options): Promise<Section> => {
  const requests = options.quick ? 1_000 : 10_000;
  const rounds = options.quick ? 2 : 5;
  const room = await options.pressRoom();
  const page = releasePageOf(options.quick);
  const fastify = await startFastify(options.folder, onePage(options.folder, page, await room.text(page)));
  try {
    const contestants = [
      { name: "Presserum at home", site: room.runtime.site },
      { name: `Fastify ${packages.fastify} with @fastify/static`, site: fastify.site },
    ];
    const runs = new Map(contestants.map(({ name }) => [name, [] as Load[]]));
    for (let round = 0; round < rounds; round += 1)
      for (const { name, site } of contestants) runs.get(name)?.push(await load(site + page, requests));
    const results = contestants.map(({ name }) => {
      const all = runs.get(name) ?? [];
      return {
        name,
        perSecond: spreadOf(all.map((one) => one.perSecond)),
        p50: spreadOf(all.map((one) => one.p50)).median,
        p99: spreadOf(all.map((one) => one.p99)).median,
      };
    });
    return {
      title: "Serving at home",
      about:
        `A release's page, asked for ${requests} times by ${atOnce} readers at once over kept connections, in ${rounds} rounds taken in turns. ` +
        "Client and server share the machine's cores, so that the figures count against each other only.",
      tables: [
        {
          head: ["", "requests/s", "from – to", "to Fastify's", "p50 ms", "p99 ms"],
          rows: results.map(({ name, perSecond, p50, p99 }) => [
            name,
            perSecond.median,
            `${Math.round(perSecond.least)} – ${Math.round(perSecond.most)}`,
            perSecond.median / (results[1]?.perSecond.median ?? Number.NaN),
            p50,
            p99,
          ]),
        },
      ],
      figures: results,
    };
  } finally {
    fastify.stop();
  }
};

/** A folder with this page alone: for Fastify, the very bytes that Presserum answers with. */
function onePage(folder: string, page: string, html: string): string {
  const files = join(folder, "page");
  write(join(files, page, "index.html"), html);
  return files;
}

interface Load {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

async function load(url: string, requests: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const took: number[] = [];
  let left = requests;
  const { wall } = await spent(() =>
    Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (left > 0) {
          left -= 1;
          const started = performance.now();
          await fetched(url, agent);
          took.push(performance.now() - started);
        }
      }),
    ),
  );
  agent.destroy();
  const sorted = took.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { perSecond: requests / wall, p50: at(0.5), p99: at(0.99) };
}

function fetched(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { "accept-encoding": "gzip" } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume().on("end", resolve).on("error", reject);
    }).on("error", reject);
  });
}

async function startFastify(folder: string, files: string): Promise<{ site: string; stop(): void }> {
  const home = join(folder, "fastify");
  installed(home, packages);
  copyTemplates("fastify", join(home, "server"));
  const server = spawn(process.execPath, [join(home, "server/serve.mjs"), files], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(server.stdout, "data")) as [Buffer];
  return { site: line.toString().trim(), stop: () => void server.kill() };
}
