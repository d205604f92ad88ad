import { astro } from "./astro.ts";
import { eleventy } from "./eleventy.ts";
import { hugo } from "./hugo.ts";
import type { Peer } from "./peer-site.ts";

/** Those that this machine has, or that can be installed for the benchmark. */
export function peersHere(folder: string): readonly Peer[] {
  return [hugo(), eleventy(folder), astro(folder)].filter((peer) => peer.version() !== undefined);
}
