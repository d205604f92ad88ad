import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, BillingMode, Table, TableEncryption } from "aws-cdk-lib/aws-dynamodb";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { IBucket, LifecycleRule } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { heldKits, heldPictures, tableKeys } from "../functions/contract.ts";
import { acknowledge } from "./acknowledge.ts";
import { decided } from "./stage.ts";
import type { Stage } from "./stage.ts";

/** Where things are kept. Nothing of it is public; what readers get, they get through the edge. */
export class Stores extends Construct {
  /** What was committed, by Git address. */
  readonly source: Bucket;
  /** Renditions that are ready, until a live page shows them. */
  readonly held: Bucket;
  /** What readers reach. */
  readonly site: Bucket;
  /** What single persons may read before it is out. */
  readonly advance: Bucket;
  /** The index and the ledger. */
  readonly table: Table;

  constructor(scope: Construct, id: string, { retention, recovery }: Stage) {
    super(scope, id);
    this.source = this.bucket("Source", retention);
    this.held = this.bucket("Held", retention, [
      // Kits that were made ahead and that no release took: the embargo was moved, or the text changed.
      { prefix: heldKits, expiration: Duration.days(90) },
      // Pictures that were drawn for a publication that broke off, or for an hour that was moved.
      { prefix: heldPictures, expiration: Duration.days(1) },
    ]);
    this.site = this.bucket("Site", retention);
    this.advance = this.bucket("Advance", retention);

    const days = decided(recovery)?.days;
    this.table = new Table(this, "Index", {
      partitionKey: { name: tableKeys.partition, type: AttributeType.STRING },
      sortKey: { name: tableKeys.sort, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      // Everything in it can be made again from the sources, but a press room that forgets what is live stands still.
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: days !== undefined,
        ...(days === undefined ? {} : { recoveryPeriodInDays: days }),
      },
      deletionProtection: retention.whenDestroyed === "keep",
      removalPolicy: whenRemoved(retention),
    });
    if (days === undefined && "noneBecause" in recovery) {
      acknowledge(this.table, { "AwsSolutions-DDB3": recovery.noneBecause });
    }
  }

  /** No names are given: a stack that is made anew must not meet the bucket that an earlier one kept. */
  private bucket(id: string, retention: Stage["retention"], expiring: readonly LifecycleRule[] = []): Bucket {
    const bucket = new Bucket(this, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      // What was overwritten or deleted by mistake can be had back for some time, and then is gone: also what a
      // person had the right to have erased.
      versioned: true,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(retention.earlierVersions),
          expiredObjectDeleteMarker: true,
        },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        ...expiring,
      ],
      removalPolicy: whenRemoved(retention),
    });
    acknowledge(bucket, {
      "AwsSolutions-S1":
        "Reached by CloudFront, which logs readers' requests itself, and by roles of this stack; logs of logs would cost more than the site.",
    });
    return bucket;
  }
}

/** No command of ours empties an archive, unless the stage says so. */
export function whenRemoved({ whenDestroyed }: Stage["retention"]): RemovalPolicy {
  return whenDestroyed === "delete" ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
}

/** Every object in a bucket, for a policy that lists its actions one by one. */
export function objectsIn(bucket: IBucket): string {
  return bucket.arnForObjects("*");
}
