/** Letters as strokes on a grid of 4 by 6, so that no font of any machine has a say in the pixels. */
const strokes: Readonly<Record<string, string>> = {
  A: "M0 6V2L2 0L4 2V6M0 4H4",
  D: "M0 0V6H2L4 4V2L2 0Z",
  E: "M4 0H0V6H4M0 3H3",
  F: "M4 0H0V6M0 3H3",
  G: "M4 1L3 0H1L0 1V5L1 6H3L4 5V3H2",
  H: "M0 0V6M4 0V6M0 3H4",
  I: "M2 0V6",
  K: "M0 0V6M4 0L0 3L4 6",
  L: "M0 0V6H4",
  N: "M0 6V0L4 6V0",
  O: "M1 0H3L4 1V5L3 6H1L0 5V1Z",
  P: "M0 6V0H3L4 1V2L3 3H0",
  R: "M0 6V0H3L4 1V2L3 3H0M2 3L4 6",
  S: "M4 1L3 0H1L0 1V2L1 3H3L4 4V5L3 6H1L0 5",
  T: "M0 0H4M2 0V6",
  W: "M0 0L1 6L2 3L3 6L4 0",
  C: "M4 1L3 0H1L0 1V5L1 6H3L4 5",
  ",": "M1 5V6L0 7",
};

/** A line of capitals as one path, 6 high, and how wide it is. @throws for a letter that is not drawn */
export function letters(line: string): { readonly path: string; readonly width: number } {
  const advance = 5.6;
  const path = Array.from(line)
    .map((letter, index) => {
      if (letter === " ") return "";
      const shape = strokes[letter];
      if (shape === undefined) throw new Error(`No letter "${letter}" is drawn.`);
      return moved(shape, index * advance);
    })
    .join("");
  return { path, width: line.length * advance - (advance - 4) };
}

/** The strokes further to the right. */
function moved(shape: string, by: number): string {
  return shape
    .replaceAll(
      /([ML])([\d.]+) ([\d.]+)/g,
      (_, command: string, x: string, y: string) => `${command}${Number(x) + by} ${y}`,
    )
    .replaceAll(/H([\d.]+)/g, (_, x: string) => `H${Number(x) + by}`);
}
