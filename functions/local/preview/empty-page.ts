import type { Locale } from "../../content/locale.ts";
import { html, render } from "../../../templates/html.ts";

/** Where the site has nothing to show: a page for the toolbar to stand on. */
export function emptyPage(message: string, locale: Locale): string {
  return render(html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${message}</title></head>
<body><main><h1>${message}</h1></main></body>
</html>`);
}
