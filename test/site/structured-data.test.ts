import { beforeAll, describe, expect, it } from "vitest";
import type { Instant } from "../../functions/content/instant.ts";
import type { MemoryPressRoom } from "../support/memory-press-room.ts";
import { samplePressRoom } from "../support/sample-views.ts";
import { schemaOrgProblems } from "../support/schema-org.ts";
import { textAt } from "../support/text-at.ts";

let room: MemoryPressRoom;
beforeAll(async () => {
  ({ room } = await samplePressRoom("2026-11-24T12:00:00.000Z" as Instant));
});

interface Node {
  readonly "@type": string;
  readonly [key: string]: unknown;
}

function structuredData(page: string): readonly Node[] {
  return [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, text = ""]) => JSON.parse(text) as Node,
  );
}
const on = (key: string, type: string) =>
  structuredData(textAt(room, key)).find((node) => node["@type"] === type);

describe("what search engines read of a page", () => {
  it("is of schema.org's vocabulary on every page: types, properties and kinds of values", () => {
    const types = new Set<string>();
    for (const [key, { body }] of room.site) {
      if (!("text" in body) || !key.endsWith(".html")) continue;
      for (const node of structuredData(body.text)) {
        expect([key, node["@context"], schemaOrgProblems(node)]).toEqual([key, "https://schema.org", []]);
        types.add(node["@type"]);
      }
    }
    expect([...types].toSorted()).toEqual([
      "BreadcrumbList",
      "ContactPoint",
      "GovernmentOrganization",
      "ImageObject",
      "NewsArticle",
      "Person",
    ]);
  });

  it.each([
    ["an unknown property", { "@type": "NewsArticle", headlin: "x" }],
    ["an unknown type", { "@type": "PressRelease", headline: "x" }],
    ["a value of another kind", { "@type": "NewsArticle", headline: 5 }],
    [
      "a wrong property further in",
      { "@type": "NewsArticle", publisher: { "@type": "Organization", nam: "x" } },
    ],
    ["an address that is none", { "@type": "Person", url: "not an address" }],
  ])("would be refused with %s", (_, node) => {
    expect(schemaOrgProblems(node)).not.toEqual([]);
  });

  it("names the authority that publishes, and the person whom one can call, with their portrait", () => {
    expect(
      on("da/2008/05/vaekstforum-satser-paa-netvaerk-og-klynger/index.html", "NewsArticle"),
    ).toMatchObject({
      publisher: { "@type": "GovernmentOrganization", name: "Presserums øveregion" },
    });
    expect(on("en/contacts/bent-hansen/index.html", "Person")).toMatchObject({
      name: "Bent Hansen",
      image: expect.stringMatching(/^https:\/\/[^/]+\/photos\//) as string,
      worksFor: { "@type": "GovernmentOrganization" },
    });
  });

  it("has the way to the page wherever readers see it, with the same names and addresses", () => {
    const withCrumbs = [...room.site].flatMap(([key, { body }]) => {
      if (!("text" in body) || !key.endsWith("index.html")) return [];
      const [, crumbs = ""] = /<nav class="breadcrumbs".*?>(.*?)<\/nav>/s.exec(body.text) ?? [];
      const [, canonical = ""] = /<link rel="canonical" href="([^"]*)">/.exec(body.text) ?? [];
      const list = structuredData(body.text).find((node) => node["@type"] === "BreadcrumbList");
      const way = (list?.["itemListElement"] ?? []) as readonly {
        readonly position: number;
        readonly item: { readonly "@id": string };
      }[];
      const shown = [...crumbs.matchAll(/<a href="([^"]*)">/g)].map(([, path = ""]) => path);
      return [
        {
          key,
          shown,
          canonical,
          way: way.map(({ item }) => item["@id"]),
          places: way.map(({ position }) => position),
        },
      ];
    });
    for (const { key, shown, canonical, way, places } of withCrumbs) {
      const paths = way.map((href) => new URL(href).pathname);
      expect([key, paths.slice(0, shown.length)]).toEqual([key, shown]);
      expect([key, way.slice(-1)]).toEqual([key, shown.length === 0 ? [] : [canonical]]);
      expect(places).toEqual(way.map((_, index) => index + 1));
    }
    expect(withCrumbs.filter(({ shown }) => shown.length > 0).length).toBeGreaterThan(50);
  });
});
