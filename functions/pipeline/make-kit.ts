import type { Kit } from "../site/kit/kit.ts";
import { heldKeyOfKit } from "../site/kit/kit.ts";
import type { SiteObject } from "../site/site-object.ts";
import { kitBytes } from "./kit-bytes.ts";
import type { Archives, HeldBytes } from "./ports.ts";

/** A kit, and where it is to stand: on the site as this object, or held until its release is out. */
export interface MakeKitOrder {
  readonly kit: Kit;
  readonly as?: Omit<SiteObject, "body" | "digest">;
}

/** Makes one kit. An archive that broke off is none, so doing it twice, or half, changes nothing. */
export async function makeKit(
  ports: { readonly held: HeldBytes; readonly archives: Archives },
  { kit, as }: MakeKitOrder,
): Promise<void> {
  if (as !== undefined) return ports.archives.putOnSite(as, kitBytes(kit, ports.held));
  const heldKey = heldKeyOfKit(kit);
  if (await ports.archives.isHeld(heldKey)) return; // its name says what is in it
  await ports.archives.hold(heldKey, kitBytes(kit, ports.held));
}
