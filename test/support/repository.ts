import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Files } from "./memory-sources.ts";

/** A folder of its own for a test, gone when the test is. */
export interface Folder {
  readonly path: string;
  write(files: Files): void;
  remove(path: string): void;
  git(...args: string[]): string;
  /** Commits everything as it is; the commit's id. */
  commit(): string;
  [Symbol.dispose](): void;
}

export function temporaryFolder(): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "presserum-")));
  const git = (...args: string[]): string =>
    execFileSync("git", ["-c", "user.name=Ane", "-c", "user.email=ane@kommunen.example", ...args], {
      cwd: path,
      encoding: "utf-8",
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  return {
    path,
    write(files) {
      for (const [name, bytes] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), bytes);
      }
    },
    remove: (name) => rmSync(join(path, name), { recursive: true }),
    git,
    commit() {
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", "--message", "A change");
      return git("rev-parse", "HEAD");
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}
