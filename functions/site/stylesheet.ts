import { stylesheet } from "../../templates/style.ts";
import { digestOf } from "./digest.ts";

/** The address changes with the bytes, so that browsers may keep it for ever. */
export const stylesheetPath = `/assets/style.${digestOf(stylesheet).slice(0, 12)}.css`;
export { stylesheet };
