import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { asInstant, localMinute } from "../content/instant.ts";
import { asked, newKinds } from "../content/new/asked.ts";
import type { Answers, NewKind } from "../content/new/asked.ts";
import { filesOfNew, stepOfNew, unitOfNew } from "../content/new/written.ts";
import { withStep } from "../content/new/with-step.ts";
import type { Problem } from "../content/problem.ts";
import { askUntilRight, inWords } from "./ask-until-right.ts";
import { checkFolder } from "./checked-folder.ts";
import { conversationOnce } from "./conversation.ts";
import { endWith } from "./end-with.ts";
import { newQuestions, openedPhoto } from "./new-questions.ts";
import { newComplaints, newWords, onlyByHand } from "./new-words.ts";
import { BadOption, startOptions } from "./options.ts";
import { placeNew } from "./place-new.ts";
import { placedAnswer } from "./placed-answer.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run new -- ${newKinds.join("|")} [--title-da "…"] [--yes] [--dry-run] [--json]`;

/**
 * Begins a release, a photo, a contact, a programme, a case, a body, or adds a step to a case: asks for what is needed, each
 * answer until the check would take it, and writes the files. It never writes over a file, and holds the new ones against
 * the whole newsroom before it writes any.
 */
await endWith(async () => {
  const { positionals, values } = readOptions(usage, {
    ...Object.fromEntries(optionNames().map((name) => [name, { type: "string" } as const])),
    yes: { type: "boolean" },
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
  });
  const { contentDir } = startOptions(process.env);
  const checked = await checkFolder(contentDir);
  const { folder, language } = checked;
  const say = newWords[language];
  const forMachines = values["json"] === true;
  const conversation = conversationOnce(language, !forMachines && values["yes"] !== true);
  try {
    const kind = await kindOf(positionals[0]);
    const given = givenFor(kind, values, positionals[1]);
    const zone = checked.entries.flatMap(({ entry }) => (entry.kind === "newsroom" ? [entry.zone] : []))[0];
    const today = localMinute(asInstant(Date.now()), zone ?? "Europe/Copenhagen").slice(0, 10);
    const questions = newQuestions(kind, { checked, zone: zone ?? "Europe/Copenhagen", today });
    if (conversation.open() !== undefined) console.error(`${say.how}\n`);

    const before = new Set([...checked.problems, ...checked.leftOut].map(nameOf));
    let answers: Answers = await askUntilRight(questions, given, {
      language,
      usage,
      conversation: conversation.open,
    });
    for (;;) {
      const { files, unit, isChange } = await madeOf(kind, answers, folder);
      const found = await checkFolder(contentDir, { with: files });
      // Also what is said of another's file: of two that want one address, either may be named.
      const wrong = [...found.problems, ...found.leftOut].filter((problem) => !before.has(nameOf(problem)));
      if (wrong.length === 0) {
        conversation.close();
        return await write(kind, { files, unit, isChange });
      }
      const again = new Set(wrong.flatMap((problem) => placedAnswer(kind, problem, files) ?? []));
      if (again.size === 0 || conversation.open() === undefined) return refuse(wrong);
      console.error(`\n${say.asked}`);
      for (const problem of wrong) console.error(inWords(problem, language));
      const kept = Object.entries(answers).filter(([name]) => !again.has(name));
      const asIs = new Set(kept.map(([name]) => name));
      const open = questions.filter(({ name }) => asIs.has(name) || again.has(name));
      answers = await askUntilRight(open, Object.fromEntries(kept), {
        language,
        usage,
        conversation: conversation.open,
      });
    }
  } finally {
    conversation.close();
  }

  async function kindOf(named: string | undefined): Promise<NewKind> {
    const wrong = (answer: string) =>
      newKinds.some((one) => one === answer) ? undefined : newComplaints.noKind(newKinds);
    const complaint = named === undefined ? undefined : wrong(named);
    if (complaint !== undefined)
      throw new BadOption({ da: inWords(complaint, "da"), en: inWords(complaint, "en") });
    const question = { name: "kind", question: `${say.which} (${newKinds.join(", ")})`, wrong };
    const { kind } = await askUntilRight([question], named === undefined ? {} : { kind: named }, {
      language,
      usage,
      conversation: conversation.open,
    });
    return kind as NewKind;
  }

  function refuse(wrong: readonly Problem[]): number {
    if (forMachines) print({ problems: wrong, files: [], outcome: "not written" });
    else console.error([say.wrong, ...wrong.map((problem) => inWords(problem, language))].join("\n"));
    return 1;
  }

  async function write(kind: NewKind, { files, unit, isChange }: Made): Promise<number> {
    const named = Object.keys(files).map((path) => relative(process.cwd(), join(folder, path)));
    const isDry = values["dry-run"] === true;
    if (!isDry && isChange) {
      for (const [path, bytes] of Object.entries(files)) await writeFile(join(folder, path), bytes);
    } else if (!isDry) {
      const { there } = await placeNew(folder, files);
      if (there !== undefined) {
        const complaint = newComplaints.there(relative(process.cwd(), there));
        throw new BadOption({ da: inWords(complaint, "da"), en: inWords(complaint, "en") });
      }
    }
    if (forMachines)
      print({ kind, unit, files: named, problems: [], outcome: isDry ? "dry run" : "written" });
    else {
      for (const file of named) console.log(isDry ? say.would(file) : say.written(file));
      if (!isDry) console.log(say.next[kind]);
    }
    return 0;
  }
}, 2);

interface Made {
  /** What is written, by the path below the content folder. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly unit: string;
  /** A file that is there gets more in it. */
  readonly isChange: boolean;
}

/** @throws BadOption, where only a person can add to a case */
async function madeOf(kind: NewKind, answers: Answers, folder: string): Promise<Made> {
  if (kind === "step") {
    const unit = `cases/${answers["case"]}`;
    const path = `${unit}.yaml`;
    const text = withStep(await readFile(join(folder, path), "utf-8"), stepOfNew(answers));
    if (text === undefined) throw new BadOption(onlyByHand(path));
    return { files: { [path]: Buffer.from(text) }, unit, isChange: true };
  }
  const unit = unitOfNew(kind, answers);
  const texts = Object.entries(filesOfNew(kind, answers)).map(
    ([path, text]) => [path, Buffer.from(text)] as const,
  );
  if (kind !== "photo") return { files: Object.fromEntries(texts), unit, isChange: false };
  const { bytes, ending } = await openedPhoto(answers["file"] ?? "");
  return { files: { [`${unit}${ending}`]: bytes, ...Object.fromEntries(texts) }, unit, isChange: false };
}

function optionNames(): readonly string[] {
  return [...new Set(Object.values(asked).flatMap((keys) => keys.map(({ name }) => name)))];
}

/** The options of this kind, and what stands behind it: a photo's file, a step's case. @throws BadOption */
function givenFor(
  kind: NewKind,
  values: Readonly<Record<string, unknown>>,
  behind: string | undefined,
): Readonly<Record<string, unknown>> {
  const names = asked[kind].map(({ name }) => name);
  const options = optionNames().filter((name) => values[name] !== undefined);
  const foreign = options.find((name) => !names.includes(name));
  if (foreign !== undefined) {
    const all = names.map((name) => `--${name}`).join(" ");
    throw new BadOption({
      da: `new -- ${kind} har intet, der hedder --${foreign}. Gør sådan: skriv nogle af ${all}`,
      en: `new -- ${kind} has no --${foreign}. Fix: write some of ${all}`,
    });
  }
  const first = { photo: "file", step: "case" }[kind as string];
  return { ...values, ...(first === undefined || behind === undefined ? {} : { [first]: behind }) };
}

/** What is wrong already is nothing that was answered now. */
function nameOf({ code, place, message }: Problem): string {
  return `${code} ${place.file} ${message.en}`;
}

function print(said: object): void {
  console.log(JSON.stringify(said, undefined, 2));
}
