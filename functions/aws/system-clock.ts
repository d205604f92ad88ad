import { asInstant } from "../content/instant.ts";
import type { Clock } from "../pipeline/ports.ts";

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => asInstant(Date.now()),

  async waitUntil(instant) {
    // Timers may fire a little early: it is asked again until the instant is there.
    for (let left = leftUntil(instant); left > 0; left = leftUntil(instant)) {
      await new Promise((resolve) => void setTimeout(resolve, left));
    }
  },

  every(milliseconds, work) {
    let stop = (): void => {};
    const failed = new Promise<never>((_, reject) => {
      const timer = setInterval(() => void work().catch(reject), milliseconds);
      stop = () => clearInterval(timer);
    });
    return { failed, stop };
  },
};

function leftUntil(instant: string): number {
  return Date.parse(instant) - Date.now();
}
