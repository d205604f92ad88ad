import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";
import { smallNewsroom } from "../support/small-newsroom.ts";

/** A release's page in that newsroom. */
export function releasePageOf(quick: boolean): string {
  return quick ? "/da/2026/03/en-bro/" : "/da/2008/05/vaekstforum-satser-paa-netvaerk-og-klynger/";
}

/**
 * The sample newsroom at home, published when the first part asks for it: its photos take longer than what is asked of it.
 * For a quick look, one with a photo of some pixels.
 */
export function sharedPressRoom(quick: boolean): { get(): Promise<PressRoomAtHome>; close(): Promise<void> } {
  let started: Promise<PressRoomAtHome> | undefined;
  async function publishedRoom(): Promise<PressRoomAtHome> {
    const room = await startPressRoom(quick ? { content: smallNewsroom } : {});
    await room.publish();
    return room;
  }
  return {
    get: () => (started ??= publishedRoom()),
    close: async () => (await started)?.close(),
  };
}
