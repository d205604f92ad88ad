import { contactCards } from "./contact-card.ts";
import { document } from "./document.ts";
import { html } from "./html.ts";
import type { ContactsPage } from "./views.ts";

/** Everybody whom journalists can call. */
export function contactsPage({ frame, contacts }: ContactsPage): string {
  return document(
    frame,
    html`<h1>${frame.title}</h1>
<p class="lead">${frame.description}</p>
${contactCards(contacts, frame.locale, 2)}`,
  );
}
