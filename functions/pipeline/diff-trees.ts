import { inTurns } from "./in-turns.ts";
import type { ListingLine, Sources } from "./ports.ts";

/** A file that is not the same in two trees. */
export interface ChangedFile {
  readonly path: string;
  /** What it is now; undefined where it is gone. */
  readonly object: string | undefined;
  readonly type: ListingLine["type"];
}

/** Two folders at one path; undefined where there is none. */
interface Pair {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Listings asked for at once: an archive of 10,000 releases has as many folders, and a client fifty sockets. */
const atOnce = 32;

/**
 * The files that differ between two trees, as Git finds them: only folders with another address are opened.
 *
 * @param before  undefined for nothing at all
 * @param earlier  where `before` is known, if that is elsewhere
 * @returns        a folder's files before those of the folders in it
 */
export async function diffTrees(
  sources: Pick<Sources, "listing">,
  before: string | undefined,
  after: string,
  earlier: Pick<Sources, "listing"> = sources,
): Promise<readonly ChangedFile[]> {
  const found: ChangedFile[] = [];
  let level: readonly Pair[] = before === after ? [] : [{ path: "", before, after }];
  while (level.length > 0) {
    const opened = await inTurns(level, atOnce, (pair) => diffFolders({ now: sources, earlier }, pair));
    found.push(...opened.flatMap(({ files }) => files));
    level = opened.flatMap(({ folders }) => folders);
  }
  return found;
}

async function diffFolders(
  sources: { readonly now: Pick<Sources, "listing">; readonly earlier: Pick<Sources, "listing"> },
  { path: folder, before, after }: Pair,
): Promise<{ readonly files: readonly ChangedFile[]; readonly folders: readonly Pair[] }> {
  const [old, now] = await Promise.all([linesOf(sources.earlier, before), linesOf(sources.now, after)]);
  const changed = [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => ({ path: `${folder}${name}`, was: old.get(name), is: now.get(name) }))
    .filter(({ was, is }) => was?.object !== is?.object || was?.type !== is?.type);
  return {
    files: changed.flatMap(({ path, was, is }) => asFile(path, was, is)),
    folders: changed
      .map(({ path, was, is }) => ({ path: `${path}/`, before: treeOf(was), after: treeOf(is) }))
      .filter((pair) => pair.before !== undefined || pair.after !== undefined),
  };
}

/** A file that came, went or changed; a folder that became a file or the other way round is both. */
function asFile(
  path: string,
  was: ListingLine | undefined,
  is: ListingLine | undefined,
): readonly ChangedFile[] {
  if (is !== undefined && is.type !== "tree") return [{ path, object: is.object, type: is.type }];
  if (was !== undefined && was.type !== "tree") return [{ path, object: undefined, type: was.type }];
  return [];
}

function treeOf(line: ListingLine | undefined): string | undefined {
  return line?.type === "tree" ? line.object : undefined;
}

async function linesOf(
  sources: Pick<Sources, "listing">,
  tree: string | undefined,
): Promise<ReadonlyMap<string, ListingLine>> {
  const lines = tree === undefined ? [] : await sources.listing(tree);
  return new Map(lines.map((line) => [line.name, line]));
}
