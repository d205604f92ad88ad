import { setTimeout as after } from "node:timers/promises";
import type { Activity } from "./activity.ts";
import type { LambdaHost } from "./lambda-host.ts";
import type { Outcome } from "./lambda-messages.ts";

export interface Invocations {
  /** By logical id, name or ARN; an alias or version behind the name is passed over. */
  find(which: string): LambdaHost | undefined;
  /** @param event  JSON */
  now(host: LambdaHost, event: string): Promise<Outcome>;
  /** Asynchronously, tried again when it fails. */
  later(host: LambdaHost, event: string): void;
  close(): Promise<void>;
}

/** Milliseconds before the second and the third attempt. Lambda waits one and two minutes; nobody at home would. */
const waits = [200, 1000];

export function createInvocations(hosts: readonly LambdaHost[], activity: Activity): Invocations {
  const closing = new AbortController();

  async function persistently(host: LambdaHost, event: string): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await host.run(event);
      if (outcome.ok || closing.signal.aborted) return;
      if (attempt >= host.definition.retries) {
        const { errorType, errorMessage } = outcome.error;
        console.error(
          `${host.definition.id} failed ${attempt + 1} times; the event goes to the dead-letter queue. ` +
            `${errorType}: ${errorMessage} (its log: ${host.logFile})`,
        );
        return;
      }
      const waited = await after(waits[Math.min(attempt, waits.length - 1)], true, {
        signal: closing.signal,
      }).catch(() => false);
      if (!waited) return;
    }
  }

  return {
    find(which) {
      const name = which.replace(/^arn:aws:lambda:[^:]*:[^:]*:function:/, "").replace(/:[^:]+$/, "");
      return hosts.find(({ definition: { id, name: own } }) => id === which || own === which || own === name);
    },
    now: (host, event) => activity.track(host.run(event)),
    later: (host, event) => void activity.track(persistently(host, event)),
    async close() {
      closing.abort();
      await Promise.all(hosts.map((host) => host.close()));
    },
  };
}
