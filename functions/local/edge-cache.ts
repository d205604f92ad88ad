import type { Lifetimes } from "./read-distribution.ts";

/** An answer that may be given again. */
export interface Kept {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Compressed bodies, made when first asked for. */
  readonly encoded: Map<string, Promise<Buffer>>;
  /** Milliseconds since 1970. */
  readonly storedAt: number;
  /** Seconds. */
  readonly lifetime: number;
}

export interface EdgeCache {
  /**
   * Gives what is kept, or fetches it: once, however many ask at the same time.
   *
   * @param path  for purging
   * @param key   what else tells two answers apart comes after the path
   */
  get(
    path: string,
    key: string,
    fetch: () => Promise<Kept>,
  ): Promise<{ readonly kept: Kept; readonly hit: boolean }>;
  /** @param paths  exact, or with `*` at the end */
  purge(paths: readonly string[]): void;
}

/** Bytes; a laptop's memory is not an edge location's. */
const capacity = 256 * 1024 * 1024;

interface Line {
  readonly path: string;
  readonly kept: Promise<Kept>;
  /** Known once it is there. */
  arrived?: Kept;
}

export function createEdgeCache(): EdgeCache {
  const lines = new Map<string, Line>(); // in the order of last use
  let size = 0;

  function drop(key: string): void {
    size -= lines.get(key)?.arrived?.body.length ?? 0;
    lines.delete(key);
  }

  return {
    async get(path, key, fetch) {
      const known = lines.get(key);
      if (known !== undefined && (known.arrived === undefined || isFresh(known.arrived))) {
        lines.delete(key);
        lines.set(key, known);
        return { kept: await known.kept, hit: known.arrived !== undefined };
      }
      drop(key);
      const line: Line = { path: normal(path), kept: fetch() };
      lines.set(key, line);
      try {
        const kept = await line.kept;
        // A purge while it was under way has taken the line out: then this answer may be old, and is not kept.
        if (lines.get(key) === line) {
          line.arrived = kept;
          size += kept.body.length;
          if (!isFresh(kept)) drop(key);
          for (const oldest of lines.keys()) {
            if (size <= capacity) break;
            drop(oldest);
          }
        }
        return { kept, hit: false };
      } catch (error) {
        if (lines.get(key) === line) lines.delete(key);
        throw error;
      }
    },
    purge(paths) {
      const exact = new Set(paths.filter((path) => !path.endsWith("*")).map(normal));
      const starts = paths.filter((path) => path.endsWith("*")).map((path) => normal(path.slice(0, -1)));
      for (const [key, { path }] of lines) {
        if (exact.has(path) || starts.some((start) => path.startsWith(start))) drop(key);
      }
    },
  };
}

function isFresh({ storedAt, lifetime }: Kept): boolean {
  return Date.now() < storedAt + lifetime * 1000;
}

/** `/%C3%A6` and `/æ` are the same path, in an address and in an invalidation. */
function normal(path: string): string {
  try {
    return decodeURI(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/**
 * How long an answer may be given again, in seconds.
 *
 * @see Amazon CloudFront Developer Guide, "Manage how long content stays in the cache"
 */
export function lifetimeOf(cacheControl: string | undefined, limits: Lifetimes): number {
  if (cacheControl === undefined) return limits.default;
  const directives = cacheControl.toLowerCase();
  if (/\b(?:no-store|no-cache|private)\b/.test(directives)) return limits.min;
  const age = /\bs-maxage\s*=\s*(\d+)/.exec(directives) ?? /\bmax-age\s*=\s*(\d+)/.exec(directives);
  if (age === null) return limits.default;
  return Math.min(Math.max(Number(age[1]), limits.min), limits.max);
}
