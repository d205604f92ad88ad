import type { Contact, Role } from "../content/entry.ts";
import type { Instant } from "../content/instant.ts";

/** The roles that somebody has at that instant, in the order given. Of whom is known only what was once true, all of them. */
export function heldRoles({ roles, historicalOn }: Contact, instant: Instant): readonly Role[] {
  if (historicalOn !== undefined) return roles;
  return roles.filter(
    ({ heldFrom, heldUntil }) =>
      (heldFrom === undefined || heldFrom <= instant) && (heldUntil === undefined || instant < heldUntil),
  );
}
