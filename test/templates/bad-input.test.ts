import { beforeAll, describe, expect, it } from "vitest";
import { validator } from "../support/html-validator.ts";
import { brokenLinks } from "../support/links.ts";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import { problemsOf, short } from "../support/problems.ts";
import { release, smallNewsroom, without } from "../support/small-newsroom.ts";

/** What authors paste, and what no page may break on. */
const markup = `Nyt <b>råd</b> & 'gamle' planer 🚲👩‍🚒`;
const arabic = "خطة جديدة للدراجات في المدينة";
const greenlandic = "Kalaallit Nunaanni inatsisartut ataatsimiipput";
const longWord = "Speciallægepraksisplanlægningsstabiliseringsperiode".repeat(3);
const photos = Array.from({ length: 60 }, (_, index) => `foto-${index}`);
const quotes = Array.from({ length: 40 }, (_, index) => `- Citat nummer ${index}, siger Ane Åkjær, formand.`);

/** A release with this title in both languages, quoted as YAML asks for. */
function titled(title: string, facts: Omit<Parameters<typeof release>[1], "title">): Files {
  const written = release(`2026/${facts.id}`, { ...facts, title: "TITEL" });
  const quoted = `title: ${JSON.stringify(title)}`;
  return Object.fromEntries(
    Object.entries(written).map(([path, text]) => [path, String(text).replace(/^title: TITEL.*$/m, quoted)]),
  );
}

/** With an address of its own: letters that are not Latin make none. */
function slugged(texts: Files, slug: string): Files {
  return Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [
      path,
      String(text).replace("lead:", `slug: ${slug}\nlead:`),
    ]),
  );
}

const files: Files = {
  ...without(smallNewsroom, "newsroom.yaml", "contacts/vagten"),
  "newsroom.yaml": String(smallNewsroom["newsroom.yaml"]).replace("press_contact: vagten", ""),
  ...Object.fromEntries(
    photos.flatMap((id) => [
      [`photos/${id}.jpg`, smallNewsroom["photos/bro.jpg"] ?? ""],
      [`photos/${id}.yaml`, smallNewsroom["photos/bro.yaml"] ?? ""],
    ]),
  ),
  ...slugged(titled(markup, { id: "markup", date: "2026-03-01" }), "markup"),
  ...titled(`${longWord} ${"ord ".repeat(9)}slut`, { id: "lang", date: "2026-03-02" }),
  ...slugged(
    titled(arabic, {
      id: "arabisk",
      date: "2026-03-03",
      text: `${arabic}

> ${arabic}`,
    }),
    "arabisk",
  ),
  ...release("2026/groenland", {
    id: "groenland",
    title: greenlandic,
    date: "2026-03-04",
    text: `## ${greenlandic}\n\n${greenlandic}.`,
  }),
  ...release("2026/mange", {
    id: "mange",
    title: "Mange billeder",
    date: "2026-03-05",
    extra: `photos: [${photos.join(", ")}]`,
  }),
  ...release("2026/citater", {
    id: "citater",
    title: "Mange citater",
    date: "2026-03-06",
    text: quotes.join("\n\n"),
    extra: "contacts: [ane]",
  }),
};
const pages = new Map<string, string>();
let broken: readonly string[] = [];
beforeAll(async () => {
  const room = memoryPressRoom();
  room.sources.commit(files);
  const [publication] = await room.publishAt("2026-03-15T12:00:00Z");
  if (publication?.outcome !== "published")
    throw new Error(`Refused: ${publication?.problems.map(short).join()}`);
  for (const [key, { body }] of room.site)
    if ("text" in body && key.endsWith("index.html")) pages.set(key, body.text);
  broken = brokenLinks(room.site, "https://presse.example");
});

const page = (key: string): string => pages.get(`${key}/index.html`) ?? `there is no ${key}`;
const count = (html: string, pattern: RegExp): number => html.match(pattern)?.length ?? 0;

describe("a newsroom of what no author should write", () => {
  it("is right HTML on every page, and no link of it is broken", async () => {
    expect(pages.size).toBeGreaterThan(40);
    for (const [key, html] of pages) {
      const { results } = await validator.validateString(html);
      expect([key, results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))]).toEqual([
        key,
        [],
      ]);
    }
    expect(broken).toEqual([]);
  });

  it("shows markup in a title as the signs that it is made of, and emoji whole", () => {
    const html = page("da/2026/03/markup");
    expect(html).toContain("Nyt &lt;b&gt;råd&lt;/b&gt; &amp; &#39;gamle&#39; planer 🚲👩‍🚒");
    expect(html).not.toContain("<b>råd");
  });

  it("refuses a title of 300 characters, and shows one of 200 whole", async () => {
    const told = await problemsOf({
      ...files,
      ...titled("x".repeat(300), { id: "for-lang", date: "2026-03-07" }),
    });
    expect(told.map(short)).toEqual([
      "releases/2026/for-lang/da.md:3:8 wrong-value",
      "releases/2026/for-lang/en.md:2:8 wrong-value",
    ]);
    expect([...pages.values()].some((html) => html.includes(`<h1>${longWord}`))).toBe(true);
  });

  it("lets each paragraph find its own direction, in whatever script it is", () => {
    const html = page("da/2026/03/arabisk");
    expect(html).toContain(`<h1 dir="auto">${arabic}</h1>`);
    expect(html).toContain(`<p dir="auto">${arabic}</p>`);
  });

  it("keeps a text in a third language as it is written", () => {
    expect(page("da/2026/03/kalaallit-nunaanni-inatsisartut-ataatsimiipput")).toContain(`${greenlandic}.`);
  });

  it("shows sixty photos, the first at once and the others when they come near", () => {
    const html = page("da/2026/03/mange-billeder");
    expect(count(html, /<figure class="photo"/g)).toBe(60);
    expect(count(html, /fetchpriority="high"/g)).toBe(1);
  });

  it("has an anchor of its own for each of forty quotes", () => {
    const html = page("da/2026/03/mange-citater");
    const anchors = [...html.matchAll(/<blockquote class="quote" id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(anchors).size).toBe(40);
  });

  it("leaves out the contacts where there are none, and the money where a programme has none", () => {
    expect(page("da/2026/03/mange-billeder")).not.toContain('id="contacts"');
    expect(page("da/programmer/cykler")).not.toContain("amount");
  });
});
