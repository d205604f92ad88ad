import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Kept } from "./edge-cache.ts";

/** What CloudFront compresses: from 1,000 to 10,000,000 bytes, of these types. */
const smallest = 1000;
const largest = 10_000_000;
const types =
  /^(?:text\/.+|application\/(?:javascript|json|manifest\+json|xml|rss\+xml|atom\+xml|xhtml\+xml|ld\+json|vnd\.ms-fontobject|x-javascript|wasm)|image\/svg\+xml|font\/(?:ttf|otf))/;

export function isCompressible({ headers, body }: Kept): boolean {
  return (
    headers["content-encoding"] === undefined &&
    body.length >= smallest &&
    body.length <= largest &&
    types.test(headers["content-type"] ?? "")
  );
}

/** The encoding that the viewer takes and CloudFront prefers; undefined for none. */
export function encodingFor(acceptEncoding: string | undefined): "br" | "gzip" | undefined {
  const taken = new Set(
    (acceptEncoding ?? "")
      .toLowerCase()
      .split(",")
      .map((one) => one.trim())
      .filter((one) => !/;\s*q=0(?:\.0*)?$/.test(one))
      .map((one) => one.replace(/;.*$/, "").trim()),
  );
  if (taken.has("br")) return "br";
  return taken.has("gzip") ? "gzip" : undefined;
}

/** Compresses once for each kept answer. */
export function compressed(kept: Kept, encoding: "br" | "gzip"): Promise<Buffer> {
  const known = kept.encoded.get(encoding);
  if (known !== undefined) return known;
  // 5: about the size of gzip's best at a tenth of the time of brotli's best.
  const made =
    encoding === "gzip"
      ? promisify(gzip)(kept.body)
      : promisify(brotliCompress)(kept.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  kept.encoded.set(encoding, made);
  return made;
}
