import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { rightsXmp } from "../images/rights-xmp.ts";
import { endWith } from "./end-with.ts";
import { projectFolder } from "./options.ts";
import { samplePdf } from "./sample-pdf.ts";
import { letters } from "./vector-letters.ts";

/**
 * Draws the sample pictures and writes the sample document. They stand in for photos that are not ours to give, and say so in their pixels and in
 * their metadata; none of them is a likeness of anybody.
 */
interface Drawing {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly art: (width: number, height: number) => string;
  readonly words: readonly string[];
}

const notAPhoto = ["PLADSHOLDER, IKKE ET FOTO", "PLACEHOLDER, NOT A PHOTOGRAPH"];
const notAPerson = ["TEGNET PLADSHOLDER, IKKE EN PERSON", "DRAWN PLACEHOLDER, NOT A PERSON"];

const drawings: readonly Drawing[] = [
  { id: "rodin-genoff-industri-summit-2008", width: 6000, height: 4000, art: network, words: notAPhoto },
  { id: "eksempel-cykelsti", width: 6000, height: 4000, art: path, words: notAPhoto },
  { id: "eksempel-cyklist", width: 3600, height: 2400, art: rings("#3a5a40", "#dad7cd"), words: notAPerson },
  { id: "bent-hansen", width: 2400, height: 3000, art: rings("#274c77", "#a3cef1"), words: notAPerson },
  { id: "bent-b-mikkelsen", width: 2400, height: 3000, art: rings("#5b3a29", "#e6ccb2"), words: notAPerson },
];

await endWith(async () => {
  for (const drawing of drawings) await draw(drawing);
  await writeDocument();
  return 0;
});

/** A note that stands in for one of a body's papers, and says on each page that it is an example. */
async function writeDocument(): Promise<void> {
  const words = (...lines: readonly string[]) => ({ heading: false, lines });
  const heading = (text: string) => ({ heading: true, lines: [text] });
  const pages = [
    [
      heading("Høringsnotat (eksempel)"),
      words("Dette dokument er et eksempel, som følger med Presserum. Intet af det er sket."),
      words(
        "Sag 2026-0417: Cykelsti langs åen. Eksempeludvalget, 1. september 2026.",
        "Notatet samler, hvad naboer og skoler skrev i høringen om linjeføringen.",
      ),
      words(
        "Der kom 14 svar. Elleve er for en sti på åens østside, to er imod,",
        "og et beder om en bro ved skolen.",
      ),
    ],
    [
      heading("Svarene i korte træk (eksempel)"),
      words(
        "Skolen ønsker lys på stykket mellem møllen og hallen.",
        "Naboerne beder om, at arbejdet ligger uden for fuglenes yngletid.",
      ),
      words("Forvaltningen indstiller, at svarene indgår i beslutningen den 16. marts 2027."),
      words("Eksempel: tegnet af et program, ikke et dokument fra nogen myndighed."),
    ],
  ];
  const folder = join(projectFolder, "content", "cases", "eksempel-cykelsti-ved-aaen");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "hoeringsnotat.pdf"), samplePdf("Høringsnotat (eksempel)", "da", pages));
}

async function draw({ id, width, height, art, words }: Drawing): Promise<void> {
  const scale = (width * 0.8) / Math.max(...words.map((word) => letters(word).width));
  const lines = words.map((word, index) => {
    const { path: shape, width: long } = letters(word);
    const x = (width - long * scale) / 2;
    const y = height * 0.86 + index * scale * 10;
    return `<path transform="translate(${x} ${y}) scale(${scale})" d="${shape}" fill="none" stroke="#fff" stroke-width="1.1" stroke-linecap="square"/>`;
  });
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${art(width, height)}` +
    `<rect y="${height * 0.83}" width="${width}" height="${height * 0.17}" fill="#101820"/>${lines.join("")}</svg>`;
  await sharp(Buffer.from(svg), { limitInputPixels: false })
    .flatten()
    .toColourspace("srgb")
    .withXmp(
      rightsXmp({
        alt: { da: "Tegnet pladsholder", en: "Drawn placeholder" },
        caption: {
          da: "En pladsholder, tegnet af et program. Ikke et foto og ikke en person.",
          en: "A placeholder drawn by a program. Not a photograph and not a person.",
        },
        credit: "Presserum",
        creator: "Presserum",
        copyright: "Presserum",
        licence: {
          name: { da: "CC0", en: "CC0" },
          url: "https://creativecommons.org/publicdomain/zero/1.0/",
          terms: { da: "Må bruges frit af alle.", en: "Free for everybody to use." },
        },
        people: [],
      }),
    )
    .jpeg({ quality: 82, mozjpeg: true })
    .toFile(join(projectFolder, "content", "photos", `${id}.jpg`));
}

/** Points that hang together: what a cluster is. The same on every run. */
function network(width: number, height: number): string {
  const points = Array.from({ length: 34 }, (_, index) => ({
    x: (0.08 + 0.84 * fraction(index * 0.754_878)) * width,
    y: (0.08 + 0.66 * fraction(index * 0.569_84)) * height,
    r: (0.006 + 0.016 * fraction(index * 0.37)) * width,
  }));
  const lines = points.flatMap((from, index) =>
    points
      .slice(index + 1)
      .filter((to) => Math.hypot(from.x - to.x, from.y - to.y) < width * 0.2)
      .map(
        (to) =>
          `<path d="M${from.x} ${from.y}L${to.x} ${to.y}" stroke="#8ecae6" stroke-width="${width * 0.0016}"/>`,
      ),
  );
  const dots = points.map(
    ({ x, y, r }, index) =>
      `<circle cx="${x}" cy="${y}" r="${r}" fill="${["#ffb703", "#fb8500", "#219ebc"][index % 3]}"/>`,
  );
  return `<rect width="${width}" height="${height}" fill="#023047"/>${lines.join("")}${dots.join("")}`;
}

function path(width: number, height: number): string {
  const stream = `M0 ${height * 0.62}C${width * 0.3} ${height * 0.5} ${width * 0.45} ${height * 0.78} ${width} ${height * 0.56}`;
  const way = `M0 ${height * 0.74}C${width * 0.3} ${height * 0.62} ${width * 0.45} ${height * 0.9} ${width} ${height * 0.68}`;
  return (
    `<rect width="${width}" height="${height}" fill="#d8e2dc"/>` +
    `<circle cx="${width * 0.78}" cy="${height * 0.2}" r="${height * 0.09}" fill="#ffe08a"/>` +
    `<path d="M0 ${height * 0.5}Q${width * 0.25} ${height * 0.34} ${width * 0.5} ${height * 0.46}T${width} ${height * 0.4}V${height}H0z" fill="#84a98c"/>` +
    `<path d="${stream}" fill="none" stroke="#5fa8d3" stroke-width="${height * 0.05}"/>` +
    `<path d="${way}" fill="none" stroke="#3d405b" stroke-width="${height * 0.035}"/>` +
    `<path d="${way}" fill="none" stroke="#f4f1de" stroke-width="${height * 0.003}" stroke-dasharray="${height * 0.03}"/>`
  );
}

/** Rings: nobody's face. */
function rings(dark: string, light: string): Drawing["art"] {
  return (width, height) =>
    `<rect width="${width}" height="${height}" fill="${dark}"/>` +
    Array.from(
      { length: 7 },
      (_, index) =>
        `<circle cx="${width / 2}" cy="${height * 0.4}" r="${width * (0.06 + index * 0.055)}" fill="none" stroke="${light}" stroke-opacity="${0.9 - index * 0.1}" stroke-width="${width * 0.018}"/>`,
    ).join("");
}

function fraction(value: number): number {
  return value - Math.floor(value);
}
