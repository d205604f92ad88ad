import { randomUUID } from "node:crypto";
import { CreateInvalidationCommand } from "@aws-sdk/client-cloudfront";
import type { CloudFrontClient } from "@aws-sdk/client-cloudfront";
import type { EdgeCache } from "../pipeline/ports.ts";

/** What readers near and far may still be given of what was. */
export function cloudFrontCache(cloudFront: CloudFrontClient, distribution: string): EdgeCache {
  return {
    async purge(paths) {
      if (paths.length === 0) return;
      await cloudFront.send(
        new CreateInvalidationCommand({
          DistributionId: distribution,
          InvalidationBatch: {
            CallerReference: randomUUID(), // a new order each time: repeating a purge is harmless, losing one is not
            Paths: { Quantity: paths.length, Items: [...paths] },
          },
        }),
      );
    },
  };
}
