import { html, render } from "../../templates/html.ts";
import { editorWords } from "./editor-words.ts";

/** The page that the editor runs on. Its script finds out which language its reader has. */
export function editorPage(): string {
  const [da, en] = [editorWords("da"), editorWords("en")];
  return render(html`<!doctype html>
<html lang="da">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${da.title}</title>
<script type="module" src="edit.js"></script></head>
<body><noscript><p>${da.needsScript}</p><p lang="en">${en.needsScript}</p></noscript></body>
</html>`);
}
