import { environmentNames } from "../../functions/contract.ts";
import type { PressRoomAtHome } from "./press-room.ts";

/**
 * What functions write to the site from now on: "bucket/key", one for each call.
 *
 * @param told  awaited before the call is carried out
 */
export function watchWrites(
  room: PressRoomAtHome,
  told: (written: readonly string[]) => void | Promise<void> = () => {},
): { readonly written: readonly string[]; stop(): void } {
  const written: string[] = [];
  const site = room.runtime.environment[environmentNames.siteBucket] ?? "";
  const stop = room.runtime.onCall(async ({ service, operation, resource }) => {
    if (service !== "s3" || !/^(?:Put|Copy|Delete)/.test(operation) || !resource.startsWith(`${site}/`))
      return;
    written.push(resource);
    await told(written);
  });
  return { written, stop };
}
