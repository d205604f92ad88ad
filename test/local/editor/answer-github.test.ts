import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerGitHub } from "../../../functions/local/editor/answer-github.ts";
import { contentRepository } from "../../../functions/local/editor/content-repository.ts";
import type { Locale } from "../../../functions/content/locale.ts";
import { listen, stopListening } from "../../../functions/local/listen.ts";
import { temporaryFolder } from "../../support/repository.ts";
import type { Folder } from "../../support/repository.ts";

let folder: Folder;
let root: string;
/** Of those who write. */
let language: Locale = "en";
const server = createServer((request, response) => {
  answerGitHub(
    contentRepository(folder.path, "content/"),
    "right",
    request,
    new URL(request.url ?? "", "http://localhost").pathname,
    language,
  ).then(
    ({ status, headers, body }) => response.writeHead(status, headers).end(body),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.keepAliveTimeout = 60_000; // client and server share one process, and sixty megabytes keep it busy
beforeAll(async () => {
  folder = temporaryFolder();
  folder.git("init", "--quiet", "--initial-branch=main");
  folder.git("config", "user.name", "Ane Åkjær");
  folder.git("config", "user.email", "ane@kommunen.example");
  folder.write({ "content/a.md": "Å\n", "content/b.md": "b", "secret.txt": "no" });
  folder.commit();
  root = `http://127.0.0.1:${await listen(server, 0)}`;
});
afterAll(async () => {
  await stopListening(server);
  folder[Symbol.dispose]();
});

const get = (path: string, token = "right") =>
  fetch(root + path, { headers: { authorization: `token ${token}` } });
async function ask(query: string, variables: object = {}, token = "right") {
  const body = JSON.stringify({ query, variables });
  const answer = await fetch(`${root}/graphql`, {
    method: "POST",
    headers: { authorization: `token ${token}` },
    body,
  });
  return {
    status: answer.status,
    ...((await answer.json()) as { data?: Record<string, unknown>; errors?: { message: string }[] }),
  };
}
const commit = (on: string, path: string, bytes: Uint8Array) =>
  ask(
    'mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid file_0: file(path: "content/photos/x.jpg") { oid } } } }',
    {
      input: {
        branch: { repositoryNameWithOwner: "home/newsroom", branchName: "main" },
        expectedHeadOid: on,
        message: { headline: "Nyt" },
        fileChanges: {
          additions: [{ path, contents: Buffer.from(bytes).toString("base64") }],
          deletions: [],
        },
      },
    },
  );

async function inDanish(ask: () => Promise<void>): Promise<void> {
  language = "da";
  try {
    await ask();
  } finally {
    language = "en";
  }
}

describe("the repository at home, asked as GitHub", () => {
  it("says nothing to whoever has no token", async () => {
    for (const path of ["/user", "/repos/home/newsroom/git/trees/main?recursive=1", "/nothing"])
      expect([path, (await get(path, "wrong")).status]).toEqual([path, 401]);
    expect(
      (await ask('{ repository(owner: "", name: "") { defaultBranchRef { name } } }', {}, "")).status,
    ).toBe(401);
  });

  it("names who commits, the branch with its newest commit, the files and what is in them", async () => {
    expect(await (await get("/user")).json()).toMatchObject({
      name: "Ane Åkjær",
      email: "ane@kommunen.example",
    });
    const { data } = await ask(
      `query($owner: String!, $repo: String!, $branch: String!) { repository(owner: $owner, name: $repo) {
        defaultBranchRef { name }
        ref(qualifiedName: $branch) { target { ... on Commit { history(first: 1) { nodes { oid message } } } } }
        other: ref(qualifiedName: "elsewhere") { name }
      } }`,
      { owner: "home", repo: "newsroom", branch: "main" },
    );
    const head = folder.git("rev-parse", "HEAD");
    expect(data).toEqual({
      repository: {
        defaultBranchRef: { name: "main" },
        ref: { target: { history: { nodes: [{ oid: head, message: "A change" }] } } },
        other: null,
      },
    });
    const { tree } = (await (await get(`/repos/home/newsroom/git/trees/${head}?recursive=1`)).json()) as {
      tree: { path: string; sha: string; size: number }[];
    };
    expect(tree.map(({ path, size }) => [path, size])).toEqual([
      ["content/a.md", 3],
      ["content/b.md", 1],
    ]);
    const texts = await ask(
      `query { repository(owner: "", name: "") { content_0: object(oid: "${tree[0]?.sha}") { ... on Blob { text isTruncated } } } }`,
    );
    expect(texts.data).toEqual({ repository: { content_0: { text: "Å\n", isTruncated: false } } });
    expect(await (await get(`/repos/home/newsroom/git/blobs/${tree[1]?.sha}`)).text()).toBe("b");
  });

  it("refuses a question that GitHub would refuse", async () => {
    const { errors } = await ask('{ repository(owner: "", name: "") { everything } }');
    expect(errors?.[0]?.message).toContain('Cannot query field "everything"');
  });

  it("takes a photo of 60 MB whole, and says of one that is too large that it is", async () => {
    const photo = randomBytes(60_000_000);
    const { data, errors } = await commit(folder.git("rev-parse", "HEAD"), "content/photos/x.jpg", photo);
    expect(errors).toBeUndefined();
    const address = createHash("sha1").update(`blob ${photo.length}\0`).update(photo).digest("hex");
    expect(data).toMatchObject({
      createCommitOnBranch: { commit: { oid: folder.git("rev-parse", "HEAD"), file_0: { oid: address } } },
    });
    const head = folder.git("rev-parse", "HEAD");
    const refused = await commit(head, "content/photos/y.jpg", new Uint8Array(120_000_000));
    expect(refused).toMatchObject({
      status: 413,
      message: expect.stringMatching(/^The file is larger than 100 MB\. Your text is still here: /),
    });
    await inDanish(async () => {
      expect(await commit(head, "content/photos/y.jpg", new Uint8Array(120_000_000))).toMatchObject({
        status: 413,
        message: expect.stringMatching(/^Filen er større end 100 MB\. Din tekst er her endnu: /),
      });
    });
    expect(folder.git("rev-parse", "HEAD")).toBe(head);
  });

  const head = () => folder.git("rev-parse", "HEAD");
  it.each([
    {
      because: "somebody else has committed",
      on: () => "0".repeat(40),
      en: "Somebody else has committed in the meantime. Your text is still here: save again.",
      da: "En anden har committet imens. Din tekst er her endnu: gem igen.",
    },
    {
      because: "another program has changed the file",
      path: "content/half.md",
      en: "content/half.md was changed in another program and not committed. Commit or undo that first",
      da: "content/half.md er ændret i et andet program og ikke committet. Commit eller fortryd det først",
    },
    {
      because: "it is no content",
      path: "secret.txt",
      en: "secret.txt is not in the content folder, so it cannot be changed here.",
      da: "secret.txt ligger ikke i mappen med indholdet, så den kan ikke ændres her.",
    },
    {
      because: "Git does not know who commits",
      nobody: true,
      en: 'Git does not know who you are. Run git config --global user.name "Ane Åkjær"',
      da: 'Git ved ikke, hvem du er. Kør git config --global user.name "Ane Åkjær"',
    },
  ])(
    "says in the writers' language why it was not saved: $because",
    async ({ on = head, path = "content/a.md", nobody = false, da, en }) => {
      folder.write({ "content/half.md": "Half a sentence" });
      if (nobody) folder.git("config", "user.name", " ");
      try {
        const english = await commit(on(), path, Buffer.from("x"));
        expect(english.data).toEqual({ createCommitOnBranch: null });
        expect(english.errors?.[0]?.message).toContain(en);
        await inDanish(async () => {
          const { data, errors } = await commit(on(), path, Buffer.from("x"));
          expect(data).toEqual({ createCommitOnBranch: null });
          expect(errors?.[0]?.message).toContain(da);
        });
      } finally {
        folder.git("config", "user.name", "Ane Åkjær");
      }
    },
  );
});
