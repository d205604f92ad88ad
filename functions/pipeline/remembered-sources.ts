import type { ListingLine, Sources } from "./ports.ts";

/** Bytes of texts that are kept: what a commit of some hundred files changes, however large the archive is. */
const mostBytes = 8_000_000;
/** Listings that are kept: one is some kilobytes, and a commit opens a handful. */
const mostListings = 1_000;

type Bytes = Awaited<ReturnType<Sources["bytes"]>>;

/**
 * The same sources, asked less: a listing that the difference was found with is needed again to find a unit's files, and
 * a text that was checked is needed again for its page. An address never changes its bytes, so none of it grows old; of
 * what does not fit, the oldest is forgotten.
 */
export function rememberedSources(
  sources: Pick<Sources, "listing" | "bytes">,
): Pick<Sources, "listing" | "bytes"> {
  const listings = new Map<string, Promise<readonly ListingLine[]>>();
  const files = new Map<string, Bytes>();
  let size = 0;

  return {
    listing(tree) {
      const known = listings.get(tree);
      if (known !== undefined) return known;
      const listing = sources.listing(tree);
      if (listings.size >= mostListings) listings.delete(listings.keys().next().value ?? "");
      listings.set(tree, listing);
      return listing;
    },
    async bytes(object, first) {
      if (first !== undefined) return sources.bytes(object, first);
      const known = files.get(object);
      if (known !== undefined) return known;
      const read = await sources.bytes(object);
      if (!files.has(object)) size += read.bytes.length;
      files.set(object, read);
      for (const [oldest, { bytes }] of files) {
        if (size <= mostBytes) break;
        size -= bytes.length;
        files.delete(oldest);
      }
      return read;
    },
  };
}
