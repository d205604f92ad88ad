import { withListItem } from "./with-list-item.ts";

/**
 * The Danish file of a release with one more correction to fill in, and nothing else changed.
 *
 * @param text    the file
 * @param minute  "2026-03-11T09:30", in the newsroom's zone
 * @returns       undefined where the keys are written in a way that only a person can add to
 */
export function withCorrection(text: string, minute: string): string | undefined {
  return withListItem(text, "corrections", [
    `  - date: ${minute}`,
    "    change: minor",
    '    note: { da: "", en: "" }',
  ]);
}
