import { createServer } from "node:http";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asInstant } from "../../../functions/content/instant.ts";
import { openCheckout } from "../../../functions/local/open-checkout.ts";
import type { OpenedCheckout } from "../../../functions/local/open-checkout.ts";
import { listen, stopListening } from "../../../functions/local/listen.ts";
import { draftRoom } from "../../../functions/local/preview/draft-room.ts";
import { siteAsOf } from "../../../functions/local/preview/site-as-of.ts";
import { startPreview } from "../../../functions/local/preview/start-preview.ts";
import type { Preview } from "../../../functions/local/preview/start-preview.ts";
import { workingTree } from "../../../functions/local/preview/working-tree.ts";
import { plainPdf } from "../../support/pdf-fixture.ts";
import { temporaryFolder } from "../../support/repository.ts";
import type { Folder } from "../../support/repository.ts";
import { changed, release, smallNewsroom } from "../../support/small-newsroom.ts";

const files = {
  ...smallNewsroom,
  ...release("2199/fremtid", {
    id: "fremtid",
    title: "Fremtiden",
    date: "2199-06-19",
    embargo: "2199-06-19T06:00",
    extra: "case: broen\nphotos: [ane]",
  }),
};
const broDa = "releases/2026/bro/da.md";

describe("the preview", () => {
  let folder: Folder;
  let held: Folder;
  let opened: OpenedCheckout;
  let preview: Preview;
  const live = createServer((_, response) => {
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8" })
      .end("<html><head></head><body>what is public</body></html>");
  });

  beforeAll(async () => {
    [folder, held] = [temporaryFolder(), temporaryFolder()];
    folder.git("init", "--quiet");
    folder.write(files);
    folder.commit();
    opened = await openCheckout(folder.path);
    const livePort = await listen(live, 0);
    preview = await startPreview({
      folder: folder.path,
      committed: opened.checkout,
      live: `http://127.0.0.1:${livePort}`,
      heldFolder: held.path,
      port: 0,
      editor: () => Promise.resolve({ status: 200, headers: {}, body: "the editor" }),
    });
  });
  afterAll(async () => {
    await preview.close();
    await stopListening(live);
    opened.checkout.close();
    for (const one of [folder, held]) one[Symbol.dispose]();
  });
  beforeEach(async () => {
    folder.git("reset", "--hard", "--quiet");
    folder.git("clean", "-fdq");
    await choose({ view: "draft" });
  });

  const get = (path: string, init?: RequestInit) =>
    fetch(new URL(path, preview.url), { redirect: "manual", ...init });
  const text = async (path: string) => (await get(path)).text();
  const choose = (form: Record<string, string>) =>
    get("/-/view", { method: "POST", body: new URLSearchParams(form) });

  it("shows what is saved at once, with a toolbar that is no part of the site", async () => {
    expect(await text("/da/2026/03/en-bro/")).toContain("<p>Brødtekst.</p>");
    folder.write({ [broDa]: String(files[broDa]).replace("Brødtekst.", "Gemt, ikke committet.") });
    const page = await text("/da/2026/03/en-bro/");
    expect(page).toContain("<p>Gemt, ikke committet.</p>");
    expect(page).toContain('<section id="presserum-preview"');
    expect(page).toContain("Viser det, der er gemt");
    expect(await text("/en/2026/03/en-bro-in-english/")).toContain("Showing what is saved");
  });

  it("serves everything under a policy that lets no script but its own run, and nobody else frame it", async () => {
    const policy = (await get("/da/")).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect((await get("/-/preview.js")).headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  });

  it("says what a commit would change, and nothing once it is committed", async () => {
    expect(await text("/-/changes?back=/da/")).toContain("Ingen ændringer");
    folder.write({ [broDa]: String(files[broDa]).replace("Indledning om", "Ny indledning om") });
    const changes = await text("/-/changes?back=/da/");
    expect(changes).toContain("/da/2026/03/en-bro/");
    expect(changes).toContain("/da/feed.xml");
    expect(changes).not.toContain("/da/2026/03/en-sti/");
    const compare = await text(
      `/-/compare?key=${encodeURIComponent("da/2026/03/en-bro/index.html")}&back=/da/`,
    );
    expect(compare).toMatch(/<del>.*Indledning<\/del>/);
    expect(compare).toMatch(/<ins>.*Ny<\/ins>/);
    expect(await text("/-/before/da/2026/03/en-bro/")).toContain('<p class="lead">Indledning om En bro.</p>');
    expect(await text("/-/after/da/2026/03/en-bro/")).toContain(
      '<p class="lead">Ny indledning om En bro.</p>',
    );
    folder.commit();
    expect(await text("/-/changes?back=/en/")).toContain("No changes");
    folder.git("reset", "--hard", "--quiet", "HEAD~1");
  });

  it("tells each problem on the page that it is about, beside the part that it is about, and elsewhere with a link to it", async () => {
    folder.write({
      [broDa]: String(files[broDa]).replace("Brødtekst.", "Første afsnit.\n\n![x](y.jpg)\n\nTredje."),
    });
    const page = await text("/da/2026/03/en-bro/");
    expect(page).toMatch(/data-spot="#whole-text &gt; :nth-child\(2\)" data-code="image-in-text"/);
    expect(page).toContain(`<code>${broDa}:`);
    expect(page).toContain("<p>Brødtekst.</p>"); // as it was
    const front = await text("/da/");
    expect(front).not.toContain("data-spot");
    expect(front).toContain('<a href="/da/2026/03/en-bro/">Vis på siden</a>');
    folder.write({ [broDa]: String(files[broDa]).replace("date: 2026-03-10", "date: 2026-03-99") });
    expect(await text("/da/2026/03/en-bro/")).toContain('data-spot=".meta" data-code="bad-date"');
  });

  it("shows how it will look at a moment to come, embargoed drafts included, and goes back", async () => {
    const path = "/da/2199/06/fremtiden/";
    expect((await get(path)).status).toBe(404);
    expect(await text("/da/")).toContain("Næste ændring: onsdag den 19. juni 2199 kl. 06.00");
    await choose({ at: "2199-06-19T05:59", back: path });
    expect((await get(path)).status).toBe(404);
    const chosen = await choose({ at: "2199-06-19T06:00", back: path });
    expect([chosen.status, chosen.headers.get("location")]).toEqual([303, path]);
    expect(await text(path)).toContain("Viser, hvordan det ser ud onsdag den 19. juni 2199 kl. 06.00");
    expect(await text("/da/")).toContain("Fremtiden");
    await choose({ at: "i morgen", back: path });
    expect(await text("/da/")).toContain("Det er ikke et tidspunkt.");
    await choose({ view: "draft" });
    expect(await text("/da/")).not.toContain("Fremtiden");
  });

  it("has a document as it is saved, and tells of one that is no PDF", async () => {
    const matter = `${String(files["cases/broen.yaml"])}\ndocuments: [{ file: notat.pdf, title: { da: Notat, en: Note }, language: da }]`;
    folder.write({ "cases/broen.yaml": matter, "cases/broen/notat.pdf": plainPdf(3) });
    const page = await text("/da/sager/broen/");
    expect(page).toContain("PDF, 3 sider");
    const answer = await get(/href="(\/documents\/[^"]*)"/.exec(page)?.[1] ?? "");
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(Buffer.from(await answer.arrayBuffer()).equals(plainPdf(3))).toBe(true);
    folder.write({ "cases/broen/notat.pdf": "<html>" });
    expect(await text("/da/sager/broen/")).toContain("er ikke et PDF-dokument");
  });

  it("leads to the form of what a page shows", async () => {
    expect(await text("/en/2026/03/en-bro-in-english/")).toContain(
      'href="/admin/#/collections/releases/entries/2026/bro/text"',
    );
    expect(await text("/da/kontakter/ane/")).toContain('href="/admin/#/collections/contacts/entries/ane"');
    expect(await text("/da/arkiv/")).toContain('href="/admin/"');
    expect(await text("/admin/")).toBe("the editor");
  });

  it("shows what is public beside what is saved", async () => {
    await choose({ view: "live" });
    const page = await text("/da/");
    expect(page).toContain("what is public");
    expect(page).toContain("Viser det, der er offentligt");
  });

  it("tells open windows of what is saved and of what is committed", async () => {
    const answer = await get("/-/events");
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => (await reader?.read())?.value ?? "";
    expect(await next()).toMatch(/^retry: 1000\ndata: \d+\n\n$/);
    folder.write({ [broDa]: String(files[broDa]).replace("Brødtekst.", "Nyt.") });
    expect(await next()).toMatch(/^data: \d+\n\n$/);
    expect(await text("/da/2026/03/en-bro/")).toMatch(/>\d+ ændring(?:er)?</);
    folder.commit();
    expect(await next()).toMatch(/^data: \d+\n\n$/);
    expect(await text("/da/2026/03/en-bro/")).toContain(">0 ændringer<");
    folder.git("reset", "--hard", "--quiet", "HEAD~1");
    await reader?.cancel();
  });

  it("is for this machine and its own pages only", async () => {
    const status = (headers: Record<string, string>, method = "GET", path = "/da/") =>
      new Promise((resolve) => {
        const { port } = new URL(preview.url);
        request({ port, host: "127.0.0.1", path, method, headers }, (answer) =>
          resolve(answer.statusCode),
        ).end();
      });
    expect(await status({ host: "rebound.example" })).toBe(403);
    expect(await status({ origin: "https://elsewhere.example" }, "POST", "/-/view")).toBe(403);
    expect(await status({ "sec-fetch-site": "cross-site" }, "POST", "/-/view")).toBe(403);
    expect(await status({})).toBe(200);
    const { headers } = await choose({ back: "//elsewhere.example" });
    expect(headers.get("location")).toBe("/");
  });
});

describe("the site as of another moment", () => {
  it.each(["2026-03-09T12:00:00Z", "2026-03-11T12:00:00Z", "2026-06-19T12:00:00Z", "2199-06-19T04:00:00Z"])(
    "is what it is when that moment is now: %s",
    async (moment) => {
      using folder = temporaryFolder();
      using held = temporaryFolder();
      folder.write(
        changed(
          files,
          "cases/broen.yaml",
          "programme: cykler",
          "programme: cykler\nembargo: 2026-03-10T00:00",
        ),
      );
      const roomAt = (now: string) =>
        draftRoom({
          saved: workingTree(folder.path),
          committed: undefined,
          heldFolder: join(held.path),
          now: () => asInstant(Date.parse(now)),
        }).look();
      const here = await roomAt("2026-05-01T12:00:00Z");
      expect(here.problems).toEqual([]);
      const there = await roomAt(moment);
      const overlay = await siteAsOf(here, there.instant);
      const seen = new Map([...(await here.whole())].map(([key, { digest }]) => [key, digest]));
      for (const [key, object] of overlay) {
        if (object === undefined) seen.delete(key);
        else seen.set(key, object.digest);
      }
      const digests = new Map([...(await there.whole())].map(([key, { digest }]) => [key, digest]));
      expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(digests));
    },
  );
});
