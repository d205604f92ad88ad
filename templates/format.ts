import type { Locale } from "./views.ts";

/**
 * Dates, numbers and money as each language writes them. By hand, and not by the machine's own tables: the same
 * content has to give the same bytes on every machine.
 */
const monthNames: Readonly<Record<Locale, readonly string[]>> = {
  da: [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};

/** "2008-05-27" as "27. maj 2008" or "27 May 2008". */
export function shownDate(date: string, locale: Locale): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const name = monthNames[locale][Number(month) - 1] ?? "";
  return locale === "da" ? `${Number(day)}. ${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** "2008-05" as "Maj 2008" or "May 2008". */
export function shownMonth(month: string, locale: Locale): string {
  const [year = "", number = ""] = month.split("-");
  const name = monthNames[locale][Number(number) - 1] ?? "";
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}

/** 56200000 as "56.200.000" or "56,200,000". */
export function shownNumber(value: number, locale: Locale, decimals = 0): string {
  const [whole = "0", fraction] = value.toFixed(decimals).split(".");
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, locale === "da" ? "." : ",");
  return fraction === undefined ? grouped : `${grouped}${locale === "da" ? "," : "."}${fraction}`;
}

/** 56200000 DKK as "56,2 mio. kr." or "DKK 56.2 million"; amounts below a million are written out. */
export function shownMoney(amount: number, currency: string, locale: Locale): string {
  if (amount < 1_000_000) return exactMoney(amount, currency, locale);
  const millions = amount / 1_000_000;
  const decimals = Number.isInteger(millions) ? 0 : Number.isInteger(millions * 10) ? 1 : 2;
  const number = shownNumber(millions, locale, decimals);
  if (locale === "en") return `${currency} ${number} million`;
  return `${number} mio. ${currency === "DKK" ? "kr." : currency}`;
}

/** 56200000 DKK as "56.200.000 kr." or "DKK 56,200,000". */
export function exactMoney(amount: number, currency: string, locale: Locale): string {
  const number = shownNumber(amount, locale);
  if (locale === "en") return `${currency} ${number}`;
  return `${number} ${currency === "DKK" ? "kr." : currency}`;
}

/** A file's size: "494 kB", "4,2 MB". Decimal, as file managers and cameras count; no line ends before the unit. */
export function shownBytes(bytes: number, locale: Locale): string {
  if (bytes < 1_000_000) return `${shownNumber(Math.max(1, Math.round(bytes / 1000)), locale)}\u00A0kB`;
  return bytes < 1_000_000_000
    ? `${shownNumber(bytes / 1_000_000, locale, 1)}\u00A0MB`
    : `${shownNumber(bytes / 1_000_000_000, locale, 1)}\u00A0GB`;
}

/** How large pixels print at 300 dots an inch, what printers ask for: "50,8 × 33,9 cm". */
export function shownPrintSize(width: number, height: number, locale: Locale): string {
  const centimetres = (pixels: number) => shownNumber((pixels / 300) * 2.54, locale, 1);
  return `${centimetres(width)} × ${centimetres(height)} cm`;
}

/** "2008-05-27T14:00" as "27. maj 2008 kl. 14.00" or "27 May 2008, 14:00". */
export function shownMinute(minute: string, locale: Locale): string {
  const [date = "", time = ""] = minute.split("T");
  return locale === "da"
    ? `${shownDate(date, locale)} kl. ${time.replace(":", ".")}`
    : `${shownDate(date, locale)}, ${time}`;
}
