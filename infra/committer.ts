import { ManagedPolicy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { objectsIn } from "./stores.ts";
import type { Stores } from "./stores.ts";

/** What a person or a CI job needs in order to send a commit, and no more: to be attached to their role. */
export class Committer extends Construct {
  constructor(scope: Construct, id: string, stores: Stores) {
    super(scope, id);
    new ManagedPolicy(this, "MaySend", {
      description: "May send commits to the press room's source bucket.",
      statements: [
        new PolicyStatement({
          actions: ["s3:GetObject", "s3:PutObject"],
          resources: [objectsIn(stores.source)],
        }),
        // Without it S3 answers "forbidden" instead of "not there", and everything would be sent every time.
        new PolicyStatement({ actions: ["s3:ListBucket"], resources: [stores.source.bucketArn] }),
      ],
    });
  }
}
