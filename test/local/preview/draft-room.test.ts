import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { asInstant } from "../../../functions/content/instant.ts";
import { openCheckout } from "../../../functions/local/open-checkout.ts";
import { draftRoom } from "../../../functions/local/preview/draft-room.ts";
import { workingTree } from "../../../functions/local/preview/working-tree.ts";
import type { SiteObject } from "../../../functions/site/site-object.ts";
import { temporaryFolder } from "../../support/repository.ts";
import { changed, release, smallNewsroom } from "../../support/small-newsroom.ts";

const digestsOf = (objects: ReadonlyMap<string, SiteObject | undefined>) =>
  Object.fromEntries([...objects].map(([key, object]) => [key, object?.digest]));

describe("the draft of a newsroom that is too large to be made as a whole", () => {
  it("has under every address of the sample newsroom what the whole has, each asked for alone", async () => {
    using folder = temporaryFolder();
    using held = temporaryFolder();
    cpSync(fileURLToPath(new URL("../../../content/", import.meta.url)), folder.path, { recursive: true });
    const draftOf = (atOnce: number) =>
      draftRoom({
        saved: workingTree(folder.path),
        committed: undefined,
        heldFolder: held.path,
        now: () => asInstant(Date.parse("2026-11-01T12:00:00Z")),
        atOnce,
      }).look();
    const whole = await (await draftOf(Infinity)).whole();
    expect(whole.size).toBeGreaterThan(400);
    const inParts = await draftOf(0);
    for (const [key, { digest }] of whole)
      expect([key, (await inParts.object(key))?.digest]).toEqual([key, digest]);
    expect(await inParts.object("da/2008/05/findes-ikke/index.html")).toBeUndefined();
  }, 120_000);

  it("tells the same changes as one that was made as a whole, whatever is saved and in whatever order it is looked at", async () => {
    using folder = temporaryFolder();
    using held = temporaryFolder();
    folder.git("init", "--quiet");
    const many = Array.from({ length: 150 }, (_, at) =>
      release(`2025/nr-${at}`, {
        id: `nr-${at}`,
        title: `Nummer ${at}`,
        date: `2025-0${1 + (at % 9)}-10`,
        extra: "case: broen",
      }),
    );
    const committed = Object.assign({}, smallNewsroom, ...many) as typeof smallNewsroom;
    folder.write(committed);
    folder.commit();
    const { checkout } = await openCheckout(folder.path);
    const roomOf = (atOnce: number) => {
      const saved = workingTree(folder.path);
      const room = draftRoom({
        saved,
        committed: checkout,
        heldFolder: held.path,
        now: () => asInstant(Date.parse("2026-11-01T12:00:00Z")),
        atOnce,
      });
      return {
        look: () => {
          saved.touch("");
          return room.look();
        },
      };
    };
    const [all, asked] = [roomOf(Infinity), roomOf(0)];
    const looked = ["da/2025/03/nummer-2/index.html", "da/index.html", "da/sager/broen/index.html"];
    const states = [
      committed,
      changed(committed, "releases/2025/nr-3/da.md", "Brødtekst.", "Rettet."),
      changed(committed, "newsroom.yaml", "da: Presserum,", "da: Presserummet,"),
      changed(committed, "releases/2025/nr-4/da.md", "Nummer 4", "Nyt navn"),
      committed,
    ];
    let wasPartial = false;
    for (const files of states) {
      folder.write(files);
      const [here, there] = [await all.look(), await asked.look()];
      expect(there.problems).toEqual(here.problems);
      for (const key of looked)
        expect((await there.object(key))?.digest).toBe((await here.object(key))?.digest);
      wasPartial ||= (await asked.look()).changesAll;
      expect(digestsOf(await there.whole())).toEqual(digestsOf(await here.whole()));
      const told = ({ changes }: typeof here) =>
        Object.fromEntries(
          [...changes].map(([key, { before, after }]) => [key, [before?.digest, after?.digest]]),
        );
      expect(told(there)).toEqual(told(here));
    }
    expect(wasPartial).toBe(true);
    checkout.close();
  }, 120_000);
});
