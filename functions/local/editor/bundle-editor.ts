import type { BuildOptions, Plugin } from "esbuild";
import { cp, readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { buildOnce } from "../build-once.ts";

const project = fileURLToPath(new URL("../../..", import.meta.url));
/** Where the editor's files are made. */
export const editorFolder = join(project, "dist", "editor");

/** Highlighting of program code, maps, and the languages of an editor that has two. */
const leftOut = /^@shikijs\/(?:langs|themes)\/|^leaflet\b|^terra-draw|\/locales\/[^/]+\.json$/;
const kept = /\/locales\/da\.json$/;

/**
 * Bundles the editor with Sveltia CMS out of its package: scripts, fonts and symbols, so that nothing comes from
 * anywhere else. The same sources give the same bytes.
 */
export async function bundleEditor(folder = editorFolder): Promise<void> {
  const options = {
    absWorkingDir: project,
    entryPoints: [join("functions", "editor", "browser", "edit.ts")],
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: "browser",
    target: "es2022",
    format: "esm",
    minify: true,
    legalComments: "linked",
    logLevel: "warning",
    plugins: [withoutWhatIsNotUsed, mended],
  } satisfies BuildOptions;
  const plugins = [relative(project, fileURLToPath(import.meta.url))];
  await buildOnce(join(project, "dist", "built"), options, { plugins, emptied: folder });
  const assets = fileURLToPath(import.meta.resolve("@sveltia/cms"));
  await cp(join(assets, "..", "assets"), join(folder, "assets"), { recursive: true });
}

const withoutWhatIsNotUsed: Plugin = {
  name: "without what is not used",
  setup(bundle) {
    bundle.onResolve({ filter: leftOut }, ({ path }) =>
      kept.test(path) ? undefined : { path: "nothing", namespace: "left-out" },
    );
    bundle.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({
      contents: "export default []",
      loader: "js",
    }));
  },
};

/**
 * The package brings its fonts, and its style asks a stranger for them all the same. And it commits what is larger than
 * 16 MiB in two, an original before its sidecar: that is a commit which the check refuses, and an original whose name
 * nobody can put right by its sidecar. So the page says how much one commit may hold.
 *
 * @throws  where a new version asks somebody for what we do not know of, or parts commits in another way
 */
const mended: Plugin = {
  name: "mended",
  setup(bundle) {
    bundle.onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf-8");
      const assets = await readdir(join(path, "..", "assets"));
      return { contents: withCommitsWhole(withOwnFonts(text, assets)), loader: "js" };
    });
  },
};

function withOwnFonts(text: string, assets: readonly string[]): string {
  return text.replaceAll(
    /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)(?::vf)?@[\d.]+\/[\w-]+\.woff2/g,
    (address, font: string) => {
      const file = assets.find((name) => name.startsWith(font) && name.endsWith(".woff2"));
      if (file === undefined) throw new Error(`Sveltia CMS asks for ${address} and does not bring it.`);
      return `assets/${file}`;
    },
  );
}

function withCommitsWhole(text: string): string {
  const [before, after, ...others] = text.split(/(?<=\{length:\w+\}=\w+\.contents;\w+&&\w+\+\w+>)16777216\b/);
  if (before === undefined || after === undefined || others.length > 0)
    throw new Error(
      "Sveltia CMS no longer parts commits where it did; see MAX_COMMIT_PAYLOAD_SIZE in its sources.",
    );
  return `${before}globalThis.largestCommit${after}`;
}
