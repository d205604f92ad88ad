/**
 * The Danish file of a release with one more correction to fill in, and nothing else changed.
 *
 * @param text    the file
 * @param minute  "2026-03-11T09:30", in the newsroom's zone
 * @returns       undefined where the keys are written in a way that only a person can add to
 */
export function withCorrection(text: string, minute: string): string | undefined {
  const lines = text.split(/(?<=\n)/);
  const isFence = (line: string): boolean => line.trimEnd() === "---";
  const opening = lines.findIndex(isFence);
  const closing = lines.findIndex((line, index) => index > opening && isFence(line));
  if (opening < 0 || closing < 0) return undefined;

  const end = lines[opening]?.endsWith("\r\n") ? "\r\n" : "\n";
  const item = [`  - date: ${minute}`, "    change: minor", '    note: { da: "", en: "" }'];
  const key = lines.findIndex(
    (line, index) => index > opening && index < closing && /^corrections\s*:/.test(line),
  );
  if (key < 0) return spliced(lines, closing, ["corrections:", ...item], end);
  if (!/^corrections\s*:\s*(?:#.*)?$/.test(lines[key]?.trimEnd() ?? "")) return undefined;
  const after = lines.findIndex((line, index) => index > key && !/^(?:\s+\S|\s*$|-\s)/.test(line));
  return spliced(lines, after, item, end);
}

function spliced(lines: readonly string[], at: number, added: readonly string[], end: string): string {
  return [...lines.slice(0, at), ...added.map((line) => line + end), ...lines.slice(at)].join("");
}
