import type { PhotoReason } from "../content/photo-problems.ts";

/** Nothing can be made of this file, and trying again with the same bytes changes nothing: it is the author's to mend. */
export class PhotoUnreadable extends Error {
  override readonly name = "PhotoUnreadable";
  readonly reason: PhotoReason;
  /**
   * @param message  the detail that only this file has, as `photoProblem` puts it into its sentence: "it breaks off before the
   *                 picture ends" of what is unreadable, "a film and no photo" of another format, "6 × 4" of a size
   */
  constructor(message: string, reason: PhotoReason = "unreadable", options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
