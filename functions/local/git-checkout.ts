import { isUtf8 } from "node:buffer";
import type { ListingLine } from "../pipeline/ports.ts";
import type { Checkout } from "./checkout.ts";
import { gitObjects } from "./git-objects.ts";

/** Without what another Git command around us may have set: it would name another repository. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
}

/**
 * The newest commit of a repository; nothing that is not committed is seen.
 *
 * @param prefix  where the content lies in the repository: "content/", or "" for its root
 */
export function gitCheckout(folder: string, root: string, prefix: string): Checkout {
  const objects = gitObjects(root);
  return {
    kind: "git",
    folder,
    async head() {
      const commit = await objects.find("HEAD");
      const tree = commit && (await objects.find(`${commit.object}:${prefix}`));
      if (commit === undefined || tree === undefined)
        throw new Error(`The newest commit in ${root} holds no ${prefix}newsroom.yaml.`);
      return { commit: commit.object, tree: tree.object, author: authorOf(commit.bytes) };
    },
    async listing(tree) {
      return linesOf(await objects.read(tree), tree.length / 2);
    },
    async bytes(object, first) {
      const bytes = await objects.read(object);
      return { bytes: bytes.subarray(0, first), size: bytes.length };
    },
    close: () => objects.close(),
  };
}

/**
 * A tree as Git stores it: mode, blank, name, zero, and the address in bytes; one after the other.
 *
 * @param idLength  20 bytes for SHA-1, 32 for SHA-256
 */
export function linesOf(tree: Buffer, idLength: number): readonly ListingLine[] {
  const lines: ListingLine[] = [];
  for (let at = 0; at < tree.length;) {
    const blank = tree.indexOf(0x20, at);
    const zero = tree.indexOf(0, blank);
    const mode = tree.toString("latin1", at, blank);
    const end = zero + 1 + idLength;
    lines.push({
      name: tree.toString("utf-8", blank + 1, zero),
      type: typeOf(mode),
      object: tree.toString("hex", zero + 1, end),
    });
    at = end;
  }
  return lines;
}

/** 120000 is a symbolic link, 160000 another repository: both name something that is not here. */
function typeOf(mode: string): ListingLine["type"] {
  if (mode === "40000") return "tree";
  return mode.startsWith("100") ? "blob" : "link";
}

/** The name in a commit as Git stores it: "author Åse Nørgaard <aase@example.org> 1748409600 +0200". */
function authorOf(commit: Buffer): string {
  const head = commit.toString("latin1", 0, commit.indexOf("\n\n"));
  const author = Buffer.from(/^author (.*) <.*$/m.exec(head)?.[1] ?? "", "latin1");
  return isUtf8(author) ? author.toString("utf-8") : author.toString("latin1"); // as old tools on Windows wrote it
}
