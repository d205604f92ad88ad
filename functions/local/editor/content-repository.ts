import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { ForAuthors } from "../for-authors.ts";
import { gitEnvironment } from "../git-checkout.ts";

/** The part of a Git repository that authors may change, as the editor in the browser needs it. */
export interface ContentRepository {
  /** The branch that is checked out: "main". */
  branch(): Promise<string>;
  head(): Promise<Commit>;
  /** The files of a commit, with their paths from the repository's root. */
  files(commit: string): Promise<readonly RepositoryFile[]>;
  blob(object: string): Promise<Buffer>;
  /** The newest commits of the branch that touched a path, newest first. */
  history(path: string | undefined, most: number): Promise<readonly Commit[]>;
  /** The newest commit of each file. */
  lastCommits(): Promise<ReadonlyMap<string, Commit>>;
  /**
   * Commits, and brings the files on the disk to what was committed.
   *
   * @throws  BranchMoved, SavedElsewhere, PathRefused, NobodyToCommit: each says what to do
   */
  commit(change: Change): Promise<Commit>;
  /** Who commits here. @throws NobodyToCommit */
  author(): Promise<{ readonly name: string; readonly email: string }>;
}

export interface Commit {
  readonly oid: string;
  readonly message: string;
  readonly name: string;
  readonly email: string;
  /** RFC 3339 */
  readonly date: string;
}
export interface RepositoryFile {
  readonly path: string;
  readonly object: string;
  readonly size: number;
}
export interface Change {
  /** The commit that the author was looking at. */
  readonly on: string;
  readonly message: string;
  readonly additions: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly deletions: readonly string[];
}

/** Somebody committed in the meantime. Looking at that and saving again helps; nothing is lost. */
export class BranchMoved extends ForAuthors {
  override readonly name = "BranchMoved";
  constructor(options?: ErrorOptions) {
    super(
      {
        da: "En anden har committet imens. Din tekst er her endnu: gem igen.",
        en: "Somebody else has committed in the meantime. Your text is still here: save again.",
      },
      options,
    );
  }
}
/** The file was changed on the disk and that is not committed: committing over it would lose it. */
export class SavedElsewhere extends ForAuthors {
  override readonly name = "SavedElsewhere";
  constructor(paths: readonly string[]) {
    const named = paths.join(", ");
    super({
      da: `${named} er ændret i et andet program og ikke committet. Commit eller fortryd det først, og gem så igen; intet er gået tabt.`,
      en: `${named} was changed in another program and not committed. Commit or undo that first, then save again; nothing is lost.`,
    });
  }
}
export class PathRefused extends ForAuthors {
  override readonly name = "PathRefused";
  constructor(path: string) {
    super({
      da: `${path} ligger ikke i mappen med indholdet, så den kan ikke ændres her.`,
      en: `${path} is not in the content folder, so it cannot be changed here.`,
    });
  }
}
export class NobodyToCommit extends ForAuthors {
  override readonly name = "NobodyToCommit";
  constructor(options?: ErrorOptions) {
    const name = 'git config --global user.name "Ane Åkjær"';
    const email = "git config --global user.email ane@example.dk";
    super(
      {
        da: `Git ved ikke, hvem du er. Kør ${name} og ${email}, og gem så igen.`,
        en: `Git does not know who you are. Run ${name} and ${email}, then save again.`,
      },
      options,
    );
  }
}

/**
 * @param root    the repository
 * @param prefix  where the content lies in it: "content/", or "" for its root
 */
export function contentRepository(root: string, prefix: string): ContentRepository {
  const git = (args: readonly string[], options: Run = {}) => run(root, args, options);
  const text = async (...args: readonly string[]) => (await git(args)).toString("utf-8");
  /** One commit at a time: two windows may save in the same second. */
  let last: Promise<unknown> = Promise.resolve();

  const log = async (...args: readonly string[]): Promise<readonly Commit[]> => {
    const lines = await text("log", "-z", "--format=%H%x01%an%x01%ae%x01%cI%x01%B", ...args);
    return lines
      .split("\0")
      .filter((line) => line !== "")
      .map(commitOf);
  };
  const head = async (): Promise<Commit> => {
    const [newest] = await log("-1");
    if (newest === undefined) throw new Error(`${root} has no commit.`);
    return newest;
  };

  const author = async () => {
    try {
      const [, name = "", email = ""] = /^(.*) <(.*)> /.exec(await text("var", "GIT_AUTHOR_IDENT")) ?? [];
      return { name, email };
    } catch (error) {
      throw new NobodyToCommit({ cause: error });
    }
  };

  const commitNow = async ({ on, message, additions, deletions }: Change): Promise<Commit> => {
    await author();
    const paths = [...additions.map(({ path }) => path), ...deletions];
    for (const path of paths) if (!isContent(path, prefix)) throw new PathRefused(path);
    if ((await head()).oid !== on) throw new BranchMoved();
    const dirty = await git([
      "--literal-pathspecs",
      "status",
      "--porcelain",
      "-z",
      "--untracked-files=all",
      "--",
      ...paths,
    ]);
    if (dirty.length > 0)
      throw new SavedElsewhere(
        dirty
          .toString("utf-8")
          .split("\0")
          .flatMap((line) => (line === "" ? [] : line.slice(3))),
      );

    const tree = await treeOf(on, additions, deletions);
    const commit = (await git(["commit-tree", tree, "-p", on], { input: message })).toString("latin1").trim();
    try {
      await git(["update-ref", "-m", "commit: from the editor in the browser", "HEAD", commit, on]);
    } catch (error) {
      throw new BranchMoved({ cause: error });
    }
    const restore = [
      "restore",
      `--source=${commit}`,
      "--staged",
      "--worktree",
      "--pathspec-from-file=-",
      "--pathspec-file-nul",
    ];
    await git(["--literal-pathspecs", ...restore], { input: paths.join("\0") });
    return head();
  };

  /** What the commit holds: made in an index of its own, so that what others have staged stays theirs. */
  const treeOf = async (
    on: string,
    additions: Change["additions"],
    deletions: Change["deletions"],
  ): Promise<string> => {
    const gitDir = (await text("rev-parse", "--absolute-git-dir")).trim();
    const index = join(gitDir, `presserum-${randomUUID()}.index`);
    try {
      await git(["read-tree", on], { index });
      const lines = deletions.map((path) => `0 ${"0".repeat(on.length)}\t${path}\0`);
      for (const { path, bytes } of additions) {
        const object = (await git(["hash-object", "-w", "--stdin"], { input: bytes }))
          .toString("latin1")
          .trim();
        lines.push(`100644 ${object}\t${path}\0`);
      }
      await git(["update-index", "-z", "--add", "--index-info"], { index, input: lines.join("") });
      return (await git(["write-tree"], { index })).toString("latin1").trim();
    } finally {
      await rm(index, { force: true });
    }
  };

  return {
    branch: async () => (await text("rev-parse", "--abbrev-ref", "HEAD")).trim(),
    head,
    author,
    async files(commit) {
      const listed = await text(
        "ls-tree",
        "-r",
        "-l",
        "-z",
        commit,
        "--",
        ...(prefix === "" ? [] : [prefix]),
      );
      return listed.split("\0").flatMap((line) => {
        const [, object, size, path] = /^100(?:644|755) blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line) ?? [];
        return object === undefined || path === undefined || !isContent(path, prefix)
          ? []
          : { path, object, size: Number(size) };
      });
    },
    blob: (object) =>
      /^[0-9a-f]{40,64}$/.test(object)
        ? git(["cat-file", "blob", object])
        : Promise.reject(new PathRefused(object)),
    history: (path, most) => log(`--max-count=${most}`, ...(path === undefined ? [] : ["--", path])),
    async lastCommits() {
      const found = new Map<string, Commit>();
      const all = await text(
        "log",
        "-z",
        "--name-only",
        "--no-renames",
        "--format=%x02%H%x01%an%x01%ae%x01%cI%x01%s%x00",
        "--",
        ...(prefix === "" ? ["."] : [prefix]),
      );
      for (const part of all.split("\u0002")) {
        const [first = "", ...names] = part.split("\0");
        if (first === "") continue;
        const commit = commitOf(first);
        for (const name of names) {
          const path = name.replace(/^\n/, "");
          if (path !== "" && !found.has(path)) found.set(path, commit);
        }
      }
      return found;
    },
    commit(change) {
      const next = last.then(
        () => commitNow(change),
        () => commitNow(change),
      );
      last = next;
      return next;
    },
  };
}

/** A file below the content folder that an author can have: nothing that begins with a dot, and no way out. */
function isContent(path: string, prefix: string): boolean {
  const inside = path.slice(prefix.length);
  return (
    path.startsWith(prefix) &&
    !/[\p{Cc}\\]/u.test(path) &&
    inside.split("/").every((name) => name !== "" && !name.startsWith("."))
  );
}

function commitOf(line: string): Commit {
  const [oid = "", name = "", email = "", date = "", message = ""] = line.split("\u0001");
  return { oid, name, email, date, message: message.trim() };
}

interface Run {
  readonly input?: string | Uint8Array;
  readonly index?: string;
}

/** A photo, or the listing of ten thousand releases. */
const largestAnswer = 256 * 1024 * 1024;

/** Git itself, without a shell. */
function run(root: string, args: readonly string[], { input, index }: Run): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const env = { ...gitEnvironment(), ...(index === undefined ? {} : { GIT_INDEX_FILE: index }) };
    const child = execFile(
      "git",
      ["-C", root, ...args],
      { env, encoding: "buffer", maxBuffer: largestAnswer },
      (error, out, complaint) => {
        if (error === null) resolve(out);
        else
          reject(
            new Error(`git ${args[0]} failed in ${root}: ${complaint.toString("utf-8").trim()}`, {
              cause: error,
            }),
          );
      },
    );
    child.stdin?.on("error", () => {}); // told by the exit
    child.stdin?.end(input ?? "");
  });
}
