import { searchScript } from "../../templates/search-script.ts";
import { digestOf } from "./digest.ts";

/** The address changes with the bytes, so that browsers may keep it for ever. */
export const searchScriptPath = `/assets/search.${digestOf(searchScript).slice(0, 12)}.js`;
export { searchScript };
