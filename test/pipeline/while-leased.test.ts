import { describe, expect, it } from "vitest";
import { asInstant } from "../../functions/content/instant.ts";
import { LedgerMovedOn } from "../../functions/pipeline/ledger.ts";
import { renderPages } from "../../functions/pipeline/render-pages.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import { smallNewsroom } from "../support/small-newsroom.ts";

const now = asInstant(Date.parse("2026-03-15T12:00:00Z"));

describe("a worker whose publisher's lease is over", () => {
  it("writes nothing any more, neither on the site nor in the index", async () => {
    const room = memoryPressRoom();
    room.sources.commit(smallNewsroom);
    await room.publishAt(now);
    const write = (): Promise<never> => Promise.reject(new Error("It was written all the same."));
    const ports = {
      sources: room.sources,
      rows: { ...room.rows, write },
      site: { put: write, delete: write },
    };
    const order = {
      instant: now,
      subjects: ["front"],
      wave: "changed",
      again: true,
      handedOver: [],
    } as const;
    const at = (clock: string) =>
      renderPages({ ...ports, clock: { now: () => asInstant(Date.parse(clock)) } }, { ...order, until: now });
    await expect(at("2026-03-15T12:00:00Z")).rejects.toThrow(LedgerMovedOn);
    await expect(at("2026-03-15T11:59:59Z")).rejects.toThrow("It was written all the same.");
  });
});
