import { defined, placeIn, unknownFile } from "./attempt.ts";
import type { CaseDocument, Id } from "./entry.ts";
import type { WrittenDate } from "./instant.ts";
import type { Localised } from "./locale.ts";
import { mostDocumentBytes } from "./pdf-facts.ts";
import type { PdfFacts } from "./pdf-facts.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";
import type { SourceFile } from "./read-content.ts";
import type { YamlTree } from "./yaml-tree.ts";

/** A document as the author writes it. */
type Written = Pick<CaseDocument, "file" | "title" | "language"> & {
  readonly date?: CaseDocument["date"] | undefined;
  readonly step?: Id | undefined;
  readonly embargo?: WrittenDate | undefined;
};

/**
 * The documents of a case, with what their files tell of themselves.
 *
 * @param files  those beside the case, in the folder of its name
 */
export function readDocuments(
  id: Id,
  written: readonly Written[],
  steps: readonly { readonly id: Id }[],
  files: readonly SourceFile[],
  tree: YamlTree,
): { readonly documents: readonly CaseDocument[]; readonly problems: readonly Problem[] } {
  const documents: CaseDocument[] = [];
  const problems: Problem[] = [];
  const named = new Set<string>();
  for (const [index, { embargo, ...facts }] of written.entries()) {
    const place = placeIn(tree, `documents.${index}.file`);
    if (facts.step !== undefined && !steps.some((step) => step.id === facts.step))
      problems.push(noStep(facts.step, steps, placeIn(tree, `documents.${index}.step`)));
    if (named.has(facts.file)) problems.push(twice(facts.file, place));
    named.add(facts.file);
    const file = files.find(({ path }) => path === `cases/${id}/${facts.file}`);
    const { size = 0, pdf = { wrong: "no-pdf" }, object = "" } = file ?? {};
    const wrong =
      file === undefined ? missing(id, facts.file, place) : wrongFile(facts.file, size, pdf, place);
    if (wrong !== undefined) problems.push(wrong);
    else if ("pages" in pdf)
      documents.push({
        ...defined(facts),
        ...(embargo === undefined ? {} : { liveFrom: embargo.instant }),
        object,
        bytes: size,
        pages: pdf.pages,
      });
  }
  const unnamed = files.filter(({ path }) => !named.has(path.slice(`cases/${id}/`.length)));
  return { documents, problems: [...problems, ...unnamed.map(({ path }) => unnamedFile(path, id))] };
}

function missing(id: Id, file: string, place: Place): Problem {
  return {
    code: "missing-file",
    place,
    message: {
      da: `Der ligger intet dokument ${file} i mappen cases/${id}, så linket ville ikke føre nogen steder hen.`,
      en: `There is no document ${file} in the folder cases/${id}, so the link would lead nowhere.`,
    },
    fix: {
      da: `gem det som cases/${id}/${file}, og commit det sammen med denne fil.`,
      en: `save it as cases/${id}/${file} and commit it together with this file.`,
    },
  };
}

/** Nobody would ever see it. */
function unnamedFile(path: string, id: Id): Problem {
  return { ...unknownFile(path, `cases/${id}.yaml`), fix: nameIt(path.slice(path.lastIndexOf("/") + 1)) };
}

function nameIt(file: string): Localised {
  return {
    da: `tilføj det under documents i sagens fil, for eksempel "- { file: ${file}, title: { da: Bilag, en: Annex }, language: da }", eller slet det.`,
    en: `add it under documents in the case's file, for example "- { file: ${file}, title: { da: Bilag, en: Annex }, language: da }", or delete it.`,
  };
}

const reasons: Readonly<Record<Extract<PdfFacts, { wrong: string }>["wrong"], Localised>> = {
  "no-pdf": { da: "er ikke et PDF-dokument", en: "is no PDF document" },
  broken: { da: "er et PDF-dokument, der er ødelagt", en: "is a PDF document that is damaged" },
  protected: {
    da: "er beskyttet med en adgangskode, også mod dem, der får teksten læst op",
    en: "is protected by a password, also against those who have the text read out",
  },
};

function wrongFile(file: string, bytes: number, pdf: PdfFacts, place: Place): Problem | undefined {
  if (bytes > mostDocumentBytes)
    return {
      code: "document-too-large",
      place,
      message: {
        da: `Dokumentet ${file} fylder ${Math.ceil(bytes / 1_000_000)} MB, mere end nogen henter på en telefon.`,
        en: `The document ${file} has ${Math.ceil(bytes / 1_000_000)} MB, more than anybody fetches on a phone.`,
      },
      fix: {
        da: `gem det igen med mindre billeder, højst ${mostDocumentBytes / 1_000_000} MB, eller del det i flere, for eksempel bilag-1.pdf og bilag-2.pdf.`,
        en: `save it again with smaller pictures, at most ${mostDocumentBytes / 1_000_000} MB, or split it, for example into bilag-1.pdf and bilag-2.pdf.`,
      },
    };
  if (!("wrong" in pdf)) return undefined;
  const why = reasons[pdf.wrong];
  return {
    code: "document-unreadable",
    place,
    message: {
      da: `Filen ${file} ${why.da}, så læserne kunne ikke åbne den.`,
      en: `The file ${file} ${why.en}, so readers could not open it.`,
    },
    fix: {
      da: "gem dokumentet igen som PDF uden adgangskode fra det program, det kommer fra, for eksempel Word, og erstat filen.",
      en: "save the document again as PDF without a password from the program that it comes from, for example Word, and replace the file.",
    },
  };
}

function noStep(step: Id, steps: readonly { readonly id: Id }[], place: Place): Problem {
  const example = steps[0]?.id ?? "beslutning";
  return {
    code: "dangling-reference",
    place,
    message: {
      da: `Sagen har intet trin "${step}", så ingen kunne se, hvornår dokumentet blev brugt.`,
      en: `The case has no step "${step}", so nobody could tell when the document was used.`,
    },
    fix: {
      da: `skriv id'et på et af sagens trin, for eksempel ${example}, eller slet linjen.`,
      en: `write the id of one of the case's steps, for example ${example}, or delete the line.`,
    },
  };
}

function twice(file: string, place: Place): Problem {
  return {
    code: "duplicate-id",
    place,
    message: {
      da: `Dokumentet ${file} er nævnt to gange, så sagen ville have det samme dokument under to titler.`,
      en: `The document ${file} is named twice, so the case would have one document under two titles.`,
    },
    fix: {
      da: "slet den ene linje, eller gem den anden fil under sit eget navn, for eksempel bilag-2.pdf.",
      en: "delete one of the lines, or save the other file under a name of its own, for example bilag-2.pdf.",
    },
  };
}
