import { describe, expect, it } from "vitest";
import type { Photo } from "../../functions/content/entry.ts";
import { asInstant } from "../../functions/content/instant.ts";
import { indexKeys, photoListsPartition, photoMonthsPartition } from "../../functions/pipeline/index-keys.ts";
import { indexPhotoMonth, livePhotoMonths } from "../../functions/pipeline/index-photo-months.ts";
import type { IndexedEntry } from "../../functions/pipeline/index-rows.ts";
import { memoryRows } from "../../functions/pipeline/memory-rows.ts";
import type { Rows } from "../../functions/pipeline/ports.ts";
import { cardOf } from "../../functions/site/release-card.ts";
import type { ReleaseCard } from "../../functions/site/release-card.ts";
import { aPhoto, aRelease } from "../support/entries.ts";

/** A month as it may be: its releases, and who is in their photos. */
interface Month {
  readonly cards: readonly ReleaseCard[];
  readonly photos: readonly Photo[];
}

const photo = (id: string, ...people: readonly string[]): Photo =>
  aPhoto({ id, people: people.map((name) => ({ name })) });
const card = (id: string, programme: string, ...photos: readonly string[]): ReleaseCard =>
  cardOf(aRelease({ id, programme, photos }));
const months: readonly Month[] = [
  { cards: [], photos: [] },
  { cards: [card("r", "cykler", "a")], photos: [photo("a", "Per", "Ib")] },
  {
    cards: [card("r", "veje", "a"), card("s", "cykler", "b")],
    photos: [photo("a", "Ane"), photo("b", "Ib")],
  },
  { cards: [card("r", "veje", "a")], photos: [] },
];
const lists = ["person/per", "person/ib", "person/ane", "programme/cykler", "programme/veje"];

class Death extends Error {}

/** Brings the month up to date, and breaks off before the row of that number is written. */
async function index(rows: Rows, { cards, photos }: Month, lives = Infinity): Promise<void> {
  const keys = ["a", "b"].map((id) => indexKeys.entry("photo", id));
  const entries = photos.map((entry) => ({
    ...indexKeys.entry("photo", entry.id),
    value: { entry, unit: `photos/${entry.id}`, sources: {} } satisfies IndexedEntry,
  }));
  await rows.write([], keys);
  await rows.write(entries, []);
  let left = lives;
  const mortal: Pick<Rows, "get" | "write"> = {
    get: (wanted) => rows.get(wanted),
    async write(puts, deletes) {
      const orders: readonly Parameters<Rows["write"]>[] = [
        ...puts.map((row): Parameters<Rows["write"]> => [[row], []]),
        ...deletes.map((key): Parameters<Rows["write"]> => [[], [key]]),
      ];
      for (const [put, gone] of orders) {
        if (left === 0) throw new Death();
        left -= 1;
        await rows.write(put, gone);
      }
    },
  };
  await indexPhotoMonth(mortal, "2008-05", cards);
}

async function known(rows: Rows): Promise<unknown> {
  const found = await Promise.all(
    [photoListsPartition, ...lists.map(photoMonthsPartition)].map((pk) => rows.query({ pk })),
  );
  return found.flat();
}

describe("the months of lists of photos, in the index", () => {
  it("are the same whatever was there and wherever a publication broke off before another came", async () => {
    for (const first of months)
      for (const second of months)
        for (const last of months) {
          const fresh = memoryRows();
          await index(fresh, last);
          for (let lives = 0; lives < 14; lives += 1) {
            const rows = memoryRows();
            await index(rows, first);
            await index(rows, second, lives).catch((error: unknown) => {
              if (!(error instanceof Death)) throw error;
            });
            await index(rows, last);
            expect(await known(rows)).toEqual(await known(fresh));
          }
        }
  });

  it("are written once: what is as it was is left alone", async () => {
    const rows = memoryRows();
    for (const month of months) {
      await index(rows, month);
      await index(rows, month, 0);
    }
    expect(await livePhotoMonths(rows, "person/per", asInstant(Date.now()))).toEqual([]);
  });
});
