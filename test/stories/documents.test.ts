import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { siteFolder } from "../../functions/local/site-folder.ts";
import { authorsFile } from "../../functions/site/site-object.ts";
import { startPressRoom } from "../support/press-room.ts";
import type { PressRoomAtHome } from "../support/press-room.ts";
import { temporaryFolder } from "../support/repository.ts";

const file = "cases/eksempel-cykelsti-ved-aaen/hoeringsnotat.pdf";
let room: PressRoomAtHome;
let bytes: Buffer;
beforeAll(async () => {
  room = await startPressRoom();
  bytes = readFileSync(join(room.repository.path, "content", file));
  await room.publish();
});
afterAll(() => room.close());

async function addressOn(path: string): Promise<string> {
  return /href="(\/documents\/[^"]*)"/.exec(await room.text(path))?.[1] ?? "";
}

describe("a document that readers fetch", () => {
  it("comes byte for byte as its author committed it, as a PDF to be saved, and may be kept for good", async () => {
    const answer = await room.get(await addressOn("/da/sager/cykelsti-langs-aaen/"));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="hoeringsnotat\.pdf"/);
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it("is the same in a site of plain files", async () => {
    const out = temporaryFolder();
    const site = siteFolder(out.path, join(out.path, "held"), {
      bytes: () => Promise.resolve({ bytes, size: bytes.length }),
    });
    const address = await addressOn("/en/cases/cycle-path-along-the-stream/");
    await site.put(authorsFile(address.slice(1), "", "application/pdf", "hoeringsnotat.pdf"));
    expect(readFileSync(join(out.path, address)).equals(bytes)).toBe(true);
  });
});
