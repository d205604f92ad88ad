import type { EntryOf, Newsroom, Release } from "../content/entry.ts";
import type { ReadEntry } from "../content/read-content.ts";
import { unitOf } from "../content/unit-of.ts";
import type { CheckedFolder } from "./checked-folder.ts";
import { BadOption } from "./options.ts";
import { belowContent } from "./release-folder.ts";

export interface NamedRelease {
  readonly release: Release;
  readonly read: ReadEntry;
  /** "releases/2008/klyngeprogram" */
  readonly unit: string;
  readonly newsroom: Newsroom;
}

/**
 * The release that somebody means, by its folder or its id.
 *
 * @param named  "content/releases/2008/klyngeprogram/", "releases/2008/klyngeprogram" or its id
 * @param usage  the command as it is meant to be written
 * @throws       BadOption, where there is none, or it cannot be read yet
 */
export function namedRelease(checked: CheckedFolder, named: string | undefined, usage: string): NamedRelease {
  const wanted = named === undefined ? undefined : belowContent(named).replace(/\/(?:(?:da|en)\.md)?$/, "");
  const unit = (read: ReadEntry) => unitOf(Object.keys(read.sources)[0] ?? "") ?? "";
  const newsroom = checked.entries
    .map(({ entry }) => entry)
    .find((entry): entry is EntryOf<"newsroom"> => entry.kind === "newsroom");
  const found = checked.entries.find(
    (read) => read.entry.kind === "release" && (unit(read) === wanted || read.entry.id === wanted),
  );
  if (found?.entry.kind === "release" && newsroom !== undefined)
    return { release: found.entry, read: found, unit: unit(found), newsroom };

  const broken = checked.problems.filter(
    ({ place }) => wanted !== undefined && unitOf(place.file) === wanted,
  );
  if (broken.length > 0)
    throw new BadOption({
      da: `${wanted} kan ikke læses endnu: ${broken.length} at rette. Gør sådan: npm run check siger hvor.`,
      en: `${wanted} cannot be read yet: ${broken.length} to mend. Fix: npm run check says where.`,
    });
  if (newsroom === undefined)
    throw new BadOption({
      da: "newsroom.yaml kan ikke læses. Gør sådan: npm run check siger hvorfor.",
      en: "newsroom.yaml cannot be read. Fix: npm run check says why.",
    });
  throw new BadOption(
    wanted === undefined
      ? { da: `Nævn meddelelsen. Gør sådan: ${usage}`, en: `Name a release. Fix: ${usage}` }
      : {
          da: `Der er ingen meddelelse ${wanted}. Gør sådan: ${usage}`,
          en: `There is no release ${wanted}. Fix: ${usage}`,
        },
  );
}
