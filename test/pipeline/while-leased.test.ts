import { describe, expect, it } from "vitest";
import { asInstant } from "../../functions/content/instant.ts";
import { LedgerMovedOn } from "../../functions/pipeline/ledger.ts";
import { renderPages } from "../../functions/pipeline/render-pages.ts";
import { memoryLedger } from "../support/memory-ledger.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import { smallNewsroom } from "../support/small-newsroom.ts";

const now = asInstant(Date.parse("2026-03-15T12:00:00Z"));

describe("a worker whose lease, as it was told of it, is over", () => {
  const written = "It was written all the same.";
  const write = (): Promise<never> => Promise.reject(new Error(written));

  async function worker(takenBy: string, until: string): Promise<(clock: string) => Promise<unknown>> {
    const room = memoryPressRoom();
    room.sources.commit(smallNewsroom);
    await room.publishAt(now);
    const ledger = memoryLedger();
    await ledger.take(takenBy, now, asInstant(Date.parse(until)));
    const ports = {
      sources: room.sources,
      rows: { ...room.rows, write },
      site: { put: write, delete: write },
      ledger,
      held: { delete: write },
      workers: { drawPictures: () => Promise.resolve() },
    };
    return (clock) =>
      renderPages(
        { ...ports, clock: { now: () => asInstant(Date.parse(clock)) } },
        {
          instant: now,
          subjects: ["front"],
          step: "changed",
          again: true,
          handedOver: [],
          lease: { holder: "one", until: now },
        },
      );
  }

  it("writes nothing any more, neither on the site nor in the index, where its publisher has none", async () => {
    const at = await worker("another", "2026-03-15T12:01:00Z");
    await expect(at("2026-03-15T11:59:59Z")).rejects.toThrow(written);
    await expect(at("2026-03-15T12:00:00Z")).rejects.toThrow(LedgerMovedOn);
  });

  it("goes on for as long as its publisher has renewed it, but for the last write's time", async () => {
    const at = await worker("one", "2026-03-15T12:01:00Z");
    await expect(at("2026-03-15T12:00:49Z")).rejects.toThrow(written);
    await expect(at("2026-03-15T12:00:50Z")).rejects.toThrow(LedgerMovedOn);
  });
});
