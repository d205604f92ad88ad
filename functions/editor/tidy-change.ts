/** A file as it is sent to the repository: its bytes in Base64. */
export interface Addition {
  readonly path: string;
  readonly contents: string;
}

/**
 * A change as it is to be committed: texts without what a word processor leaves in them, and each photo under the name
 * of its sidecar, by which others cite it.
 */
export function tidyChange(additions: readonly Addition[]): readonly Addition[] {
  const sidecars = additions.flatMap(({ path, contents }) => {
    const [, folder = "", id = ""] = /^(.*\bphotos\/)([^/]+)\.yaml$/.exec(path) ?? [];
    const [, name = ""] = /^file: *["']?([^"'\n]+?)["']? *$/m.exec(id === "" ? "" : textOf(contents)) ?? [];
    const extension = name.slice(name.lastIndexOf(".")).toLowerCase();
    return name === ""
      ? []
      : [{ sidecar: path, from: folder + name, to: `${folder}${id}${extension}`, name, own: id + extension }];
  });
  return additions.map((addition) => {
    const { path, contents } = addition;
    const original = sidecars.find(({ from }) => from === path);
    if (original !== undefined) return { path: original.to, contents };
    if (!/\.(?:md|yaml)$/.test(path)) return addition;
    const sidecar = sidecars.find((one) => one.sidecar === path);
    const text = tidyText(textOf(contents));
    return {
      path,
      contents: base64Of(sidecar === undefined ? text : text.replace(/^file: .*$/m, `file: ${sidecar.own}`)),
    };
  });
}

/** A file as it is sent to GitLab. @see https://docs.gitlab.com/api/commits/ */
export interface Action {
  readonly action: string;
  readonly file_path: string;
  readonly content?: string;
  readonly encoding?: "text" | "base64";
  readonly previous_path?: string;
}

/** The same of a change as GitLab takes it. */
export function tidyActions(actions: readonly Action[]): readonly Action[] {
  const isSent = ({ action }: Action) => action !== "delete";
  const tidy = tidyChange(
    actions.filter(isSent).map(({ file_path: path, content = "", encoding }) => ({
      path,
      contents: encoding === "base64" ? content : base64Of(content),
    })),
  );
  let sent = 0;
  return actions.map((one) => {
    const addition = isSent(one) ? tidy[sent++] : undefined;
    if (addition === undefined) return one;
    return { ...one, file_path: addition.path, content: addition.contents, encoding: "base64" };
  });
}

/**
 * Takes out what is pasted along and cannot be seen: soft hyphens, zero-width blanks, byte order marks, control
 * characters. Word's line break within a paragraph becomes one. Quotation marks and dashes stay as they are written.
 */
export function tidyText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\v\u2028\u2029]/g, "\n")
    .replaceAll(/[\u00AD\u200B\u2060\uFEFF]/g, "")
    .replaceAll(/(?![\n\t])\p{Cc}/gu, "")
    .normalize("NFC");
}

function textOf(contents: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(contents), (letter) => letter.codePointAt(0) ?? 0));
}

function base64Of(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCodePoint(byte)).join(""));
}
