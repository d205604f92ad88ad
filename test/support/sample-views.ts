import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { indexLibrary } from "../../functions/pipeline/index-library.ts";
import type { Library } from "../../functions/site/library.ts";
import type { Instant } from "../../functions/content/instant.ts";
import { memoryPressRoom } from "./memory-press-room.ts";
import type { MemoryPressRoom } from "./memory-press-room.ts";
import type { Files } from "./memory-sources.ts";

const folder = fileURLToPath(new URL("../../content/", import.meta.url));

/** The sample newsroom's files as they are in the repository. */
export function sampleFiles(): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names.map(({ parentPath, name }) => {
      const path = `${parentPath.replace(/\/?$/, "/")}${name}`;
      return [path.slice(folder.length), readFileSync(path)];
    }),
  );
}

/** The sample newsroom published in memory, and its library. */
export async function samplePressRoom(
  at: Instant,
): Promise<{ readonly room: MemoryPressRoom; readonly library: Library }> {
  const room = memoryPressRoom();
  room.sources.commit(sampleFiles());
  await room.publishAt(at);
  return { room, library: indexLibrary(room.rows, room.sources, at) };
}
