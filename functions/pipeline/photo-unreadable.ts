/** The file is no picture that can be read. Trying again with the same bytes changes nothing. */
export class PhotoUnreadable extends Error {
  override readonly name = "PhotoUnreadable";
}
