import { readFrontMatter } from "../content/front-matter.ts";
import { asked } from "../content/new/asked.ts";
import type { NewKind } from "../content/new/asked.ts";
import type { Problem } from "../content/problem.ts";
import { readYaml } from "../content/yaml-tree.ts";

/** The name of the answer that a problem of a file is about; undefined where it is about none. */
export function placedAnswer(
  kind: NewKind,
  { place }: Problem,
  files: Readonly<Record<string, Uint8Array>>,
): string | undefined {
  const bytes = files[place.file];
  if (bytes === undefined || !/\.(?:md|yaml)$/.test(place.file)) return undefined;
  const text = new TextDecoder().decode(bytes);
  const parts = place.file.endsWith(".md") ? readFrontMatter(text, place.file) : undefined;
  const yaml = parts !== undefined && "yaml" in parts ? parts.yaml : { text, line: 1 };
  const { places } = readYaml(yaml.text, place.file, yaml.line);
  const source = place.file.endsWith("/en.md") ? "translation" : kind === "step" ? "case" : kind;
  const path = [...places].findLast(([, at]) => at.line === place.line && at.column === place.column)?.[0];
  return asked[kind].find(
    (key) => key.kind === source && path !== undefined && pathIn(path, kind) === key.path,
  )?.name;
}

/** A step is asked for as the first of its case; where it stands among the others is not known. */
function pathIn(path: string, kind: NewKind): string {
  return kind === "step"
    ? path.replace(/^steps\.\d+/, "steps.0")
    : path.replace(/^(contacts|photos|people)\.\d+$/, "$1");
}
