import { internalPaths } from "./links.ts";
import type { PressRoomAtHome } from "./press-room.ts";

/** What a reader finds who follows every link, picture and card from the first page on, through the edge. */
export interface Crawled {
  readonly paths: ReadonlySet<string>;
  /** "/da/x/: 404" */
  readonly broken: readonly string[];
}

export async function crawl(room: PressRoomAtHome, base = "https://presse.example"): Promise<Crawled> {
  const paths = new Set(["/"]);
  const queue = ["/"];
  const broken: string[] = [];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const answer = await room.get(path, { method: path.startsWith("/photos/") ? "HEAD" : "GET" });
    if (answer.status !== 200) broken.push(`${path}: ${answer.status}`);
    if (!answer.headers.get("content-type")?.startsWith("text/html")) {
      await answer.body?.cancel();
      continue;
    }
    for (const next of internalPaths(await answer.text(), base)) {
      if (!paths.has(next)) queue.push(next);
      paths.add(next);
    }
  }
  return { paths, broken };
}
