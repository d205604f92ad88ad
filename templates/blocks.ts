import { direction } from "./direction.ts";
import { html } from "./html.ts";
import type { Content, Markup } from "./html.ts";
import { inlines, wordsOf } from "./inlines.ts";
import { quote } from "./quote.ts";
import type { Locale, TextBlock } from "./views.ts";

/** A text's blocks, one after the other. */
export function blocks(list: readonly TextBlock[], locale: Locale): Content {
  return list.map(
    (one) => html`${block(one, locale)}
`,
  );
}

/** One of them. */
export function block(one: TextBlock, locale: Locale): Markup {
  switch (one.type) {
    case "paragraph":
      return html`<p${direction(wordsOf(one.children))}>${inlines(one.children)}</p>`;
    case "heading":
      return heading(one);
    case "quote":
      return quote(one, locale);
    case "excerpt":
      return html`<blockquote>
${blocks(one.blocks, locale)}</blockquote>`;
    case "list":
      return list(one, locale);
    case "code":
      return html`<pre tabindex="0"><code>${one.text}</code></pre>`;
    case "table":
      return table(one);
    case "rule":
      return html`<hr>`;
  }
}

function heading({ level, id, children }: Extract<TextBlock, { type: "heading" }>): Markup {
  const words = inlines(children);
  if (level === 2) return html`<h2 id="${id}">${words}</h2>`;
  return level === 3 ? html`<h3 id="${id}">${words}</h3>` : html`<h4 id="${id}">${words}</h4>`;
}

function list({ ordered, start, items }: Extract<TextBlock, { type: "list" }>, locale: Locale): Markup {
  const lines = items.map(
    (item) => html`<li>${tight(item, locale)}</li>
`,
  );
  if (!ordered)
    return html`<ul>
${lines}</ul>`;
  return html`<ol${start !== 1 && html` start="${start}"`}>
${lines}</ol>`;
}

/** An item of one paragraph needs no paragraph around it. */
function tight(item: readonly TextBlock[], locale: Locale): Content {
  const [first, ...others] = item;
  return first?.type === "paragraph" && others.every(({ type }) => type === "list")
    ? [inlines(first.children), blocks(others, locale)]
    : blocks(item, locale);
}

/** Wide tables scroll by themselves, with the keyboard too. */
function table({ head, rows }: Extract<TextBlock, { type: "table" }>): Markup {
  return html`<div class="table" tabindex="0"><table>
<thead><tr>${head.map((cell) => html`<th scope="col">${inlines(cell)}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (row) => html`<tr>${row.map((cell) => html`<td>${inlines(cell)}</td>`)}</tr>
`,
)}</tbody>
</table></div>`;
}
