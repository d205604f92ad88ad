import type { Problem } from "./problem.ts";
import type { SourceFile } from "./read-content.ts";
import { sourceText } from "./source-text.ts";

/** The newsroom's mark, as it is served: an SVG of its own size. */
export interface Logo {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** It is fetched with the first page that anybody sees. */
const longestLogo = 20_000;
/** What could run, ask elsewhere for something, or show another document. A drawing needs none of it. */
const unsafe =
  /<!|<\?(?!xml )|<(?:script|foreignObject|iframe|image|use|a|style|animate|set)\b|\bon\w+\s*=|\bhref\s*=|url\s*\(/i;

/** Reads newsroom.svg, which lies beside newsroom.yaml where a newsroom has a mark of its own. */
export function readLogo(file: SourceFile): { readonly logo?: Logo; readonly problems: readonly Problem[] } {
  const place = { file: file.path, line: 1, column: 1 };
  if (file.size > longestLogo) {
    return {
      problems: [
        {
          code: "file-too-large",
          place,
          message: {
            da: `Mærket fylder ${file.size} bytes, og hver side skulle vente på dem.`,
            en: `The mark has ${file.size} bytes, and every page would wait for them.`,
          },
          fix: {
            da: `gør tegningen mindre end ${longestLogo} bytes, for eksempel ved at gemme den som almindelig SVG.`,
            en: `simplify the drawing to less than ${longestLogo} bytes, for example by saving it as plain SVG.`,
          },
        },
      ],
    };
  }
  const text = sourceText(file);
  if (!text.ok) return { problems: text.problems };
  const found = unsafe.exec(text.value)?.[0];
  const [, , , width, height] =
    /^\s*(?:<\?xml [^>]*>\s*)?<svg\b[^>]*\sviewBox="(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+)"/.exec(
      text.value,
    ) ?? [];
  if (found !== undefined || Number(width) <= 0 || Number(height) <= 0 || width === undefined) {
    return {
      problems: [
        {
          code: "unsafe-logo",
          place,
          message:
            found === undefined
              ? {
                  da: "Det er ikke en SVG-tegning, der siger sin størrelse, så en browser ville ikke vide, hvordan den skal vises.",
                  en: "This is no SVG drawing that says its size, so a browser would not know how to show it.",
                }
              : {
                  da: `Tegningen rummer "${found}", og et mærke på hver side må hverken køre noget eller hente noget.`,
                  en: `The drawing holds "${found}", and a mark that every page shows must neither run anything nor ask for anything.`,
                },
          fix: {
            da: 'gem det som almindelig SVG med kurver alene, for eksempel <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">.',
            en: 'save it as plain SVG of paths alone, for example <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">.',
          },
        },
      ],
    };
  }
  return { logo: { svg: text.value, width: Number(width), height: Number(height) }, problems: [] };
}
