import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { checkCheckout } from "../../functions/cli/checked-folder.ts";
import type { Checkout } from "../../functions/local/checkout.ts";
import { openCheckout } from "../../functions/local/open-checkout.ts";
import { announceRunning } from "../../functions/local/running.ts";
import { runCommand } from "../support/command.ts";
import type { Ended } from "../support/command.ts";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";
import { temporaryFolder } from "../support/repository.ts";
import type { Folder } from "../support/repository.ts";

let room: PressRoomAtHome;
let data: Folder;
beforeAll(async () => {
  room = await startPressRoom();
  data = temporaryFolder();
  announceRunning(data.path, room.runtime.environment);
});
afterAll(async () => {
  await room.close();
  data[Symbol.dispose]();
});

/** `npm run publish -- …` as somebody runs it in the repository. */
function publish(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ended> {
  const { path } = room.repository;
  const variables = { DATA_DIR: data.path, CONTENT_DIR: join(path, "content"), ...environment };
  return runCommand("publish", args, variables, path);
}

const unit = "content/releases/2008/klyngeprogram";

function inDanish(): void {
  const file = "content/newsroom.yaml";
  const before = readFileSync(join(room.repository.path, file), "utf-8");
  room.repository.write({ [file]: `${before}\nauthors_language: da\n` });
}

/** Tests in this file follow one press room through its life, in order. */
describe("whoever publishes", () => {
  it("is told what would be sent, and nothing is", async () => {
    room.repository.commit();
    const { code, out } = await publish({}, "--dry-run");
    expect(code).toBe(0);
    expect(out).toMatch(/\d+ files would be sent:\n {2}\S/);
    expect(out).toMatch(/… and \d+ more/);
    expect((await room.get("/da/")).status).not.toBe(200);
  });

  it("sees what happens, the doubts that stop nothing, and the addresses in both languages", async () => {
    const { code, out, err } = await publish({});
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).toMatch(/^Reading what is committed: [0-9a-f]{8} by Ane …\n/);
    expect(out).toContain(`${unit}/`);
    expect(out).toMatch(/\d+ to look at; none of it stops a publication\./);
    expect(out).toMatch(/Sending \d+ files that are new or changed …\n/);
    expect(out).toMatch(/[0-9a-f]{8} is live in Danish and English, made in \d+\.\d s\./);
    const [, danish = "", english = "", both = ""] =
      /In Danish:\n([^]*)In English:\n([^]*)In both languages:\n([^]*)/.exec(out) ?? [];
    expect(both.match(/\bhttp:\S+/g)).toEqual([`${room.runtime.site}/`]);
    for (const [listed, locale] of [
      [danish, "da"],
      [english, "en"],
    ] as const) {
      const addresses = listed.match(/\bhttp:\S+/g) ?? [];
      expect(addresses.length).toBeGreaterThan(3);
      for (const address of addresses) {
        expect(address).toContain(`${room.runtime.site}/${locale}/`);
        expect((await fetch(address)).status).toBe(200);
      }
    }
  });

  it("has the files read again that have changed, and no others", async () => {
    vi.stubEnv("DATA_DIR", data.path);
    const { checkout } = await openCheckout(room.repository.path);
    const read: string[] = [];
    const counted: Checkout = {
      ...checkout,
      bytes(object, first) {
        read.push(object);
        return checkout.bytes(object, first);
      },
    };
    const first = await checkCheckout(counted, (await checkout.head()).tree);
    checkout.close();
    vi.unstubAllEnvs();
    expect(first.entries.length).toBeGreaterThan(10);
    // These are looked at each time: the newsroom for the zone of all dates, and the words of the house.
    const each = new Set(
      ["newsroom.yaml", "newsroom.svg", "glossary.yaml"].map((name) =>
        room.repository.git("rev-parse", `HEAD:content/${name}`),
      ),
    );
    expect(read.filter((object) => !each.has(object))).toEqual([]);
  });

  it("names only the pages that are otherwise", async () => {
    const body = "content/bodies/eksempeludvalget.yaml";
    const before = readFileSync(join(room.repository.path, body), "utf-8");
    room.repository.write({ [body]: before.replace("da: Eksempeludvalget", "da: Prøveudvalget") });
    room.repository.commit();
    const { code, out } = await publish({}, "--json");
    expect(code).toBe(0);
    const { outcome, uploaded, addresses } = JSON.parse(out) as Said;
    expect(outcome).toBe("live");
    expect(uploaded).toBe(3); // the file, its folder, and the folder above
    expect(addresses.da).toContain(`${room.runtime.site}/da/organer/`);
    expect(await room.text("/da/organer/")).toContain("Prøveudvalget");
    expect((await publish({})).out).toContain("It is sent already; nothing is different.");
  });

  it("only sends where the one who sends may do no more", async () => {
    inDanish();
    room.repository.commit();
    const environment = { ...room.runtime.environment, PRESSERUM_TABLE: "" };
    const { code, out, err } = await publish(environment);
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).toMatch(/[0-9a-f]{8} er sendt \(\d+ uploads\)\.\nDet er ude inden for få sekunder/);
    await room.runtime.idle();
  });

  it("is told in their language what is to be mended, and nothing is sent", async () => {
    const live = room.repository.git("rev-parse", "HEAD");
    room.repository.write({ "content/bodies/ny.yaml": "name: x\n" });
    room.repository.commit();
    const { code, err } = await publish({});
    expect(code).toBe(1);
    expect(err).toContain("content/bodies/ny.yaml:1:7 wrong-type");
    expect(err).toContain("  1 | name: x\n            ^");
    expect(err).toContain("Intet er sendt: 2 at rette først.");
    const { code: forMachines, out } = await publish({}, "--json");
    expect(forMachines).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      outcome: "not sent",
      problems: [{ code: "missing-key" }, { code: "wrong-type" }],
    });
    room.repository.git("reset", "--hard", "--quiet", live);
  });

  it("is told what the press room alone can see, and ends with 1", async () => {
    room.repository.write({ [`${unit}/da.md`]: readText(`${unit}/da.md`).replace("\n## ", "\nNyt.\n\n## ") });
    room.repository.commit();
    const { code, out, err } = await publish({});
    expect(code).toBe(1);
    expect(err).toContain("correction-missing");
    expect(err).toContain("Presserummet sagde nej, og intet på sitet er ændret.");
    expect(out).not.toContain("er ude på dansk");
  });

  it.each([
    [["--dryrun"], "Kommandoen har intet, der hedder --dryrun. Gør sådan: npm run publish"],
    [["--json=x"], "--json er skrevet uden sin værdi, eller med en, den ikke tager. Gør sådan:"],
  ])("is told in their language that an option is none: %j", async (options, said) => {
    const { code, err } = await publish({}, ...options);
    expect(code).toBe(1);
    expect(err).toContain(said);
    expect(err).not.toContain("    at ");
  });

  it("is told that nothing runs where nothing does", async () => {
    using elsewhere = temporaryFolder();
    room.repository.git("reset", "--hard", "--quiet", "HEAD~1");
    const { code, err } = await publish({ DATA_DIR: elsewhere.path });
    expect(code).toBe(1);
    expect(err).toContain("Intet presserum kører her. Gør sådan: npm start i et andet vindue");
  });
});

function readText(path: string): string {
  return readFileSync(join(room.repository.path, path), "utf-8");
}

interface Said {
  readonly outcome: string;
  readonly uploaded: number;
  readonly addresses: Readonly<Record<"da" | "en", readonly string[]>>;
}
