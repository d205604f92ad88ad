/**
 * What the editor's page may do, and no other page: Sveltia CMS writes its styles into the page, shows what was chosen
 * but not yet uploaded, and works on pictures aside.
 *
 * @param elsewhere  origins besides our own that it may ask: the repository's
 */
export function editorPolicy(elsewhere: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' blob: 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src blob:",
    "font-src 'self' data:",
    ["connect-src 'self' blob: data:", ...elsewhere].join(" "),
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
