import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crawl } from "../support/crawl.ts";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";
import { objectsIn } from "../support/stores.ts";

const danish = "/da/2008/05/vaekstforum-satser-paa-netvaerk-og-klynger/";
const english = "/en/2008/05/growth-forum-backs-networks-and-clusters/";

let room: PressRoomAtHome;
beforeAll(async () => {
  room = await startPressRoom();
});
afterAll(() => room.close());

/** Tests in this file follow one press room through its life, in order. */
describe("one commit becomes the live press room", () => {
  it("shows nothing before anything is published", async () => {
    // 403 and not 404: the page that says 404 has not been published yet either.
    expect((await room.get("/da/")).status).toBe(403);
  });

  it("is live in Danish and English when the commit is published", async () => {
    expect(await room.publish()).toMatchObject({ outcome: "live" });
    for (const path of ["/", "/da/", "/en/", danish, english]) {
      const answer = await room.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    }
  });

  it("answers every link, picture and card on every page that can be reached", async () => {
    const { paths, broken } = await crawl(room);
    expect(broken).toEqual([]);
    expect(paths.size).toBeGreaterThan(60);
  });

  it("names nothing of the release under embargo, in no object and no key", async () => {
    for (const [key, bytes] of Object.entries(await objectsIn(room, "siteBucket"))) {
      expect([key, key.includes("fjordbroen")]).toEqual([key, false]);
      expect([key, bytes.toString("latin1").toLowerCase().includes("fjordbroen")]).toEqual([key, false]);
    }
  });

  it("answers what is not there with a 404 that speaks both languages", async () => {
    for (const path of ["/da/findes-ikke/", "/en/2008/05/nothing/", "/da/kontakter/ingen.vcf", "/x.php"]) {
      const answer = await room.get(path);
      expect([path, answer.status]).toEqual([path, 404]);
      const text = await answer.text();
      expect(text).toMatch(/lang="da"/);
      expect(text).toMatch(/lang="en"/);
    }
  });

  it("sends the headers that the stack names, and no cookie", async () => {
    const { headers } = await room.get(danish);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
    expect(headers.get("set-cookie")).toBeNull();
  });

  it("exports the same files, byte for byte, but for the page that tells what can be asked of the API", async () => {
    const out = mkdtempSync(join(tmpdir(), "presserum-out-"));
    execFileSync(
      process.execPath,
      ["functions/cli/export.ts", "--out", out, "--content", room.repository.path],
      {
        stdio: "pipe",
      },
    );
    const exported = Object.fromEntries(
      readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path.slice(out.length + 1), readFileSync(path)]),
    );
    const live = await objectsIn(room, "siteBucket");
    rmSync(out, { recursive: true });
    expect(Object.keys(exported).toSorted()).toEqual(Object.keys(live).toSorted());
    const tellsOfApi = new Set(["da/data/index.html", "en/data/index.html"]);
    for (const [key, bytes] of Object.entries(live))
      expect([key, exported[key]?.equals(bytes)]).toEqual([key, !tellsOfApi.has(key)]);
  });

  it("shows a correction in both languages once it is committed, and not while it is only saved", async () => {
    const [da, en] = [`${release}/da.md`, `${release}/en.md`];
    edit(en, "lead: In the coming years,", "lead: In the years to come,");
    const { outcome, problems } = await room.publish();
    expect([outcome, problems.map(({ code }) => code)]).toEqual(["refused", ["correction-missing"]]);
    expect(await room.text(english)).not.toContain("In the years to come");
    room.repository.git("revert", "--no-edit", "HEAD");

    execFileSync(
      process.execPath,
      [
        fileURLToPath(new URL("../../functions/cli/correct.ts", import.meta.url)),
        "releases/2008/klyngeprogram",
      ],
      { env: { ...process.env, CONTENT_DIR: join(room.repository.path, "content") }, stdio: "pipe" },
    );
    edit(da, 'note: { da: "", en: "" }', 'note: { da: "Bedre engelsk.", en: "Better English." }');
    edit(en, "lead: In the coming years,", "lead: In the years to come,");
    expect(await room.publish()).toMatchObject({ outcome: "live", problems: [] });
    expect(await room.text(english)).toContain("In the years to come");
    expect(await room.text("/en/")).toContain("In the years to come");
    expect(await room.text(danish)).toContain("Bedre engelsk.");
    expect(await room.text(`${english}history/`)).toMatch(/<del>.*coming.*<ins>.*to come/);
    expect(await room.text("/en/versions/2008-05-27-klyngeprogram/1/")).toContain("In the coming years");
  });

  it("sends on who comes by an old address, and answers 410 where something was withdrawn", async () => {
    edit(
      "content/releases/2026/oeer-og-aaer/da.md",
      "sample: true",
      "sample: true\nslug: tolv-kulturhuse\nformer_addresses: [/da/2026/09/aebler-oeer-og-aaer-tolv-kulturhuse-faar-laengere-aabningstid/]",
    );
    edit(
      "content/releases/2026/ferieaabent/da.md",
      "sample: true",
      "sample: true\nwithdrawn:\n  date: 2026-06-27T10:00\n  reason: { da: Ferien er aflyst., en: Holidays are off. }",
    );
    expect(await room.publish()).toMatchObject({ outcome: "live", problems: [] });
    const moved = await room.get(
      "/da/2026/09/aebler-oeer-og-aaer-tolv-kulturhuse-faar-laengere-aabningstid/",
    );
    expect([moved.status, moved.headers.get("location")]).toEqual([301, "/da/2026/09/tolv-kulturhuse/"]);
    const gone = await room.get("/da/2026/06/pressevagten-holder-aabent-hele-sommeren/");
    expect(gone.status).toBe(410);
    expect([...gone.headers.keys()].filter((name) => name.startsWith("x-amz-meta"))).toEqual([]);
    expect(await gone.text()).toContain("Ferien er aflyst.");
    expect(await room.text("/da/")).not.toContain("/pressevagten-holder-aabent");
  });

  it("changes nothing for a commit with mistakes, and goes on with the next", async () => {
    const before = await room.text(danish);
    const da = "content/releases/2008/klyngeprogram/da.md";
    const right = readFileSync(join(room.repository.path, da), "utf-8");
    room.repository.write({
      [da]: right.replace("contacts: [", "contacts: [nobody, ").replace("title: ", "titel: "),
    });
    const { outcome, problems } = await room.publish();
    expect(outcome).toBe("refused");
    // All at once: the key that is missing, the one that is not known, and the contact who is not there.
    expect(problems.map(({ code, place }) => `${place.file}:${place.line}:${place.column} ${code}`)).toEqual([
      "releases/2008/klyngeprogram/da.md:2:1 missing-key",
      "releases/2008/klyngeprogram/da.md:3:1 unknown-key",
      "releases/2008/klyngeprogram/da.md:9:12 dangling-reference",
    ]);
    expect(await room.text(danish)).toBe(before);
    room.repository.write({ [da]: right });
    expect(await room.publish()).toMatchObject({ outcome: "live" });
  });

  it("starts again from its data without doing the work twice", async () => {
    const before = await objectsIn(room, "siteBucket");
    await room.restart();
    const puts: string[] = [];
    const stop = room.runtime.onCall(({ service, operation, resource }) => {
      if (service === "s3" && /^(?:Put|Copy|Delete)/.test(operation)) puts.push(`${operation} ${resource}`);
    });
    await room.runtime.invoke("publish", {});
    await room.runtime.idle();
    stop();
    expect(puts).toEqual([]);
    expect(await objectsIn(room, "siteBucket")).toEqual(before);
  });
});

const release = "content/releases/2008/klyngeprogram";

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(room.repository.path, file), "utf-8");
  if (!text.includes(from)) throw new Error(`${file} has no "${from}".`);
  room.repository.write({ [file]: text.replace(from, to) });
}
