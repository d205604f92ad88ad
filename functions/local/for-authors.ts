import type { Localised } from "../content/locale.ts";

/** What the person at the machine can mend, in both languages of authors. The message is the English one, for logs. */
export class ForAuthors extends Error {
  override readonly name: string = "ForAuthors";
  readonly said: Localised;
  constructor(said: Localised, options?: ErrorOptions) {
    super(said.en, options);
    this.said = said;
  }
}
