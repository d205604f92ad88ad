import { watchMetrics } from "../contract.ts";
import type { Signs } from "../pipeline/watch.ts";
import { embeddedMetrics } from "./embedded-metrics.ts";

/**
 * One line of JSON for each look of the watch, whose numbers CloudWatch counts. That nothing is overdue it need not count:
 * a number is paid for in each hour that has one, and that the watch is awake the other number says.
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
  const { headWaiting: counted } = watchMetrics;
  const isWell = !headWaiting && secondsOverdue === 0;
  return JSON.stringify({
    level: isWell ? "INFO" : "WARN",
    message: "watch",
    functionName,
    ...numbers,
    ...embeddedMetrics(secondsOverdue > 0 ? watchMetrics : { headWaiting: counted }, time),
  });
}
