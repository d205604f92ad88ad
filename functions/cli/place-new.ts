import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Writes files that are not there yet: all of them, or none. While it does, Ctrl-C waits.
 *
 * @returns  the one that is there already, and then nothing has been written
 */
export async function placeNew(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ readonly there?: string }> {
  const made: string[] = [];
  const later = (): void => {};
  process.on("SIGINT", later);
  try {
    for (const [path, bytes] of Object.entries(files)) {
      const first = await mkdir(dirname(join(folder, path)), { recursive: true });
      if (first !== undefined) made.push(first);
      try {
        await writeFile(join(folder, path), bytes, { flag: "wx" });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") made.push(join(folder, path)); // half of it
        throw error;
      }
      made.push(join(folder, path));
    }
    return {};
  } catch (error) {
    for (const path of made.toReversed()) await rm(path, { recursive: true, force: true });
    const { code, path = "" } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return { there: path };
    throw error;
  } finally {
    process.off("SIGINT", later);
  }
}
