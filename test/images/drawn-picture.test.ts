import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { palette } from "../../functions/content/palette.ts";
import { drawnPictures } from "../../functions/images/drawn-picture.ts";
import { drawableText } from "../../functions/images/letters/drawable-text.ts";
import { setText } from "../../functions/images/letters/set-text.ts";
import { typeface } from "../../functions/images/letters/typeface.ts";
import { readPictureLetters } from "../../functions/local/picture-letters.ts";
import { digestOf } from "../../functions/site/digest.ts";
import { pictureRecipe } from "../../functions/site/recipe.ts";
import { heldKeyOfPicture, pathOfPicture } from "../../functions/site/social-picture.ts";
import type { SocialPicture } from "../../functions/site/social-picture.ts";

const pictures = drawnPictures(readPictureLetters);
const face = typeface(await readPictureLetters());
const { ground, text, quiet, accent } = palette.light;
const picture: SocialPicture = {
  release: "2008-05-27-klynger",
  locale: "da",
  headline: "Vækstforum satser 56 mio. kroner på klynger",
  publisher: "Region Midtjylland",
  day: "27. maj 2008",
  colours: { ground, text, quiet, accent },
};
const long = "Regionsrådet bevilger penge til nye klynger i hele regionen og sender dem videre. ".repeat(4);

const drawn = async (some: Partial<SocialPicture> = {}): Promise<string> =>
  digestOf(await pictures.draw({ ...picture, ...some }));

/** The pixels in which something is written, as the smallest rectangle around them. */
async function inked(some: Partial<SocialPicture>, below: number) {
  const bytes = await pictures.draw({ ...picture, ...some });
  const { data, info } = await sharp(bytes)
    .extract({ left: 0, top: below, width: 1200, height: 630 - below })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const dark = Array.from(data.keys()).filter((at) => (data[at] ?? 0) < 200);
  const columns = dark.map((at) => at % info.width);
  const rows = dark.map((at) => below + Math.floor(at / info.width));
  const [least, most] = [
    (all: readonly number[]) => all.reduce((one, other) => Math.min(one, other), Infinity),
    (all: readonly number[]) => all.reduce((one, other) => Math.max(one, other), 0),
  ];
  return {
    left: least(columns),
    right: most(columns),
    top: least(rows),
    bottom: most(rows),
    count: dark.length,
  };
}

describe("a drawn picture", () => {
  it("is a PNG file of 1200 × 630 without anything but pixels", async () => {
    const about = await sharp(await pictures.draw(picture)).metadata();
    expect([about.format, about.width, about.height, about.hasAlpha]).toEqual(["png", 1200, 630, false]);
    expect(about.exif ?? about.xmp ?? about.icc).toBeUndefined();
  });

  it("is the same for the same words, and another for any other word or colour", async () => {
    expect(await drawn()).toBe(await drawn());
    const others = [
      { headline: "Vækstforum satser 57 mio. kroner på klynger" },
      { publisher: "Aarhus Kommune" },
      { day: "28. maj 2008" },
      { colours: { ...picture.colours, accent: "#7a1f5c" } },
    ];
    const all = [picture, ...others];
    expect(new Set(await Promise.all(all.map(drawn))).size).toBe(5);
    expect(new Set(all.map((some) => pathOfPicture({ ...picture, ...some }))).size).toBe(5);
    expect(new Set(all.map((some) => heldKeyOfPicture({ ...picture, ...some }))).size).toBe(5);
  });

  it("has an address that changes with what draws it", () => {
    expect(pictureRecipe).toContain(`sharp-${sharp.versions.sharp}`);
  });

  it("stands on the newsroom's own ground, under its accent", async () => {
    const pixels = sharp(await pictures.draw(picture));
    const at = async (left: number, top: number) =>
      pixels.clone().extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
    const near = (pixel: Buffer, colour: string) =>
      Buffer.from(colour.slice(1), "hex").every(
        (value, channel) => Math.abs(value - (pixel[channel] ?? 0)) <= 2,
      );
    expect(near(await at(600, 5), accent)).toBe(true);
    expect(near(await at(1195, 300), ground)).toBe(true);
  });

  it.each([
    ["of two words", "Ny bro"],
    ["of an ordinary length", picture.headline],
    ["of three hundred characters", long.slice(0, 300)],
    ["of one word of three hundred letters", "W".repeat(300)],
    ["of one long word among others", `${"Planlægnings".repeat(8)} i ${"Planlægnings".repeat(4)}`],
  ])("keeps its margins with a headline %s", async (_, headline) => {
    const { left, right, top, bottom } = await inked({ headline }, 30);
    expect([left >= 80, right <= 1120, top >= 70, bottom <= 600]).toEqual([true, true, true, true]);
  });

  it("ends a headline that is too long in an ellipsis: what is behind that makes no other picture", async () => {
    const [one, other] = [`${long} Først`, `${long} Sidst`];
    expect(await drawn({ headline: one })).toBe(await drawn({ headline: other }));
    expect(await drawn({ headline: `Først ${long}` })).not.toBe(await drawn({ headline: `Sidst ${long}` }));
  });

  it("leaves out emoji and what cannot be seen, and nothing else", async () => {
    const plain = await drawn({ headline: "Ny bro – “åben” nu" });
    expect(await drawn({ headline: "🎉 Ny  bro –\u00AD “å\u200Bben”\tnu 👩🏽‍🔬🇩🇰☎️" })).toBe(plain);
    expect(await drawn({ headline: "Ny bro – “åben” nu ©" })).not.toBe(plain);
  });

  it("writes markup out: a headline is letters and no code", async () => {
    const bold = await drawn({ headline: 'Ny <b>bro</b> & "tunnel"' });
    expect(bold).not.toBe(await drawn({ headline: 'Ny bro & "tunnel"' }));
    expect(bold).not.toBe(await drawn({ headline: 'Ny &lt;b&gt;bro&lt;/b&gt; &amp; "tunnel"' }));
  });

  it.each([
    ["Arabic", "افتتاح جسر جديد"],
    ["Hebrew", "גשר חדש"],
    ["Chinese", "新桥通车"],
    ["Danish but for one name in Chinese", "Ny bro til 北京"],
    ["no letters at all", "🎉🎉"],
    ["sums of signs that it lacks", "Ny bro ⊃ 5"],
  ])("says publisher and day alone where the headline is in %s", async (_, headline) => {
    expect(await drawn({ headline })).toBe(await drawn({ headline: "العربية" }));
    const { count, left, right } = await inked({ headline }, 30);
    expect(count).toBeGreaterThan(3_000);
    expect([left >= 80, right <= 1120]).toEqual([true, true]);
    expect(await drawn({ headline })).not.toBe(await drawn({ headline, day: "28. maj 2008" }));
  });

  it("says the day where not even the publisher can be written", async () => {
    const { count } = await inked({ headline: "新桥", publisher: "城市" }, 30);
    expect(count).toBeGreaterThan(3_000);
  });
});

describe("the letters of pictures", () => {
  it.each([
    ["Danish", "Æbleø på Ærø: “Åh”, ‘ja’ – „nej“ »så« … 1,5 % § 3 a/b"],
    ["Faroese", "Føroyar Ðð Áá Íí Óó Úú Ýý Ææ Øø"],
    ["Greenlandic", "Kalaallit Nunaat Kĸ Ââ Êê Îî Ôô Ûû Ãã Ĩĩ Ũũ"],
    ["Sami", "Sámi Áá Čč Đđ Ŋŋ Šš Ŧŧ Žž Åå Ää Öö Ïï Ññ"],
    ["German, French, Polish and Turkish", "Straße Œuvre Łódź İstanbul Ğğ Şş çéèêëïôùü ẞ"],
  ])("have all that %s is written with", (_, all) => {
    expect(drawableText(face, all)).toBe(all);
  });

  it("stand closer where they have to", () => {
    expect(face.width("AV", 1000)).toBeLessThan(face.width("A", 1000) + face.width("V", 1000));
    expect(face.width("nn", 1000)).toBe(2 * face.width("n", 1000));
  });
});

describe("a headline", () => {
  const measure = { width: 1000, sizes: [100, 80, 60], lines: (size: number) => (size === 60 ? 5 : 3) };
  const set = (headline: string) => setText(face, headline, measure);

  it("is as large as it fits, in lines about as long as each other", () => {
    expect(set("Ny bro")).toEqual({ size: 100, lines: ["Ny bro"] });
    const { size, lines } = set("Vækstforum satser 56 mio. kroner på klynger");
    expect([size, lines.length]).toEqual([100, 3]);
    const widths = lines.map((line) => face.width(line, size));
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.6);
  });

  it("loses no word on its way into lines", () => {
    const words =
      "Region og kommuner bygger EU-støttet cykelbro over havnen med plads til to/tre spor i 2007-2013";
    expect(set(words).lines.join(" ").replaceAll("- ", "-").replaceAll("/ ", "/")).toBe(words);
  });

  it("is not broken at a no-break space, nor between numbers", () => {
    for (const most of [3, 4, 5]) {
      const { lines } = setText(face, "Der gives 56\u00A0mio.\u00A0kr. i 2007-2013", {
        width: 900 / most,
        sizes: [30],
        lines: () => 9,
      });
      expect(lines.some((line) => line.includes("56 mio. kr."))).toBe(true);
      expect(lines.some((line) => line.includes("2007-2013"))).toBe(true);
    }
  });

  it("never has more lines than there is room for, nor a line that is longer", () => {
    for (let length = 1; length < 400; length += 7) {
      const { size, lines } = set(long.repeat(2).slice(0, length).trim());
      expect(lines.length).toBeLessThanOrEqual(measure.lines(size));
      for (const line of lines) expect(face.width(line, size)).toBeLessThanOrEqual(1000);
    }
  });
});
