import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { copyTemplates, installed, markdownOf, write, writeData } from "./peer-site.ts";
import type { Peer, PeerRelease } from "./peer-site.ts";

const packages = { "@11ty/eleventy": "3.1.8" };

/** @see https://www.11ty.dev */
export function eleventy(peersFolder: string): Peer {
  return {
    name: "Eleventy",
    version: () => packages["@11ty/eleventy"],
    prepare(site, folder) {
      const modules = installed(join(peersFolder, "eleventy"), packages);
      copyTemplates("eleventy", folder);
      symlinkSync(modules, join(folder, "node_modules"));
      writeData(site, join(folder, "_data"), join(folder, "static"));
      for (const release of site.releases) this.add(release, folder);
    },
    add(release: PeerRelease, folder) {
      const { path, locale } = release.front;
      const more = { permalink: path, layout: "release.njk", tags: [`release-${String(locale)}`] };
      write(join(folder, "releases", release.name), markdownOf(release, more));
    },
    build: [process.execPath, "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"],
    output: "_site",
  };
}
