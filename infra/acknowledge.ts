import { CfnResource, Stack, Validations } from "aws-cdk-lib";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { IConstruct } from "constructs";

/**
 * Lets findings of cdk-nag stand at one construct.
 *
 * @param findings  "RULE" or "RULE[FINDING]" to the reason; the rules are in cdk-nag's RULES.md
 */
export function acknowledge(construct: IConstruct, findings: Readonly<Record<string, string>>): void {
  Validations.of(construct).acknowledge(...Object.entries(findings).map(([id, reason]) => ({ id, reason })));
}

/** A role or policy of ours may act on any object of these buckets: nobody knows the keys in advance. */
export function acknowledgeAnyObject(construct: IConstruct, ...buckets: readonly IBucket[]): void {
  for (const bucket of buckets) {
    const made = bucket.node.defaultChild;
    if (!(made instanceof CfnResource)) throw new TypeError("The bucket is not of this stack.");
    acknowledge(construct, {
      [`AwsSolutions-IAM5[Resource::<${Stack.of(bucket).getLogicalId(made)}.Arn>/*]`]:
        "Any object of one bucket: nobody knows the keys in advance.",
    });
  }
}
