import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { complain, field } from "./fields.ts";
import { shorten } from "./yaml-problems.ts";

/** An address on the web, with its scheme: "https://www.rm.dk/…". Kept as written. */
export function url() {
  return field((text) => (hrefOf(text) ? { value: text } : badUrl(text)), {
    longest: 2000,
    pattern: "^https?://",
    "x-field": "url",
  });
}

/**
 * Where a page of this site stood: "/da/2008/05/vaekstforum/". Kept without the slashes at its ends.
 *
 * @param folder  the form of what may stand between language and slug, so that nobody claims the page of a list
 */
export function address(folder: string, example: string) {
  const form = new RegExp(String.raw`^(?:da|en)/(?:${folder})/[a-z0-9]+(?:-[a-z0-9]+)*$`);
  return field(
    (text) => {
      const value = text.replace(/^\//, "").replace(/\/$/, "");
      if (form.test(value)) return { value };
      return complain(
        "bad-url",
        {
          da: `"${shorten(text)}" er ikke en adresse, som en side af denne slags kan have haft, så ingen kunne komme ad den vej.`,
          en: `"${shorten(text)}" is no address that a page of this kind can have had, so nobody could come by it.`,
        },
        {
          da: `skriv det, der står efter værtsnavnet, for eksempel ${example}.`,
          en: `write what stands after the host, for example ${example}.`,
        },
      );
    },
    { examples: [example], "x-field": "address" },
  );
}

/** Where a newsroom stands: https and a host, nothing after it, because its own addresses begin with "/". */
export function origin() {
  return field(
    (text) => {
      const read = hrefOf(text);
      if (read?.protocol === "https:" && read.origin === text.toLowerCase()) return { value: text };
      return complain(
        "bad-url",
        {
          da: `"${shorten(text)}" er ikke https:// og et værtsnavn alene, så links dannet af det ville ikke føre nogen steder hen.`,
          en: `"${shorten(text)}" is not https:// and a host alone, so links made from it would lead nowhere.`,
        },
        {
          da: "skriv adressen uden skråstreg eller sti til sidst, for eksempel https://presse.example.dk.",
          en: "write the address without a slash or path at its end, for example https://presse.example.dk.",
        },
      );
    },
    { pattern: "^https://[^/]+$", examples: ["https://presse.example.dk"], "x-field": "url" },
  );
}

/**
 * An e-mail address, kept as printed. Narrower than RFC 5321: signs that mean something inside a mailto: link, such
 * as "?" and "&", are refused, for an address must not be able to add a recipient.
 */
export function email() {
  return field(
    (text) => {
      if (emailForm.test(text)) return { value: text };
      return complain(
        "bad-email",
        {
          da: `"${shorten(text)}" er ikke en e-mailadresse, så en journalists mail ville komme retur.`,
          en: `"${shorten(text)}" is no e-mail address, so a journalist's mail would come back.`,
        },
        {
          da: "skriv den som navn@domæne, for eksempel presse@region.example.dk.",
          en: "write it as name@domain, for example presse@region.example.dk.",
        },
      );
    },
    { longest: 254, pattern: "@", "x-field": "email" },
  );
}

/** A telephone number, given as E.164: "8728 5010" is Danish and becomes "+4587285010". */
export function phone() {
  return field(
    (text) => {
      const read = parsePhoneNumberFromString(text, { defaultCountry: "DK", extract: false });
      if (read?.isValid() === true && read.ext === undefined) return { value: String(read.number) };
      return complain(
        "bad-phone",
        {
          da: `"${shorten(text)}" er ikke et nummer, man kan ringe til, så ingen ville komme igennem.`,
          en: `"${shorten(text)}" is no number that can be dialled, so nobody would get through.`,
        },
        {
          da: "skriv de otte danske cifre, eller + og landekoden, for eksempel 8728 5010 eller +45 8728 5010.",
          en: "write the eight Danish digits, or + and the country code, for example 8728 5010 or +45 8728 5010.",
        },
      );
    },
    { longest: 40, type: ["string", "number"], examples: ["8728 5010"], "x-field": "phone" },
  );
}

const emailForm =
  /^[\p{L}\p{N}_+'-]+(?:\.[\p{L}\p{N}_+'-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u;

function hrefOf(text: string): URL | undefined {
  if (!/^https?:\/\/[^\s"<>\\^`{|}]+$/i.test(text) || !URL.canParse(text)) return undefined;
  const read = new URL(text);
  // A name before an @ makes the address look like another's; a host without a dot is nobody's but this machine's.
  return read.username === "" && read.password === "" && read.hostname.includes(".") ? read : undefined;
}

function badUrl(text: string) {
  const bare = /^[\w.-]+\.[a-z]{2,}(?:\/\S*)?$/i.test(text);
  return complain(
    "bad-url",
    {
      da: `"${shorten(text)}" er ikke en hel webadresse, så en browser ville lede efter den på dette websted eller slet ikke.`,
      en: `"${shorten(text)}" is no whole web address, so a browser would look for it on this site or not at all.`,
    },
    {
      da: `skriv den med https:// eller http:// foran, for eksempel ${bare ? `https://${text}` : "https://www.rm.dk"}.`,
      en: `write it with https:// or http:// in front, for example ${bare ? `https://${text}` : "https://www.rm.dk"}.`,
    },
  );
}
