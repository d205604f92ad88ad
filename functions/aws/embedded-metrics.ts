import { metricNamespace } from "../contract.ts";

/**
 * What makes CloudWatch count numbers that stand in the same line of a log, by the dimension `functionName`.
 *
 * @param units  the name of each number, and CloudWatch's word for its unit
 * @param time   milliseconds since 1970, as CloudWatch wants it
 * @see          Amazon CloudWatch User Guide, "Specification: Embedded metric format"
 */
export function embeddedMetrics(units: Readonly<Record<string, string>>, time: number): object {
  return {
    _aws: {
      Timestamp: time,
      CloudWatchMetrics: [
        {
          Namespace: metricNamespace,
          Dimensions: [["functionName"]],
          Metrics: Object.entries(units).map(([Name, Unit]) => ({ Name, Unit })),
        },
      ],
    },
  };
}
