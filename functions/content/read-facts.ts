import { defined, failed, noSlug, placeIn, placesOf } from "./attempt.ts";
import type { Attempt } from "./attempt.ts";
import { weekdays } from "./entry.ts";
import type { Body, Case, Contact, Newsroom, Page, Programme, Role, Step } from "./entry.ts";
import { nextDay, startOfDay } from "./instant.ts";
import type { Localised } from "./locale.ts";
import { readLogo } from "./logo.ts";
import { readDocuments } from "./read-documents.ts";
import type { Problem } from "./problem.ts";
import type { SourceFile } from "./read-content.ts";
import { readShape } from "./read-shape.ts";
import { bodyShape, caseShape, contactShape, newsroomShape, pageShape, programmeShape } from "./shapes.ts";
import { slugOf } from "./slug.ts";
import type { YamlTree } from "./yaml-tree.ts";

/** Reads the kinds that are one file of keys. */
export function readNewsroom(tree: YamlTree, logoFile: SourceFile | undefined): Attempt {
  const read = readShape(newsroomShape, tree);
  const { logo, problems } = logoFile === undefined ? { problems: [] } : readLogo(logoFile);
  if (!read.ok) return failed([...read.problems, ...problems]);
  const {
    press_contact: pressContact,
    authors_language: authorsLanguage,
    data_licence: dataLicence,
    earlier_about: earlier,
    colours,
    ...facts
  } = read.value;
  const entry: Newsroom = {
    kind: "newsroom",
    id: "newsroom",
    ...defined(facts),
    authorsLanguage,
    aboutBefore: earlier
      .map(({ until, ...about }) => ({ until, about }))
      .toSorted((one, other) => (one.until < other.until ? -1 : 1)),
    colours: {
      ...(colours?.light === undefined ? {} : { light: defined(colours.light) }),
      ...(colours?.dark === undefined ? {} : { dark: defined(colours.dark) }),
    },
    ...(logo === undefined ? {} : { logo }),
    ...(pressContact === undefined ? {} : { pressContact }),
    ...(dataLicence === undefined ? {} : { dataLicence }),
  };
  return { entry, places: placesOf(tree), problems };
}

export function readContact(id: string, tree: YamlTree, zone: string): Attempt {
  const read = readShape(contactShape, tree);
  if (!read.ok) return failed(read.problems);
  const {
    historical_on: historicalOn,
    on_holidays: onHolidays,
    no_sms: noSms,
    roles,
    hours,
    ...facts
  } = read.value;
  const entry: Contact = {
    kind: "contact",
    id,
    ...defined(facts),
    hours: hours.map(({ days, ...span }) => ({
      days: weekdays.filter((day) => days.includes(day)),
      ...span,
    })),
    onHolidays,
    noSms,
    roles: roles.map((role): Role => ({
      ...defined(role),
      ...(role.from === undefined ? {} : { heldFrom: startOfDay(role.from, zone) }),
      ...(role.to === undefined ? {} : { heldUntil: startOfDay(nextDay(role.to), zone) }),
    })),
    ...(historicalOn === undefined ? {} : { historicalOn }),
  };
  return { entry, places: placesOf(tree), problems: wrongHours(entry, tree) };
}

/** A day on which nobody is there before they have gone. */
function wrongHours({ hours }: Contact, tree: YamlTree): readonly Problem[] {
  return hours.flatMap(({ days, from, to }, index): readonly Problem[] => {
    if (days.length > 0 && from < to) return [];
    return [
      {
        code: "wrong-value",
        place: placeIn(tree, `hours.${index}.from`),
        message: {
          da: `Fra ${from} til ${to} på ${days.length} dage er ingen tid, så læserne ville vente forgæves.`,
          en: `From ${from} to ${to} on ${days.length} days is no time at all, so readers would wait in vain.`,
        },
        fix: {
          da: "skriv dagene, og en slutning efter begyndelsen, for eksempel { days: [monday], from: 08:00, to: 16:00 }.",
          en: "write the days, and an end after the beginning, for example { days: [monday], from: 08:00, to: 16:00 }.",
        },
      },
    ];
  });
}

export function readProgramme(id: string, tree: YamlTree, zone: string): Attempt {
  const read = readShape(programmeShape(zone), tree);
  if (!read.ok) return failed(read.problems);
  const {
    target_group: targetGroup,
    former_addresses: formerAddresses,
    embargo,
    slug,
    budget,
    ...facts
  } = read.value;
  const entry: Programme = {
    kind: "programme",
    id,
    ...defined(facts),
    slug: slug ?? slugsOf(facts.name),
    formerAddresses,
    ...(budget === undefined ? {} : { budget: defined(budget) }),
    ...(targetGroup === undefined ? {} : { targetGroup }),
    ...(embargo === undefined ? {} : { liveFrom: embargo.instant }),
  };
  return { entry, places: placesOf(tree), problems: emptySlugs(entry.slug, tree, "name") };
}

/** @param files  its documents */
export function readCase(id: string, tree: YamlTree, zone: string, files: readonly SourceFile[]): Attempt {
  const read = readShape(caseShape(zone), tree);
  if (!read.ok) return failed(read.problems);
  const {
    embargo,
    slug,
    steps,
    documents: written,
    former_addresses: formerAddresses,
    ...facts
  } = read.value;
  const { documents, problems } = readDocuments(id, written, steps, files, tree);
  const entry: Case = {
    kind: "case",
    id,
    ...defined(facts),
    slug: slug ?? slugsOf(facts.title),
    formerAddresses,
    steps: steps.map((step): Step => ({
      ...defined(step),
      overdueFrom: startOfDay(nextDay(step.date), zone),
    })),
    documents,
    ...(embargo === undefined ? {} : { liveFrom: embargo.instant }),
  };
  return {
    entry,
    places: placesOf(tree),
    problems: [...emptySlugs(entry.slug, tree, "title"), ...wrongSteps(entry.steps, tree), ...problems],
  };
}

export function readBody(id: string, tree: YamlTree): Attempt {
  const read = readShape(bodyShape, tree);
  if (!read.ok) return failed(read.problems);
  const { slug, former_addresses: formerAddresses, ...facts } = read.value;
  const entry: Body = {
    kind: "body",
    id,
    ...defined(facts),
    slug: slug ?? slugsOf(facts.name),
    formerAddresses,
  };
  return { entry, places: placesOf(tree), problems: emptySlugs(entry.slug, tree, "name") };
}

export function readPage(id: string, tree: YamlTree): Attempt {
  const read = readShape(pageShape, tree);
  if (!read.ok) return failed(read.problems);
  const { slug, former_addresses: formerAddresses, ...facts } = read.value;
  const entry: Page = {
    kind: "page",
    id,
    ...facts,
    slug: slug ?? slugsOf(facts.title),
    formerAddresses,
  };
  return { entry, places: placesOf(tree), problems: emptySlugs(entry.slug, tree, "title") };
}

/** A trail is read from the top: what came later stands lower, and each step has a name of its own. */
function wrongSteps(steps: readonly Step[], tree: YamlTree): readonly Problem[] {
  return steps.flatMap((step, index): readonly Problem[] => {
    const before = steps[index - 1];
    const outOfOrder: Problem = {
      code: "steps-out-of-order",
      place: placeIn(tree, `steps.${index}.date`),
      message: {
        da: `Trinnet den ${step.date} står under trinnet den ${before?.date}, så beslutningssporet ville gå baglæns.`,
        en: `The step of ${step.date} stands below that of ${before?.date}, so the trail would lead backwards.`,
      },
      fix: {
        da: "stil trinnene i datoorden med det tidligste øverst.",
        en: "put the steps in the order of their dates, the earliest first.",
      },
    };
    const duplicate: Problem = {
      code: "duplicate-id",
      place: placeIn(tree, `steps.${index}.id`),
      message: {
        da: `Et andet trin i sagen hedder "${step.id}", så et link dertil kunne betyde begge.`,
        en: `Another step of this case is called "${step.id}", so a link to it could mean either.`,
      },
      fix: {
        da: `giv det sit eget navn, for eksempel ${step.id}-2.`,
        en: `give it a name of its own, for example ${step.id}-2.`,
      },
    };
    return [
      ...(before !== undefined && step.date < before.date ? [outOfOrder] : []),
      ...(steps.findIndex(({ id }) => id === step.id) < index ? [duplicate] : []),
    ];
  });
}

function slugsOf(names: Localised): Localised {
  return { da: slugOf(names.da, "da"), en: slugOf(names.en, "en") };
}

/** A name in another script, or of signs alone, makes no address. */
function emptySlugs(slugs: Localised, tree: YamlTree, from: string): readonly Problem[] {
  return (["da", "en"] as const).flatMap((locale) =>
    slugs[locale] === "" ? [noSlug(placeIn(tree, `${from}.${locale}`))] : [],
  );
}
