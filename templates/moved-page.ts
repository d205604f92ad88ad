import { html, render } from "./html.ts";
import { stringsOf } from "./strings.ts";
import type { MovedPage } from "./views.ts";

/** Small, because hardly anybody sees it: the edge sends readers on before. */
export function movedPage({ locale, path, href }: MovedPage): string {
  const { moved } = stringsOf(locale);
  return render(html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${path}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${href}">
<title>${moved}</title>
</head>
<body>
<p><a href="${path}">${moved}</a></p>
</body>
</html>
`);
}
