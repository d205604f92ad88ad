import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import { apiParameters } from "../../functions/contract.ts";
import { openApi } from "../../functions/site/api/openapi.ts";
import { keyOfPath } from "../../functions/site/paths.ts";
import { Crash } from "../support/faults.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import { changed, corrected, moved, release, smallNewsroom, withdrawn } from "../support/small-newsroom.ts";

const now = "2026-03-15T12:00:00Z";
const base = "https://presse.example";
const description = openApi(base) as {
  paths: Record<string, { get: { parameters: readonly { in: string; name: string }[] } }>;
  components: { schemas: Record<string, object> };
};
const names = ["releases", "contacts", "programmes", "cases", "bodies"] as const;

interface Page {
  readonly items: readonly {
    readonly id: string;
    readonly self: string;
    readonly url: { da: string; en?: string };
  }[];
  readonly next?: string;
}

async function asked(room: MemoryPressRoom, address: string): Promise<unknown> {
  return JSON.parse((await room.ask(address)).body);
}
async function page(room: MemoryPressRoom, address: string): Promise<Page> {
  return (await asked(room, address)) as Page;
}

/** Validates by the schema of that name in the description. */
function wrongIn(name: string, record: unknown): unknown {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  const validate = ajv.compile({ $ref: `#/components/schemas/${name}`, components: description.components });
  return validate(record) ? undefined : validate.errors;
}

let room: MemoryPressRoom;
beforeAll(async () => {
  room = memoryPressRoom();
  room.sources.commit(corrected(smallNewsroom));
  await room.publishAt(now);
});

describe("the API", () => {
  it("is described as OpenAPI has it", async () => {
    expect(await asked(room, "/api/v1/openapi.json")).toEqual(JSON.parse(JSON.stringify(openApi(base))));
    expect(
      await new Validator().validate(JSON.parse(JSON.stringify(description)) as Record<string, unknown>),
    ).toMatchObject({
      valid: true,
    });
  });

  it("is told by the edge all that it is described to understand, and nothing else", () => {
    const { paths } = description;
    const own = Object.entries(paths).filter(([path]) => !path.startsWith("/oparl/"));
    const named = own.flatMap(([, { get }]) => get.parameters);
    const inQueries = named.filter((one) => one.in === "query").map(({ name }) => name);
    expect(new Set(inQueries)).toEqual(new Set(apiParameters));
  });

  it("says where its lists are", async () => {
    const index = (await asked(room, "/api/v1/")) as Record<string, string>;
    expect(index["releases"]).toBe(`${base}/api/v1/releases`);
    for (const address of Object.values(index)) expect((await room.ask(address)).status).toBe(200);
  });

  it.each([
    ["releases", "ReleaseSummary", "Release", ["sti", "bro"]],
    ["contacts", "Contact", "Contact", ["ane", "vagten"]],
    ["programmes", "Programme", "Programme", ["cykler"]],
    ["cases", "Case", "Case", ["broen"]],
    ["bodies", "Body", "Body", ["raadet"]],
  ])("gives %s as they are described, each at its own address", async (name, summary, record, ids) => {
    const { items } = await page(room, `/api/v1/${name}`);
    expect(items.map(({ id }) => id)).toEqual(ids);
    for (const item of items) {
      expect(wrongIn(summary, item)).toBeUndefined();
      const own = await asked(room, item.self);
      expect(wrongIn(record, own)).toBeUndefined();
      expect(own).toMatchObject({ id: item.id, self: item.self, url: item.url });
    }
  });

  it("says all that there is to know of a release but its text, and where that is", async () => {
    const bro = (await asked(room, "/api/v1/releases/bro")) as Record<string, unknown>;
    expect(bro).toMatchObject({
      title: { da: "En bro", en: "En bro in English" },
      url: { da: `${base}/da/2026/03/en-bro/`, en: `${base}/en/2026/03/en-bro-in-english/` },
      programme: "cykler",
      case: "broen",
      contacts: ["ane"],
      photos: [{ id: "bro" }],
      corrections: [{ change: "major", note: { en: "The bridge will be longer." } }],
      formats: { json: { da: `${base}/da/2026/03/en-bro.json` } },
    });
    expect(JSON.stringify(bro)).not.toContain("Brødtekst");
  });

  it.each(names)("gives %s one by one to those who follow next, each once", async (name) => {
    const whole = await page(room, `/api/v1/${name}`);
    const walked: string[] = [];
    let address: string | undefined = `/api/v1/${name}?limit=1`;
    while (address !== undefined) {
      const answer = await room.ask(address);
      const { items, next } = JSON.parse(answer.body) as Page;
      expect(answer.next).toBe(next);
      walked.push(...items.map(({ id }) => id));
      address = next;
    }
    expect(walked).toEqual(whole.items.map(({ id }) => id));
  });

  it.each([
    ["programme=cykler", ["bro"]],
    ["case=broen", ["bro"]],
    ["contact=ane", ["bro"]],
    ["photo=bro", ["bro"]],
    ["month=2026-03", ["sti", "bro"]],
    ["month=2025-03", []],
    ["programme=ingen", []],
    ["contact=ane&limit=1", ["bro"]],
  ])("lists releases by %s", async (query, ids) => {
    expect((await page(room, `/api/v1/releases?${query}`)).items.map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    ["releases?limit=0", 400, "limit is a number from 1 to 100"],
    ["releases?limit=101", 400, "limit is a number from 1 to 100"],
    ["contacts?limit=ti", 400, "limit is a number from 1 to 100"],
    ["releases?cursor=x", 400, "take it whole"],
    ["contacts?cursor=Li4vLi4v", 400, "take it whole"],
    ["releases?month=2026-13", 400, "2008-05"],
    ["releases?programme=cykler&case=broen", 400, "by programme or by case"],
    ["releases?topic=%C3%86bler%23", 400, "lower-case letters"],
    ["releases/ingen", 404, "openapi.json"],
    ["contacts/ane/mere", 404, "openapi.json"],
    ["alt", 404, "openapi.json"],
    ["../v1x/releases", 404, "openapi.json"],
    ["constructor", 404, "openapi.json"],
  ])("answers %s with a problem", async (address, status, detail) => {
    const answer = await room.ask(`/api/v1/${address}`);
    expect([answer.status, answer.contentType]).toEqual([status, "application/problem+json"]);
    const problem = JSON.parse(answer.body) as { detail: string };
    expect(wrongIn("Problem", problem)).toBeUndefined();
    expect(problem.detail).toContain(detail);
  });

  it("says of what was withdrawn that it was, and why", async () => {
    const other = memoryPressRoom();
    other.sources.commit(withdrawn(smallNewsroom));
    await other.publishAt(now);
    const answer = await other.ask("/api/v1/releases/bro");
    expect(answer.status).toBe(410);
    expect(answer.body).toContain("The bridge will not be built.");
    expect((await page(other, "/api/v1/releases")).items.map(({ id }) => id)).toEqual(["sti"]);
  });
});

describe("what is under embargo", () => {
  const lifts = "2026-03-20T06:00:00Z";
  const secret = {
    ...smallNewsroom,
    ...release("2026/havn", {
      id: "havn",
      title: "Hemmelig havn",
      date: "2026-03-11",
      embargo: lifts,
      extra: "programme: havne\ncontacts: [ane]\ntopics: [havne]\nphotos: [bro]",
    }),
    "programmes/havne.yaml": `name: { da: Havne, en: Harbours }\nsummary: { da: Flere havne, en: More harbours }\nembargo: ${lifts}\n`,
  };
  const addresses = [
    ...names.map((name) => `/api/v1/${name}`),
    ...["contact=ane", "programme=havne", "photo=bro", "topic=havne", "month=2026-03"].map(
      (query) => `/api/v1/releases?${query}`,
    ),
    "/api/v1/releases/havn",
    "/api/v1/programmes/havne",
  ];
  const said = (of: MemoryPressRoom) =>
    Promise.all(addresses.map(async (address) => (await of.ask(address)).body)).then((all) => all.join("\n"));

  it("is not known to the API before its hour, and is from then on", async () => {
    const other = memoryPressRoom();
    other.sources.commit(secret);
    await other.publishAt("2026-03-20T05:30:00Z");
    expect(await said(other)).not.toMatch(/hav/i);
    for (const [its, nothing] of [
      ["/api/v1/releases/havn", "/api/v1/releases/intet"],
      ["/api/v1/programmes/havne", "/api/v1/programmes/intet"],
    ] as const)
      expect(await other.ask(its)).toEqual(await other.ask(nothing));
    await other.publishAt(lifts);
    const open = await said(other);
    expect(open.match(/Hemmelig havn"/g)?.length).toBeGreaterThan(4);
    expect(open).toContain("Harbours");
  });
});

describe("while something is published", () => {
  const harbour = {
    ...smallNewsroom,
    ...release("2026/havn", { id: "havn", title: "Havnen", date: "2026-03-11" }),
  };
  const ids = async (of: MemoryPressRoom) => (await page(of, "/api/v1/releases")).items.map(({ id }) => id);

  it("names a release as soon as its pages are there, and not when all is done", async () => {
    const whole = memoryPressRoom();
    whole.sources.commit(smallNewsroom);
    await whole.publishAt(now);
    const first = whole.faults.calls();
    whole.sources.commit(harbour);
    await whole.publishAt(now);
    const calls = whole.faults.calls() - first;

    const other = memoryPressRoom();
    other.sources.commit(smallNewsroom);
    await other.publishAt(now);
    other.sources.commit(harbour);
    other.faults.plan(calls - 6, "death");
    await expect(other.publishAt(now)).rejects.toThrow(Crash);
    expect(await ids(other)).toContain("havn");
  });

  it("has nothing to say before the first pages are there, and says what is there from then on", async () => {
    const whole = memoryPressRoom();
    whole.sources.commit(smallNewsroom);
    await whole.publishAt(now);
    const calls = whole.faults.calls() - 1;
    const seen = new Set<string>();
    for (let call = 0; call < calls; call += 5) {
      const other = memoryPressRoom();
      other.sources.commit(smallNewsroom);
      other.faults.plan(call, "death");
      await expect(other.publishAt(now)).rejects.toThrow(Crash);
      const { status } = await other.ask("/api/v1/releases");
      const said = status === 200 ? await ids(other) : [String(status)];
      seen.add(said.join());
      for (const id of said.filter((one) => one === "bro" || one === "sti"))
        expect(other.site.has(`da/2026/03/en-${id}/index.html`)).toBe(true);
    }
    expect([...seen]).toEqual(expect.arrayContaining(["503", "", "sti,bro"]));
  });

  it("names no page that readers would not find, wherever it breaks off", async () => {
    const steps = [
      smallNewsroom,
      { ...smallNewsroom, ...release("2026/havn", { id: "havn", title: "Havnen", date: "2026-03-11" }) },
      moved(smallNewsroom),
      withdrawn(smallNewsroom),
      changed(smallNewsroom, "contacts/ane.yaml", "Ane Åkjær", "Ane Æbelø"),
    ];
    let looked = 0;
    for (let call = 0; call < 240; call += 3) {
      const other = memoryPressRoom();
      for (const [index, files] of steps.entries()) {
        other.sources.commit(files);
        other.faults.plan(index === 0 ? 100_000 : call, "death");
        await other.publishAt(now, `publisher ${index}`).catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error;
        });
        for (const name of names) {
          const { items } = await page(other, `/api/v1/${name}`);
          for (const path of items.flatMap(({ url }) => [url.da, url.en ?? url.da])) {
            const object = other.site.get(keyOfPath(path.slice(base.length)));
            expect([path, object?.answer?.status ?? 200, object === undefined]).toEqual([path, 200, false]);
            looked += 1;
          }
        }
      }
    }
    expect(looked).toBeGreaterThan(5_000);
  });
});
