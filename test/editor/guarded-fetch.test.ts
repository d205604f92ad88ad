import { describe, expect, it } from "vitest";
import { guardedFetch } from "../../functions/editor/browser/guarded-fetch.ts";
import { editorWords } from "../../functions/editor/editor-words.ts";

const here = "https://presse.example/admin/";
const api = "https://api.github.com";

/** A repository that takes one token, and what it was asked. */
function repository(taken: string) {
  const asked: { readonly url: string; readonly token: string | null; readonly body: unknown }[] = [];
  const real = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const token = new Headers(init?.headers).get("authorization");
    asked.push({ url: input instanceof Request ? input.url : String(input), token, body: init?.body });
    return Promise.resolve(
      token === `token ${taken}`
        ? Response.json({ path: "content/releases/2026/bro/da.md" })
        : Response.json({ message: "Bad credentials" }, { status: 401 }),
    );
  };
  return { asked, real };
}
const session = (token?: string) => ({ token: () => token, words: editorWords("en") });
const as = (token: string) => ({ headers: { authorization: `token ${token}` } });

describe("what the editor reaches", () => {
  it("is its own origin and the repository's, and nobody else's", async () => {
    const { real, asked } = repository("a");
    const fetch = guardedFetch(real, here, api, session());
    for (const url of [
      "https://unpkg.com/@sveltia/cms/package.json",
      "https://www.githubstatus.com/api/v2/status.json",
      "//evil.example/",
      "https://api.github.com.evil.example/",
    ]) {
      await expect(fetch(url)).rejects.toThrow("is not asked for anything here");
    }
    expect(asked).toEqual([]);
    await fetch(`${here}assets/font.woff2`);
    await fetch("config.da.json");
    expect(asked).toHaveLength(2);
  });

  it("is given no token but by who asks the repository", async () => {
    const { real, asked } = repository("a");
    await guardedFetch(real, here, api, session("secret"))(`${here}edit.js`);
    expect(asked[0]?.token).toBeNull();
  });

  it("is asked again as who signed in anew in another window, and else says how to sign in", async () => {
    const { real, asked } = repository("new");
    const answer = await guardedFetch(real, here, api, session("new"))(`${api}/user`, as("old"));
    expect([answer.status, asked.map(({ token }) => token)]).toEqual([200, ["token old", "token new"]]);
    expect(await answer.json()).toEqual({ path: "content/releases/2026/bro/text.da.md" });
    const refused = await guardedFetch(real, here, api, session("old"))(`${api}/user`, as("old"));
    expect(((await refused.json()) as { message: string }).message).toContain(
      "open the editor in another window",
    );
  });

  it("is said to be away where it is", async () => {
    const away = () => Promise.reject(new TypeError("Failed to fetch"));
    await expect(guardedFetch(away, here, api, session())(`${api}/user`)).rejects.toThrow(
      "There is no connection",
    );
  });

  it("gets a photo under its sidecar's name, and is asked after it by that", async () => {
    const { real, asked } = repository("a");
    const additions = [
      { path: "content/photos/moellen.yaml", contents: btoa("file: IMG 1.JPG\n") },
      { path: "content/photos/IMG 1.JPG", contents: btoa("picture") },
    ];
    const query = 'mutation { commit { file_1: file(path: "content/photos/IMG 1.JPG") { oid } } }';
    const body = JSON.stringify({
      query,
      variables: { input: { expectedHeadOid: "1", fileChanges: { additions, deletions: [] } } },
    });
    await guardedFetch(real, here, api, session())(`${api}/graphql`, { method: "POST", body });
    const sent = JSON.parse(String(asked[0]?.body)) as {
      query: string;
      variables: { input: { fileChanges: { additions: { path: string }[] } } };
    };
    expect(sent.query).toContain('file(path: "content/photos/moellen.jpg")');
    expect(sent.variables.input.fileChanges.additions.map(({ path }) => path)).toEqual([
      "content/photos/moellen.yaml",
      "content/photos/moellen.jpg",
    ]);
  });
});

describe("what the editor reaches at GitLab", () => {
  const gitLab = "https://gitlab.kommunen.example/api/";
  const commits = `${gitLab}v4/projects/kommunen%2Fnewsroom/repository/commits`;
  const sentTo = async (actions: readonly object[]) => {
    const { real, asked } = repository("a");
    const body = JSON.stringify({ branch: "main", commit_message: "Ny", actions });
    await guardedFetch(real, here, gitLab, session())(commits, { method: "POST", body });
    return (JSON.parse(String(asked[0]?.body)) as { actions: readonly Record<string, string>[] }).actions;
  };
  const textIn = (content = "") => Buffer.from(content, "base64").toString("utf-8");

  it("gets a release under our names, without what a word processor leaves in it", async () => {
    const path = "content/releases/2026/bro/text.da.md";
    const content = "---\ntitle: \u201cBro\u201d\n---\nEn\u00ADkel\u200B å.\n";
    const [first, second] = await sentTo([
      { action: "update", file_path: path, encoding: "text", content, previous_path: path },
      { action: "delete", file_path: "content/releases/2026/bro/text.en.md", encoding: "text", content: "" },
    ]);
    expect(first).toMatchObject({
      action: "update",
      file_path: "content/releases/2026/bro/da.md",
      previous_path: "content/releases/2026/bro/da.md",
      encoding: "base64",
    });
    expect(textIn(first?.["content"])).toBe("---\ntitle: \u201cBro\u201d\n---\nEnkel å.\n");
    expect(second).toMatchObject({ action: "delete", file_path: "content/releases/2026/bro/en.md" });
  });

  it("gets a photo under its sidecar's name", async () => {
    const actions = await sentTo([
      {
        action: "create",
        file_path: "content/photos/moellen.yaml",
        encoding: "text",
        content: "file: IMG 1.JPG\n",
      },
      {
        action: "create",
        file_path: "content/photos/IMG 1.JPG",
        encoding: "base64",
        content: btoa("picture"),
      },
    ]);
    expect(actions.map((one) => one["file_path"])).toEqual([
      "content/photos/moellen.yaml",
      "content/photos/moellen.jpg",
    ]);
    expect(actions.map((one) => textIn(one["content"]))).toEqual(["file: moellen.jpg\n", "picture"]);
  });

  it("is asked by the names that files have there, and gives out those that the editor knows", async () => {
    const { real, asked } = repository("a");
    const path = encodeURIComponent("content/releases/2026/bro/text.en.md");
    const fetch = guardedFetch(real, here, gitLab, session());
    await fetch(`${commits}?ref_name=main&path=${path}&per_page=100`, as("a"));
    await fetch(`${gitLab}v4/projects/1/repository/files/${path}/raw?ref=main`, as("a"));
    expect(asked.map(({ url }) => decodeURIComponent(url).match(/content\S*?\.md/)?.[0])).toEqual(
      Array(2).fill("content/releases/2026/bro/en.md"),
    );
    const body = JSON.stringify({
      query: "",
      variables: { paths: ["content/releases/2026/bro/text.da.md"] },
    });
    await fetch(`${gitLab}graphql`, { method: "POST", body, ...as("a") });
    expect(asked[2]?.body).toContain('["content/releases/2026/bro/da.md"]');
  });

  it("is asked again as who signed in anew, in GitLab's own words", async () => {
    const { real, asked } = repository("a");
    await guardedFetch(
      real,
      here,
      gitLab,
      session("new"),
    )(`${gitLab}v4/user`, {
      headers: { authorization: "Bearer old" },
    });
    expect(asked.map(({ token }) => token)).toEqual(["Bearer old", "Bearer new"]);
  });
});
