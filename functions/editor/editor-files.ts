/** What the browser is told of a file by its ending; anything else is no file of the editor's. */
export const contentTypes: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  woff2: "font/woff2",
  wasm: "application/wasm",
  png: "image/png",
  txt: "text/plain; charset=utf-8",
};

/** The file below the editor's folder that a path asks for: "assets/source-sans.woff2"; undefined for what is none. */
export function editorFileOf(
  path: string,
): { readonly file: string; readonly contentType: string } | undefined {
  const file = /^\/admin\/((?:assets\/)?\w[\w.-]*)$/.exec(path)?.[1];
  const contentType = file === undefined ? undefined : contentTypes[file.slice(file.lastIndexOf(".") + 1)];
  return file === undefined || contentType === undefined ? undefined : { file, contentType };
}
