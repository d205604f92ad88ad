import type { CallLog } from "./call-log.ts";
import { operator, runtimeItself } from "./home.ts";
import { AccessDenied, type Deed, type Policies } from "./policies.ts";

/** One call of an AWS service, before it is carried out. */
export interface Call {
  /** The logical id of the function or distribution that calls, or "operator", "events" or "unknown". */
  readonly caller: string;
  /** "s3", "dynamodb", "lambda" or "cloudfront" */
  readonly service: string;
  /** As the service names it: "PutObject" */
  readonly operation: string;
  /** "bucket/key", a table (several with commas between them), a function or a distribution. */
  readonly resource: string;
}

export type CallListener = (call: Call) => void | Promise<void>;

export interface CallGate {
  /**
   * Lets a call through, or throws with `status` and `code` what its caller is to be answered.
   *
   * @param deeds  what the policy of the caller must allow, every one of them
   */
  pass(call: Call, deeds: readonly Deed[]): Promise<void>;
  /** Whether the policy would allow it; asks no listener. */
  allows(caller: string, deed: Deed): boolean;
  onCall(listener: CallListener): () => void;
}

/** A listener made the call fail: as a service that is out of order does. Trying again helps. */
export class CallFailed extends Error {
  override readonly name = "CallFailed";
  readonly status = 500;
  readonly code = "InternalError";
}

/** The one place that every call passes: it is recorded, held against the policy, and told to listeners. */
export function createCallGate(policies: Policies, log: CallLog | undefined): CallGate {
  const listeners = new Set<CallListener>();
  const allows = (caller: string, deed: Deed) =>
    caller === operator || caller === runtimeItself || policies.allows(caller, deed);
  return {
    allows,
    async pass(call, deeds) {
      if (call.caller === runtimeItself) return;
      log?.record(call, deeds);
      const refused = deeds.find((deed) => !allows(call.caller, deed));
      if (refused !== undefined) throw new AccessDenied(call.caller, refused);
      for (const listener of listeners) await told(listener, call);
    },
    onCall(listener) {
      // A wrapper, so that the same listener given twice is two, and each is taken away on its own.
      const own: CallListener = (call) => listener(call);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}

async function told(listener: CallListener, call: Call): Promise<void> {
  try {
    await listener(call);
  } catch (error) {
    if (error instanceof Error && "status" in error && "code" in error) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new CallFailed(`${call.service}:${call.operation} was made to fail: ${why}`, { cause: error });
  }
}
