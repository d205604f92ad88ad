import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { sampleFiles } from "../support/sample-views.ts";
import type { Files } from "../support/memory-sources.ts";
import { temporaryFolder } from "../support/repository.ts";
import type { Folder } from "../support/repository.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

interface Started {
  /** All that it has said so far. */
  said(): string;
  readonly ended: Promise<number | null>;
  stop(signal: NodeJS.Signals): void;
}

/** `npm start`, as a person would have it. */
function start(environment: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, ["functions/cli/start.ts"], {
    cwd: project,
    env: { ...process.env, ...environment },
  });
  running.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece: Buffer) => (said += piece.toString()));
  return {
    said: () => said,
    ended: new Promise((resolve) => child.once("exit", resolve)),
    stop: (signal) => void child.kill(signal),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

function committed(files: Files): Folder {
  const repository = temporaryFolder();
  repository.git("init", "--quiet");
  repository.write(files);
  repository.commit();
  return repository;
}

const ready = async (room: Started) =>
  expect
    .poll(() => room.said(), { timeout: 180_000 })
    .toMatch(/The press room is ready: http:\/\/localhost:\d+\//);

describe("npm start", () => {
  it("publishes commits as they come, shows what is only saved one port further on, stops, and starts again where it was", async () => {
    using repository = committed(sampleFiles());
    using data = temporaryFolder();
    const port = await freePort();
    const environment = { PORT: String(port), CONTENT_DIR: repository.path, DATA_DIR: data.path };
    const site = (path: string) => fetch(`http://localhost:${port}${path}`).then((answer) => answer.text());
    const preview = (path: string) =>
      fetch(`http://localhost:${port + 1}${path}`).then((answer) => answer.text());

    const first = start(environment);
    await ready(first);
    const file = "bodies/eksempeludvalget.yaml";
    const before = readFileSync(join(repository.path, file), "utf-8");
    const after = before.replace("da: Eksempeludvalget", "da: Prøveudvalget");
    repository.write({ [file]: after });
    expect(await preview("/da/organer/")).toContain("Prøveudvalget");
    expect(await site("/da/organer/")).not.toContain("Prøveudvalget");

    repository.write({ [file]: after.replace("remit:", "remitt:") });
    expect(await preview("/da/organer/")).toContain("unknown-key");

    repository.write({ [file]: after });
    repository.commit();
    await expect.poll(() => site("/da/organer/"), { timeout: 20_000 }).toContain("Prøveudvalget");

    first.stop("SIGINT");
    expect(await first.ended).toBe(0);

    const second = start(environment);
    await ready(second);
    expect(await site("/da/organer/")).toContain("Prøveudvalget");
    expect(second.said()).not.toContain("is live"); // it was, so nothing was published
    second.stop("SIGTERM");
    expect(await second.ended).toBe(0);
  }, 300_000);

  it("loses nothing to Ctrl-C half-way", async () => {
    using repository = committed(sampleFiles());
    using data = temporaryFolder();
    const port = await freePort();
    const environment = { PORT: String(port), CONTENT_DIR: repository.path, DATA_DIR: data.path };
    const first = start(environment);
    await expect.poll(() => first.said(), { timeout: 180_000 }).toContain("Publishing");
    await new Promise((resolve) => void setTimeout(resolve, 1_000)); // in the middle of the photos
    first.stop("SIGINT");
    expect(await first.ended).toBe(0);
    expect(first.said()).not.toContain("is ready");

    const second = start(environment);
    await ready(second);
    const answer = await fetch(
      `http://localhost:${port}/en/2008/05/growth-forum-backs-networks-and-clusters/`,
    );
    expect(answer.status).toBe(200);
  }, 300_000);

  it("publishes what is saved where there is no Git history, and says so", async () => {
    using folder = temporaryFolder();
    using data = temporaryFolder();
    folder.write(sampleFiles());
    const port = await freePort();
    const room = start({ PORT: String(port), CONTENT_DIR: folder.path, DATA_DIR: data.path });
    await ready(room);
    expect(room.said()).toContain("has no Git history");
    folder.write({
      "bodies/eksempeludvalget.yaml": String(sampleFiles()["bodies/eksempeludvalget.yaml"]).replace(
        "da: Eksempeludvalget",
        "da: Prøveudvalget",
      ),
    });
    await expect
      .poll(() => fetch(`http://localhost:${port}/da/organer/`).then((answer) => answer.text()), {
        timeout: 20_000,
      })
      .toContain("Prøveudvalget");
  }, 300_000);

  it("says which port is taken, and what to do", async () => {
    using data = temporaryFolder();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const room = start({ PORT: String(port), DATA_DIR: data.path });
    expect(await room.ended).toBe(1);
    expect(room.said()).toContain(`Port ${port} is taken. Fix: PORT=${port + 1} npm start`);
    expect(room.said()).not.toContain("    at "); // no stack for what is not ours
    server.close();
  }, 180_000);

  it.each([
    [
      "a folder that is not there",
      { CONTENT_DIR: "/nowhere/at/all" },
      /There is no folder \/nowhere\/at\/all/,
    ],
    ["a port that is none", { PORT: "http" }, /PORT is "http", which is no port/],
  ])("says what is wrong with %s", async (_, environment, message) => {
    using data = temporaryFolder();
    const room = start({ DATA_DIR: data.path, ...environment });
    expect(await room.ended).toBe(1);
    expect(room.said()).toMatch(message);
  });

  it("says what is to be mended in a commit with mistakes, and stays up for the next", async () => {
    using repository = committed({ ...sampleFiles(), "bodies/ny.yaml": "name: x\n" });
    using data = temporaryFolder();
    const port = await freePort();
    const room = start({ PORT: String(port), CONTENT_DIR: repository.path, DATA_DIR: data.path });
    await ready(room);
    expect(room.said()).toMatch(/bodies\/ny\.yaml:1:7 wrong-type/);
    repository.remove("bodies/ny.yaml");
    repository.commit();
    await expect
      .poll(() => fetch(`http://localhost:${port}/da/`).then(({ status }) => status), { timeout: 30_000 })
      .toBe(200);
  }, 300_000);
});
