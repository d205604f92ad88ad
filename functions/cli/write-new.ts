import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Writes files that are not there yet; those that are stay as they are. */
export async function writeNew(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ readonly written: readonly string[]; readonly there: readonly string[] }> {
  const written: string[] = [];
  const there: string[] = [];
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    try {
      await writeFile(join(folder, path), bytes, { flag: "wx" });
      written.push(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      there.push(path);
    }
  }
  return { written, there };
}
