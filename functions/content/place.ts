/** Where in the authors' files something stands. Line and column count from 1, as editors do. */
export interface Place {
  /** The path below the content folder, with forward slashes: "releases/2008/klyngeprogram/da.md". */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
