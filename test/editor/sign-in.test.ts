import { describe, expect, it } from "vitest";
import { signIn } from "../../functions/editor/sign-in.ts";
import type { SignInRequest } from "../../functions/editor/sign-in.ts";

const ports = {
  clientId: "Iv1.abc",
  random: () => "a-state",
  exchange: (code: string) =>
    Promise.resolve(
      code === "good" ? { token: 'gho_"<script>' } : { error: "The code is used up. Sign in again." },
    ),
};
const asked = (path: string, query: SignInRequest["query"] = {}, cookies: readonly string[] = []) =>
  signIn({ path, query, cookies }, ports);
const ours = ["other=1", "__Secure-presserum-sign-in=a-state"];

describe("signing in with GitHub", () => {
  it("sends the writer to GitHub, and remembers in the browser that it did", async () => {
    const answer = await asked("/admin/auth");
    const to = new URL(answer?.headers["location"] ?? "");
    expect([answer?.status, to.origin + to.pathname]).toEqual([
      302,
      "https://github.com/login/oauth/authorize",
    ]);
    expect(Object.fromEntries(to.searchParams)).toEqual({
      client_id: "Iv1.abc",
      scope: "repo",
      state: "a-state",
    });
    expect(answer?.cookies).toEqual([
      "__Secure-presserum-sign-in=a-state; Path=/admin/; Max-Age=600; Secure; HttpOnly; SameSite=Lax",
    ]);
  });

  it("hands the token on to the window that asked, and to nobody who was not sent by us", async () => {
    const good = await asked("/admin/callback", { code: "good", state: "a-state" }, ours);
    expect(good?.status).toBe(200);
    expect(good?.body).toContain(
      "authorization:github:success:{&quot;provider&quot;:&quot;github&quot;,&quot;token&quot;",
    );
    expect(good?.body).not.toContain("<script>"); // but our own, which has an address
    expect(good?.headers["cache-control"]).toBe("no-store");
    expect(good?.cookies[0]).toContain("Max-Age=0");
    for (const [query, cookies] of [
      [{ code: "good", state: "a-state" }, []],
      [{ code: "good", state: "another" }, ours],
      [{ code: "good", state: "" }, ["__Secure-presserum-sign-in="]],
      [{ code: "good" }, ours],
      [{ state: "a-state" }, ours],
    ] as const) {
      const answer = await asked("/admin/callback", query, cookies);
      expect(answer?.status).toBe(400);
      expect(answer?.body).toContain("sign in again");
      expect(answer?.body).not.toContain("gho_");
    }
  });

  it("says what GitHub says when it refuses", async () => {
    const answer = await asked("/admin/callback", { code: "bad", state: "a-state" }, ours);
    expect([answer?.status, answer?.body.includes("The code is used up.")]).toEqual([400, true]);
  });

  it("answers for nothing else", async () => {
    expect(await asked("/admin/")).toBeUndefined();
  });
});
