import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clientsOf, temporaryHome } from "./temporary-home.ts";
import { writer } from "./s3-functions.ts";

let home: ReturnType<typeof temporaryHome>;
beforeEach(() => {
  home = temporaryHome();
});
afterEach(() => home.end());

describe("a call that a test makes fail", () => {
  it("fails for the function that makes it, and is not carried out", async () => {
    const runtime = await home.start({ functions: { Writer: writer } });
    const stop = runtime.onCall(({ caller, operation }) => {
      if (caller === "Writer" && operation === "PutObject") throw new Error("the network is down");
    });
    await expect(runtime.invoke("Writer", { Bucket: "site", Key: "a" })).rejects.toMatchObject({
      errorType: "InternalError",
    });
    stop();
    expect(await runtime.invoke("Writer", { Bucket: "site", Key: "a" })).toBe("done");
  });

  it("fails with the status and code that the test names", async () => {
    const runtime = await home.start();
    runtime.onCall(() => {
      throw Object.assign(new Error("Reduce your request rate."), { status: 503, code: "SlowDown" });
    });
    await expect(clientsOf(runtime).put("site", "a", "x")).rejects.toMatchObject({ name: "SlowDown" });
  });
});
