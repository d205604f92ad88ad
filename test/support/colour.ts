export type Rgb = readonly [number, number, number];
export type Lab = readonly [number, number, number];

/** From 0 to 255 in sRGB, as IEC 61966-2-1 has it, to CIE L*a*b* under D65. */
export function labOfSrgb(rgb: Rgb): Lab {
  const [x, y, z] = xyzOfSrgb(rgb);
  const [fx, fy, fz] = [f(x / 0.950_47), f(y), f(z / 1.088_83)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

export function xyzOfSrgb(rgb: Rgb): Rgb {
  const [r, g, b] = rgb.map((value) => linear(value / 255)) as unknown as Rgb;
  return [
    0.412_456 * r + 0.357_576 * g + 0.180_437 * b,
    0.212_673 * r + 0.715_152 * g + 0.072_175 * b,
    0.019_334 * r + 0.119_192 * g + 0.950_304 * b,
  ];
}

function linear(value: number): number {
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function f(value: number): number {
  return value > 216 / 24_389 ? Math.cbrt(value) : ((24_389 / 27) * value + 16) / 116;
}

/** CIE 1976: 2.3 is a difference that is just seen. */
export function deltaE(one: Lab, other: Lab): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}
