import { watchMetrics } from "../contract.ts";
import type { Signs } from "../pipeline/watch.ts";
import { embeddedMetrics } from "./embedded-metrics.ts";

/**
 * One line of JSON for each look of the watch, whose numbers CloudWatch counts.
 *
 * @param time  milliseconds since 1970
 */
export function signsLine(
  { headWaiting, secondsOverdue }: Signs,
  functionName: string,
  time: number,
): string {
  const numbers: Readonly<Record<keyof typeof watchMetrics, number>> = {
    headWaiting: headWaiting ? 1 : 0,
    secondsOverdue,
  };
  const isWell = !headWaiting && secondsOverdue === 0;
  return JSON.stringify({
    level: isWell ? "INFO" : "WARN",
    message: "watch",
    functionName,
    ...numbers,
    ...embeddedMetrics(watchMetrics, time),
  });
}
