import { nearest } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import { folders, isPassedOver, unitOf } from "./unit-of.ts";

/**
 * What is wrong with where a file is, whatever is in it.
 *
 * @param type  a link names something that is not in the folder
 */
export function strayFile(path: string, type: "blob" | "tree" | "link"): Problem | undefined {
  const place = { file: shown(path), line: 1, column: 1 };
  if (type === "link" || climbsOut(path)) {
    return {
      code: "path-outside-content",
      place,
      message: {
        da: "Dette er en genvej til et andet sted eller en sti ud af mappen, og intet uden for den bliver nogensinde offentliggjort.",
        en: "This is a link to somewhere else or a path out of the folder, and nothing outside of it is ever published.",
      },
      fix: {
        da: "læg selve filen her, for eksempel med cp, og commit den.",
        en: "put the file itself here, for example with cp, and commit it.",
      },
    };
  }
  if (isPassedOver(path) || unitOf(path) !== undefined) return undefined;
  const [folder = ""] = path.split("/");
  const known = [...folders, "releases"];
  const meant = known.some((name) => name === folder) ? folder : nearest(folder, known);
  return {
    code: "unknown-file",
    place,
    message: {
      da: "Der bliver ikke lavet noget af denne fil, for den ligger, hvor ingen slags indhold hører til.",
      en: "Nothing is made from this file, because it lies where no kind of entry does.",
    },
    fix: {
      da: `flyt den derhen, hvor den hører til, for eksempel ${examples[meant ?? "releases"]}, eller slet den.`,
      en: `move it to where it belongs, for example ${examples[meant ?? "releases"]}, or delete it.`,
    },
  };
}

const examples: Readonly<Record<string, string>> = {
  releases: "releases/2008/klyngeprogram/da.md",
  photos: "photos/industri-summit.yaml",
  contacts: "contacts/bent-hansen.yaml",
  programmes: "programmes/klyngeprogrammet.yaml",
  cases: "cases/klyngeprogrammets-finansiering.yaml",
  bodies: "bodies/regionsraadet.yaml",
  pages: "pages/tilgaengelighed.yaml",
};

function climbsOut(path: string): boolean {
  return path.startsWith("/") || path.includes("\\") || path.split("/").includes("..") || hasControls(path);
}

function hasControls(path: string): boolean {
  return /\p{Cc}/u.test(path);
}

/** A file name may hold anything, and a message goes to terminals. */
function shown(path: string): string {
  return path.replaceAll(/\p{Cc}/gu, "?");
}
