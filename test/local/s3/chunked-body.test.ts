import { describe, expect, it } from "vitest";
import { withoutChunks } from "../../../functions/local/s3/chunked-body.ts";

const framed = "5\r\nHello\r\n6;chunk-signature=abc\r\n world\r\n0\r\nx-amz-checksum-crc32:i9aeUg==\r\n\r\n";

async function read(text: string, pieceLength: number) {
  async function* pieces() {
    for (let at = 0; at < text.length; at += pieceLength) yield Buffer.from(text.slice(at, at + pieceLength));
  }
  const trailers = new Map<string, string>();
  const bytes: Uint8Array[] = [];
  for await (const piece of withoutChunks(pieces(), trailers)) bytes.push(piece);
  return { text: Buffer.concat(bytes).toString(), trailers: Object.fromEntries(trailers) };
}

describe("an aws-chunked body", () => {
  it("reads the same however the network cuts it", async () => {
    for (let length = 1; length <= framed.length; length += 1) {
      expect(await read(framed, length)).toEqual({
        text: "Hello world",
        trailers: { "x-amz-checksum-crc32": "i9aeUg==" },
      });
    }
  });

  it.each([
    ["ends early", "5\r\nHel"],
    ["has no last chunk", "5\r\nHello\r\n"],
    ["has a longer chunk than it says", "4\r\nHello\r\n0\r\n\r\n"],
    ["has a size that is no number", "five\r\nHello\r\n0\r\n\r\n"],
    ["goes on after its end", "0\r\n\r\nmore"],
  ])("is refused when it %s", async (_why, broken) => {
    await expect(read(broken, 3)).rejects.toThrow("The aws-chunked body cannot be read");
  });
});
