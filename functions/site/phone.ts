import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Locale } from "../content/locale.ts";

/** "+4587285010" as "87 28 50 10" for Danes at home, and "+45 87 28 50 10" for everybody else. */
export function shownPhone(e164: string, locale: Locale): string {
  const number = parsePhoneNumberFromString(e164);
  if (number === undefined) return e164;
  return locale === "da" && number.countryCallingCode === "45"
    ? number.formatNational()
    : number.formatInternational();
}
