import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Remember } from "../pipeline/read-units.ts";
import type { Stamps } from "./folder-checkout.ts";
import { writeWhole } from "./write-whole.ts";

/** What was read of a folder, kept on the disk so that only what has changed is read again. */
export interface KeptReadings {
  readonly remember: Remember;
  /** By path: size, time and number of a file, and the address that its bytes had. */
  readonly stamps: Stamps;
  /** Writes what was asked for since it was opened; what was not is let go. */
  save(): Promise<void>;
}

/** A file saved twice within this time can have one size and one time and other words: it is read again. */
const unsettled = 2_000;

interface Kept {
  readonly code: string;
  readonly readings: Readonly<Record<string, unknown>>;
  readonly stamps: Readonly<Record<string, { readonly stamp: string; readonly object: string }>>;
}

/**
 * Opens what is kept in a file. One that is not there, cannot be read, or was written by other rules is none: then
 * everything is read, which gives the same and takes longer.
 */
export function openKeptReadings(file: string): KeptReadings {
  const code = codeOfRules();
  const before = kept(file, code);
  const asked: Record<string, unknown> = {};
  const stamps = new Map(Object.entries(before?.stamps ?? {}));
  return {
    stamps,
    async remember<T>(key: string, read: () => Promise<T>): Promise<T> {
      const name = createHash("sha256").update(key).digest("base64url");
      const known = before?.readings[name];
      const value = known === undefined ? await read() : (known as T);
      asked[name] = value;
      return value;
    },
    save() {
      const settled = [...stamps].filter(
        ([, { stamp }]) => Number(stamp.split(" ")[1]) < Date.now() - unsettled,
      );
      const now: Kept = { code, readings: asked, stamps: Object.fromEntries(settled) };
      return writeWhole(file, JSON.stringify(now));
    },
  };
}

function kept(file: string, code: string): Kept | undefined {
  try {
    const value = JSON.parse(readFileSync(file, "utf-8")) as Partial<Kept> | null;
    const isOurs =
      value?.code === code && typeof value.readings === "object" && typeof value.stamps === "object";
    return isOurs ? (value as Kept) : undefined;
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (isMissing || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whatever changes what is read or warned of lies in the room of content, or decides what of it is kept. */
function codeOfRules(): string {
  const room = fileURLToPath(new URL("../content/", import.meta.url));
  const hash = createHash("sha256");
  const files = readdirSync(room, { recursive: true, encoding: "utf-8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const others = ["../pipeline/index-rows.ts", "../pipeline/read-units.ts", "../pipeline/check-content.ts"];
  for (const name of files.toSorted()) hash.update(`${name}\0`).update(readFileSync(join(room, name)));
  for (const name of others) hash.update(readFileSync(new URL(name, import.meta.url)));
  return hash.digest("hex");
}
