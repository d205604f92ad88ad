import { warningCodes } from "../problem.ts";
import type { Finding, WarningCode } from "../problem.ts";

/** Whether a code is of what may be right: of what never stops a publication. */
export function isWarning(code: Finding["code"]): code is WarningCode {
  return warningCodes.some((known) => known === code);
}
