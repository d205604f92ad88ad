import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, it } from "vitest";
import { memoryPressRoom } from "../support/memory-press-room.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import type { Files } from "../support/memory-sources.ts";
import { plainPdf } from "../support/pdf-fixture.ts";
import { changed, smallNewsroom, without } from "../support/small-newsroom.ts";
import { textAt } from "../support/text-at.ts";

const now = "2026-03-15T12:00:00Z";
const lines = [
  "documents:",
  "  - file: indstilling.pdf",
  "    title: { da: Indstilling om broen, en: Recommendation on the bridge }",
  "    language: da",
  "    step: beslutning",
  "  - file: trafiktal-2025.pdf",
  "    title: { da: Trafiktal, en: Traffic figures }",
  "    language: de",
  "    date: 2026-01-31",
];
const files: Files = {
  ...smallNewsroom,
  "cases/broen.yaml": [smallNewsroom["cases/broen.yaml"], ...lines].join("\n"),
  "cases/broen/indstilling.pdf": plainPdf(12),
  "cases/broen/trafiktal-2025.pdf": plainPdf(1),
};
/** Not before April. */
const later = changed(
  files,
  "cases/broen.yaml",
  "    step: beslutning",
  "    step: beslutning\n    embargo: 2026-04-01T08:00",
);

let room: MemoryPressRoom;
beforeEach(() => {
  room = memoryPressRoom();
});

async function publish(some: Files, at = now): Promise<void> {
  room.sources.commit(some, { forced: true });
  const [publication] = await room.publishAt(at);
  expect(publication?.problems).toEqual([]);
}

/** The address of a document, as the page has it. */
function addressOf(title: string, page = "da/sager/broen/index.html"): string {
  return new RegExp(`<a href="([^"]*)"[^>]*>${title}</a>`).exec(textAt(room, page))?.[1] ?? "";
}

function documentsOnSite(): readonly string[] {
  return [...room.site.keys()].filter((key) => key.startsWith("documents/"));
}

async function ofApi(): Promise<readonly Record<string, unknown>[]> {
  const { body } = await room.ask("/api/v1/cases/broen");
  return (JSON.parse(body) as { documents: Record<string, unknown>[] }).documents;
}

describe("a document of a case", () => {
  it("says in both languages what it is, how long, how heavy and in which language, and to which step it belongs", async () => {
    await publish(files);
    const [danish, english] = ["da/sager/broen", "en/cases/the-bridge"].map((path) =>
      textAt(room, `${path}/index.html`),
    );
    expect(danish).toMatch(/type="application\/pdf" hreflang="da">Indstilling om broen<\/a>/);
    expect(danish).toContain("PDF, 12 sider, 1\u00A0kB, på dansk");
    expect(danish).toContain('<a href="#step-beslutning">Skal broen bygges</a>');
    expect(danish).toContain('id="step-beslutning"');
    expect(danish).toContain("PDF, 1 side, 1\u00A0kB, på tysk");
    expect(danish).toContain('<time datetime="2026-01-31">31. januar 2026</time>');
    expect(english).toContain("Recommendation on the bridge");
    expect(english).toContain("PDF, 12 pages, 1\u00A0kB, in Danish");
    expect(english).toContain("PDF, 1 page, 1\u00A0kB, in German");
  });

  it("is saved under its name, from an address that can be read out and never changes its bytes", async () => {
    await publish(files);
    const address = addressOf("Trafiktal");
    expect(address).toMatch(/^\/documents\/broen\/trafiktal-2025-[0-9a-f]{8}\.pdf$/);
    expect(addressOf("Traffic figures", "en/cases/the-bridge/index.html")).toBe(address);
    expect(room.site.get(address.slice(1))).toMatchObject({
      contentType: "application/pdf",
      cacheControl: "public, max-age=31536000, immutable",
      contentDisposition: `attachment; filename="trafiktal-2025.pdf"; filename*=UTF-8''trafiktal-2025.pdf`,
    });
    await publish({ ...files, "cases/broen/trafiktal-2025.pdf": plainPdf(2) });
    expect(addressOf("Trafiktal")).not.toBe(address);
    expect(room.site.has(addressOf("Trafiktal").slice(1))).toBe(true);
    expect(room.site.has(address.slice(1))).toBe(false);
  });

  it("keeps its address when its title, its step and the case's address change", async () => {
    await publish(files);
    const address = addressOf("Indstilling om broen");
    await publish(
      changed(
        changed(files, "cases/broen.yaml", "Indstilling om broen", "Indstillingen"),
        "cases/broen.yaml",
        "programme: cykler",
        "slug: { da: ny-bro, en: new-bridge }\nformer_addresses: [/da/sager/broen/, /en/cases/the-bridge/]",
      ),
    );
    expect(addressOf("Indstillingen", "da/sager/ny-bro/index.html")).toBe(address);
  });

  it("is in the case's table, in its data and in the API", async () => {
    await publish(files);
    const [heads, step, first, second] = parse(textAt(room, "en/cases/the-bridge.csv"));
    expect(heads?.[0]).toBe("Type");
    expect(step?.slice(0, 5)).toEqual([
      "step",
      "2026-06-18",
      "The Council",
      "deciding",
      "Whether to build the bridge",
    ]);
    expect(first?.slice(0, 2)).toEqual(["document", "2026-06-18"]);
    expect(second).toEqual([
      "document",
      "2026-01-31",
      "",
      "",
      "Traffic figures",
      "",
      "de",
      "1",
      String(plainPdf(1).length),
      `https://presse.example${addressOf("Trafiktal")}`,
    ]);
    const data = JSON.parse(textAt(room, "da/sager/broen.json")) as {
      documents: unknown[];
      steps: unknown[];
    };
    const known = {
      language: "da",
      type: "application/pdf",
      step: "beslutning",
      pages: 12,
      bytes: plainPdf(12).length,
      url: `https://presse.example${addressOf("Indstilling om broen")}`,
    };
    expect(data.steps).toHaveLength(1);
    expect(data.documents[0]).toMatchObject({ ...known, title: "Indstilling om broen" });
    expect((await ofApi())[0]).toMatchObject({ ...known, title: { en: "Recommendation on the bridge" } });
  });

  it("is nowhere before its hour, and everywhere from that very instant, without anybody doing anything", async () => {
    await publish(later);
    expect(JSON.stringify([...room.site])).not.toMatch(/indstilling-|Indstilling om broen/);
    expect(documentsOnSite()).toHaveLength(1);
    expect(await ofApi()).toHaveLength(1);
    await room.publishAt("2026-04-01T05:59:59.999Z");
    expect(room.now()).toBe("2026-04-01T06:00:00.000Z"); // that near to it, the publisher waits
    expect(room.site.has(addressOf("Indstilling om broen").slice(1))).toBe(true);
    expect(await ofApi()).toHaveLength(2);
  });

  it("is under the embargo of its case", async () => {
    const secret = changed(
      without(files, "releases/2026/bro"),
      "cases/broen.yaml",
      "programme: cykler",
      "embargo: 2026-04-01T08:00",
    );
    await publish(secret);
    expect(documentsOnSite()).toEqual([]);
    await room.publishAt("2026-04-01T06:00:00Z");
    expect(documentsOnSite()).toHaveLength(2);
  });

  it("is gone with its line, and the page with it", async () => {
    await publish(files);
    await publish(smallNewsroom);
    expect(documentsOnSite()).toEqual([]);
    expect(textAt(room, "da/sager/broen/index.html")).not.toContain("Dokumenter");
  });
});
