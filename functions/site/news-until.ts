import { asInstant } from "../content/instant.ts";
import type { Instant } from "../content/instant.ts";

/** How long search engines take something to be news, in milliseconds. */
const freshFor = 48 * 60 * 60 * 1000;

/** From when on a release is in the news sitemap no more. */
export function newsUntil(liveFrom: Instant): Instant {
  return asInstant(Date.parse(liveFrom) + freshFor);
}
