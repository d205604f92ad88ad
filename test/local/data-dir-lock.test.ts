import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DataDirInUse, lockDataDir } from "../../functions/local/data-dir-lock.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "data-dir-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const moduleUrl = new URL("../../functions/local/data-dir-lock.ts", import.meta.url).href;

/** Another process that has the folder until it is killed. */
async function otherProcess() {
  const code = `import { lockDataDir } from ${JSON.stringify(moduleUrl)};
    lockDataDir(${JSON.stringify(dir)});
    console.log("locked");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code]);
  await once(child.stdout, "data");
  return child;
}

describe("the lock of a data folder", () => {
  it("keeps another process out", async () => {
    const child = await otherProcess();
    expect(() => lockDataDir(dir)).toThrow(DataDirInUse);
    child.kill();
    await once(child, "exit");
  });

  it("ends with its process, however that ends", async () => {
    const child = await otherProcess();
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(() => lockDataDir(dir)()).not.toThrow();
  });

  it("can be taken again once it was let go of", () => {
    lockDataDir(dir)();
    expect(() => lockDataDir(dir)()).not.toThrow();
  });
});
