import { addressesOf, formerAddressesOf } from "./addresses.ts";
import { earlierFile } from "./earlier-texts.ts";
import type { Entry, Release } from "./entry.ts";
import type { Instant } from "./instant.ts";
import { locales } from "./locale.ts";
import type { Locale } from "./locale.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";
import type { ReadEntry } from "./read-content.ts";

/**
 * Holds a changed entry against what readers have seen of it: a published text is corrected and not merely changed, a
 * release is withdrawn and not merely deleted, and whoever kept an address still arrives.
 *
 * @param before  as it is live
 * @param unit    where it lay
 * @param after   as it is to be; undefined where it is gone
 * @param since   as of when the site was made that readers see
 */
export function checkPublished(
  before: Entry,
  unit: string,
  after: ReadEntry | undefined,
  since: Instant,
): readonly Problem[] {
  if (liveFromOf(before) > since) return []; // nobody has seen it
  const now = after?.entry;
  if (after === undefined || now === undefined || now.kind !== before.kind) {
    return before.kind === "release" && before.withdrawn === undefined ? [notWithdrawn(unit)] : [];
  }
  const at = (...keys: readonly string[]) => placeOf(after, keys);
  return [
    ...lostAddresses(before, now, at),
    ...(before.kind === "release" && now.kind === "release" ? ofRelease(before, now, unit, since, at) : []),
  ];
}

type PlaceOf = (...keys: readonly string[]) => Place;

function ofRelease(
  before: Release,
  now: Release,
  unit: string,
  since: Instant,
  at: PlaceOf,
): readonly Problem[] {
  if (before.withdrawn !== undefined || now.withdrawn !== undefined) return [];
  const late = now.liveFrom > since ? [embargoTooLate(now.liveFrom, at("embargo", "date"))] : [];
  return [...late, ...uncorrected(before, now, at), ...alteredTexts(before, now, unit)];
}

/** A text that readers have seen is another one, and nothing says so. */
function uncorrected(before: Release, now: Release, at: PlaceOf): readonly Problem[] {
  const isCorrected = now.corrections.length > before.corrections.length;
  return locales.flatMap((locale): readonly Problem[] => {
    const seen = before.translations[locale];
    const text = now.translations[locale];
    if (seen === undefined) return [];
    if (text === undefined) return [englishGone(at("id"))];
    if (text.mark === seen.mark || isCorrected) return [];
    return [notCorrected(at(locale === "da" ? "title" : "en.title"), before.corrections.length + 1)];
  });
}

/** What is kept as an earlier text is what readers saw. */
function alteredTexts(before: Release, now: Release, unit: string): readonly Problem[] {
  const seen = [...before.earlier, before.translations];
  return now.earlier.flatMap((kept, index) =>
    locales.flatMap((locale): readonly Problem[] => {
      const was = seen[index]?.[locale];
      if (was === undefined || was.mark === kept[locale]?.mark) return [];
      return [altered(earlierFile(unit, index + 1, locale))];
    }),
  );
}

function lostAddresses(before: Entry, now: Entry, at: PlaceOf): readonly Problem[] {
  const kept = new Set([...addressesOf(now), ...formerAddressesOf(now)]);
  return [...addressesOf(before), ...formerAddressesOf(before)]
    .filter((address) => !kept.has(address) && !isOfGoneLanguage(address, before, now))
    .map((address) => ({
      code: "address-lost",
      place: at("former_addresses", ...addressKeys(address.startsWith("en/") ? "en" : "da")),
      message: {
        da: `Siden stod på /${address}/ og gør det ikke mere, så alle, der har gemt adressen, ville lede forgæves.`,
        en: `The page was at /${address}/ and is no more, so everybody who kept that address would find nothing.`,
      },
      fix: {
        da: `tilføj linjen former_addresses: [/${address}/], så bliver læserne sendt videre.`,
        en: `add the line former_addresses: [/${address}/], and readers are sent on.`,
      },
    }));
}

/** The keys that an address in a language is made from, in a release and in the other kinds. */
function addressKeys(locale: Locale): readonly string[] {
  const ofRelease = locale === "en" ? ["en.slug", "en.title"] : ["slug", "title"];
  return [`slug.${locale}`, `name.${locale}`, `title.${locale}`, ...ofRelease];
}

/** That a language is gone is told once, and as what it is. */
function isOfGoneLanguage(address: string, before: Entry, now: Entry): boolean {
  const gone =
    before.kind === "release" &&
    now.kind === "release" &&
    before.translations.en !== undefined &&
    now.translations.en === undefined;
  return gone && address.startsWith("en/");
}

function notCorrected(place: Place, version: number): Problem {
  return {
    code: "correction-missing",
    place,
    message: {
      da: "Teksten er offentliggjort, og den er ændret, uden at de, der har læst eller bragt den, får det at vide.",
      en: "The text is published, and it was changed without telling those who have read or printed it.",
    },
    fix: {
      da: `skriv det under "corrections:" (date, change: minor eller major, note), og gem den offentliggjorte tekst som v${version}; npm run correct gør begge dele.`,
      en: `say it with "corrections:" (date, change: minor or major, note) and keep the published text as v${version}; npm run correct does both.`,
    },
  };
}

function altered(file: string): Problem {
  return {
    code: "earlier-text-altered",
    place: { file, line: 1, column: 1 },
    message: {
      da: "Dette er ikke den tekst, der blev offentliggjort, så historikken ville vise læserne noget, de aldrig har set.",
      en: "This is not the text that was published, so the history would show readers what they never saw.",
    },
    fix: {
      da: "læg den offentliggjorte tekst tilbage, for eksempel med npm run correct, og ret kun i da.md eller en.md.",
      en: "put the published text back, for example with npm run correct, and change da.md or en.md only.",
    },
  };
}

function notWithdrawn(unit: string): Problem {
  return {
    code: "withdrawal-missing",
    place: { file: `${unit}/da.md`, line: 1, column: 1 },
    message: {
      da: "Meddelelsen er offentliggjort, og dens kilde er væk, så læserne ville møde en fejl i stedet for den.",
      en: "The release is published and its source is gone, so readers would find an error in its place.",
    },
    fix: {
      da: 'læg den tilbage, og tilføj "withdrawn:" med date og reason: så siger adressen, hvorfor den er væk. Et commit, der gik galt, gøres om med npm run rollback.',
      en: 'put it back and add "withdrawn:" with date and reason: its address then says why it is gone. A commit that went wrong is undone with npm run rollback.',
    },
  };
}

function englishGone(place: Place): Problem {
  return {
    code: "withdrawal-missing",
    place,
    message: {
      da: "Den engelske tekst er offentliggjort, og dens fil er væk, så læserne ville møde en fejl i stedet for den.",
      en: "The English text is published and its file is gone, so readers would find an error in its place.",
    },
    fix: {
      da: 'læg en.md tilbage, og ret den, eller træk meddelelsen tilbage på begge sprog med "withdrawn:".',
      en: 'put en.md back, and correct it, or withdraw the release in both languages with "withdrawn:".',
    },
  };
}

function embargoTooLate(until: Instant, place: Place): Problem {
  return {
    code: "embargo-too-late",
    place,
    message: {
      da: `Meddelelsen er allerede offentlig, og et embargo indtil ${until} kan ikke kalde tilbage, hvad læserne har fået.`,
      en: `The release is public already, and an embargo until ${until} cannot call back what readers have.`,
    },
    fix: {
      da: 'fjern embargoet, eller træk meddelelsen tilbage med "withdrawn:".',
      en: 'take the embargo out, or withdraw the release with "withdrawn:".',
    },
  };
}

function liveFromOf(entry: Entry): string {
  return ("liveFrom" in entry ? entry.liveFrom : undefined) ?? "";
}

function placeOf(read: ReadEntry, keys: readonly string[]): Place {
  const found = keys.map((key) => read.places[key]).find((place) => place !== undefined);
  return found ?? { file: Object.keys(read.sources)[0] ?? "", line: 1, column: 1 };
}
