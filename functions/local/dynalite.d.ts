/** The part that is used of a package that has no types of its own. */
declare module "dynalite" {
  import type { Server } from "node:http";
  interface Options {
    /** Kept in memory when left out. */
    readonly path?: string;
    /** Milliseconds for which a new table is not there yet. */
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }
  /** Not listening yet; its `close` also closes the data. */
  function dynalite(options?: Options): Server;
  export = dynalite;
}
