import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Localised } from "../content/locale.ts";
import { ContentUnreadable } from "./checkout.ts";
import type { Checkout } from "./checkout.ts";
import { folderCheckout } from "./folder-checkout.ts";
import type { Stamps } from "./folder-checkout.ts";
import { gitCheckout, gitEnvironment } from "./git-checkout.ts";

const run = promisify(execFile);

/** A checkout, and what the person at the machine should know about it. */
export interface OpenedCheckout {
  readonly checkout: Checkout;
  /** Why commits do not count here; absent where they do. */
  readonly notice?: Localised;
  /** The repository around it, and where in it the content lies: "content/", or "" for its root. */
  readonly history?: { readonly root: string; readonly prefix: string };
}

/**
 * Opens a folder, or a Git repository with a `content/` folder in it.
 *
 * @param folder  as the person wrote it; from the working directory
 * @throws        ContentUnreadable
 */
export async function openCheckout(folder: string): Promise<OpenedCheckout> {
  const content = await contentFolder(resolve(folder));
  const history = await gitHistory(content);
  if ("root" in history) return { checkout: gitCheckout(content, history.root, history.prefix), history };
  return {
    checkout: folderCheckout(content),
    notice: {
      da: `${content} har ingen Git-historik (${history.because.da}), så alt, hvad der gemmes dér, bliver offentligt. For at udgive med commits: git init, git add, git commit, og start igen.`,
      en: `${content} has no Git history (${history.because.en}), so whatever is saved there goes live. For publishing by commit: git init, git add, git commit, and start again.`,
    },
  };
}

/** The folder as it is now, committed or not. */
export async function openWorkingTree(folder: string, known?: Stamps): Promise<Checkout> {
  return folderCheckout(await contentFolder(resolve(folder)), known);
}

/** The folder itself if it holds a newsroom, else the `content/` in it. @throws ContentUnreadable */
export async function contentFolder(folder: string): Promise<string> {
  try {
    if (!(await stat(folder)).isDirectory()) {
      throw new ContentUnreadable({
        da: `${folder} er en fil. Gør sådan: skriv den mappe, som newsroom.yaml ligger i.`,
        en: `${folder} is a file. Fix: name the folder that newsroom.yaml lies in.`,
      });
    }
    await access(folder, constants.R_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof ContentUnreadable) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") {
      throw new ContentUnreadable({
        da: `Der er ingen mappe ${folder}. Gør sådan: skriv den mappe, som newsroom.yaml ligger i, for eksempel CONTENT_DIR=content npm start.`,
        en: `There is no folder ${folder}. Fix: name the folder that newsroom.yaml lies in, for example CONTENT_DIR=content npm start.`,
      });
    }
    if (code === "EACCES") {
      throw new ContentUnreadable({
        da: `Mappen ${folder} må du ikke læse. Gør sådan: giv dig selv lov til det.`,
        en: `The folder ${folder} may not be read by you. Fix: change its permissions.`,
      });
    }
    throw error;
  }
  for (const candidate of [folder, join(folder, "content")]) {
    if (await exists(join(candidate, "newsroom.yaml"))) return candidate;
  }
  throw new ContentUnreadable({
    da:
      `Der er ingen newsroom.yaml i ${folder} og heller ikke i mappen content i den, så det er ikke et presserum. ` +
      "Gør sådan: skriv den mappe, som newsroom.yaml ligger i, for eksempel CONTENT_DIR=content npm start.",
    en:
      `There is no newsroom.yaml in ${folder}, nor in its content folder, so this is no press room. ` +
      "Fix: name the folder that newsroom.yaml lies in, for example CONTENT_DIR=content npm start.",
  });
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

type History = { readonly root: string; readonly prefix: string } | { readonly because: Localised };

/** Whether the folder's newest commit holds it; a repository around it that does not know it is none of ours. */
async function gitHistory(content: string): Promise<History> {
  const asked = ["rev-parse", "--show-toplevel", "--show-prefix", "HEAD:./newsroom.yaml"];
  try {
    const { stdout } = await run("git", ["-C", content, ...asked], { env: gitEnvironment() });
    const [root = "", prefix = ""] = stdout.split("\n");
    return { root, prefix };
  } catch (error) {
    const { code, stdout = "", stderr = "" } = error as { code?: unknown; stdout?: string; stderr?: string };
    // Answered in order: where it is in a repository, only the last question is left.
    if (stdout.split("\n").length > 2)
      return { because: { da: "intet af den er committet endnu", en: "nothing of it is committed yet" } };
    if (code === "ENOENT") return { because: { da: "Git er ikke installeret", en: "Git is not installed" } };
    if (stderr.includes("dubious ownership")) {
      const fix = `git config --global --add safe.directory ${content}`;
      throw new ContentUnreadable({
        da: `${content} tilhører en anden bruger, så Git vil ikke læse den. Gør sådan: ${fix}`,
        en: `${content} belongs to another user, so Git will not read it. Fix: ${fix}`,
      });
    }
    if (stderr.includes("not a git repository"))
      return { because: { da: "den ligger ikke i et Git-repository", en: "it is in no Git repository" } };
    throw new ContentUnreadable(
      {
        da: `Git kan ikke læse ${content}: ${stderr.trim()}`,
        en: `Git cannot read ${content}: ${stderr.trim()}`,
      },
      { cause: error },
    );
  }
}
