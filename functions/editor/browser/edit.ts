/// <reference lib="dom" />
import CMS from "@sveltia/cms";
import { stylesheet } from "../../../templates/style.ts";
import type { EditorConfig } from "../editor-config.ts";
import { guardedFetch } from "./guarded-fetch.ts";
import { releasePreview } from "./preview-release.ts";
import type { Draft } from "./preview-release.ts";

/** What the page is given: the configuration, and at home who is signed in. */
interface Served {
  readonly config: EditorConfig & { readonly backend: { readonly api_root: string } };
  readonly user?: object;
}

const locale = navigator.language.startsWith("da") ? "da" : "en";
document.documentElement.lang = locale;
const answer = await fetch(`config.${locale}.json`, { cache: "no-store" });
const { config, user } = (await answer.json()) as Served;
const apiRoot = new URL(config.backend.api_root, location.href).href;
globalThis.fetch = guardedFetch(fetch.bind(globalThis), location.href, apiRoot);
// At home nobody signs in: whoever is at this machine is who Git says.
if (user !== undefined) localStorage.setItem("sveltia-cms.user", JSON.stringify(user));

interface PreviewProps {
  readonly entry: { get(key: "data"): { toJS(): Draft } };
}
const { h } = globalThis as unknown as { readonly h: (tag: string, props: object) => unknown };
CMS.registerPreviewStyle(stylesheet, { raw: true });
CMS.registerPreviewTemplate("releases", ({ entry }: PreviewProps) =>
  h("div", { dangerouslySetInnerHTML: { __html: releasePreview(entry.get("data").toJS(), locale) } }),
);
CMS.init({ config: { ...config, backend: { ...config.backend, api_root: apiRoot } } });
