import { execFile } from "node:child_process";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const lockFile = fileURLToPath(new URL("../../package-lock.json", import.meta.url));

/** As npm names them. */
export interface Processor {
  readonly os: string;
  readonly cpu: string;
}

interface Locked {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Installs one package into a folder, with all that it needs, for a processor that need not be this machine's. It is what
 * our own lock has, byte for byte: the bundle of a function is to be what was tested. Needs the npm registry, or its cache;
 * where the folder has it already, nothing is done.
 */
export async function installPackage(name: string, folder: string, { os, cpu }: Processor): Promise<void> {
  const { packages } = JSON.parse(await readFile(lockFile, "utf-8")) as { packages: Record<string, Locked> };
  const taken = new Map<string, Locked>();
  take(name);
  function take(wanted: string): void {
    const path = `node_modules/${wanted}`;
    const locked = packages[path];
    if (locked === undefined || taken.has(path)) return; // one that is optional may not be there
    taken.set(path, locked);
    for (const more of Object.keys({ ...locked.dependencies, ...locked.optionalDependencies })) take(more);
  }
  const version = taken.get(`node_modules/${name}`)?.version;
  if (version === undefined) throw new Error(`package-lock.json has no ${name}.`);

  const project = { dependencies: { [name]: version } };
  const lock = { lockfileVersion: 3, packages: { "": project, ...Object.fromEntries(taken) }, os, cpu };
  const installed = join(folder, "installed.json"); // what is there whole; an installation that broke off leaves none
  const known = await readFile(installed, "utf-8").catch(() => undefined);
  if (known === JSON.stringify(lock)) return;
  await rm(installed, { force: true });
  await writeFile(join(folder, "package.json"), JSON.stringify(project));
  await writeFile(join(folder, "package-lock.json"), JSON.stringify(lock));
  const flags = [`--os=${os}`, `--cpu=${cpu}`, "--libc=glibc", "--ignore-scripts", "--no-audit", "--no-fund"];
  await run("npm", ["ci", "--prefer-offline", ...flags], {
    cwd: folder,
    shell: process.platform === "win32",
  }).catch((cause: unknown) => {
    const fix = "Fix: run it again where the npm registry can be reached; once fetched it is kept.";
    throw new Error(
      `${name} for ${os} on ${cpu} could not be installed, without which nothing is deployed. ${fix}`,
      {
        cause,
      },
    );
  });
  await rm(join(folder, "node_modules/.package-lock.json"), { force: true });
  await rename(join(folder, "package-lock.json"), installed);
}
