import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { CfnProject } from "aws-cdk-lib/aws-codebuild";
import { CfnPipeline } from "aws-cdk-lib/aws-codepipeline";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { ManagedPolicy } from "aws-cdk-lib/aws-iam";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { environmentNames } from "../functions/contract.ts";
import { acknowledge, acknowledgeAnyObject } from "./acknowledge.ts";
import type { FromPipeline } from "./stage.ts";

/**
 * For those whose repository is not at GitHub, or who let nothing outside the account send a commit: a pipeline that
 * watches one branch through CodeConnections and runs the same `publish` that a person would.
 */
export class CommittingPipeline extends Construct {
  constructor(scope: Construct, id: string, way: FromPipeline, source: Bucket, maySend: ManagedPolicy) {
    super(scope, id);
    // Only the name of a commit passes through it: the build clones the repository, with its history, by itself.
    const artifacts = new Bucket(this, "Artifacts", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(7) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(artifacts, { "AwsSolutions-S1": "Holds names of commits for a week." });

    const mayPass = new PolicyStatement({
      actions: ["s3:GetObject", "s3:PutObject"],
      resources: [artifacts.arnForObjects("*")],
    });
    const mayConnect = new PolicyStatement({
      // The service was renamed, and asks for the one or the other by the age of the connection.
      actions: ["codeconnections:UseConnection", "codestar-connections:UseConnection"],
      resources: [way.connectionArn],
    });

    const publish = this.build(source, maySend, artifacts, [mayPass, mayConnect]);
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("codepipeline.amazonaws.com") });
    for (const statement of [
      mayPass,
      mayConnect,
      new PolicyStatement({
        actions: ["codebuild:StartBuild", "codebuild:BatchGetBuilds"],
        resources: [publish.attrArn],
      }),
    ]) {
      role.addToPolicy(statement);
    }
    acknowledgeAnyObject(role, artifacts);
    const pipeline = new CfnPipeline(this, "Pipeline", {
      pipelineType: "V2",
      executionMode: "SUPERSEDED", // of commits that come faster than they are sent, the last is enough
      roleArn: role.roleArn,
      artifactStore: { type: "S3", location: artifacts.bucketName },
      stages: [
        {
          name: "Commit",
          actions: [
            {
              name: "Commit",
              actionTypeId: actionType("Source", "CodeStarSourceConnection"),
              configuration: {
                ConnectionArn: way.connectionArn,
                FullRepositoryId: way.repository,
                BranchName: way.branch,
                OutputArtifactFormat: "CODEBUILD_CLONE_REF",
              },
              outputArtifacts: [{ name: "Commit" }],
            },
          ],
        },
        {
          name: "Publish",
          actions: [
            {
              name: "Publish",
              actionTypeId: actionType("Build", "CodeBuild"),
              configuration: { ProjectName: publish.ref },
              inputArtifacts: [{ name: "Commit" }],
            },
          ],
        },
      ],
    });
    pipeline.node.addDependency(role);
  }

  private build(
    source: Bucket,
    maySend: ManagedPolicy,
    artifacts: Bucket,
    statements: readonly PolicyStatement[],
  ): CfnProject {
    const log = new LogGroup(this, "Log", {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, "BuildRole", {
      assumedBy: new ServicePrincipal("codebuild.amazonaws.com"),
      managedPolicies: [maySend],
    });
    const mayLog = new PolicyStatement({
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [log.logGroupArn],
    });
    for (const statement of [...statements, mayLog]) role.addToPolicy(statement);
    acknowledgeAnyObject(role, artifacts);
    const project = new CfnProject(this, "Publish", {
      description: `Sends the newest commit to the press room in ${Stack.of(this).stackName}.`,
      serviceRole: role.roleArn,
      artifacts: { type: "CODEPIPELINE" },
      environment: {
        type: "ARM_CONTAINER",
        computeType: "BUILD_GENERAL1_SMALL",
        image: "aws/codebuild/amazonlinux-aarch64-standard:4.0",
        environmentVariables: [{ name: environmentNames.sourceBucket, value: source.bucketName }],
      },
      timeoutInMinutes: 15,
      logsConfig: { cloudWatchLogs: { status: "ENABLED", groupName: log.logGroupName } },
      source: {
        type: "CODEPIPELINE",
        // The Node.js of the image only installs the one that comes with the packages.
        buildSpec:
          "version: 0.2\nphases:\n  build:\n    commands:\n      - npm ci\n      - npm run publish\n",
      },
    });
    acknowledge(project, { "AwsSolutions-CB4": "It makes no artifacts that could be encrypted." });
    return project;
  }
}

function actionType(category: string, provider: string): CfnPipeline.ActionTypeIdProperty {
  return { category, owner: "AWS", provider, version: "1" };
}
