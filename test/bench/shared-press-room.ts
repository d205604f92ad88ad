import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";

/** The sample newsroom at home, published when the first part asks for it: its photos take longer than what is asked of it. */
export function sharedPressRoom(): { get(): Promise<PressRoomAtHome>; close(): Promise<void> } {
  let started: Promise<PressRoomAtHome> | undefined;
  async function publishedRoom(): Promise<PressRoomAtHome> {
    const room = await startPressRoom();
    await room.publish();
    return room;
  }
  return {
    get: () => (started ??= publishedRoom()),
    close: async () => (await started)?.close(),
  };
}
