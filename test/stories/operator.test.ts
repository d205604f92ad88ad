import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { announceRunning } from "../../functions/local/running.ts";
import { commandIn } from "../support/command.ts";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";
import { temporaryFolder } from "../support/repository.ts";
import type { Folder } from "../support/repository.ts";
import { ctrlC, enter, onTerminal } from "../support/terminal.ts";
import type { Turn } from "../support/terminal.ts";
import { loseEverythingButSources, objectsIn, putOnSite } from "../support/stores.ts";

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

function command(name: string, ...args: string[]): Promise<{ said: string; code: number }> {
  return commandIn(data.path, name, ...args);
}

const file = "content/bodies/eksempeludvalget.yaml";

/** Tests in this file follow one press room through its life, in order. */
describe("whoever runs the press room", () => {
  it("sees what is live, who published it, and what comes next", async () => {
    await room.publish();
    const before = readFileSync(join(room.repository.path, file), "utf-8");
    room.repository.write({ [file]: before.replace("da: Eksempeludvalget", "da: Prøveudvalget") });
    await room.publish();
    expect(await room.text("/da/organer/")).toContain("Prøveudvalget");

    const { said, code } = await command("status");
    expect(code).toBe(0);
    expect(said).toContain(`Live: ${room.repository.git("rev-parse", "HEAD").slice(0, 8)}`);
    expect(said).toMatch(/by Ane {2}published: \d+ objects put, 0 deleted/);
    expect(said).toContain("Next change by itself: 2027-03-16T23:00:00.000Z."); // the day after the sample's decision
    const { publications } = JSON.parse((await command("status", "--json")).said) as {
      publications: readonly { sources: unknown; changed: readonly string[] }[];
    };
    expect(publications[0]?.sources).toEqual(["bodies/eksempeludvalget.yaml"]);
    expect(publications[0]?.changed).toContain("da/organer/index.html");
  });

  it("goes back to an earlier commit, and forward again", async () => {
    const [newest = "", first = ""] = room.repository.git("log", "--format=%H").split("\n");
    const { said } = await command("rollback", "--dry-run");
    expect(said).toContain(`to ${first.slice(0, 8)} (Ane), which was published on `);
    expect(said).toContain(`This is taken off the site again:\n  ${newest.slice(0, 8)} (Ane), `);
    expect(said).toContain("1 file will be as it was then:\n  bodies/eksempeludvalget.yaml\n");
    expect(said).toContain(`In Danish:\n`);
    expect(said).toContain(`  ${room.runtime.site}/da/organer/\n`);
    const planned = JSON.parse((await command("rollback", "--dry-run", "--json")).said) as object;
    expect(planned).toMatchObject({
      from: { commit: newest },
      to: { commit: first, author: "Ane" },
      files: [{ path: "bodies/eksempeludvalget.yaml" }],
      outcome: "dry run",
    });
    expect(await room.text("/da/organer/")).toContain("Prøveudvalget");
    const unasked = await command("rollback");
    expect(unasked.code).toBe(2);
    expect(unasked.said).toContain("There is nobody to ask here, so nothing was changed. Fix:");
    expect(await room.text("/da/organer/")).toContain("Prøveudvalget");
    expect(await command("rollback", "--yes")).toMatchObject({ code: 0 });
    expect(await room.text("/da/organer/")).toContain("Eksempeludvalget");
    expect((await command("status")).said).toContain(`Live: ${first.slice(0, 8)}`);
    expect(await command("rollback", newest.slice(0, 10), "--yes")).toMatchObject({ code: 0 });
    expect(await room.text("/da/organer/")).toContain("Prøveudvalget");
    expect(await command("rollback", "0123abc")).toMatchObject({
      code: 2,
      said: expect.stringContaining("No commit 0123abc was ever published here."),
    });
  });

  it("is shown that the page on which readers choose their language changes, too", async () => {
    const file = "content/newsroom.yaml";
    const before = readFileSync(join(room.repository.path, file), "utf-8");
    room.repository.write({ [file]: before.replace(/^(name:[^]*?da: )/m, "$1Det nye ") });
    await room.publish();
    expect(await room.text("/")).toContain("Det nye ");
    const { said } = await command("rollback", "--dry-run");
    expect(said).toContain(`\nIn both languages:\n  ${room.runtime.site}/\n`);
    const { addresses } = JSON.parse((await command("rollback", "--dry-run", "--json")).said) as {
      addresses: object;
    };
    expect(addresses).toMatchObject({ both: [`${room.runtime.site}/`] });
    room.repository.write({ [file]: before });
    await room.publish();
  });

  it("is asked in their language whether it is meant, and nothing happens at no", async () => {
    const file = "content/newsroom.yaml";
    const before = readFileSync(join(room.repository.path, file), "utf-8");
    room.repository.write({ [file]: `${before}\nauthors_language: da\n` });
    await room.publish();
    const live = room.repository.git("rev-parse", "HEAD").slice(0, 8);
    const question = "Skal presserummet gå tilbage? [j/N] ";
    const atTerminal = (...turns: readonly Turn[]) =>
      onTerminal("rollback", [], turns, { DATA_DIR: data.path });

    const declined = await atTerminal([question, `måske${enter}`], ["Svar j for ja", `nej${enter}`]);
    expect(declined).toMatchObject({ code: 0, said: expect.stringContaining("Intet er ændret.") });
    const stopped = await atTerminal([question, ctrlC]);
    expect(stopped).toMatchObject({ code: 130, said: expect.stringContaining("Afbrudt; intet er ændret.") });
    expect((await command("status")).said).toContain(`Ude: ${live}, som det er `);

    const { code, said } = await atTerminal([question, `ja${enter}`]);
    expect(code).toBe(0);
    expect(said).toMatch(/Det tager dette af siden igen:\n {2}[0-9a-f]{8} \(Ane\), \S+dag den /);
    expect(said).toContain("1 fil bliver, som den var da:\n  newsroom.yaml\n");
    expect(said).toContain("Det er ude. Næste commit, der sendes, udgives igen");
    expect((await command("status")).said).toMatch(/Live: [0-9a-f]{8}/); // that commit's newsroom is told in English
    expect((await command("rollback", live, "--yes")).code).toBe(0);
    expect((await command("status")).said).toMatch(/af Ane {2}udgivet: \d+ objekter lagt ud, \d+ slettet/);
    expect((await command("rollback", live, "--yes")).said).toContain("der er intet at gøre");
    room.repository.write({ [file]: before });
    await room.publish();
  });

  it("has everything made again, and what was damaged is whole", async () => {
    const before = await objectsIn(room, "siteBucket");
    await putOnSite(room, "da/index.html", "damaged");
    expect(await command("again")).toMatchObject({ code: 0 });
    await room.runtime.idle();
    expect(await objectsIn(room, "siteBucket")).toEqual(before);
  });

  it("gets the same bytes back from the sources alone when all else is lost", async () => {
    const before = await objectsIn(room, "siteBucket");
    await loseEverythingButSources(room);
    expect(await objectsIn(room, "siteBucket")).toEqual({});
    await room.runtime.invoke("publish", {});
    await room.runtime.idle();
    expect(await objectsIn(room, "siteBucket")).toEqual(before);
  });

  it("is told what is to be mended, and that nothing runs where nothing does", async () => {
    room.repository.write({ "content/bodies/ny.yaml": "name: x\n" });
    await room.publish();
    const { said, code } = await command("status");
    expect(code).toBe(1);
    expect(said).toContain("bodies/ny.yaml:1:7 wrong-type");

    using elsewhere = temporaryFolder();
    expect(await commandIn(elsewhere.path, "status")).toMatchObject({
      code: 1,
      said: expect.stringContaining("No press room is running here. Fix: npm start"),
    });
  });
});
