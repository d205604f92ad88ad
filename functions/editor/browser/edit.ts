/// <reference lib="dom" />
import CMS from "@sveltia/cms";
import { palette } from "../../content/palette.ts";
import { stylesheetOf } from "../../../templates/style.ts";
import type { EditorConfig } from "../editor-config.ts";
import { editorWords } from "../editor-words.ts";
import { guardedFetch } from "./guarded-fetch.ts";
import { repositoryRoot } from "../repository-host.ts";
import { releasePreview } from "./preview-release.ts";
import type { Draft } from "./preview-release.ts";

/** What the page is given: the configuration, and at home who is signed in. */
interface Served {
  readonly config: EditorConfig & {
    readonly backend: { readonly api_root: string };
    readonly media_libraries: { readonly default: { readonly config: { readonly max_file_size: number } } };
  };
  readonly user?: object;
}

/** Where Sveltia CMS keeps who is signed in, for all windows. */
const signedIn = "sveltia-cms.user";
const locale = navigator.language.startsWith("da") ? "da" : "en";
document.documentElement.lang = locale;
const answer = await fetch(`config.${locale}.json`, { cache: "no-store" });
const { config, user } = (await answer.json()) as Served;
const apiRoot = new URL(config.backend.api_root, location.href).href;
globalThis.fetch = guardedFetch(
  fetch.bind(globalThis),
  location.href,
  repositoryRoot(config.backend, apiRoot),
  {
    token: () => (JSON.parse(localStorage.getItem(signedIn) ?? "{}") as { readonly token?: string }).token,
    words: editorWords(locale),
  },
);
/** In Base64 letters: the largest original, and its sidecar beside it. Without it Sveltia CMS parts them; see bundle-editor.ts. */
const largestCommit = Math.ceil((config.media_libraries.default.config.max_file_size * 4) / 3) + 1_000_000;
Object.assign(globalThis, { largestCommit });
// At home nobody signs in: whoever is at this machine is who Git says.
if (user !== undefined) localStorage.setItem(signedIn, JSON.stringify(user));

interface PreviewProps {
  readonly entry: { get(key: "data"): { toJS(): Draft } };
}
const { h } = globalThis as unknown as { readonly h: (tag: string, props: object) => unknown };
CMS.registerPreviewStyle(stylesheetOf(palette), { raw: true });
CMS.registerPreviewTemplate("releases", ({ entry }: PreviewProps) =>
  h("div", { dangerouslySetInnerHTML: { __html: releasePreview(entry.get("data").toJS(), locale) } }),
);
// Sveltia CMS takes whole addresses only, and the function behind this page does not know under which name it is asked.
const site = new URL(config.site_url, location.href).href;
const backend = { ...config.backend, api_root: apiRoot };
CMS.init({ config: { ...config, backend, site_url: site, display_url: site } });
