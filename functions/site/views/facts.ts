import type { Programme } from "../../content/entry.ts";
import type { Locale, Localised } from "../../content/locale.ts";
import type { FactView, ProgrammeBox } from "../../../templates/views.ts";
import { entryPath } from "../paths.ts";

export function programmeBox(programme: Programme, locale: Locale): ProgrammeBox {
  const path = entryPath(programme, locale);
  if (path === undefined) throw new Error(`The programme ${programme.id} has no page in ${locale}.`);
  return {
    name: programme.name[locale],
    path,
    summary: programme.summary[locale],
    facts: factsOf(programme, locale),
  };
}

/** In the order in which a reporter asks: when, how much, for what, for whom, how. */
function factsOf(programme: Programme, locale: Locale): readonly FactView[] {
  const { period, budget, url } = programme;
  return [
    ...(period === undefined ? [] : [{ kind: "period", value: { type: "period", ...period } } as const]),
    ...(budget === undefined ? [] : [{ kind: "budget", value: { type: "money", money: budget } } as const]),
    ...list("covers", programme.covers, locale),
    ...text("aim", programme.aim, locale),
    ...text("targetGroup", programme.targetGroup, locale),
    ...list("supports", programme.supports, locale),
    ...list("routes", programme.routes, locale),
    ...text("inspiration", programme.inspiration, locale),
    ...list("sectors", programme.sectors, locale),
    ...list("priorities", programme.priorities, locale),
    ...(url === undefined ? [] : [{ kind: "website", value: { type: "link", href: url } } as const]),
  ];
}

function text(kind: FactView["kind"], said: Localised | undefined, locale: Locale): readonly FactView[] {
  return said === undefined ? [] : [{ kind, value: { type: "text", text: said[locale] } }];
}

function list(kind: FactView["kind"], said: readonly Localised[], locale: Locale): readonly FactView[] {
  return said.length === 0 ? [] : [{ kind, value: { type: "list", items: said.map((one) => one[locale]) } }];
}
