import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { copyTemplates, installed, markdownOf, write, writeData } from "./peer-site.ts";
import type { Peer } from "./peer-site.ts";

const packages = { astro: "7.3.5" };

/** @see https://astro.build */
export function astro(peersFolder: string): Peer {
  return {
    name: "Astro",
    version: () => packages.astro,
    prepare(site, folder) {
      const modules = installed(join(peersFolder, "astro"), packages);
      copyTemplates("astro", folder);
      symlinkSync(modules, join(folder, "node_modules"));
      writeData(site, join(folder, "src/data"), join(folder, "public"));
      write(join(folder, "public/assets/style.css"), "/* The style is no part of the comparison. */\n");
      for (const release of site.releases) this.add(release, folder);
    },
    add(release, folder) {
      write(join(folder, "releases", release.name), markdownOf(release));
    },
    build: [process.execPath, "node_modules/astro/bin/astro.mjs", "build", "--silent"],
    output: "dist",
  };
}
