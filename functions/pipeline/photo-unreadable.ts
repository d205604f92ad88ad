import type { PhotoReason } from "../content/photo-problems.ts";

/** Nothing can be made of this file, and trying again with the same bytes changes nothing: it is the author's to mend. */
export class PhotoUnreadable extends Error {
  override readonly name = "PhotoUnreadable";
  readonly reason: PhotoReason;
  /** @param message  what is the matter with it: "it breaks off before the picture ends" */
  constructor(message: string, reason: PhotoReason = "unreadable", options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
