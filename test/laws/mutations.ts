import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/**
 * Whether the laws would notice: each of these faults of one line is put into a copy of the project, and the laws have
 * to go red. `npm run mutations` writes MUTATIONS.md; it takes some minutes, so it is no part of `npm test`.
 */
interface Mutation {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const promote = "functions/pipeline/promote.ts";
const plan = "functions/site/plan-subject.ts";
const affected = "functions/site/affected-subjects.ts";
const everywhere = "functions/pipeline/render-everywhere.ts";
const publish = "functions/pipeline/publish.ts";
const mutations: readonly Mutation[] = [
  {
    what: "pages that change come before what is new",
    file: plan,
    from: 'export const waves = ["new", "changed", "leaving", "gone"]',
    to: 'export const waves = ["changed", "new", "leaving", "gone"]',
  },
  {
    what: "pictures leave before the pages that show them",
    file: plan,
    from: "leaving: leaving.filter((one) => leadsOn(keyOf(one))),\n    gone: leaving.filter((one) => !leadsOn(keyOf(one))),",
    to: "leaving: leaving.filter((one) => !leadsOn(keyOf(one))),\n    gone: leaving.filter((one) => leadsOn(keyOf(one))),",
  },
  {
    what: "pages come before the pictures and style in them",
    file: promote,
    from: "[parts, leading, given, late]",
    to: "[leading, given, parts, late]",
  },
  {
    what: "nothing is written down of what is about to change",
    file: plan,
    from: 'wavesUnderWay.includes("changed") ? marked',
    to: "false ? marked",
  },
  {
    what: "nothing is written down of what is about to go",
    file: plan,
    from: 'wavesUnderWay.includes("gone") ? marked',
    to: "false ? marked",
  },
  {
    what: "an address that another took is deleted all the same",
    file: plan,
    from: ".filter((key) => !plan.takenOver.some((taken) => taken.key === key))",
    to: "",
  },
  {
    what: "an address that another handed over is taken to be as it was",
    file: plan,
    from: "changed: [...plan.changed.filter(isOwn), ...others.filter(isLinked)],",
    to: "changed: plan.changed.filter(isOwn),",
  },
  {
    what: "what an instant changes is carried out as planned, whatever has changed since",
    file: "functions/pipeline/plan-ahead.ts",
    from: "ahead === undefined || JSON.stringify(ahead.state) !== JSON.stringify(state)",
    to: "ahead === undefined",
  },
  {
    what: "what is new is not known to be there before something leads to it",
    file: promote,
    from: "const some = plans.filter((plan) => plan.new.length > 0);",
    to: "const some = plans.slice(0, 0);",
  },
  {
    what: "what one worker has put counts as led to before the others are done",
    file: plan,
    from: 'wavesDone.includes("changed") ? "" : notLinked',
    to: '""',
  },
  {
    what: "who gets an address from another worker knows of it only when it has put something there",
    file: everywhere,
    from: 'mayHandOver ? ["compared" as const, ...steps] : steps',
    to: "steps",
  },
  {
    what: "what leaves with one worker is not known to the others before it goes",
    file: everywhere,
    from: '"unlinked", "leaving"',
    to: '"leaving"',
  },
  {
    what: "an advance copy comes with what is new",
    file: plan,
    from: "!needsNoLink(object.key) && ",
    to: "",
  },
  {
    what: "a worker does not ask whether its publisher's lease was renewed",
    file: "functions/pipeline/lease.ts",
    from: "if (renewed !== undefined) until",
    to: "if (renewed === undefined) until",
  },
  {
    what: "the neighbours of a release are forgotten",
    file: affected,
    from: "...(await referrers.nextTo(release)).map((id): Subject => `release:${id}`),",
    to: "",
  },
  {
    what: "the releases that name a contact are forgotten",
    file: affected,
    from: "    ...citers.flatMap(subjectsOf),\n    ...contact.roles",
    to: "    ...contact.roles",
  },
  {
    what: "the month of a release is forgotten",
    file: affected,
    from: "    `month:${month}`,\n",
    to: "",
  },
  {
    what: "what a publication that broke off had read is not read again",
    file: publish,
    from: "    also,\n",
    to: "    also: [],\n",
  },
  {
    what: "what a publication that broke off had touched is not looked at again",
    file: publish,
    from: "union(underway?.subjects ?? [], affected.subjects)",
    to: "affected.subjects",
  },
  {
    what: "what changed by itself since the last time is forgotten",
    file: publish,
    from: "library, units, live.instant)",
    to: "library, units, undefined)",
  },
  {
    what: "an embargo ends one millisecond early",
    file: "functions/site/library.ts",
    from: "liveFrom <= instant;",
    to: "Date.parse(liveFrom) - 1 <= Date.parse(instant);",
  },
  {
    what: "a photo is out before the release that shows it",
    file: "functions/site/photo-objects.ts",
    from: "photo === undefined || since === undefined",
    to: "photo === undefined",
  },
  {
    what: "a copy for one person outlives its last minute",
    file: "functions/site/turning-points.ts",
    from: "      ...advanceCopiesThatEnd(entry),\n",
    to: "",
  },
  {
    what: "two publishers may work at once",
    file: "functions/pipeline/lease.ts",
    from: 'if (state === undefined) return "busy";',
    to: "if (state === undefined) return work(await ledger.read());",
  },
];

const project = fileURLToPath(new URL("../..", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "presserum-mutations-"));
const copied = [
  "functions",
  "templates",
  "test",
  "content",
  "infra",
  "package.json",
  "tsconfig.json",
  "vitest.config.ts",
];
for (const name of copied) cpSync(join(project, name), join(copy, name), { recursive: true });
symlinkSync(join(project, "node_modules"), join(copy, "node_modules"));

const rows: string[] = [];
let unnoticed = 0;
for (const { what, file, from, to } of mutations) {
  const path = join(copy, file);
  const right = readFileSync(path, "utf-8");
  if (right.split(from).length !== 2) throw new Error(`${file} does not hold "${from}" once.`);
  writeFileSync(path, right.replace(from, to));
  const red = await redTest();
  writeFileSync(path, right);
  if (red === undefined) unnoticed += 1;
  rows.push(`| ${what} | \`${file}\` | ${red ?? "**nothing noticed**"} |`);
  console.log(`${red === undefined ? "NOT NOTICED" : "noticed"}: ${what}`);
}
rmSync(copy, { recursive: true });

const text = [
  "# Faults that the laws notice",
  "",
  "Each is a change of one line, tried by `npm run mutations`; the right column names the first test that went red.",
  "",
  "| fault | file | noticed by |",
  "| ----- | ---- | ---------- |",
  ...rows,
  "",
].join("\n");
writeFileSync(fileURLToPath(new URL("MUTATIONS.md", import.meta.url)), text);
process.exitCode = unnoticed === 0 ? 0 : 1;

/** The first test that fails; undefined where all pass, also when they are tried as often as in `npm test`. */
async function redTest(): Promise<string | undefined> {
  return (await failing("0.2")) ?? (await failing("1"));
}

async function failing(factor: string): Promise<string | undefined> {
  const report = join(copy, "report.json");
  rmSync(report, { force: true });
  const tests = ["test/laws/publication.test.ts", "test/pipeline", "test/site"];
  const args = ["run", "--bail=1", "--reporter=json", `--outputFile=${report}`, ...tests];
  try {
    await promisify(execFile)(join(project, "node_modules/.bin/vitest"), args, {
      cwd: copy,
      env: { ...process.env, LAW_FACTOR: factor },
      maxBuffer: 64_000_000,
    });
    return undefined;
  } catch (error) {
    const { testResults } = JSON.parse(readFileSync(report, "utf-8")) as Report;
    const failed = testResults.flatMap(({ assertionResults }) => assertionResults);
    const found = failed.find(({ status }) => status === "failed")?.fullName;
    if (found === undefined) throw error; // the laws did not run at all
    return found;
  }
}

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}
