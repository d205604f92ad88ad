import type { Newsroom } from "../content/entry.ts";
import { paletteOf } from "../content/palette.ts";
import { script } from "../../templates/script.ts";
import { stylesheetOf } from "../../templates/style.ts";
import { digestOf } from "./digest.ts";

/** What pages fetch besides their pictures. Addresses change with the bytes, so that browsers may keep them for ever. */
export interface Asset {
  readonly path: string;
  readonly text: string;
  readonly contentType: string;
}

const styles = new Map<string, Asset>();

export function styleOf({ colours }: Newsroom): Asset {
  const chosen = JSON.stringify(colours);
  const known = styles.get(chosen); // every page asks
  if (known !== undefined) return known;
  const style = asset("style", "css", stylesheetOf(paletteOf(colours)), "text/css; charset=utf-8");
  styles.set(chosen, style);
  return style;
}

const scriptAsset = asset("script", "js", script, "text/javascript; charset=utf-8");

export function scriptOfPages(): Asset {
  return scriptAsset;
}

export function logoOf({ logo }: Newsroom): Asset | undefined {
  return logo && asset("logo", "svg", logo.svg, "image/svg+xml");
}

function asset(name: string, suffix: string, text: string, contentType: string): Asset {
  return { path: `/assets/${name}.${digestOf(text).slice(0, 12)}.${suffix}`, text, contentType };
}
