import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, BillingMode, Table, TableEncryption } from "aws-cdk-lib/aws-dynamodb";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { tableKeys } from "../functions/contract.ts";

/** Where things are kept. Nothing of it is public; what readers get, they get through the edge. */
export class Stores extends Construct {
  /** What was committed, by Git address. */
  readonly source: Bucket;
  /** Renditions that are ready, until a live page shows them. */
  readonly held: Bucket;
  /** What readers reach. */
  readonly site: Bucket;
  /** The index and the ledger. */
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.source = this.bucket("Source");
    this.held = this.bucket("Held");
    this.site = this.bucket("Site");
    this.table = new Table(this, "Index", {
      partitionKey: { name: tableKeys.partition, type: AttributeType.STRING },
      sortKey: { name: tableKeys.sort, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      // Everything in it can be made again from the sources, but a press room that forgets what is live stands still.
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** Kept when the stack is deleted: no command of ours ever empties an archive. */
  private bucket(id: string): Bucket {
    return new Bucket(this, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

/** Every object in a bucket, for a policy that lists its actions one by one. */
export function objectsIn(bucket: IBucket): string {
  return bucket.arnForObjects("*");
}
