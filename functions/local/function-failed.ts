import type { LambdaError } from "./lambda-messages.ts";

/** A function threw, ran out of time or died. Whether trying again helps is the function's to know. */
export class FunctionFailed extends Error {
  override readonly name = "FunctionFailed";
  /** The name of what was thrown, or Lambda's own: "Sandbox.Timedout", "Runtime.ExitError". */
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
  constructor(functionId: string, error: LambdaError, logFile: string) {
    super(`${functionId} failed. ${error.errorType}: ${error.errorMessage} (its log: ${logFile})`);
    this.errorType = error.errorType;
    this.errorMessage = error.errorMessage;
    this.trace = error.trace ?? [];
  }
}
