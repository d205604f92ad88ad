import type { Files } from "./memory-sources.ts";
import { temporaryFolder } from "./repository.ts";
import type { Folder } from "./repository.ts";
import { smallNewsroom } from "./small-newsroom.ts";

/** A newsroom in a repository of its own, committed, below `content/`. @param language  that its authors are spoken to in */
export function newsroomRepository(language = "en", newsroom: Files = smallNewsroom): Folder {
  const folder = temporaryFolder();
  const files = {
    ...newsroom,
    "newsroom.yaml": `${String(newsroom["newsroom.yaml"])}\nauthors_language: ${language}\n`,
  };
  folder.git("init", "--quiet");
  folder.write(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`content/${path}`, bytes])));
  folder.commit();
  return folder;
}
