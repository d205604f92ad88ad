import { readdirSync } from "node:fs";
import { access, readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, extname, join } from "node:path";
import { wrongWith } from "../content/answer.ts";
import { nobodys } from "../content/check-references.ts";
import type { Kind } from "../content/entry.ts";
import { badId, isId } from "../content/fields.ts";
import type { Complaint } from "../content/fields.ts";
import { asked, partsOf } from "../content/new/asked.ts";
import type { Asked, NewKind } from "../content/new/asked.ts";
import { questionOf } from "../content/new/question-of.ts";
import { unitOfNew } from "../content/new/written.ts";
import { readOriginal } from "../content/read-original.ts";
import { photoLimits } from "../content/photo-limits.ts";
import { folderOf, unitOf } from "../content/unit-of.ts";
import type { Answers, Question } from "./ask-until-right.ts";
import type { CheckedFolder } from "./checked-folder.ts";
import { newComplaints } from "./new-words.ts";
import { photoSays } from "./photo-says.ts";

interface Newsroom {
  readonly checked: CheckedFolder;
  /** In which dates are meant. */
  readonly zone: string;
  readonly today: string;
}

/** What is asked for a kind, held against the keys' rules and against what is in the newsroom. */
export function newQuestions(kind: NewKind, newsroom: Newsroom): readonly Question[] {
  const { checked, zone, today } = newsroom;
  const presets = kind === "photo" ? photoPresets(checked) : () => Promise.resolve(undefined);
  return asked[kind].map((key): Question => {
    const ids = key.cites === undefined ? [] : idsOf(key.cites, checked.folder);
    const { name, needed, preset, when } = key;
    return {
      name,
      question: questionOf(key, ids, checked.language),
      optional: !needed,
      wrong: async (answer) =>
        wrongKey(key, answer, ids, zone) ??
        (name === "file" ? wrongPhoto(answer) : name === "id" ? wrongId(kind, answer, checked) : undefined),
      preset: async (answers) => {
        const meant = (await presets(name, answers)) ?? preset?.(answers, today);
        return name === "id" && meant !== undefined ? freeId(kind, meant, answers, checked) : meant;
      },
      ...(when === undefined ? {} : { when: (answers: Answers) => when(answers, today) }),
    };
  });
}

/** A picture as it was delivered. `ending` is in small letters, with its point: ".jpg". */
export async function openedPhoto(
  written: string,
): Promise<{ readonly bytes: Buffer; readonly ending: string }> {
  const path = pathOf(written);
  return { bytes: await readFile(path), ending: extname(path).toLowerCase() };
}

function wrongKey(key: Asked, answer: string, ids: readonly string[], zone: string): Complaint | undefined {
  const { kind, path, name, cites, many } = key;
  if (name === "file") return undefined;
  if (path === "id" && kind !== "release") return isId(answer) ? undefined : badId(answer);
  for (const part of partsOf(key, answer)) {
    const complaint = wrongWith(kind, many === true ? `${path}.0` : path, part, zone);
    if (complaint !== undefined) return complaint;
    if (cites !== undefined && !ids.includes(part)) return nobodys(cites, part, ids);
  }
  return undefined;
}

/** What the beginning of the file tells of it; the rest shows when it is opened, on the site. */
async function wrongPhoto(written: string): Promise<Complaint | undefined> {
  const path = pathOf(written);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return newComplaints.noFile(path);
  const bytes = found.size > photoLimits.bytes ? Buffer.alloc(0) : await readFile(path);
  const name = `photos/${basename(path)}`;
  const file = { path: name, object: "", bytes, size: found.size };
  const read = readOriginal(file, { file: name, line: 1, column: 1 });
  return read.ok ? undefined : read.problems[0];
}

async function wrongId(
  kind: NewKind,
  id: string,
  { entries, folder }: CheckedFolder,
): Promise<Complaint | undefined> {
  if (kind === "step") return undefined; // a name within its case: the whole file shows whether it is taken
  if (kind === "release") {
    const owner = entries.find(({ entry }) => entry.kind === "release" && entry.id === id);
    return owner && newComplaints.taken(id, unitOf(Object.keys(owner.sources)[0] ?? "") ?? "");
  }
  const path = join(folder, `${unitOfNew(kind, { id })}.yaml`);
  return (await isThere(path)) ? newComplaints.there(path) : undefined;
}

/** The id, or the first of it with a number that nothing has yet. */
async function freeId(
  kind: NewKind,
  meant: string,
  answers: Answers,
  checked: CheckedFolder,
): Promise<string> {
  const taken = async (id: string) => {
    if (kind === "step") return stepIds(answers["case"], checked).includes(id);
    if (kind === "release" && (await isThere(join(checked.folder, unitOfNew(kind, { ...answers, id })))))
      return true;
    return (await wrongId(kind, id, checked)) !== undefined;
  };
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? meant : `${meant}-${number}`;
    if (!(await taken(id))) return id;
  }
}

function stepIds(id: string | undefined, { entries }: CheckedFolder): readonly string[] {
  return entries.flatMap(({ entry }) =>
    entry.kind === "case" && entry.id === id ? entry.steps.map((step) => step.id) : [],
  );
}

/** What the file says of itself; of its licence, what the newsroom says of most of its photos. */
function photoPresets(
  checked: CheckedFolder,
): (name: string, answers: Answers) => Promise<string | undefined> {
  const licence = commonLicence(checked);
  const read = new Map<string, Promise<Readonly<Record<string, string>>>>();
  return async (name, { file }) => {
    if (file === undefined) return undefined;
    const says = read.get(file) ?? openedPhoto(file).then(({ bytes }) => photoSays(bytes));
    read.set(file, says);
    return (await says)[name] ?? licence[name];
  };
}

function commonLicence({ entries }: CheckedFolder): Readonly<Record<string, string>> {
  const licences = entries.flatMap(({ entry }) => (entry.kind === "photo" ? [entry.licence] : []));
  const counted = Map.groupBy(licences, (licence) => JSON.stringify(licence));
  const [most] = [...counted.values()].toSorted((one, other) => other.length - one.length);
  const licence = most?.[0];
  return licence === undefined
    ? {}
    : {
        "licence-name-da": licence.name.da,
        "licence-name-en": licence.name.en,
        "licence-url": licence.url,
        "licence-terms-da": licence.terms.da,
        "licence-terms-en": licence.terms.en,
      };
}

/** The ids of a kind: the names of its files, read or not. */
function idsOf(kind: Kind, folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, folderOf(kind)))
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => name.slice(0, -".yaml".length))
      .toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return []; // there is none of it yet
    throw error;
  }
}

/** As a terminal has it when a file is dragged there: in quotes, or with backslashes before blanks. */
function pathOf(written: string): string {
  const bare = /^(["'])(.*)\1$/.exec(written)?.[2] ?? written;
  const plain = process.platform === "win32" ? bare : bare.replaceAll(/\\(.)/g, "$1");
  return plain.startsWith("~/") ? join(homedir(), plain.slice(2)) : plain;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
