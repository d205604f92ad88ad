import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  bundleFolder,
  cloudBundleFolder,
  environmentNames,
  functionNames,
  pictureLetters,
  stackName,
} from "../../functions/contract.ts";
import { bundleFunctions, bundlePhotoFunction } from "../../functions/local/bundle-functions.ts";
import { synthesise } from "../../functions/local/synthesise.ts";
import type { Template } from "../../functions/local/template.ts";

const run = promisify(execFile);
const project = fileURLToPath(new URL("../..", import.meta.url));
/** Not below the project: what a bundle lacks, it must not find there. */
const elsewhere = mkdtempSync(join(tmpdir(), "presserum-bundles-"));
afterAll(() => rmSync(elsewhere, { recursive: true }));
beforeAll(() => bundleFunctions());

/** Loads a bundle as Lambda does, in a process with what Lambda and the stack set; then runs more code in the same folder. */
async function loaded(folder: string, then = ""): Promise<string> {
  const set = Object.fromEntries(Object.values(environmentNames).map((name) => [name, "set"]));
  const code = `const { handler } = await import("./index.mjs"); console.log(typeof handler); ${then}`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: folder,
    env: { ...set, AWS_REGION: "eu-north-1", AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "b" },
  });
  return stdout.trim();
}

function json(...path: readonly string[]): unknown {
  return JSON.parse(readFileSync(join(...path), "utf-8"));
}

describe("a bundle", () => {
  it.each(functionNames.filter((name) => name !== "make-renditions"))(
    "%s loads from its one file, in a folder with nothing else",
    async (name) => {
      const folder = join(elsewhere, name);
      cpSync(join(project, "dist/functions", name, "index.mjs"), join(folder, "index.mjs"));
      expect(await loaded(folder)).toBe("function");
    },
  );

  it("make-renditions loads with the sharp beside it, and that sharp makes pictures", async () => {
    const here = join(elsewhere, "here");
    await bundlePhotoFunction(here, { os: process.platform, cpu: process.arch });
    const makes = `const { default: sharp } = await import("sharp");
      const create = { width: 8, height: 8, channels: 3, background: "#204060" };
      const { format } = await sharp(await sharp({ create }).avif().toBuffer()).metadata();
      console.log(format, import.meta.resolve("sharp").includes(process.cwd()));`;
    expect(await loaded(join(here, "make-renditions"), makes)).toBe("function\nheif true");
  });

  it("make-renditions has the letters beside it that it draws pictures with", () => {
    for (const folder of [join(project, "dist/functions"), join(elsewhere, "here")])
      expect(readdirSync(join(folder, "make-renditions", pictureLetters.folder)).toSorted()).toEqual(
        [...pictureLetters.files].toSorted(),
      );
  });

  it("brings no more than what its function calls: none has the SDK's ways to sign people in", () => {
    const sizes = functionNames.map((name) => {
      const code = readFileSync(join(project, "dist/functions", name, "index.mjs"), "utf-8");
      expect([name, /sso_start_url|AssumeRoleWithWebIdentity/.test(code)]).toEqual([name, false]);
      return [name, code.length] as const;
    });
    // A tenth above what they are: a package that comes along by mistake is larger than that.
    const bounds = { publish: 1_480_000, "render-pages": 1_230_000, "make-renditions": 380_000 };
    const others = { "make-kit": 360_000, watch: 430_000, query: 280_000 };
    for (const [name, size] of sizes)
      expect([name, size <= { ...bounds, ...others }[name]]).toEqual([name, true]);
  });
});

describe("the asset of the photo function", () => {
  /** As a deployment would send it: synthesised where the bundle for the cloud was made. */
  let asset: string;
  beforeAll(async () => {
    const workplace = join(elsewhere, "deployment");
    for (const part of ["dist/functions", "functions/edge"])
      cpSync(join(project, part), join(workplace, part), { recursive: true });
    await bundlePhotoFunction(join(workplace, cloudBundleFolder), { os: "linux", cpu: "arm64" });
    const out = join(workplace, "cdk.out");
    mkdirSync(out);
    const { context } = json(project, "cdk.json") as { context: object };
    await run(process.execPath, [join(project, "infra/app.ts")], {
      cwd: workplace,
      env: {
        ...process.env,
        CDK_OUTDIR: out,
        CDK_VALIDATION: "false",
        CDK_CONTEXT_JSON: JSON.stringify({ ...context, stage: "prod" }),
      },
    });
    const stack = stackName("prod", "press-room");
    const { Resources } = json(out, `${stack}.template.json`) as Template;
    const made = Object.entries(Resources).find(
      ([id, { Type }]) => id.startsWith("Functionsmakerenditions") && Type === "AWS::Lambda::Function",
    );
    const code = made?.[1].Properties?.["Code"] as { S3Key: string } | undefined;
    const { files } = json(out, `${stack}.assets.json`) as {
      files: Record<string, { source: { path: string } }>;
    };
    asset = join(out, files[code?.S3Key.replace(".zip", "") ?? ""]?.source.path ?? "not there");
  });

  it("has a native library of sharp and of libvips, both for Lambda's arm64 and for nothing else", () => {
    const native = readdirSync(asset, { recursive: true, encoding: "utf-8" }).filter((path) =>
      /\.(?:node|so(?:\.[\d.]+)?)$/.test(path),
    );
    expect(native).toHaveLength(2);
    for (const path of native) {
      const head = readFileSync(join(asset, path)).subarray(0, 20);
      // ELF of 64 bits, and in its field e_machine 183: AArch64.
      expect([path, head.toString("latin1", 0, 4), head[4], head.readUInt16LE(18)]).toEqual([
        path,
        "\u007FELF",
        2,
        183,
      ]);
    }
  });

  it("has the JavaScript of sharp in the version that was tested, and the libraries that this version is made for", () => {
    interface Package {
      readonly version: string;
      readonly optionalDependencies: Readonly<Record<string, string>>;
    }
    const packages = join(asset, "node_modules");
    const sharp = json(packages, "sharp/package.json") as Package;
    expect(sharp.version).toBe((json(project, "node_modules/sharp/package.json") as Package).version);
    for (const name of ["@img/sharp-linux-arm64", "@img/sharp-libvips-linux-arm64"])
      expect([name, (json(packages, name, "package.json") as Package).version]).toEqual([
        name,
        sharp.optionalDependencies[name],
      ]);
    expect(readdirSync(join(packages, "@img")).filter((name) => name.startsWith("sharp-"))).toHaveLength(2);
  });
});

describe("what is built before npx cdk does anything", () => {
  beforeAll(async () => {
    const { build } = json(project, "cdk.json") as { build: string };
    const [, ...args] = build.split(" ");
    await run(process.execPath, args, { cwd: project });
  });

  it("has sharp for Lambda's processor, also where nobody asked for it", () => {
    const packages = join(project, cloudBundleFolder, "make-renditions/node_modules");
    expect(existsSync(join(packages, "@img/sharp-linux-arm64/package.json"))).toBe(true);
  });

  it("is not what runs at home, where the processor may be another", async () => {
    const { template, assetFolder } = await synthesise();
    const folders = Object.values(template.Resources)
      .filter(({ Type }) => Type === "AWS::Lambda::Function")
      .map(({ Properties: { Code } = {} }) =>
        assetFolder((Code as { S3Key: string }).S3Key.replace(".zip", "")),
      );
    expect(folders.map((folder) => dirname(folder))).toEqual(folders.map(() => join(project, bundleFolder)));
  });
});
