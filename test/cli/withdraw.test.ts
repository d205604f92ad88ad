import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../support/command.ts";
import type { Ended } from "../support/command.ts";
import { newsroomRepository } from "../support/newsroom-repository.ts";
import type { Folder } from "../support/repository.ts";
import { release, smallNewsroom } from "../support/small-newsroom.ts";
import { ctrlC, enter, onTerminal } from "../support/terminal.ts";
import type { Turn } from "../support/terminal.ts";

const bro = "releases/2026/bro";
const reason = ["--da", "Broen: den bygges ikke, alligevel.", "--en", "The bridge will not be built."];

/** With a release of which nobody may know yet. */
function repository(language = "en"): Folder {
  const later = release("2097/senere", { id: "senere", title: "Senere", date: "2097-03-10" });
  return newsroomRepository(language, { ...smallNewsroom, ...later });
}

function variables({ path }: Folder): Readonly<Record<string, string>> {
  return { CONTENT_DIR: join(path, "content"), DATA_DIR: join(path, ".data") };
}

function withdraw(folder: Folder, ...args: readonly string[]): Promise<Ended> {
  return runCommand("withdraw", args, variables(folder), folder.path);
}

function atTerminal(folder: Folder, turns: readonly Turn[], ...args: readonly string[]) {
  return onTerminal("withdraw", args, turns, variables(folder), folder.path);
}

function danish(folder: Folder, unit = bro): string {
  return readFileSync(join(folder.path, "content", unit, "da.md"), "utf-8");
}

describe("whoever withdraws a release", () => {
  it("sees what readers will meet, and nothing is written before it is meant", async () => {
    using folder = repository();
    const before = danish(folder);
    const { code, out } = await withdraw(folder, `content/${bro}/`, ...reason, "--dry-run");
    expect(code).toBe(0);
    expect(out).toContain('To withdraw "En bro in English":');
    expect(out).toMatch(
      /content\/releases\/2026\/bro\/da\.md gets these lines:\n {2}withdrawn:\n {4}date: 2\d{3}-/,
    );
    expect(out).toContain("  https://presse.example/da/2026/03/en-bro/\n");
    expect(out).toContain("  https://presse.example/en/2026/03/en-bro-in-english/\n");
    expect(out).toContain(
      "Nothing else shows these photos, so their addresses say that they are gone:\n  bro\n",
    );
    expect(danish(folder)).toBe(before);

    const unasked = await withdraw(folder, bro, ...reason);
    expect(unasked.code).toBe(2);
    expect(unasked.err).toContain(
      "There is nobody to ask here, so nothing was changed. Fix: look at it with --dry-run",
    );
    expect(danish(folder)).toBe(before);
  });

  it("gets lines that the check takes, and nothing else of the file is touched", async () => {
    using folder = repository();
    const before = danish(folder);
    const { code, out } = await withdraw(folder, "bro", ...reason, "--yes", "--json");
    expect(code).toBe(0);
    const said = JSON.parse(out) as {
      readonly withdrawn: { readonly date: string };
      readonly outcome: string;
    };
    expect(said).toMatchObject({
      release: "bro",
      withdrawn: { reason: { da: reason[1], en: reason[3] } },
      photos: ["bro"],
      problems: [],
      outcome: "withdrawn",
    });
    const after = danish(folder);
    expect(after).toContain(`withdrawn:\n  date: ${said.withdrawn.date}\n  reason: `);
    expect(after.replace(/withdrawn:\n.*\n.*\n/, "")).toBe(before);
    expect(await runCommand("check", ["content"], variables(folder), folder.path)).toMatchObject({ code: 0 });

    const again = await withdraw(folder, bro, ...reason, "--yes");
    expect(again.code).toBe(1);
    expect(again.err).toMatch(/was withdrawn on \S+day \d+ .*; there is nothing to do\./);
  });

  it("is asked for the reason in both languages, until it is one, and then whether it is meant", async () => {
    using folder = repository("da");
    const { code, said } = await atTerminal(
      folder,
      [
        ["Hvorfor, i én sætning til læserne, på dansk: ", enter],
        ["Det kan ikke udelades.", `Tallene var "forkerte".${enter}`],
        ["Det samme på engelsk: ", `The figures were wrong.${enter}`],
        ["Skal den trækkes tilbage? [j/N] ", `j${enter}`],
      ],
      bro,
    );
    expect(code).toBe(0);
    expect(said).toContain('Sådan bliver "En bro" trukket tilbage:');
    expect(said).toMatch(/Skrevet i content\/releases\/2026\/bro\/da\.md\. Commit det, og udgiv/);
    expect(danish(folder)).toContain(
      String.raw`reason: { da: "Tallene var \"forkerte\".", en: "The figures were wrong." }`,
    );
  });

  it.each([
    ["at no", [["Is it to be withdrawn? [y/N] ", enter]], reason, 0, "Nothing was changed."],
    ["at Ctrl-C", [["Is it to be withdrawn? [y/N] ", ctrlC]], reason, 130, "Stopped; nothing was changed."],
    [
      "at Ctrl-C half way",
      [
        ["in Danish: ", `x${enter}`],
        ["in English: ", ctrlC],
      ],
      [],
      130,
      "Stopped;",
    ],
  ] as const)("changes nothing %s", async (_, turns, options, code, words) => {
    using folder = repository();
    const before = danish(folder);
    const ended = await atTerminal(folder, turns, bro, ...options);
    expect(ended.code).toBe(code);
    expect(ended.said).toContain(words);
    expect(danish(folder)).toBe(before);
  });

  it.each([
    [[], "Nævn meddelelsen. Gør sådan: npm run withdraw"],
    [["releases/2026/x", ...reason], "Der er ingen meddelelse releases/2026/x."],
    [
      ["releases/2097/senere", ...reason],
      "er først offentlig søndag den 10. marts 2097 kl. 00.00, så ingen har set den.",
    ],
    [["releases/2026/ny", ...reason], "releases/2026/ny er ikke i noget commit, så ingen har set den."],
    [[bro], "Her er ingen at spørge, og --da, --en mangler."],
    [[bro, "--da", " ", "--en", "x"], "--da:\n  Nøglen er der, men der står ikke noget"],
    [[bro, "--reason", "x"], "Kommandoen har intet, der hedder --reason. Gør sådan: npm run withdraw"],
  ])("is told in their language what to do, given %j", async (options, said) => {
    using folder = repository("da");
    for (const [path, text] of Object.entries(
      release("2026/ny", { id: "ny", title: "Ny", date: "2026-03-14" }),
    ))
      folder.write({ [`content/${path}`]: text });
    const { code, err } = await withdraw(folder, ...options);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err).not.toContain("    at ");
  });
});
