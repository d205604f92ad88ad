import { describe, expect, it } from "vitest";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import { release, smallNewsroom, without } from "../support/small-newsroom.ts";
import { textAt } from "../support/text-at.ts";

const about = "programme: cykler\ncase: broen";
const files = {
  ...without(smallNewsroom, "releases/"),
  "cases/broen.yaml": [
    "title: { da: Broen, en: The bridge }",
    "programme: cykler",
    "steps:",
    ...step("hoering", "2026-03-05", "hearing", "    outcome: noted"),
    ...step("indstilling", "2026-03-10", "recommendation", "    outcome: recommended"),
    ...step("beslutning", "2026-03-20", "decision"),
    ...step("anlaeg", "2026-06-18", "approval"),
  ].join("\n"),
  ...release("2026/foer", { id: "foer", title: "Før", date: "2026-03-04", extra: about }),
  ...release("2026/samme", { id: "samme", title: "Samme dag", date: "2026-03-10", extra: about }),
  ...release("2026/efter", { id: "efter", title: "Efter", date: "2026-03-25", extra: about }),
};

function step(id: string, date: string, action: string, ...more: readonly string[]): readonly string[] {
  return [
    `  - id: ${id}`,
    "    body: raadet",
    `    date: ${date}`,
    `    action: ${action}`,
    `    subject: { da: Om ${id}, en: On ${id} }`,
    ...more,
  ];
}

/** Each line as its kind, its day and what it is about. */
async function lines(path: string, at: string): Promise<readonly string[]> {
  const room = memoryPressRoom();
  room.sources.commit(files);
  await room.publishAt(at);
  const [, list = ""] = /<ol class="trail" reversed>(.*?)<\/ol>/s.exec(textAt(room, path)) ?? [];
  return [...list.matchAll(/<li class="step ([a-z]+)".*?datetime="([^"]*)".*?<\/li>/gs)].map(
    ([line, kind, date]) =>
      `${date} ${kind} ${/Om [a-z]+(?=<\/p>)|(?<=\/">)[^<]*(?=<\/a><\/h3>)/.exec(line)?.[0]}`,
  );
}

describe("the time line of releases and decisions", () => {
  const inApril = [
    "2026-06-18 pending Om anlaeg",
    "2026-03-25 told Efter",
    "2026-03-20 overdue Om beslutning",
    "2026-03-10 done Om indstilling",
    "2026-03-10 told Samme dag",
    "2026-03-05 done Om hoering",
    "2026-03-04 told Før",
  ];

  it.each([["da/sager/broen/index.html"], ["da/programmer/cykler/index.html"]])(
    "is one, in the order of days, with what is pending and overdue at its place: %s",
    async (path) => {
      expect(await lines(path, "2026-04-01T12:00:00Z")).toEqual(inApril);
    },
  );

  it("has a step pending until its day is over, and shows nothing that is not out yet", async () => {
    expect(await lines("da/sager/broen/index.html", "2026-03-20T12:00:00Z")).toEqual(
      inApril.filter((line) => !line.endsWith("Efter")).map((line) => line.replace("overdue", "pending")),
    );
  });

  it("names the case on the programme's page, where there may be several, and not on its own", async () => {
    const room = memoryPressRoom();
    room.sources.commit(files);
    await room.publishAt("2026-04-01T12:00:00Z");
    expect(textAt(room, "en/programmes/bicycles/index.html")).toContain(
      '<p class="case"><a href="/en/cases/the-bridge/">The bridge</a></p>',
    );
    expect(textAt(room, "en/cases/the-bridge/index.html")).not.toContain('class="case"');
    expect(textAt(room, "en/cases/the-bridge/index.html")).toContain('id="step-beslutning"');
  });
});
