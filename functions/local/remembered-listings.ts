import type { ListingLine } from "../pipeline/ports.ts";

/**
 * A folder on the disk forgets how it was, but what is shown of it is told apart from what is saved by listings of
 * both. So each listing that was read is remembered, until nothing that is shown needs it.
 */
export function rememberedListings(read: (tree: string) => Promise<readonly ListingLine[]>): {
  of(tree: string): Promise<readonly ListingLine[]>;
  /** Keeps the trees and what is below them. */
  forgetAllBut(trees: readonly string[]): void;
} {
  let remembered = new Map<string, readonly ListingLine[]>();

  return {
    async of(tree) {
      const lines = remembered.get(tree) ?? (await read(tree));
      remembered.set(tree, lines);
      return lines;
    },
    forgetAllBut(trees) {
      const kept = new Map<string, readonly ListingLine[]>();
      const keep = (at: string): void => {
        const lines = remembered.get(at);
        if (lines === undefined || kept.has(at)) return;
        kept.set(at, lines);
        for (const { type, object } of lines) if (type === "tree") keep(object);
      };
      for (const tree of trees) keep(tree);
      remembered = kept;
    },
  };
}
