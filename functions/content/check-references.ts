import { addressesOf, formerAddressesOf } from "./addresses.ts";
import type { Citation } from "./cited-in.ts";
import type { Entry, Id, Kind } from "./entry.ts";
import type { Complaint } from "./fields.ts";
import { kindWords } from "./kind-words.ts";
import { nearest } from "./nearest.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";
import type { ReadEntry } from "./read-content.ts";
import { referencesOf } from "./references.ts";
import type { Reference } from "./references.ts";
import { folderOf, unitOf } from "./unit-of.ts";

/** What is there besides the entries that are being checked, and those among it. Only what is cited is asked for. */
export interface Known {
  entry(kind: Kind, id: Id): Promise<Entry | undefined>;
  /** It is there but nothing could be made of it: its own problems say so, or said so when it came. */
  isUnread(kind: Kind, id: Id): Promise<boolean>;
  ownerOf(address: string): Promise<{ readonly kind: Kind; readonly id: Id } | undefined>;
  ids(kind: Kind): Promise<readonly Id[]>;
  unitOfRelease(id: Id): Promise<string | undefined>;
}

/**
 * Holds entries against each other and against what is known: what they cite is there, and what is theirs is
 * theirs alone.
 *
 * @param cited  what is cited by those of which no entry came
 */
export async function checkReferences(
  entries: readonly ReadEntry[],
  known: Known,
  cited: readonly Citation[] = [],
): Promise<readonly Problem[]> {
  const problems = await Promise.all(
    entries.map(async (read) => [
      ...(
        await Promise.all(referencesOf(read.entry).map((reference) => check(read, reference, known)))
      ).flat(),
      ...(await duplicateId(read, known)),
      ...(await duplicateAddress(read, known)),
    ]),
  );
  const elsewhere = await Promise.all(cited.map((one) => checkCitation(one, known)));
  return [...problems.flat(), ...elsewhere.flat(), ...(await newsroomMissing(known))];
}

async function check(read: ReadEntry, reference: Reference, known: Known): Promise<readonly Problem[]> {
  const place = placeOf(read, reference.at);
  const cited = await known.entry(reference.kind, reference.id);
  if (cited === undefined) return checkCitation({ ...reference, place }, known);
  return isEarlier(read.entry, cited) ? [underEmbargo(place, reference, cited)] : [];
}

async function checkCitation({ kind, id, place }: Citation, known: Known): Promise<readonly Problem[]> {
  const isThere = (await known.isUnread(kind, id)) || (await known.entry(kind, id)) !== undefined;
  return isThere ? [] : [dangling({ kind, id, place }, await known.ids(kind))];
}

function dangling({ kind, id, place }: Citation, ids: readonly Id[]): Problem {
  return { place, ...nobodys(kind, id, ids) };
}

/**
 * That an id is nobody's.
 *
 * @param ids  those of the kind that are somebody's: the nearest is taken for the one that was meant
 */
export function nobodys(kind: Kind, id: Id, ids: readonly Id[]): Complaint {
  const meant = nearest(id, ids) ?? ids[0];
  return {
    code: "dangling-reference",
    message: {
      da: `Der findes ${kindWords[kind].none.da} "${id}", så læserne ville blive sendt ud i ingenting.`,
      en: `There is ${kindWords[kind].none.en} "${id}", so readers would be sent to nothing.`,
    },
    fix:
      meant === undefined
        ? {
            da: `opret ${folderOf(kind)}/${id}.yaml, eller slet linjen.`,
            en: `make ${folderOf(kind)}/${id}.yaml, or delete the line.`,
          }
        : {
            da: `skriv et id, der findes, for eksempel ${meant}, eller opret ${folderOf(kind)}/${id}.yaml.`,
            en: `write the id of one that exists, for example ${meant}, or make ${folderOf(kind)}/${id}.yaml.`,
          },
  };
}

/** A page that is out names what is still secret. */
function isEarlier(citing: Entry, cited: Entry): boolean {
  return liveFromOf(cited) > liveFromOf(citing);
}

function underEmbargo(place: Place, { kind, id }: Reference, cited: Entry): Problem {
  return {
    code: "reference-under-embargo",
    place,
    message: {
      da: `${kindWords[kind].the.da} "${id}" er under embargo indtil ${liveFromOf(cited)}, og dette ville komme ud før.`,
      en: `${kindWords[kind].the.en} "${id}" is under embargo until ${liveFromOf(cited)}, and this would be out before it.`,
    },
    fix: {
      da: `giv dette samme embargo, eller slet linjen, og tilføj den i et senere commit.`,
      en: `give this the same embargo, or delete the line and add it in a later commit.`,
    },
  };
}

function liveFromOf(entry: Entry): string {
  return ("liveFrom" in entry ? entry.liveFrom : undefined) ?? "";
}

/** Ids that are file names cannot come twice; a release names its own. */
async function duplicateId(read: ReadEntry, known: Known): Promise<readonly Problem[]> {
  if (read.entry.kind !== "release") return [];
  const unit = unitOf(Object.keys(read.sources)[0] ?? "");
  const owner = await known.unitOfRelease(read.entry.id);
  if (owner === undefined || owner === unit) return [];
  return [
    {
      code: "duplicate-id",
      place: placeOf(read, "id"),
      message: {
        da: `Meddelelsen i ${owner} har allerede id'et "${read.entry.id}", og et id betyder én meddelelse for altid.`,
        en: `The release in ${owner} has the id "${read.entry.id}" already, and an id means one release for ever.`,
      },
      fix: {
        da: `giv denne sit eget id, for eksempel ${read.entry.id}-2.`,
        en: `give this one an id of its own, for example ${read.entry.id}-2.`,
      },
    },
  ];
}

async function duplicateAddress(read: ReadEntry, known: Known): Promise<readonly Problem[]> {
  const { entry } = read;
  const problems: Problem[] = [];
  const former = formerAddressesOf(entry);
  for (const address of [...addressesOf(entry), ...former]) {
    const owner = await known.ownerOf(address);
    if (owner === undefined || (owner.kind === entry.kind && owner.id === entry.id)) continue;
    problems.push({
      code: "duplicate-url",
      place: former.includes(address)
        ? placeOf(read, `former_addresses.${former.indexOf(address)}`)
        : slugPlace(read, address.slice(0, 2)),
      message: {
        da: `Adressen /${address}/ tilhører ${kindWords[owner.kind].the.da.toLowerCase()} "${owner.id}", og én adresse kan ikke vise to sider.`,
        en: `The address /${address}/ belongs to ${kindWords[owner.kind].the.en.toLowerCase()} "${owner.id}", and one address cannot show two pages.`,
      },
      fix: {
        da: `giv denne sin egen slug, for eksempel slug: ${address.split("/").at(-1)}-2.`,
        en: `give this one a slug of its own, for example slug: ${address.split("/").at(-1)}-2.`,
      },
    });
  }
  return problems;
}

/** Where the slug stands, or what it was made from. */
function slugPlace(read: ReadEntry, locale: string): Place {
  const keys =
    read.entry.kind === "release"
      ? locale === "da"
        ? ["slug", "title"]
        : ["en.slug", "en.title"]
      : [`slug.${locale}`, `name.${locale}`, `title.${locale}`];
  return placeOf(read, ...keys);
}

async function newsroomMissing(known: Known): Promise<readonly Problem[]> {
  if (
    (await known.isUnread("newsroom", "newsroom")) ||
    (await known.entry("newsroom", "newsroom")) !== undefined
  )
    return [];
  return [
    {
      code: "missing-file",
      place: { file: "newsroom.yaml", line: 1, column: 1 },
      message: {
        da: "Der er ingen newsroom.yaml, så ingen side ville vide, hvis presserum den står i.",
        en: "There is no newsroom.yaml, so no page would know whose press room it is on.",
      },
      fix: {
        da: "skriv newsroom.yaml ved siden af releases/, med name, publisher, url og about.",
        en: "write newsroom.yaml beside releases/, with name, publisher, url and about.",
      },
    },
  ];
}

/** The place of the first of these keys that is there, or the beginning of the entry's first file. */
function placeOf(read: ReadEntry, ...keys: readonly string[]): Place {
  const found = keys.map((key) => read.places[key]).find((place) => place !== undefined);
  return found ?? { file: Object.keys(read.sources)[0] ?? "", line: 1, column: 1 };
}
