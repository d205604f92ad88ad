/** The CDK's command line ended badly; the message says what to do, where that is known. */
export class CdkFailed extends Error {
  override readonly name = "CdkFailed";
}
