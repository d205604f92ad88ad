/** Names that Windows keeps for its devices, whatever stands behind the point. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A name that Windows, macOS and Linux all take for the name of a file, and for nothing else. */
export function fileName(written: string): string {
  const plain = written
    .normalize("NFC")
    .replaceAll(/[<>:"/\\|?*\p{Cc}\p{Cf}]/gu, "-")
    .replace(/^[. ]+/, "")
    .replace(/[. ]+$/, "");
  return devices.test(plain) || plain === "" ? `_${plain}` : plain;
}

/** Each name once, also where capitals make no difference: what comes second gets a number. */
export function distinct(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const [, stem = name, ending = ""] = /^(.+?)(\.[^.]*)?$/su.exec(name) ?? [];
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${stem}-${number}${ending}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
