/** Where a fence opens that nothing closes, or undefined. */
export function unclosedFence(text: string): number | undefined {
  let open: { readonly mark: string; readonly offset: number } | undefined;
  let offset = 0;
  for (const line of text.split("\n")) {
    const [, mark, rest = ""] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (mark !== undefined) {
      if (open === undefined) {
        if (!(mark.startsWith("`") && rest.includes("`")))
          open = { mark, offset: offset + line.indexOf(mark) };
      } else if (mark.startsWith(open.mark) && rest.trim() === "") open = undefined;
    }
    offset += line.length + 1;
  }
  return open?.offset;
}
