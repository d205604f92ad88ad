import { describe, expect, it } from "vitest";
import type { Head, ListingLine } from "../../functions/pipeline/ports.ts";
import { sendCommit } from "../../functions/pipeline/send-commit.ts";
import { memorySources } from "../support/memory-sources.ts";
import type { Files } from "../support/memory-sources.ts";

/** A source bucket that writes down what is asked of it, and may break off. */
function bucket() {
  const listings = new Map<string, readonly ListingLine[]>();
  const objects = new Map<string, Uint8Array>();
  const calls: string[] = [];
  let head: Head | undefined;
  let left = Infinity;
  const write = (call: string): void => {
    if (left <= 0) throw new Error("broken off");
    left -= 1;
    calls.push(call);
  };
  return {
    calls,
    objects,
    head: () => Promise.resolve(head),
    listing: (tree: string) => Promise.resolve(listings.get(tree) ?? []),
    breakOffAfter(writes: number) {
      left = writes;
    },
    store: {
      hasListing: (tree: string) => Promise.resolve(listings.has(tree)),
      hasBytes: (object: string) => Promise.resolve(objects.has(object)),
      async putListing(tree: string, lines: readonly ListingLine[]) {
        await Promise.resolve();
        write("listing");
        for (const { type, object } of lines) {
          // What a listing names is there before it.
          expect(type === "tree" ? listings.has(object) : objects.has(object)).toBe(true);
        }
        listings.set(tree, lines);
      },
      async putBytes(object: string, bytes: Uint8Array) {
        await Promise.resolve();
        write("bytes");
        objects.set(object, bytes);
      },
      async moveHead(to: Head) {
        await Promise.resolve();
        write("head");
        head = to;
      },
    },
  };
}

const files: Files = {
  "newsroom.yaml": "a",
  "releases/2008/x/da.md": "b",
  "releases/2008/x/en.md": "c",
  "contacts/a.yaml": "d",
};

describe("sending a commit", () => {
  it("sends files, then the listings that name them, and last of all the head", async () => {
    const to = bucket();
    const checkout = memorySources();
    const head = checkout.commit(files);
    expect(await sendCommit(checkout, to, to.store, head)).toMatchObject({ moved: true });
    expect(to.calls.filter((call) => call === "bytes")).toHaveLength(4);
    expect(to.calls.at(-1)).toBe("head");
    expect(await to.head()).toEqual(head);
  });

  it("sends the next commit's changes only", async () => {
    const to = bucket();
    const checkout = memorySources();
    await sendCommit(checkout, to, to.store, checkout.commit(files));
    to.calls.length = 0;
    await sendCommit(checkout, to, to.store, checkout.commit({ ...files, "contacts/a.yaml": "new" }));
    expect(to.calls).toEqual(["bytes", "listing", "listing", "head"]);
  });

  it("does nothing for a commit that was sent, and moves the head alone for one that changes no file", async () => {
    const to = bucket();
    const checkout = memorySources();
    await sendCommit(checkout, to, to.store, checkout.commit(files));
    to.calls.length = 0;
    const again = checkout.commit(files);
    await sendCommit(checkout, to, to.store, again);
    expect(to.calls).toEqual(["head"]);
    expect(await sendCommit(checkout, to, to.store, again)).toEqual({ uploaded: 0, moved: false });
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])(
    "goes on where it broke off after %i writes, with the head unmoved until then",
    async (writes) => {
      const to = bucket();
      const checkout = memorySources();
      const head = checkout.commit(files);
      to.breakOffAfter(writes);
      await sendCommit(checkout, to, to.store, head).catch(() => {});
      expect(await to.head()).toBeUndefined();
      to.breakOffAfter(Infinity);
      await sendCommit(checkout, to, to.store, head);
      expect(await to.head()).toEqual(head);
      expect(to.objects.size).toBe(4);
    },
  );
});
