/**
 * The colours that pages are made of, once for a light ground and once for a dark one. A newsroom may choose its own
 * accent and links; everything else is ours, so that what it chooses can be held against a ground that is known.
 */
export const palette = {
  light: {
    ground: "#fcfbf8",
    raised: "#f2f0ea",
    text: "#17191c",
    quiet: "#50555c",
    line: "#d3cfc5",
    link: "#0a4f7d",
    visited: "#583a75",
    accent: "#0c5460",
    signal: "#94400a",
    marked: "#fff1cc",
    onMarked: "#3b2f00",
  },
  dark: {
    ground: "#13171a",
    raised: "#1d2327",
    text: "#eceae5",
    quiet: "#b2b8bd",
    line: "#434b52",
    link: "#8fcbf0",
    visited: "#cdb5e6",
    accent: "#7cc7cf",
    signal: "#f2a66c",
    marked: "#3d3311",
    onMarked: "#ffebb3",
  },
} as const;
export type Scheme = keyof typeof palette;
export type ColourName = keyof (typeof palette)[Scheme];
export type Palette = Readonly<Record<Scheme, Readonly<Record<ColourName, string>>>>;

/** What a newsroom may choose. */
export const ownColours = ["accent", "link"] as const;
export type OwnColours = Readonly<
  Partial<Record<Scheme, Readonly<Partial<Record<(typeof ownColours)[number], string>>>>>
>;

export function paletteOf(own: OwnColours): Palette {
  return { light: { ...palette.light, ...own.light }, dark: { ...palette.dark, ...own.dark } };
}

/** Words need this much. @see WCAG 2.2, 1.4.3 */
export const leastContrast = 4.5;

/** The worse of a colour's contrasts with the two grounds that words stand on, rounded down to a tenth: 4.4. */
export function contrastOnGrounds(colour: string, scheme: Scheme): number {
  const { ground, raised } = palette[scheme];
  return Math.floor(Math.min(contrast(colour, ground), contrast(colour, raised)) * 10) / 10;
}

/**
 * @param one  "#rrggbb", as `other`
 * @returns    1 for the same colour, 21 for black on white
 * @see        WCAG 2.2, "contrast ratio" and "relative luminance"
 */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
