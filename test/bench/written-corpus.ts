import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { smallNewsroom } from "../support/small-newsroom.ts";
import type { Files } from "../support/memory-sources.ts";
import { corpus, releaseFiles } from "./corpus.ts";
import { write } from "./peers/peer-site.ts";

const photo = smallNewsroom["photos/bro.jpg"] ?? "";

/** The corpus as a newsroom's content folder. */
export function writtenCorpus(folder: string, releases: number): string {
  const content = join(folder, `corpus-${releases}`);
  rmSync(content, { recursive: true, force: true });
  for (const [path, bytes] of Object.entries(corpus(releases))) write(join(content, path), bytes);
  return content;
}

/** The same in a Git repository of its own, to be committed to. */
export function committedCorpus(folder: string, releases: number): string {
  const repository = join(folder, `repository-${releases}`);
  rmSync(repository, { recursive: true, force: true });
  for (const [path, bytes] of Object.entries(corpus(releases)))
    write(join(repository, "content", path), bytes);
  execFileSync("git", ["init", "--quiet"], { cwd: repository });
  commit(repository);
  return repository;
}

export function commit(repository: string): void {
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=bench", "-c", "user.email=bench@localhost", ...args], {
      cwd: repository,
    });
  git("add", "--all");
  git("commit", "--quiet", "--message", "news");
}

/** A release that is newer than the whole archive, and like it in size. */
export function newRelease(number: number): Files {
  return Object.fromEntries(
    Object.entries(releaseFiles(1, photo)).map(([path, text]) => [
      path.replace("/r1/", `/ny-${number}/`),
      String(text)
        .replace("id: r1\n", `id: ny-${number}\n`)
        .replaceAll("Nyhed 1", `Ny nyhed ${number}`)
        .replaceAll("News 1", `New news ${number}`),
    ]),
  );
}
