import { html } from "./html.ts";
import type { Content, Markup } from "./html.ts";
import type { Inline, SpeakerView, TextBlock } from "./views.ts";

/** A text's blocks, one after the other. */
export function blocks(list: readonly TextBlock[]): Content {
  return list.map(
    (one) => html`${block(one)}
`,
  );
}

function block(one: TextBlock): Markup {
  switch (one.type) {
    case "paragraph":
      return html`<p>${inlines(one.children)}</p>`;
    case "heading":
      return heading(one);
    case "quote":
      return html`<blockquote class="quote"><p>${inlines(one.children)}</p>${one.speaker && said(one.speaker)}</blockquote>`;
    case "excerpt":
      return html`<blockquote>
${blocks(one.blocks)}</blockquote>`;
    case "list":
      return list(one);
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

function said({ name, role, path }: SpeakerView): Markup {
  const who = path === undefined ? html`${name}` : html`<a href="${path}">${name}</a>`;
  return html`<footer><b>${who}</b>${role !== undefined && html`, ${role}`}</footer>`;
}

function list({ ordered, start, items }: Extract<TextBlock, { type: "list" }>): Markup {
  const lines = items.map(
    (item) => html`<li>${tight(item)}</li>
`,
  );
  if (!ordered)
    return html`<ul>
${lines}</ul>`;
  return html`<ol${start !== 1 && html` start="${start}"`}>
${lines}</ol>`;
}

/** An item of one paragraph needs no paragraph around it. */
function tight(item: readonly TextBlock[]): Content {
  const [first, ...others] = item;
  return first?.type === "paragraph" && others.every(({ type }) => type === "list")
    ? [inlines(first.children), blocks(others)]
    : blocks(item);
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

export function inlines(list: readonly Inline[]): Content {
  return list.map(inline);
}

function inline(one: Inline): Content {
  switch (one.type) {
    case "text":
      return one.text;
    case "strong":
      return html`<strong>${inlines(one.children)}</strong>`;
    case "emphasis":
      return html`<em>${inlines(one.children)}</em>`;
    case "code":
      return html`<code>${one.text}</code>`;
    case "link":
      return html`<a href="${one.href}">${inlines(one.children)}</a>`;
    case "break":
      return html`<br>`;
  }
}
