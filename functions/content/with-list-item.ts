/**
 * The Danish file of a release with one more item in a list of its keys, and nothing else changed.
 *
 * @param text  the file
 * @param item  the lines of the item, without line ends: "  - date: 2026-03-11T09:30"
 * @returns     undefined where the keys are written in a way that only a person can add to
 */
export function withListItem(text: string, key: string, item: readonly string[]): string | undefined {
  const lines = text.split(/(?<=\n)/);
  const keys = keysOf(lines);
  if (keys === undefined) return undefined;
  const end = lines[keys.opening]?.endsWith("\r\n") ? "\r\n" : "\n";
  const at = lineOfKey(lines, keys, key);
  if (at < 0) return spliced(lines, keys.closing, [`${key}:`, ...item], end);
  if (!isAlone(lines[at], key)) return undefined;
  return spliced(lines, endOfList(lines, at), item, end);
}

/**
 * The Danish file of a release with one more key below the others, and nothing else changed.
 *
 * @param lines  the key and what belongs to it, without line ends
 * @returns      undefined where it has the key, or has no keys that one could be added to
 */
export function withKey(text: string, key: string, lines: readonly string[]): string | undefined {
  const there = text.split(/(?<=\n)/);
  const keys = keysOf(there);
  if (keys === undefined || lineOfKey(there, keys, key) >= 0) return undefined;
  const end = there[keys.opening]?.endsWith("\r\n") ? "\r\n" : "\n";
  return spliced(there, keys.closing, lines, end);
}

/** The file without the items, of one line each, that `isMeant` says; and without the key, where none is left. */
export function withoutListItems(
  text: string,
  key: string,
  isMeant: (line: string) => boolean,
): string | undefined {
  const lines = text.split(/(?<=\n)/);
  const keys = keysOf(lines);
  const at = keys === undefined ? -1 : lineOfKey(lines, keys, key);
  if (at < 0 || !isAlone(lines[at], key)) return undefined;
  const end = endOfList(lines, at);
  const kept = lines.slice(at + 1, end).filter((line) => !isMeant(line));
  if (kept.length === end - at - 1) return undefined;
  return [...lines.slice(0, kept.length === 0 ? at : at + 1), ...kept, ...lines.slice(end)].join("");
}

interface Keys {
  readonly opening: number;
  readonly closing: number;
}

function keysOf(lines: readonly string[]): Keys | undefined {
  const isFence = (line: string): boolean => line.trimEnd() === "---";
  const opening = lines.findIndex(isFence);
  const closing = lines.findIndex((line, index) => index > opening && isFence(line));
  return opening < 0 || closing < 0 ? undefined : { opening, closing };
}

function lineOfKey(lines: readonly string[], { opening, closing }: Keys, key: string): number {
  return lines.findIndex(
    (line, index) => index > opening && index < closing && new RegExp(`^${key}\\s*:`).test(line),
  );
}

/** Whether nothing stands behind the key, so that its list is below it. */
function isAlone(line: string | undefined, key: string): boolean {
  return new RegExp(`^${key}\\s*:\\s*(?:#.*)?$`).test(line?.trimEnd() ?? "");
}

function endOfList(lines: readonly string[], key: number): number {
  return lines.findIndex((line, index) => index > key && !/^(?:\s+\S|\s*$|-\s)/.test(line));
}

function spliced(lines: readonly string[], at: number, added: readonly string[], end: string): string {
  return [...lines.slice(0, at), ...added.map((line) => line + end), ...lines.slice(at)].join("");
}
