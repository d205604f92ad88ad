import { stepActions, stepOutcomes } from "../entry.ts";
import type { Kind } from "../entry.ts";
import { slugOf } from "../slug.ts";
import type { SourceKind } from "../source-kinds.ts";

/** What can be begun by answering questions. */
export const newKinds = ["release", "photo", "contact", "programme", "case", "step", "body"] as const;
export type NewKind = (typeof newKinds)[number];

/** What has been answered, by the name of what was asked; without what was left out. */
export type Answers = Readonly<Record<string, string>>;

/** One value that is asked for. */
export interface Asked {
  /** As an option it is called so: "title-da" for `--title-da`. */
  readonly name: string;
  /** The file that it is written into, and where in it: "title", "licence.url", "steps.0.body". */
  readonly kind: SourceKind;
  readonly path: string;
  readonly needed: boolean;
  /** Several, with commas between them. */
  readonly many?: boolean;
  /** Of what its ids are. */
  readonly cites?: Kind;
  readonly choices?: readonly string[];
  readonly isNumber?: boolean;
  /** What is meant where nothing is answered. */
  readonly preset?: (answers: Answers, today: string) => string | undefined;
  /** Whether it is asked at all, after what was answered before. */
  readonly when?: (answers: Answers, today: string) => boolean;
}

type More = Partial<Omit<Asked, "name" | "kind" | "path">>;

function one(kind: SourceKind, name: string, path = name, more: More = {}): Asked {
  return { name, kind, path, needed: false, ...more };
}

/** The same in each language. */
function both(kind: SourceKind, name: string, path = name, more: More = {}): readonly Asked[] {
  return [
    one(kind, `${name}-da`, `${path}.da`, { needed: true, ...more }),
    one(kind, `${name}-en`, `${path}.en`, { needed: true, ...more }),
  ];
}

/** The name for ever, made from what it is called; it comes last, for it is asked when that is known. */
function idFrom(kind: SourceKind, from: string): Asked {
  return one(kind, "id", "id", {
    needed: true,
    preset: (answers) => slugOf(answers[from] ?? "") || undefined,
  });
}

const isIn = (name: string) => (answers: Answers) => answers[name] !== undefined;
const isNotIn = (name: string) => (answers: Answers) => answers[name] === undefined;

/** What is asked for each, in this order. What is not here is added in the file, where the guide and the editor help. */
export const asked: Readonly<Record<NewKind, readonly Asked[]>> = {
  release: [
    one("release", "title-da", "title", { needed: true }),
    one("release", "lead-da", "lead", { needed: true }),
    one("translation", "title-en", "title"),
    one("translation", "lead-en", "lead", { needed: true, when: isIn("title-en") }),
    one("release", "english", "english", {
      needed: true,
      choices: ["later", "none"],
      preset: () => "later",
      when: isNotIn("title-en"),
    }),
    one("release", "date", "date", { needed: true, preset: (_, today) => today }),
    one("release", "embargo"),
    one("release", "contacts", "contacts", { many: true, cites: "contact" }),
    one("release", "photos", "photos", { many: true, cites: "photo" }),
    one("release", "programme", "programme", { cites: "programme" }),
    one("release", "case", "case", { cites: "case" }),
    one("release", "slug"),
    one("translation", "slug-en", "slug", { when: isIn("title-en") }),
    idFrom("release", "title-da"),
  ],
  photo: [
    one("photo", "file", "file", { needed: true }),
    ...both("photo", "caption"),
    ...both("photo", "alt"),
    one("photo", "creator"),
    ...both("photo", "creator-unknown", "creator_unknown", { when: isNotIn("creator") }),
    one("photo", "credit", "credit", { needed: true, preset: (answers) => answers["creator"] }),
    one("photo", "copyright", "copyright", { needed: true, preset: (answers) => answers["credit"] }),
    ...both("photo", "licence-name", "licence.name"),
    one("photo", "licence-url", "licence.url", { needed: true }),
    ...both("photo", "licence-terms", "licence.terms"),
    one("photo", "people", "people", { many: true }),
    one("photo", "place"),
    one("photo", "event"),
    one("photo", "taken"),
    one("photo", "id", "id", { needed: true, preset: ({ file = "" }) => idOfFile(file) }),
  ],
  contact: [
    one("contact", "name", "name", { needed: true }),
    one("contact", "type", "type", {
      needed: true,
      choices: ["person", "desk"],
      preset: () => "person",
    }),
    one("contact", "title-da", "roles.0.title.da"),
    one("contact", "title-en", "roles.0.title.en", { needed: true, when: isIn("title-da") }),
    one("contact", "body", "roles.0.body", { cites: "body", when: isIn("title-da") }),
    one("contact", "phone"),
    one("contact", "mobile"),
    one("contact", "email"),
    one("contact", "portrait", "portrait", { cites: "photo" }),
    idFrom("contact", "name"),
  ],
  programme: [
    ...both("programme", "name"),
    ...both("programme", "summary"),
    one("programme", "period"),
    one("programme", "budget", "budget.exact", { isNumber: true }),
    one("programme", "url"),
    one("programme", "contacts", "contacts", { many: true, cites: "contact" }),
    idFrom("programme", "name-da"),
  ],
  case: [
    ...both("case", "title"),
    one("case", "number"),
    one("case", "programme", "programme", { cites: "programme" }),
    idFrom("case", "title-da"),
  ],
  step: [
    one("release", "case", "case", { needed: true, cites: "case" }), // words and form of the id of a case
    one("case", "body", "steps.0.body", { needed: true, cites: "body" }),
    one("case", "date", "steps.0.date", { needed: true }),
    one("case", "action", "steps.0.action", { needed: true, choices: stepActions, preset: () => "decision" }),
    ...both("case", "subject", "steps.0.subject"),
    one("case", "outcome", "steps.0.outcome", {
      choices: stepOutcomes,
      when: ({ date = "" }, today) => date <= today,
    }),
    one("case", "id", "steps.0.id", { needed: true, preset: (answers) => answers["body"] }),
  ],
  body: [...both("body", "name"), ...both("body", "remit"), one("body", "url"), idFrom("body", "name-da")],
};

/** "Fra mappen/Møllen (1).JPG" → "moellen-1" */
function idOfFile(file: string): string | undefined {
  const name = file.split(/[/\\]/).at(-1) ?? "";
  return slugOf(name.replace(/\.[^.]*$/, "")) || undefined;
}

/** The values of an answer that may name several. */
export function partsOf({ many }: Asked, answer: string): readonly string[] {
  return many === true
    ? answer
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== "")
    : [answer];
}
