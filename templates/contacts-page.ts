import { contactCards } from "./contact-card.ts";
import { document } from "./document.ts";
import { html } from "./html.ts";
import type { ContactsPage } from "./views.ts";

/** Everybody whom journalists can call, by the body that they belong to. */
export function contactsPage({ frame, groups }: ContactsPage): string {
  return document(
    frame,
    html`<header class="headline">
<h1>${frame.title}</h1>
<p class="lead">${frame.description}</p>
</header>
${groups.map(
  ({ id, name, path, contacts }) => html`<section class="band" aria-labelledby="${id}">
<h2 id="${id}">${path === undefined ? name : html`<a href="${path}">${name}</a>`}</h2>
${contactCards(contacts, frame.locale, 3)}
</section>
`,
)}`,
  );
}
