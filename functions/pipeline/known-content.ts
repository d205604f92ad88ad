import type { Known } from "../content/check-references.ts";
import { folderOf } from "../content/unit-of.ts";
import type { Entry } from "../content/entry.ts";
import { addressesOf, formerAddressesOf } from "../content/addresses.ts";
import type { UnitChange } from "./index-entries.ts";
import { indexKeys, kindPartition } from "./index-keys.ts";
import type { IndexedEntry, Owner } from "./index-rows.ts";
import type { ReadRows } from "./read-once.ts";

/** What is known once the changes are made: the changed entries, and all others as the index has them. */
export function indexedContent(
  rows: ReadRows,
  changes: readonly UnitChange[],
  unread: ReadonlySet<string>,
): Known {
  const changed = new Set(changes.map(({ unit }) => unit));
  const after = new Map(changes.flatMap(({ after }) => (after ? [[nameOf(after.entry), after.entry]] : [])));
  const unitsAfter = new Map(
    changes.flatMap(({ unit, after }) => (after ? [[nameOf(after.entry), unit]] : [])),
  );
  const owners = new Map(
    changes.flatMap(({ after }) =>
      after === undefined
        ? []
        : [...addressesOf(after.entry), ...formerAddressesOf(after.entry)].map(
            (address) => [address, after.entry] as const,
          ),
    ),
  );

  /** As the index has it, unless its unit is among the changed: then only what came of that counts. */
  async function unchanged({ kind, id }: Owner): Promise<IndexedEntry | undefined> {
    const indexed = (await rows.get(indexKeys.entry(kind, id))) as IndexedEntry | undefined;
    return indexed === undefined || changed.has(indexed.unit) ? undefined : indexed;
  }

  return {
    async entry(kind, id): Promise<Entry | undefined> {
      return after.get(nameOf({ kind, id })) ?? (await unchanged({ kind, id }))?.entry;
    },
    async isUnread(kind, id) {
      const unit = kind === "newsroom" ? "newsroom" : `${folderOf(kind)}/${id}`;
      if (changed.has(unit)) return unread.has(unit);
      return kind === "photo" && (await rows.get(indexKeys.leftOut(unit))) !== undefined;
    },
    async ownerOf(address) {
      const now = owners.get(address);
      if (now !== undefined) return { kind: now.kind, id: now.id };
      const owner = (await rows.get(indexKeys.address(address))) as Owner | undefined;
      return owner !== undefined && (await unchanged(owner)) !== undefined ? owner : undefined;
    },
    async ids(kind) {
      const found = await rows.query({ pk: kindPartition(kind) });
      return [
        ...new Set([...after.values()].filter((entry) => entry.kind === kind).map(({ id }) => id)).union(
          new Set(found.map(({ sk }) => sk)),
        ),
      ];
    },
    async unitOfRelease(id) {
      return (
        unitsAfter.get(nameOf({ kind: "release", id })) ?? (await unchanged({ kind: "release", id }))?.unit
      );
    },
  };
}

function nameOf({ kind, id }: Owner): string {
  return `${kind}#${id}`;
}
