import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/**
 * Who may import whom, as the design has it: a room to the rooms and packages that it may reach. `types` may be
 * imported for their types alone. The test walks every import of every file; what is not named here is refused.
 */
interface Room {
  readonly folder: string;
  readonly may: readonly string[];
  readonly types?: readonly string[];
  readonly packages: readonly string[];
}

const pure = [
  "diff",
  "marked",
  "yaml",
  "zod",
  "slugify",
  "libphonenumber-js/min",
  "node:crypto",
  "node:zlib",
];
const anything = ["*"];
const rooms: readonly Room[] = [
  { folder: "templates", may: ["templates"], packages: [] },
  { folder: "functions/content", may: ["functions/content"], packages: pure },
  {
    folder: "functions/site",
    may: ["functions/site", "functions/content", "templates", "functions/contract.ts"],
    packages: [...pure, "qrcode/lib/core/qrcode.js"],
  },
  {
    folder: "functions/pipeline",
    may: ["functions/pipeline", "functions/site", "functions/content"],
    packages: [],
  },
  {
    folder: "functions/aws",
    may: [
      "functions/aws",
      "functions/contract.ts",
      "functions/pipeline/ledger.ts",
      "functions/content/instant.ts",
    ],
    types: ["functions/pipeline", "functions/site"],
    packages: ["@aws-sdk/*", "node:crypto"],
  },
  {
    folder: "functions/images",
    may: [
      "functions/images",
      "functions/site/recipe.ts",
      "functions/pipeline/photo-unreadable.ts",
      "functions/content/photo-limits.ts",
    ],
    types: ["functions/pipeline", "functions/site", "functions/content"],
    packages: ["sharp", "node:buffer", "node:crypto", "node:zlib"],
  },
  {
    folder: "functions/lambda",
    may: [
      "functions/aws",
      "functions/images",
      "functions/pipeline",
      "functions/editor",
      "functions/contract.ts",
    ],
    packages: ["@aws-sdk/*", "aws-lambda", "node:crypto", "node:fs/promises", "node:url"],
  },
  {
    folder: "functions/editor",
    may: ["functions/editor", "functions/content", "templates"],
    packages: ["@sveltia/cms"],
  },
  { folder: "functions/edge", may: [], packages: [] },
  { folder: "functions/local", may: ["functions", "templates"], packages: anything },
  // What is written in cdk.json is read by the stack and by the commands that deploy it, with the same words.
  {
    folder: "functions/cli",
    may: ["functions", "infra/stage.ts", "infra/read-stage.ts"],
    packages: anything,
  },
  {
    folder: "infra",
    may: ["infra", "functions/contract.ts"],
    packages: ["aws-cdk-lib", "aws-cdk-lib/*", "cdk-nag", "constructs", "node:*"],
  },
];

const project = fileURLToPath(new URL("..", import.meta.url));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|js)$/.test(entry.name))
    .map((entry) => normalize(join(entry.parentPath, entry.name)).slice(project.length));
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(project, file), "utf-8");
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm);
  const dynamic = text.matchAll(/\bimport\(\s*"([^"]+)"/g);
  return [
    ...[...statements].map(([, type, to = ""]) => ({
      from: file,
      to: resolved(file, to),
      typeOnly: type !== undefined,
    })),
    ...[...dynamic].map(([, to = ""]) => ({ from: file, to: resolved(file, to), typeOnly: false })),
  ];
}

function resolved(file: string, specifier: string): string {
  return specifier.startsWith(".") ? normalize(join(dirname(file), specifier)) : specifier;
}

function isIn(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`));
}

function isPackageOf(name: string, allowed: readonly string[]): boolean {
  return allowed.some(
    (one) => one === name || one === "*" || (one.endsWith("*") && name.startsWith(one.slice(0, -1))),
  );
}

function forbidden(room: Room): readonly string[] {
  return filesBelow(room.folder)
    .flatMap(importsOf)
    .filter(({ to, typeOnly }) => {
      const isOurs = /^(?:functions|templates|infra|test|content)\//.test(to);
      if (!isOurs) return !isPackageOf(to, room.packages);
      return !isIn(to, room.may) && !(typeOnly && isIn(to, room.types ?? []));
    })
    .map(({ from, to, typeOnly }) => `${from} → ${to}${typeOnly ? " (types)" : ""}: ${room.folder} may not`);
}

describe("the arrows between the rooms", () => {
  it.each(rooms.map((room) => [room.folder, room] as const))("%s imports only what it may", (_, room) => {
    expect(filesBelow(room.folder).length).toBeGreaterThan(0);
    expect(forbidden(room)).toEqual([]);
  });

  it("nothing imports the entries or the command line from within", () => {
    const inward = [
      "functions/content",
      "functions/site",
      "functions/pipeline",
      "functions/aws",
      "functions/images",
    ];
    const outward = inward
      .flatMap(filesBelow)
      .flatMap(importsOf)
      .filter(({ to }) => isIn(to, ["functions/lambda", "functions/cli", "functions/local"]));
    expect(outward).toEqual([]);
  });

  it.each(["templates", "functions/content", "functions/site"])(
    "%s reads no clock and no environment",
    (folder) => {
      const runsInBrowsers = "templates/search-script.ts";
      const offences = filesBelow(folder)
        .filter((file) => file !== runsInBrowsers)
        .filter((file) =>
          /\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bMath\.random\(|\bfetch\(/.test(
            readFileSync(join(project, file), "utf-8"),
          ),
        );
      expect(offences).toEqual([]);
    },
  );
});
