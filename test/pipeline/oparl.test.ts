import { beforeAll, describe, expect, it } from "vitest";
import { oparlParameters } from "../../functions/contract.ts";
import { openApi } from "../../functions/site/api/openapi.ts";
import { keyOfPath } from "../../functions/site/paths.ts";
import { Crash } from "../support/faults.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import { plainPdf } from "../support/pdf-fixture.ts";
import { wrongInOparl } from "../support/oparl-schemas.ts";
import { changed, smallNewsroom } from "../support/small-newsroom.ts";

const now = "2026-03-15T12:00:00Z";
const base = "https://presse.example";
const at = `${base}/api/oparl/v1.1`;
const lists = [
  "organization",
  "person",
  "membership",
  "meeting",
  "agendaItem",
  "paper",
  "consultation",
  "file",
] as const;

interface Thing {
  readonly id: string;
  readonly type: string;
  readonly created: string;
  readonly modified: string;
  readonly deleted?: boolean;
  readonly [field: string]: unknown;
}
interface Page {
  readonly data: readonly Thing[];
  readonly links: { readonly next?: string };
}

/** Two bodies, and two cases that go through both, one of them with a document. */
const decisions: Files = {
  ...smallNewsroom,
  "newsroom.yaml": `${String(smallNewsroom["newsroom.yaml"])}\ndata_licence: https://creativecommons.org/publicdomain/zero/1.0/\n`,
  "bodies/udvalget.yaml":
    "name: { da: Udvalget, en: The Committee }\nremit: { da: Forbereder, en: Prepares }\nurl: https://udvalget.example/\n",
  "cases/aaen.yaml": [
    "title: { da: Åen, en: The stream }",
    "number: 2026-17",
    "steps:",
    "  - { id: udvalg, body: udvalget, date: 2026-03-03, action: recommendation, outcome: recommended, subject: { da: Udvalget indstiller, en: The committee recommends } }",
    "  - { id: raad, body: raadet, date: 2026-06-18, action: decision, subject: { da: Rådet beslutter, en: The council decides } }",
    "documents:",
    "  - { file: indstilling.pdf, title: { da: Indstilling, en: Recommendation }, language: da, date: 2026-02-20, step: udvalg }",
  ].join("\n"),
  "cases/aaen/indstilling.pdf": plainPdf(2),
};

async function asked<T = Thing>(room: MemoryPressRoom, address: string): Promise<T> {
  return JSON.parse((await room.ask(address)).body) as T;
}
async function walked(room: MemoryPressRoom, address: string): Promise<readonly Thing[]> {
  const all: Thing[] = [];
  for (let next: string | undefined = address; next !== undefined;) {
    const page: Page = await asked<Page>(room, next);
    expect(wrongInOparl("list", page)).toBeUndefined();
    all.push(...page.data);
    next = page.links.next;
  }
  return all;
}
async function published(files: Files, instant = now): Promise<MemoryPressRoom> {
  const room = memoryPressRoom();
  room.sources.commit(files);
  await room.publishAt(instant);
  return room;
}

let room: MemoryPressRoom;
beforeAll(async () => {
  room = await published(decisions);
});

describe("OParl", () => {
  it("begins with a system that leads to its one body, and that to all lists", async () => {
    const system = await asked(room, "/api/oparl/v1.1/system");
    expect(wrongInOparl("System", system)).toBeUndefined();
    expect(await asked(room, "/api/oparl/v1.1")).toEqual(system);
    const [body] = await walked(room, String(system["body"]));
    expect(wrongInOparl("Body", body)).toBeUndefined();
    expect(await asked(room, body?.id ?? "")).toEqual(body);
    expect(body).toMatchObject({
      name: "Kommunen",
      license: "https://creativecommons.org/publicdomain/zero/1.0/",
      contactEmail: "presse@kommunen.example",
    });
    for (const name of [...lists, "locationList", "legislativeTermList"]) {
      expect(body?.[name]).toBe(`${at}/${name}`);
      expect((await room.ask(`${at}/${name}`)).status).toBe(200);
    }
  });

  it.each([
    ["organization", ["raadet", "udvalget"]],
    ["person", ["ane"]],
    ["membership", ["ane.raadet"]],
    ["meeting", ["raadet.2026-06-18", "udvalget.2026-03-03"]],
    ["agendaItem", ["aaen.udvalg", "aaen.raad", "broen.beslutning"]],
    ["paper", ["aaen", "broen"]],
    ["consultation", ["aaen.udvalg", "aaen.raad", "broen.beslutning"]],
    ["file", ["aaen.indstilling"]],
  ])("lists each %s by its schema, and has it at its own address", async (type, names) => {
    const things = await walked(room, `${at}/${type}`);
    expect(things.map(({ id }) => id)).toEqual(names.map((name) => `${at}/${type}/${name}`));
    for (const thing of things) {
      expect(wrongInOparl(type.charAt(0).toUpperCase() + type.slice(1), thing)).toBeUndefined();
      expect(await asked(room, thing.id)).toEqual(thing);
    }
  });

  it.each([...lists, "organization/raadet/meeting"])(
    "gives %s one by one to those who follow next, each once",
    async (name) => {
      const whole = await walked(room, `${at}/${name}`);
      expect(whole.length).toBeGreaterThan(0);
      expect(await walked(room, `${at}/${name}?limit=1`)).toEqual(whole);
    },
  );

  it("says of each step whether the body decides, what came of it, and what was before it", async () => {
    const paper = await asked(room, `${at}/paper/aaen`);
    expect(paper).toMatchObject({
      name: "Åen",
      reference: "2026-17",
      web: `${base}/da/sager/aaen/`,
      consultation: [
        {
          authoritative: false,
          organization: [`${at}/organization/udvalget`],
          "presserum:action": "recommendation",
        },
        { authoritative: true, organization: [`${at}/organization/raadet`], "presserum:action": "decision" },
      ],
      auxiliaryFile: [{ fileName: "indstilling.pdf", mimeType: "application/pdf", date: "2026-02-20" }],
    });
    const meeting = await asked(room, `${at}/meeting/udvalget.2026-03-03`);
    expect(meeting).toMatchObject({
      start: "2026-03-02T23:00:00.000Z",
      meetingState: "durchgeführt",
      agendaItem: [
        {
          name: "Udvalget indstiller",
          result: "Indstillet",
          auxiliaryFile: [{ size: plainPdf(2).byteLength }],
        },
      ],
    });
    expect(await asked(room, `${at}/meeting/raadet.2026-06-18`)).toMatchObject({
      meetingState: "terminiert",
      agendaItem: [{ id: `${at}/agendaItem/aaen.raad` }, { id: `${at}/agendaItem/broen.beslutning` }],
    });
  });

  it("leads to nothing that is not there: objects, pages, documents", async () => {
    const said = JSON.stringify(await Promise.all(lists.map((name) => walked(room, `${at}/${name}`))));
    const links = new Set(
      [...said.matchAll(/"(https:\/\/presse\.example[^"]*)"/g)].map(([, link = ""]) => link),
    );
    expect(links.size).toBeGreaterThan(20);
    for (const link of links) {
      const path = link.slice(base.length);
      const isThere = path.startsWith("/api/")
        ? (await room.ask(link)).status === 200
        : room.site.has(keyOfPath(path));
      expect([link, isThere]).toEqual([link, true]);
    }
  });

  it.each([
    ["paper/ingen", 404],
    ["paper/aaen.raad", 404],
    ["meeting/raadet.2026-06-19", 404],
    ["meeting/raadet", 404],
    ["agendaItem/aaen.ingen", 404],
    ["person/vagten", 404],
    ["organization/ingen/meeting", 404],
    ["constructor", 404],
    ["../oparl", 404],
    ["paper?cursor=x", 400],
    ["paper?limit=101", 400],
    ["paper?modified_since=i%20g%C3%A5r", 400],
    ["paper?created_until=2026-01-01", 400],
  ])("answers %s with a problem", async (address, status) => {
    const answer = await room.ask(`/api/oparl/v1.1/${address}`);
    expect([answer.status, answer.contentType]).toEqual([status, "application/problem+json"]);
  });

  it("is described beside the rest, with each question that the edge passes on", () => {
    const { paths } = openApi(base) as {
      paths: Record<string, { get: { parameters: readonly { in: string; name: string }[] } }>;
    };
    const own = Object.entries(paths).filter(([path]) => path.startsWith("/oparl/"));
    const named = own.flatMap(([, { get }]) => get.parameters.filter((one) => one.in === "query"));
    expect(new Set(named.map(({ name }) => name))).toEqual(new Set(oparlParameters));
  });
});

describe("who comes back to OParl", () => {
  const later = "2026-03-16T12:00:00Z";
  const since = `modified_since=${encodeURIComponent("2026-03-16T00:00:00+01:00")}`;

  it("asks for what was changed since, and gets that alone", async () => {
    const other = await published(decisions);
    expect(await walked(other, `${at}/paper?${since}`)).toEqual([]);
    other.sources.commit(
      changed(decisions, "cases/aaen.yaml", "Rådet beslutter,", "Rådet beslutter endeligt,"),
    );
    await other.publishAt(later);
    const news = await walked(other, `${at}/paper?limit=1&${since}`);
    expect(news).toMatchObject([
      { name: "Åen", created: "2026-03-15T12:00:00.000Z", modified: "2026-03-16T12:00:00.000Z" },
    ]);
    expect((await walked(other, `${at}/meeting?${since}`)).map(({ id }) => id)).toEqual([
      `${at}/meeting/raadet.2026-06-18`,
      `${at}/meeting/udvalget.2026-03-03`,
    ]);
    expect(await walked(other, `${at}/organization?${since}`)).toEqual([]);
    expect(await walked(other, `${at}/paper?created_since=${later}`)).toEqual([]);
    expect(await walked(other, `${at}/paper?modified_until=${now}`)).toMatchObject([{ name: "Broen" }]);
  });

  it("is told of a case that is gone that it is, and nothing more, until it is there again", async () => {
    const other = await published(decisions);
    const without = Object.fromEntries(
      Object.entries(decisions).filter(([path]) => !path.startsWith("cases/aaen")),
    );
    other.sources.commit(without, { forced: true });
    await other.publishAt(later);
    const gone = await asked(other, `${at}/paper/aaen`);
    expect(wrongInOparl("deleted", gone)).toBeUndefined();
    expect(gone).toMatchObject({ created: "2026-03-15T12:00:00.000Z", modified: "2026-03-16T12:00:00.000Z" });
    expect(await walked(other, `${at}/paper?limit=1&${since}`)).toEqual([gone]);
    other.sources.commit(decisions);
    await other.publishAt("2026-03-17T12:00:00Z");
    expect(await walked(other, `${at}/paper`)).toMatchObject([{ name: "Åen" }, { name: "Broen" }]);
  });

  it("is told nothing of who was taken out", async () => {
    const other = await published(decisions);
    const files = Object.entries(decisions).flatMap(([path, text]) =>
      path === "contacts/ane.yaml" ? [] : [[path, String(text).replaceAll("contacts: [ane]\n", "")] as const],
    );
    const kept = Object.fromEntries(
      files.map(([path, text]) => [
        path,
        path.endsWith(".jpg") || path.endsWith(".pdf") ? (decisions[path] ?? "") : text,
      ]),
    );
    other.sources.commit(kept, { forced: true });
    await other.publishAt(later);
    for (const name of lists)
      expect(JSON.stringify(await walked(other, `${at}/${name}`))).not.toMatch(/Åkjær|\bane\b/);
    expect((await other.ask(`${at}/person/ane`)).status).toBe(404);
  });
});

describe("a case under embargo", () => {
  const lifts = "2026-03-20T06:00:00Z";
  const secret = {
    ...decisions,
    "cases/havnen.yaml": [
      "title: { da: Havnen, en: The harbour }",
      `embargo: ${lifts}`,
      "steps:",
      "  - { id: havn, body: raadet, date: 2026-04-01, action: decision, subject: { da: Havnen, en: The harbour } }",
    ].join("\n"),
  };
  const addresses = [
    ...lists.map((name) => `${at}/${name}`),
    `${at}/organization/raadet/meeting`,
    ...[
      "paper/havnen",
      "agendaItem/havnen.havn",
      "consultation/havnen.havn",
      "meeting/raadet.2026-04-01",
    ].map((one) => `${at}/${one}`),
  ];
  const said = async (of: MemoryPressRoom) =>
    Promise.all(addresses.map(async (address) => (await of.ask(address)).body));

  it("is not there before its hour, byte for byte, and is modified from its hour on", async () => {
    const instant = "2026-03-20T05:30:00Z";
    const [with_, without] = await Promise.all([published(secret, instant), published(decisions, instant)]);
    expect(await said(with_)).toEqual(await said(without));
    await with_.publishAt(lifts);
    expect(await asked(with_, `${at}/paper/havnen`)).toMatchObject({
      name: "Havnen",
      created: "2026-03-20T06:00:00.000Z",
      modified: "2026-03-20T06:00:00.000Z",
    });
    expect((await walked(with_, `${at}/organization/raadet/meeting`)).map(({ name }) => name)).toEqual([
      "Rådet, 2026-04-01",
      "Rådet, 2026-06-18",
    ]);
  });

  it("that is taken away before its hour leaves no trace", async () => {
    const other = await published(secret);
    other.sources.commit(decisions, { forced: true });
    await other.publishAt("2026-03-21T12:00:00Z");
    expect(JSON.stringify(await said(other))).not.toContain("Havnen");
    expect((await other.ask(`${at}/paper/havnen`)).status).toBe(404);
  });
});

describe("while a case is published", () => {
  it("names nothing that readers would not find, wherever it breaks off", async () => {
    let looked = 0;
    for (let call = 0; call < 120; call += 8) {
      const other = await published(smallNewsroom);
      other.sources.commit(decisions);
      other.faults.plan(call, "death");
      await other.publishAt(now, "another").catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      for (const name of ["paper", "meeting", "organization", "file"]) {
        const text = JSON.stringify(await walked(other, `${at}/${name}`));
        for (const [, path = ""] of text.matchAll(
          /"(?:web|accessUrl)":"https:\/\/presse\.example([^"]*)"/g,
        )) {
          expect([path, other.site.has(keyOfPath(path))]).toEqual([path, true]);
          looked += 1;
        }
      }
    }
    expect(looked).toBeGreaterThan(60);
  });
});
