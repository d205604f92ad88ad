import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import type { Files } from "../../support/memory-sources.ts";

/** What else a public body would use: a generator that builds a folder of files, with pages like ours. */
export interface Peer {
  readonly name: string;
  /** Undefined where the machine has not got it and it cannot be installed. */
  version(): string | undefined;
  /** Writes the corpus as the peer wants it into an empty folder. */
  prepare(site: PeerSite, folder: string): void;
  /** Writes or replaces the files of one release in a prepared folder. */
  add(release: PeerRelease, folder: string): void;
  readonly build: readonly [string, ...string[]];
  /** Where the built site is, below the folder. */
  readonly output: string;
}

export interface PeerSite {
  readonly releases: readonly PeerRelease[];
  readonly people: Readonly<Record<string, unknown>>;
  readonly programmes: Readonly<Record<string, unknown>>;
  readonly cases: Readonly<Record<string, unknown>>;
  readonly photos: Readonly<Record<string, unknown>>;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** One text with everything in its front matter that generators do not find out for themselves. */
export interface PeerRelease {
  readonly name: string;
  readonly front: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** The same content as peers have it: both texts carry what the Danish one says for both. */
export function peerSite(files: Files): PeerSite {
  const folders = new Set(
    Object.keys(files).flatMap((path) => /^(releases\/.*)\/da\.md$/.exec(path)?.[1] ?? []),
  );
  const kind = (name: string) =>
    Object.fromEntries(
      Object.entries(files).flatMap(([path, text]) => {
        const id = new RegExp(String.raw`^${name}/(.*)\.yaml$`).exec(path)?.[1];
        return id === undefined ? [] : [[id, parse(String(text)) as unknown]];
      }),
    );
  return {
    releases: [...folders].flatMap((folder) => peerReleases(files, folder)),
    people: kind("contacts"),
    programmes: kind("programmes"),
    cases: kind("cases"),
    photos: kind("photos"),
    pictures: new Map(
      Object.entries(files).flatMap(([path, bytes]) =>
        path.startsWith("photos/") && typeof bytes !== "string" ? [[path, bytes] as const] : [],
      ),
    ),
  };
}

export function peerReleases(files: Files, folder: string): readonly PeerRelease[] {
  const danish = split(String(files[`${folder}/da.md`]));
  const english = split(String(files[`${folder}/en.md`]));
  const shared = danish.front;
  const month = String(shared["date"]).slice(0, 7);
  const both = [
    ["da", danish],
    ["en", english],
  ] as const;
  return both.map(([locale, { front, body }]) => ({
    name: `${locale}/${String(shared["id"])}.md`,
    front: {
      ...shared,
      ...front,
      locale,
      month: `${locale}-${month}`,
      path: `/${locale}/${month.replace("-", "/")}/${String(shared["id"])}/`,
    },
    body,
  }));
}

function split(text: string): { front: Record<string, unknown>; body: string } {
  const [, front = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return { front: parse(front) as Record<string, unknown>, body };
}

export function markdownOf(
  { front, body }: PeerRelease,
  more: Readonly<Record<string, unknown>> = {},
): string {
  return `---\n${stringify({ ...front, ...more })}---\n${body}`;
}

export function write(file: string, text: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Our templates for the peer, and the content as data beside them. */
export function copyTemplates(peer: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(fileURLToPath(new URL(peer, import.meta.url)), folder, { recursive: true });
}

export function writeData(site: PeerSite, dataFolder: string, pictureFolder: string): void {
  for (const name of ["people", "programmes", "cases", "photos"] as const)
    write(join(dataFolder, `${name}.json`), JSON.stringify(site[name]));
  for (const [path, bytes] of site.pictures) write(join(pictureFolder, path), bytes);
}

/** Installs packages of npm for the benchmark alone, once, outside the project. */
export function installed(folder: string, packages: Readonly<Record<string, string>>): string {
  const wanted = JSON.stringify({ private: true, type: "module", dependencies: packages }, undefined, 2);
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) {
    write(manifest, wanted);
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent"], {
      cwd: folder,
      stdio: "inherit",
    });
  }
  return join(folder, "node_modules");
}
