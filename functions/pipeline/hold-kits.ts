import type { Instant } from "../content/instant.ts";
import { releaseObjects } from "../site/release-objects.ts";
import type { Subject } from "../site/subject.ts";
import { inTurns } from "./in-turns.ts";
import { afterInstant, duePartition } from "./index-keys.ts";
import { indexLibrary } from "./index-library.ts";
import type { Due } from "./index-rows.ts";
import type { Rows, Sources, Workers } from "./ports.ts";

const atOnce = 8;

/**
 * Has the kits of releases under embargo made ahead, as they will be at its end: a kit of some gigabytes takes a minute,
 * and no release is to come out a minute late. What changes until then is made at the instant.
 */
export async function holdKits(
  ports: {
    readonly rows: Rows;
    readonly sources: Pick<Sources, "bytes">;
    readonly workers: Pick<Workers, "holdKit">;
  },
  subjects: readonly Subject[],
  instant: Instant,
): Promise<void> {
  const changed = new Set<string>(subjects);
  const due = await ports.rows.query({ pk: duePartition, after: afterInstant(instant) });
  const releases = due
    .map(({ sk, value }) => ({ liveFrom: sk.slice(0, sk.indexOf("#")) as Instant, owner: value as Due }))
    .filter(({ owner }) => owner.kind === "release" && changed.has(`release:${owner.id}`));
  await inTurns(releases, atOnce, async ({ liveFrom, owner }) => {
    const library = indexLibrary(ports.rows, ports.sources, liveFrom);
    const known = await library.indexed("release", owner.id);
    if (known?.kind !== "release" || known.liveFrom !== liveFrom) return; // another turning point of its
    const release = await library.release(owner.id);
    const objects = release === undefined ? [] : await releaseObjects(library, release);
    for (const { body } of objects)
      if ("kit" in body && body.kit !== undefined) await ports.workers.holdKit(body.kit);
  });
}
