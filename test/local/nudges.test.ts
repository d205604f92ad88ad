import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { arnOf } from "./press-stack.ts";
import { clientsOf, temporaryHome } from "./temporary-home.ts";

let home: ReturnType<typeof temporaryHome>;
beforeEach(() => {
  home = temporaryHome();
});
afterEach(async () => {
  vi.useRealTimers();
  await home.end();
});

/** A publisher that writes down each event it is woken with. */
function woken(rule: Record<string, unknown>) {
  const file = join(home.dir, "events");
  return {
    fixture: {
      functions: {
        Publish: {
          code: `import { appendFileSync } from "node:fs";
            export const handler = async (event) => appendFileSync(${JSON.stringify(file)}, JSON.stringify(event) + "\\n");`,
        },
      },
      resources: {
        Rule: {
          Type: "AWS::Events::Rule",
          Properties: { State: "ENABLED", Targets: [{ Id: "Target0", Arn: arnOf("Publish") }], ...rule },
        },
      },
    },
    events: (): Record<string, unknown>[] =>
      existsSync(file)
        ? readFileSync(file, "utf8")
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line))
        : [],
  };
}
const headRule = (bucket: string) => ({
  EventPattern: {
    source: ["aws.s3"],
    "detail-type": ["Object Created"],
    detail: { bucket: { name: [{ Ref: bucket }] }, object: { key: ["head.json"] } },
  },
});

describe("a rule for a new object", () => {
  it("wakes its function with the event that EventBridge sends", async () => {
    const { fixture, events } = woken(headRule("Source"));
    const runtime = await home.start(fixture);
    await clientsOf(runtime).put("source", "head.json", "{}");
    await runtime.idle();
    expect(events()).toEqual([
      expect.objectContaining({
        source: "aws.s3",
        "detail-type": "Object Created",
        resources: ["arn:aws:s3:::source"],
        detail: expect.objectContaining({
          bucket: { name: "source" },
          object: expect.objectContaining({ key: "head.json", size: 2 }),
        }),
      }),
    ]);
  });

  it("sleeps on for another key", async () => {
    const { fixture, events } = woken(headRule("Source"));
    const runtime = await home.start(fixture);
    await clientsOf(runtime).put("source", "blobs/1", "{}");
    await runtime.idle();
    expect(events()).toEqual([]);
  });

  it("sleeps on for a bucket that tells EventBridge nothing", async () => {
    const { fixture, events } = woken(headRule("Site"));
    const runtime = await home.start(fixture);
    await clientsOf(runtime).put("site", "head.json", "{}");
    await runtime.idle();
    expect(events()).toEqual([]);
  });
});

describe("a rule with a schedule", () => {
  it("wakes its function when its time has passed", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const { fixture, events } = woken({ ScheduleExpression: "rate(1 minute)" });
    const runtime = await home.start(fixture, { ticks: true });
    vi.advanceTimersByTime(60_000);
    await runtime.idle();
    expect(events()).toEqual([expect.objectContaining({ "detail-type": "Scheduled Event" })]);
  });

  it("is silent where ticks are off", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const { fixture, events } = woken({ ScheduleExpression: "rate(1 minute)" });
    const runtime = await home.start(fixture, { ticks: false });
    vi.advanceTimersByTime(120_000);
    await runtime.idle();
    expect(events()).toEqual([]);
  });
});
