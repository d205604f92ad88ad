import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { Block, Inline } from "../../functions/content/blocks.ts";
import type { Release } from "../../functions/content/entry.ts";
import type { Instant } from "../../functions/content/instant.ts";
import type { Library } from "../../functions/site/library.ts";
import { problemsOf, short } from "../support/problems.ts";
import { sampleFiles, samplePressRoom } from "../support/sample-views.ts";

let library: Library;
let release: Release;
beforeAll(async () => {
  ({ library } = await samplePressRoom("2008-05-27T12:00:00.000Z" as Instant));
  const found = await library.release("2008-05-27-klyngeprogram");
  if (found === undefined) throw new Error("The release of 2008 is not in the sample newsroom.");
  release = found;
});

function words(inlines: readonly Inline[]): string {
  return inlines.map((one) => ("text" in one ? one.text : "children" in one ? words(one.children) : " ")).join("");
}
/** A text as its reader sees it: one line a block, long ones cut. */
function outline(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block) => {
    const text = "children" in block ? words(block.children) : "";
    const who = block.type === "quote" ? ` — ${block.speaker?.name}, ${block.speaker?.role}` : "";
    return `${block.type}: ${text.slice(0, 40)}${who}`;
  });
}

describe("the sample newsroom", () => {
  it("has no mistakes", async () => {
    expect((await problemsOf(sampleFiles())).map(short)).toEqual([]);
  });

  it("holds the release of 2008 in Danish, its four quotes with who said them", () => {
    expect(release.translations.da).toMatchObject({
      title: "Vækstforum satser på netværk og klynger",
      slug: "vaekstforum-satser-paa-netvaerk-og-klynger",
    });
    expect(outline(release.translations.da.blocks)).toEqual([
      "paragraph: Pengene til klyngeprogrammet skal i peri",
      "quote: Jeg har store forventninger til, at prog — Bent Hansen, formand for Vækstforum i Region Midtjylland",
      "quote: Det gælder den etablerede fremstillingsi — Bent Hansen, formand for Vækstforum i Region Midtjylland",
      "heading: Kraftig vækst i netværk",
      "paragraph: Globaliseringen og den outsourcing, der ",
      "paragraph: Nogle virksomheder har som modebranchen ",
      "paragraph: Der har de seneste 10-15 år været en kra",
      "quote: Konferencen Industri Summit i Herning il — Bent Hansen, formand for Vækstforum i Region Midtjylland",
      "quote: Der er meget at lære af disse virksomhed — Bent Hansen, formand for Vækstforum i Region Midtjylland",
      "heading: Om programmet",
      "paragraph: Det er målet, at de deltagende virksomhe",
      "paragraph: Klyngeprogrammets budget på 56,2 mio. kr",
      "paragraph: Vækstforum godkendte klyngeprogrammet på",
    ]);
  });

  it("holds it in English, block for block", () => {
    const english = release.translations.en;
    expect(english?.slug).toBe("growth-forum-backs-networks-and-clusters");
    expect(english?.follows).toBe(release.translations.da.mark);
    expect(english?.blocks.map(({ type }) => type)).toEqual(release.translations.da.blocks.map(({ type }) => type));
  });

  it("says its lead once", () => {
    const { lead, blocks } = release.translations.da;
    expect(outline(blocks).some((line) => line.includes(lead.slice(0, 30)))).toBe(false);
  });

  it("keeps the programme's money exact and rounded, and its facts as fields", async () => {
    expect(await library.entry("programme", "klyngeprogrammet")).toMatchObject({
      period: { from: 2009, to: 2011 },
      budget: { exact: 56_200_000, rounded: 56_000_000, currency: "DKK" },
      url: "http://www.klynger.rm.dk",
    });
    const programme = await library.entry("programme", "klyngeprogrammet");
    expect([programme?.sectors.length, programme?.priorities.length, programme?.routes.length]).toEqual([6, 3, 2]);
  });

  it("follows the case through three bodies, the third still to decide", async () => {
    const matter = await library.entry("case", "klyngeprogrammets-finansiering");
    expect(matter?.steps.map(({ body, date, outcome }) => [body, date, outcome])).toEqual([
      ["vaekstforum", "2008-05-26", "approved"],
      ["forretningsudvalget", "2008-05-27", "recommended"],
      ["regionsraadet", "2008-06-18", undefined],
    ]);
  });

  it("knows both of Bent Hansen's roles, and both contacts' numbers as phones dial them", async () => {
    const [hansen, mikkelsen] = [await library.entry("contact", "bent-hansen"), await library.entry("contact", "bent-b-mikkelsen")];
    expect(hansen?.roles.map(({ body }) => body)).toEqual(["vaekstforum", "regionsraadet"]);
    expect([hansen?.phone, hansen?.mobile, mikkelsen?.phone, mikkelsen?.mobile]).toEqual(["+4587285010", "+4540313707", "+4587285270", "+4520233360"]);
    expect(mikkelsen?.email).toBe("Bent.Mikkelsen@ru.rm.dk");
    expect([hansen?.historicalOn, mikkelsen?.historicalOn]).toEqual(["2008-05-27", "2008-05-27"]);
  });

  it("says of each of its pictures that it is a placeholder, in caption, alt text and size", async () => {
    for (const id of ["rodin-genoff-industri-summit-2008", "bent-hansen", "bent-b-mikkelsen", "eksempel-cykelsti"]) {
      const photo = await library.entry("photo", id);
      expect([id, photo?.placeholder, photo?.alt.da.includes("pladsholder"), photo?.alt.en.includes("placeholder")]).toEqual([id, true, true, true]);
      expect(photo?.caption.da).toContain("pladsholder");
      const portrait = id.startsWith("bent");
      const { width, height } = await sharp(sampleFiles()[`photos/${id}.jpg`]).metadata();
      expect([width, height]).toEqual(portrait ? [2400, 3000] : [6000, 4000]);
    }
  });
});
