import type { MemoryPressRoom } from "./memory-press-room.ts";

/** The text of an object on the site; throws where there is none. */
export function textAt(room: MemoryPressRoom, key: string): string {
  const body = room.site.get(key)?.body;
  if (body === undefined || !("text" in body)) throw new Error(`${key} is not on the site.`);
  return body.text;
}
