import type { Hub } from "../pipeline/ports.ts";

/** A hub that does not answer must not hold up the next publication. */
const patience = 5_000;

/**
 * Tells a WebSub hub over HTTP.
 *
 * @see  W3C WebSub, section 7, for the form; hubs take several addresses in one request
 */
export const webSubHub: Hub = {
  async tell(hub, feeds) {
    const form = new URLSearchParams([["hub.mode", "publish"], ...feeds.map((feed) => ["hub.url", feed])]);
    const answer = await fetch(hub, { method: "POST", body: form, signal: AbortSignal.timeout(patience) });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`The hub ${hub} answered ${answer.status}.`);
  },
};
