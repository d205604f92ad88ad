import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { gitEnvironment } from "./git-checkout.ts";

/** A repository's objects, read one after the other through one process. */
export interface GitObjects {
  /** @throws  Error, where the repository does not have it */
  read(object: string): Promise<Buffer>;
  /** What a name means now ("HEAD", "HEAD:content/"); undefined where it means nothing. */
  find(name: string): Promise<Found | undefined>;
  close(): void;
}

export interface Found {
  readonly object: string;
  readonly bytes: Buffer;
}

interface Asked {
  readonly name: string;
  readonly answer: (found: Found | undefined) => void;
  readonly fail: (error: Error) => void;
}

/** @see git-cat-file(1), "BATCH OUTPUT": "<oid> <type> <size>", the bytes, and one line feed */
export function gitObjects(root: string): GitObjects {
  let git: ChildProcessWithoutNullStreams | undefined;
  let waiting: Asked[] = [];
  let received: Buffer[] = [];
  let length = 0;

  const failAll = (why: string): void => {
    const lost = waiting;
    waiting = [];
    received = [];
    length = 0;
    git = undefined;
    for (const { name, fail } of lost) fail(new Error(`Git cannot read ${name} in ${root}: ${why}`));
  };

  /** Answers what has arrived whole. */
  const take = (): void => {
    for (let [asked] = waiting; asked !== undefined; [asked] = waiting) {
      const all = received.length === 1 ? received[0] : Buffer.concat(received, length);
      if (all === undefined) return;
      received = [all];
      const lineEnd = all.indexOf(0x0a);
      if (lineEnd < 0) return;
      const line = all.toString("latin1", 0, lineEnd);
      const [object = "", , size] = line.split(" ");
      const from = lineEnd + 1;
      if (line.endsWith(" missing") || size === undefined) {
        asked.answer(undefined);
        keep(all, from);
        continue;
      }
      const to = from + Number(size);
      if (all.length < to + 1) return;
      asked.answer({ object, bytes: Buffer.from(all.subarray(from, to)) });
      keep(all, to + 1);
    }
  };
  const keep = (all: Buffer, from: number): void => {
    waiting = waiting.slice(1);
    const rest = all.subarray(from);
    received = rest.length === 0 ? [] : [rest];
    length = rest.length;
  };
  /** The bytes still missing of what is being read: only then is it worth putting the pieces together. */
  let expected = 0;

  const start = (): ChildProcessWithoutNullStreams => {
    const child = spawn("git", ["-C", root, "cat-file", "--batch"], { env: gitEnvironment() });
    child.stdout.on("data", (piece: Buffer) => {
      received.push(piece);
      length += piece.length;
      if (length >= expected) take();
      expected = expectedOf(received[0]);
    });
    child.once("error", (error) => failAll(error.message));
    child.once("exit", () => failAll("git cat-file has ended"));
    child.stdin.on("error", () => {}); // seen by the exit
    return child;
  };

  const find = (name: string): Promise<Found | undefined> => {
    git ??= start();
    const { stdin } = git;
    return new Promise((answer, fail) => {
      waiting.push({ name, answer, fail });
      stdin.write(`${name}\n`);
    });
  };

  return {
    find,
    async read(object) {
      const found = await find(object);
      if (found !== undefined) return found.bytes;
      throw new Error(`${root} holds no object ${object}. In a partial clone: git fetch first.`);
    },
    close() {
      git?.stdin.end();
      git?.kill();
      git = undefined;
    },
  };
}

/** How long the first answer is, its first line included; 0 while that is not known. */
function expectedOf(first: Buffer | undefined): number {
  const lineEnd = first?.indexOf(0x0a) ?? -1;
  if (first === undefined || lineEnd < 0) return 0;
  const size = first.toString("latin1", 0, lineEnd).split(" ")[2];
  return size === undefined ? 0 : lineEnd + 1 + Number(size) + 1;
}
