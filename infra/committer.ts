import { CfnOutput, Duration } from "aws-cdk-lib";
import {
  ManagedPolicy,
  OidcProviderNative,
  PolicyStatement,
  Role,
  WebIdentityPrincipal,
} from "aws-cdk-lib/aws-iam";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { acknowledgeAnyObject } from "./acknowledge.ts";
import { CommittingPipeline } from "./committing-pipeline.ts";
import { decided } from "./stage.ts";
import type { FromGitHub, Stage } from "./stage.ts";
import { objectsIn } from "./stores.ts";

/** How a commit gets here: what may send it, and, where the stage says so, what does it without a person. */
export class Committer extends Construct {
  constructor(scope: Construct, id: string, { committing }: Stage, source: Bucket) {
    super(scope, id);
    // What a person or a CI job needs in order to send a commit, and no more: to be attached to their role.
    const maySend = new ManagedPolicy(this, "MaySend", {
      description: "May send commits to the press room's source bucket.",
      statements: [
        new PolicyStatement({
          actions: ["s3:GetObject", "s3:PutObject"],
          resources: [objectsIn(source)],
        }),
        // Without it S3 answers "forbidden" instead of "not there", and everything would be sent every time.
        new PolicyStatement({ actions: ["s3:ListBucket"], resources: [source.bucketArn] }),
      ],
    });
    acknowledgeAnyObject(maySend, source);
    const way = decided(committing);
    if (way !== undefined && "github" in way) this.letGitHubSend(way, maySend);
    if (way !== undefined && "repository" in way)
      new CommittingPipeline(this, "Pipeline", way, source, maySend);
  }

  /** A role for one branch of one repository, for an hour at a time; no key is kept anywhere. */
  private letGitHubSend({ github, branch, providerArn }: FromGitHub, maySend: ManagedPolicy): void {
    const issuer = "token.actions.githubusercontent.com";
    const audience = "sts.amazonaws.com";
    const provider =
      providerArn === undefined
        ? new OidcProviderNative(this, "GitHub", { url: `https://${issuer}`, clientIds: [audience] })
        : OidcProviderNative.fromOidcProviderArn(this, "GitHub", providerArn);
    const role = new Role(this, "GitHubRole", {
      description: `What ${branch} of ${github} may do: send a commit.`,
      assumedBy: new WebIdentityPrincipal(provider.oidcProviderArn, {
        StringEquals: {
          [`${issuer}:aud`]: audience,
          [`${issuer}:sub`]: `repo:${github}:ref:refs/heads/${branch}`,
        },
      }),
      managedPolicies: [maySend],
      maxSessionDuration: Duration.hours(1),
    });
    new CfnOutput(this, "Role", {
      value: role.roleArn,
      description: "PRESSERUM_ROLE for the workflow publish.yml, among the repository's variables",
    });
  }
}
