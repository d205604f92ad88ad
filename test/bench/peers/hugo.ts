import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { copyTemplates, markdownOf, write, writeData } from "./peer-site.ts";
import type { Peer } from "./peer-site.ts";

/** @see https://gohugo.io; not of npm, so it is measured where the machine has it */
export function hugo(): Peer {
  return {
    name: "Hugo",
    version() {
      try {
        return /v([\d.]+)/.exec(execFileSync("hugo", ["version"], { encoding: "utf-8" }))?.[1];
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
    prepare(site, folder) {
      copyTemplates("hugo", folder);
      writeData(site, join(folder, "data"), join(folder, "static"));
      write(join(folder, "static/assets/style.css"), "/* The style is no part of the comparison. */\n");
      for (const release of site.releases) this.add(release, folder);
      for (const locale of ["da", "en"]) write(join(folder, `content/${locale}/archive.md`), archive(locale));
    },
    add(release, folder) {
      const { path, month, programme, case: matter, contacts } = release.front;
      const more = {
        url: path,
        months: [String(month).slice(3)],
        ...(programme === undefined ? {} : { programmes: [programme] }),
        ...(matter === undefined ? {} : { cases: [matter] }),
        people: contacts ?? [],
      };
      const [locale, file] = release.name.split("/");
      write(join(folder, "content", locale ?? "", "releases", file ?? ""), markdownOf(release, more));
    },
    build: ["hugo", "--quiet", "--buildFuture"],
    output: "public",
  };
}

function archive(locale: string): string {
  return `---\ntitle: archive\nlead: archive\nlayout: archive\nurl: /${locale}/archive/\n---\n`;
}
