import { base } from "./style/base.ts";
import { frame } from "./style/frame.ts";
import { gallery } from "./style/gallery.ts";
import { lists } from "./style/lists.ts";
import { media } from "./style/media.ts";
import { search } from "./style/search.ts";
import { text } from "./style/text.ts";

type Colours = Readonly<Record<string, string>>;

/** Black on white, whatever the screen was: a printer has no dark scheme. */
const paper: Colours = {
  ground: "#fff",
  raised: "#fff",
  text: "#000",
  quiet: "#333",
  line: "#999",
  link: "#000",
  visited: "#000",
  accent: "#000",
  signal: "#000",
  marked: "#fff",
  onMarked: "#000",
};

/**
 * The one stylesheet. One column, no script; then wider, then the reader's wishes, then paper. It loads nothing: letters
 * are those that the reader's computer has.
 *
 * @param palette  the colours by their names, on a light and on a dark ground
 */
export function stylesheetOf(palette: { readonly light: Colours; readonly dark: Colours }): string {
  return `:root{color-scheme:light dark;${variables(palette.light)};--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4",Georgia,"Noto Serif",serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{${variables(palette.dark)}}}
@media (prefers-contrast:more){:root{--quiet:var(--text);--line:var(--text)}}
@media print{:root{color-scheme:light;${variables(paper)}}}
${base}${frame}${text}${lists}${search}${gallery}${media}`;
}

function variables(colours: Colours): string {
  return Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
}
