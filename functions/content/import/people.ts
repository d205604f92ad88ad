import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { slugOf } from "../slug.ts";
import { undoubled } from "./clean-lines.ts";
import type { Account, Line } from "./imported.ts";

const label = /^(telefon|tlf\.?|mobil|mobile|phone)\s*:?\s*/i;
const mail = /^(?:e-?mail:?\s*)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/iu;

/** The people at the foot of a release: a name and a role, then how to reach them. */
export function people(lines: readonly Line[], account: Account): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  let head: string[] = [];
  let keys: string[] = [];
  const flush = (): void => {
    const [first = "", ...more] = head;
    const [name = "", ...role] = first.split(/,\s*/);
    if (keys.length > 0 && name !== "") {
      const id = slugOf(name);
      const title = [role.join(", "), ...more].join(" ").trim();
      const roles =
        title === "" ? [] : ["roles:", `  - title: { da: "${quoted(title)}", en: "${quoted(title)}" }`];
      files[`contacts/${id}.yaml`] = [`name: "${quoted(name)}"`, ...roles, ...keys, ""].join("\n");
    }
    [head, keys] = [[], []];
  };

  for (const { text, line } of lines) {
    const address = mail.exec(text)?.[1];
    if (label.test(text)) keys.push(phone(text, line, account));
    else if (address !== undefined) keys.push(email(address, line, account));
    else if (text !== "") {
      if (keys.length > 0) flush();
      const once = undoubled(text);
      if (once !== text) account.mended(line, { da: "sagt to gange", en: "said twice" }, text, once);
      head.push(once);
    }
  }
  flush();
  return files;
}

function phone(text: string, line: number, account: Account): string {
  const key = /^mob/i.test(text) ? "mobile" : "phone";
  const written = text.replace(label, "");
  const read = parsePhoneNumberFromString(written, { defaultCountry: "DK", extract: false });
  if (read?.isValid() !== true) {
    account.doubted(line, {
      da: `"${written}" er ikke et telefonnummer.`,
      en: `"${written}" is no telephone number.`,
    });
    return `# ${key}: ${written}`;
  }
  const number = read.formatInternational();
  account.mended(
    line,
    { da: "telefonnummer uden landekode", en: "telephone number without its country's code" },
    written,
    number,
  );
  return `${key}: "${number}"`;
}

function email(address: string, line: number, account: Account): string {
  if (address !== address.toLowerCase()) {
    account.doubted(line, {
      da: `${address} er skrevet med store bogstaver; den er beholdt, som den stod.`,
      en: `${address} is written with capitals; it is kept as it stood.`,
    });
  }
  return `email: ${address}`;
}

/** Between quotation marks of YAML. */
export function quoted(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', String.raw`\"`);
}
