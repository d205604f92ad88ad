import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";

let room: PressRoomAtHome;
beforeAll(async () => {
  room = await startPressRoom();
});
afterAll(() => room.close());

/** Tests in this file follow one press room, in order. */
describe("whoever asks the API", () => {
  it("is told to come again before anything is published", async () => {
    const answer = await room.get("/api/v1/releases");
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("retry-after")]).toEqual([
      503,
      "application/problem+json",
      "5",
    ]);
    await room.publish();
  });

  it("gets JSON that any page may read, with an ETag, and kept for seconds only", async () => {
    const answer = await room.get("/api/v1/programmes/klyngeprogrammet");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ budget: { exact: 56_200_000, currency: "DKK" } });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/json",
      "access-control-allow-origin": "*",
      "cache-control": "public, max-age=0, must-revalidate, s-maxage=3",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("default-src 'none'") as string,
    });
    const etag = answer.headers.get("etag") ?? "";
    const again = await room.get("/api/v1/programmes/klyngeprogrammet", {
      headers: { "if-none-match": etag },
    });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it("is told that nothing has changed where CloudFront asks whether it has", async () => {
    const event = (headers: object) => ({ rawPath: "/api/v1/bodies", headers });
    const asked = async (headers: object) =>
      (await room.runtime.invoke("query", event(headers))) as {
        statusCode: number;
        headers: { etag: string };
      };
    const { statusCode, headers } = await asked({});
    expect(statusCode).toBe(200);
    expect(await asked({ "if-none-match": `"x", W/${headers.etag}` })).toMatchObject({ statusCode: 304 });
    expect(await asked({ "if-none-match": '"x"' })).toMatchObject({ statusCode: 200 });
  });

  it("gets OParl's answers with an ETag, from any page, and by all four of its filters", async () => {
    const papers = "/api/oparl/v1.1/paper";
    const answer = await room.get(papers);
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
    const { data } = (await answer.json()) as { data: readonly { name: string; modified: string }[] };
    expect(data.map(({ name }) => name)).toContain("Finansiering af det midtjyske klyngeprogram");
    const etag = answer.headers.get("etag") ?? "";
    expect((await room.get(papers, { headers: { "if-none-match": etag } })).status).toBe(304);
    for (const [filter, many] of [
      ["created_since=2000-01-01T00:00:00Z", data.length],
      ["modified_since=2000-01-01T00:00:00Z", data.length],
      ["created_until=2000-01-01T00:00:00Z", 0],
      ["modified_until=2000-01-01T00:00:00Z", 0],
    ] as const) {
      const page = (await (await room.get(`${papers}?${filter}`)).json()) as { data: readonly object[] };
      expect([filter, page.data.length]).toEqual([filter, many]);
    }
  });

  it.each(["/da/data/", "/en/data/"])("is told on %s what there is, and all of it is there", async (page) => {
    const addresses = [...(await room.text(page)).matchAll(/href="(\/api\/[^"]*)"/g)].map(
      ([, path = ""]) => path,
    );
    expect(addresses).toHaveLength(7);
    for (const address of addresses)
      expect([address, (await room.get(address)).status]).toEqual([address, 200]);
  });

  it("follows next to the end, in both languages' addresses that lead to pages", async () => {
    const ids: string[] = [];
    let address: string | undefined = "/api/v1/releases?limit=2";
    while (address !== undefined) {
      const answer: Response = await room.get(address);
      const page = (await answer.json()) as {
        items: readonly { id: string; url: Record<string, string> }[];
        next?: string;
      };
      expect(answer.headers.get("link")).toBe(page.next === undefined ? null : `<${page.next}>; rel="next"`);
      for (const url of page.items.flatMap((item) => Object.values(item.url)))
        expect((await room.get(new URL(url).pathname)).status).toBe(200);
      ids.push(...page.items.map(({ id }) => id));
      address = page.next === undefined ? undefined : page.next.replace(/^https?:\/\/[^/]+/, "");
    }
    expect(ids).toContain("2008-05-27-klyngeprogram");
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gets the same answer whatever the order of the question and whatever is added to it", async () => {
    await room.get("/api/v1/releases?month=2008-05&limit=3");
    const other = await room.get("/api/v1/releases?utm_source=x&limit=3&month=2008-05");
    expect(other.headers.get("x-cache")).toBe("Hit from cloudfront");
  });

  it.each([
    ["/api/v1/releases/ingen", 404],
    ["/api/", 404],
    ["/api/v1/releases?limit=1000", 400],
  ])("of %s is told what is wrong as data, not as a page", async (address, status) => {
    const answer = await room.get(address);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    expect(await answer.json()).toMatchObject({ status });
  });

  it("can only ask", async () => {
    expect((await room.get("/api/v1/releases", { method: "POST", body: "{}" })).status).toBe(403);
  });

  it("meets the page for what is not there where the function is closed to the distribution", async () => {
    const stop = room.runtime.onCall(({ operation }) => {
      if (operation === "InvokeFunctionUrl")
        throw Object.assign(new Error("Forbidden"), { status: 403, code: "AccessDenied" });
    });
    expect((await room.get("/api/v1/bodies?limit=7")).status).toBe(404);
    stop();
  });
});
