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
      message:
        "This is a link to somewhere else or a path out of the folder, and nothing outside of it is ever published.",
      fix: "put the file itself here, for example with cp, and commit it.",
    };
  }
  if (isPassedOver(path) || unitOf(path) !== undefined) return undefined;
  const [folder = ""] = path.split("/");
  const known = [...folders, "releases"];
  const meant = known.some((name) => name === folder) ? folder : nearest(folder, known);
  return {
    code: "unknown-file",
    place,
    message: "Nothing is made from this file, because it lies where no kind of entry does.",
    fix: `move it to where it belongs, for example ${examples[meant ?? "releases"]}, or delete it.`,
  };
}

const examples: Readonly<Record<string, string>> = {
  releases: "releases/2008/klyngeprogram/da.md",
  photos: "photos/industri-summit.yaml",
  contacts: "contacts/bent-hansen.yaml",
  programmes: "programmes/klyngeprogrammet.yaml",
  cases: "cases/klyngeprogrammets-finansiering.yaml",
  bodies: "bodies/regionsraadet.yaml",
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
