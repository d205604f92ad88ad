import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What Node's `--cpu-prof` writes, as far as it is read here. Times are microseconds. */
export interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly positionTicks?: readonly { readonly line: number; readonly ticks: number }[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** @param folder  what `--cpu-prof-dir` named, with the profile of one process in it */
export function profileIn(folder: string): Profile {
  const [file, ...more] = readdirSync(folder);
  if (file === undefined || more.length > 0)
    throw new Error(`${folder} has ${more.length + (file === undefined ? 0 : 1)} profiles, and not one.`);
  return JSON.parse(readFileSync(join(folder, file), "utf-8")) as Profile;
}

/** @returns  microseconds in the code of each node itself, without what it called, by the node's number */
export function selfTimes({ samples, timeDeltas }: Profile): ReadonlyMap<number, number> {
  const self = new Map<number, number>();
  for (const [index, id] of samples.entries()) add(self, id, timeDeltas[index] ?? 0);
  return self;
}

/** Seconds of one room of ours, of a package, or of Node, and its share of them all. */
export interface RoomTime {
  readonly room: string;
  readonly seconds: number;
  readonly share: number;
}

/** Where a process was busy, by room, the busiest first. Waiting is left out. */
export function timeByRoom(profile: Profile): readonly RoomTime[] {
  const self = selfTimes(profile);
  const rooms = new Map<string, number>();
  for (const { id, callFrame } of profile.nodes) {
    const room = roomOf(callFrame);
    if (room !== undefined) add(rooms, room, (self.get(id) ?? 0) / 1e6);
  }
  const all = [...rooms.values()].reduce((sum, seconds) => sum + seconds, 0);
  return [...rooms]
    .map(([room, seconds]) => ({ room, seconds, share: seconds / all }))
    .toSorted((one, other) => other.seconds - one.seconds);
}

/** @returns  undefined for waiting, which is nobody's work */
function roomOf({ functionName, url }: Profile["nodes"][number]["callFrame"]): string | undefined {
  if (functionName === "(idle)") return undefined;
  if (functionName === "(garbage collector)") return "garbage collection";
  if (url === "") return "V8 and the system"; // what is no JavaScript has no address
  if (/^node:internal\/(?:modules|deps\/amaro)|^wasm:/.test(url))
    return "Node, loading modules and taking off their types";
  if (url.startsWith("node:")) return "Node's own modules";
  return partOf(url);
}

/** "node_modules/@aws-sdk/client-s3/…" to the package, "functions/site/…" to the room. */
export function partOf(file: string): string {
  const found = /node_modules\/((?:@[^/]+\/)?[^/]+)|((?:functions\/[a-z]+)|templates)/.exec(file);
  return found?.[1] ?? found?.[2] ?? "the bundle itself";
}

export function add<K>(sums: Map<K, number>, key: K, more: number): void {
  sums.set(key, (sums.get(key) ?? 0) + more);
}
