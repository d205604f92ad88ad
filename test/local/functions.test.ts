import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InvokeCommand } from "@aws-sdk/client-lambda";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { clientsOf, temporaryHome } from "./temporary-home.ts";

let home: ReturnType<typeof temporaryHome>;
beforeEach(() => {
  home = temporaryHome();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await home.end();
});

const numbers = z.array(z.number());
const payloadOf = (payload: Uint8Array | undefined): unknown =>
  JSON.parse(Buffer.from(payload ?? []).toString() || "null");

describe("a function at home", () => {
  it("answers the real Lambda client with what it returned", async () => {
    const echo = { code: `export const handler = async (event) => ({ got: event });` };
    const { lambda } = clientsOf(await home.start({ functions: { Echo: echo } }));
    const answer = await lambda.send(
      new InvokeCommand({ FunctionName: "echo", Payload: Buffer.from(`{"n":1}`) }),
    );
    expect([answer.StatusCode, answer.FunctionError, payloadOf(answer.Payload)]).toEqual([
      200,
      undefined,
      { got: { n: 1 } },
    ]);
  });

  it("answers an error as Lambda does: type, message, trace", async () => {
    const failing = { code: `export const handler = async () => { throw new RangeError("too far"); };` };
    const { lambda } = clientsOf(await home.start({ functions: { Failing: failing } }));
    const answer = await lambda.send(new InvokeCommand({ FunctionName: "failing" }));
    expect(answer.FunctionError).toBe("Unhandled");
    expect(payloadOf(answer.Payload)).toMatchObject({ errorType: "RangeError", errorMessage: "too far" });
  });

  it("is unknown to the Lambda client when the template has no such function", async () => {
    const { lambda } = clientsOf(await home.start());
    await expect(lambda.send(new InvokeCommand({ FunctionName: "nobody" }))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
  });

  it("is killed at its deadline, and runs again afterwards", async () => {
    const slow = {
      code: `export const handler = async ({ hang }) => { while (hang); return "quick"; };`,
      properties: { Timeout: 1 },
    };
    const runtime = await home.start({ functions: { Slow: slow } });
    await expect(runtime.invoke("Slow", { hang: true })).rejects.toMatchObject({
      errorType: "Sandbox.Timedout",
      errorMessage: expect.stringContaining("Task timed out after 1.00 seconds"),
    });
    expect(await runtime.invoke("Slow", { hang: false })).toBe("quick");
  });

  it("is told that its process ended when it ends it itself", async () => {
    const leaving = { code: `export const handler = async () => process.exit(3);` };
    const runtime = await home.start({ functions: { Leaving: leaving } });
    await expect(runtime.invoke("Leaving", {})).rejects.toMatchObject({ errorType: "Runtime.ExitError" });
  });

  it("says what is wrong with code that cannot be loaded", async () => {
    const runtime = await home.start({
      functions: { Broken: { code: `throw new Error("no such table");` } },
    });
    await expect(runtime.invoke("Broken", {})).rejects.toThrow("no such table");
  });

  it("keeps its process warm for the next event, and has a second one when it is busy", async () => {
    const counting = {
      code: `let n = 0;
        export const handler = async () => {
          await new Promise((resolve) => setTimeout(resolve, 100));
          return [process.pid, ++n];
        };`,
    };
    const runtime = await home.start({ functions: { Counting: counting } });
    const call = async () => numbers.parse(await runtime.invoke("Counting", {}));
    const [first, second] = await Promise.all([call(), call()]);
    const third = await call();
    expect(first[0]).not.toBe(second[0]);
    expect([first[0], second[0]]).toContain(third[0]);
    expect(third[1]).toBe(2);
  });

  it("runs no more at a time than its reserved concurrency", async () => {
    const busy = {
      code: `export const handler = async () => {
          const from = Date.now();
          await new Promise((resolve) => setTimeout(resolve, 50));
          return [from, Date.now()];
        };`,
      properties: { ReservedConcurrentExecutions: 1 },
    };
    const runtime = await home.start({ functions: { Busy: busy } });
    const spans = await Promise.all([1, 2, 3].map(() => runtime.invoke("Busy", {})));
    const sorted = spans
      .map((span) => numbers.parse(span))
      .toSorted((one, other) => (one[0] ?? 0) - (other[0] ?? 0));
    expect(sorted[1]?.[0]).toBeGreaterThanOrEqual(sorted[0]?.[1] ?? Infinity);
    expect(sorted[2]?.[0]).toBeGreaterThanOrEqual(sorted[1]?.[1] ?? Infinity);
  });

  it("leaves no process behind when the runtime is closed, also in the middle of an event", async () => {
    const hanging = {
      code: `import { writeFileSync } from "node:fs";
        export const handler = ({ file }) => { writeFileSync(file, String(process.pid)); while (true); };`,
    };
    const runtime = await home.start({ functions: { Hanging: hanging } });
    const file = join(home.dir, "pid");
    const outcome = runtime.invoke("Hanging", { file }).catch((error: unknown) => error);
    await vi.waitUntil(() => existsSync(file) && readFileSync(file, "utf8") !== "", { timeout: 10_000 });
    await runtime.close();
    expect(await outcome).toMatchObject({ errorType: "Runtime.ExitError" });
    expect(() => process.kill(Number(readFileSync(file, "utf8")), 0)).toThrow("ESRCH");
  });

  it("sees the clock that was set, in events that start afterwards", async () => {
    const clock = {
      code: `export const handler = async () => [Date.now(), new Date().getTime(), new Date(0).getTime()];`,
    };
    const runtime = await home.start({ functions: { Clock: clock } });
    await runtime.invoke("Clock", {});
    await runtime.setClockOffset(86_400_000);
    const before = Date.now() + 86_400_000;
    const [now = 0, made = 0, zero] = numbers.parse(await runtime.invoke("Clock", {}));
    expect(now - before).toBeLessThan(20_000);
    expect(now).toBeGreaterThanOrEqual(before);
    expect(made).toBeGreaterThanOrEqual(now);
    expect(zero).toBe(0);
  });

  it("is tried three times when it was invoked asynchronously and fails, and then given up aloud", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const failing = {
      code: `import { appendFileSync } from "node:fs";
        export const handler = async ({ file }) => { appendFileSync(file, "x"); throw new Error("again"); };`,
    };
    const runtime = await home.start({ functions: { Failing: failing } });
    const file = join(home.dir, "attempts");
    const Payload = Buffer.from(JSON.stringify({ file }));
    const asked = new InvokeCommand({ FunctionName: "failing", InvocationType: "Event", Payload });
    const answer = await clientsOf(runtime).lambda.send(asked);
    await runtime.idle();
    expect(answer.StatusCode).toBe(202);
    expect(readFileSync(file, "utf8")).toBe("xxx");
    expect(said).toHaveBeenCalledWith(expect.stringContaining("dead-letter queue"));
  });
});
