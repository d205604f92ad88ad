import type { ListingLine, Sources } from "./ports.ts";

/** A file that is not the same in two trees. */
export interface ChangedFile {
  readonly path: string;
  /** What it is now; undefined where it is gone. */
  readonly object: string | undefined;
  readonly type: ListingLine["type"];
}

/**
 * The files that differ between two trees, as Git finds them: only folders with another address are opened.
 *
 * @param before  undefined for nothing at all
 * @param earlier  where `before` is known, if that is elsewhere
 */
export async function diffTrees(
  sources: Pick<Sources, "listing">,
  before: string | undefined,
  after: string,
  earlier: Pick<Sources, "listing"> = sources,
): Promise<readonly ChangedFile[]> {
  return before === after ? [] : diffFolders({ now: sources, earlier }, before, after, "");
}

async function diffFolders(
  sources: { readonly now: Pick<Sources, "listing">; readonly earlier: Pick<Sources, "listing"> },
  before: string | undefined,
  after: string | undefined,
  folder: string,
): Promise<readonly ChangedFile[]> {
  const [old, now] = await Promise.all([linesOf(sources.earlier, before), linesOf(sources.now, after)]);
  const names = new Set([...old.keys(), ...now.keys()]);
  const found = await Promise.all(
    [...names].map(async (name) => {
      const was = old.get(name);
      const is = now.get(name);
      if (was?.object === is?.object && was?.type === is?.type) return [];
      const path = `${folder}${name}`;
      const [oldTree, newTree] = [treeOf(was), treeOf(is)];
      const inside =
        oldTree === undefined && newTree === undefined
          ? []
          : await diffFolders(sources, oldTree, newTree, `${path}/`);
      return [...inside, ...asFile(path, was, is)];
    }),
  );
  return found.flat();
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
