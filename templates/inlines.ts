import { html } from "./html.ts";
import type { Content } from "./html.ts";
import type { Inline } from "./views.ts";

/** The words of a block. */
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

/** The same without what they look like. */
export function wordsOf(list: readonly Inline[]): string {
  return list
    .map((one) => ("children" in one ? wordsOf(one.children) : "text" in one ? one.text : " "))
    .join("");
}
