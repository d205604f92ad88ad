import * as z from "zod";
import type { Complaint } from "./fields.ts";
import { readShape } from "./read-shape.ts";
import { shapeOf } from "./source-kinds.ts";
import type { SourceKind } from "./source-kinds.ts";
import { readYaml } from "./yaml-tree.ts";

/**
 * What the check would say of one value of a file, while somebody is being asked for it.
 *
 * @param path  where the value stands: "title", "licence.url"; of what stands in a list, "steps.0.body"
 * @param zone  in which dates are meant
 * @returns     undefined where nothing is wrong with it
 */
export function wrongWith(
  kind: SourceKind,
  path: string,
  value: string,
  zone: string,
): Complaint | undefined {
  const [key = "", ...inner] = path.split(".");
  const written = inner.reduceRight<unknown>(
    (within, name) => (/^\d+$/.test(name) ? [within] : { [name]: within }),
    value,
  );
  const whole = shapeOf(kind, zone).shape;
  const tree = readYaml(JSON.stringify({ [key]: written }), "", 1); // JSON is YAML
  const read = readShape(z.strictObject({ [key]: whole[key] ?? z.never() }), tree);
  if (read.ok) return undefined;
  const at = tree.places.get(path);
  return read.problems.find(({ place }) => place.line === at?.line && place.column === at.column);
}
