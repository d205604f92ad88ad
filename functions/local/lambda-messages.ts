/** Between the host and one environment, over the channel of `fork`. Payloads are JSON, as on the wire. */
export type ToEnvironment = {
  readonly requestId: string;
  readonly event: string;
  /** Milliseconds since 1970, by the clock of the machine. */
  readonly deadline: number;
};

export type FromEnvironment =
  | { readonly kind: "ready" }
  | { readonly kind: "result"; readonly payload: string }
  | { readonly kind: "error"; readonly error: LambdaError };

/** @see AWS Lambda Developer Guide, "Function errors" */
export interface LambdaError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** What comes of one invocation. */
export type Outcome =
  { readonly ok: true; readonly payload: string } | { readonly ok: false; readonly error: LambdaError };
