import { inOrder } from "../content/format-problem.ts";
import type { Entry, EntryOf, Kind } from "../content/entry.ts";
import type { Instant } from "../content/instant.ts";
import type { Problem, Warning } from "../content/problem.ts";
import type { ReadEntry } from "../content/read-content.ts";
import { glossaryOf } from "../content/warnings/glossary.ts";
import type { Term } from "../content/warnings/glossary.ts";
import { caseWarnings, photoWarnings, releaseWarnings } from "../content/warnings/of-entry.ts";
import { textWarnings } from "../content/warnings/text-warnings.ts";
import type { Facts } from "../content/warnings/text-warnings.ts";
import { inTurns } from "./in-turns.ts";
import { memoryRows } from "./memory-rows.ts";
import type { Sources } from "./ports.ts";
import { readChanges } from "./read-changes.ts";
import { sourceFile } from "./read-units.ts";
import type { Remember } from "./read-units.ts";

/** A newsroom, read and looked through: what stops a publication, what does not, and what there is. */
export interface CheckedContent {
  readonly problems: readonly Problem[];
  /** Why photos are left out: the rest is published without them. */
  readonly leftOut: readonly Problem[];
  readonly warnings: readonly Warning[];
  readonly entries: readonly ReadEntry[];
}

const textsAtOnce = 32;

/**
 * Checks a whole newsroom: everything that is wrong with it, and everything that is doubtful. What has mistakes is not
 * looked through for doubts: they come when it can be read.
 *
 * @param now  as of when a step without an outcome is overdue
 */
export async function checkContent(
  ports: { readonly sources: Pick<Sources, "listing" | "bytes">; readonly remember?: Remember },
  tree: string,
  now: Instant,
): Promise<CheckedContent> {
  const { problems, leftOut, units } = await readChanges(
    { ...ports, rows: memoryRows() },
    { tree: undefined, also: [] },
    tree,
  );
  const entries = units.flatMap(({ after }) => after ?? []);
  const known = new Map(entries.map(({ entry }) => [`${entry.kind}#${entry.id}`, entry]));
  const one = <K extends Kind>(kind: K, id: string | undefined): EntryOf<K> | undefined =>
    known.get(`${kind}#${id}`) as EntryOf<K> | undefined;
  const terms = await termsIn(ports.sources, tree);

  const warnings = await inTurns(entries, textsAtOnce, async (read): Promise<readonly Warning[]> => {
    const { entry } = read;
    switch (entry.kind) {
      case "photo":
        return photoWarnings(entry, read, now);
      case "case":
        return caseWarnings(entry, read, now);
      case "release": {
        const pressContact = one("newsroom", "newsroom")?.pressContact;
        const own = releaseWarnings(entry, read, {
          contact: (id) => one("contact", id),
          photo: (id) => one("photo", id),
          pressContact,
        });
        return [...own, ...(await ofText(ports, read, factsFor(entry, terms, one)))];
      }
      case "newsroom":
      case "contact":
      case "programme":
      case "body":
      case "page":
        return [];
    }
  });
  return { problems, leftOut, warnings: inOrder(warnings.flat()), entries };
}

type Lookup = <K extends Kind>(kind: K, id: string | undefined) => EntryOf<K> | undefined;

function factsFor(entry: EntryOf<"release">, terms: readonly Term[], one: Lookup): Facts {
  const steps = one("case", entry.case)?.steps ?? [];
  const budget = one("programme", entry.programme)?.budget;
  const bodies = [...new Set(steps.map(({ body }) => body))].flatMap((id) => one("body", id) ?? []);
  return { terms, ...(budget === undefined ? {} : { budget }), steps, bodies };
}

/** Looked through anew only where the words are others, or what they are held against. */
async function ofText(
  {
    sources,
    remember = (_, read) => read(),
  }: { readonly sources: Pick<Sources, "bytes">; readonly remember?: Remember },
  read: ReadEntry,
  facts: Facts,
): Promise<readonly Warning[]> {
  const { entry } = read as { readonly entry: Entry };
  if (entry.kind !== "release") return [];
  const files = Object.entries(read.sources).filter(([path]) => /\/(?:da|en)\.md$/.test(path));
  const key = ["warnings", entry.date, ...files.flat(), JSON.stringify(facts)].join("\n");
  return remember(key, async () => {
    const texts = await Promise.all(files.map(([path, object]) => sourceFile(sources, { path, object })));
    return textWarnings(entry, texts, facts);
  });
}

async function termsIn(sources: Pick<Sources, "listing" | "bytes">, tree: string): Promise<readonly Term[]> {
  const line = (await sources.listing(tree)).find(({ name }) => name === "glossary.yaml");
  if (line?.type !== "blob") return [];
  return glossaryOf(await sourceFile(sources, { path: line.name, object: line.object }));
}
