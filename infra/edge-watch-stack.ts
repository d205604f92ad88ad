import { CfnParameter, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import type { StackProps } from "aws-cdk-lib";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from "aws-cdk-lib/aws-logs";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { handedOn } from "../functions/contract.ts";
import { acknowledge } from "./acknowledge.ts";
import { Alarms } from "./alarms.ts";
import { decided } from "./stage.ts";
import type { Stage } from "./stage.ts";

/** What CloudFront says of the press room, which it says in us-east-1 alone: who asked for what, and what failed. */
export class EdgeWatchStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, { description: "Access logs and alarms of a press room's edge.", ...props });
    const distribution = new CfnParameter(this, handedOn.distribution, {
      description: "From the press room; npm run deploy hands it on",
    }).valueAsString;
    this.logAccess(distribution, props.stage.retention);
    const email = decided(props.stage.alarms)?.email;
    if (email === undefined) return;
    new Alarms(this, "Alarms", email, [
      {
        name: "readers-refused",
        meaning: "More than one in a hundred readers' requests fails at the edge.",
        metric: new Metric({
          namespace: "AWS/CloudFront",
          metricName: "5xxErrorRate",
          dimensionsMap: { DistributionId: distribution, Region: "Global" },
          statistic: "Average",
          period: Duration.minutes(5),
        }),
        threshold: 1,
        times: 2,
      },
    ]);
    const budget = decided(props.stage.budget);
    if (budget !== undefined) this.warnOfCost(budget.usdAMonth, email);
  }

  /** Of the whole account: a budget by tag counts nothing until somebody activates the tag in the billing console. */
  private warnOfCost(amount: number, address: string): void {
    new CfnBudget(this, "Budget", {
      budget: {
        budgetName: `${this.stackName}-budget-exceeded`,
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount, unit: "USD" },
      },
      notificationsWithSubscribers: (["FORECASTED", "ACTUAL"] as const).map((notificationType) => ({
        notification: {
          notificationType,
          comparisonOperator: "GREATER_THAN",
          threshold: 100,
          thresholdType: "PERCENTAGE",
        },
        subscribers: [{ subscriptionType: "EMAIL", address }],
      })),
    });
  }

  /** Standard logging, version 2: the older one needs a bucket with access lists. */
  private logAccess(distribution: string, { accessLogs }: Stage["retention"]): void {
    const bucket = new Bucket(this, "AccessLogs", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED, // a customer's key would keep the logs out
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ expiration: Duration.days(accessLogs) }], // they name readers' addresses
      removalPolicy: RemovalPolicy.RETAIN, // their lifetime ends them all the same
    });
    acknowledge(bucket, { "AwsSolutions-S1": "It holds logs." });
    const source = new CfnDeliverySource(this, "Readers", {
      name: `${this.stackName}-readers`,
      logType: "ACCESS_LOGS",
      resourceArn: this.formatArn({
        service: "cloudfront",
        region: "",
        resource: "distribution",
        resourceName: distribution,
      }),
    });
    bucket.addToResourcePolicy(
      new PolicyStatement({
        actions: ["s3:PutObject"],
        principals: [new ServicePrincipal("delivery.logs.amazonaws.com")],
        resources: [bucket.arnForObjects("*")],
        conditions: {
          StringEquals: { "aws:SourceAccount": this.account },
          ArnLike: {
            "aws:SourceArn": this.formatArn({
              service: "logs",
              resource: "delivery-source",
              resourceName: "*",
            }),
          },
        },
      }),
    );
    const destination = new CfnDeliveryDestination(this, "ToAccessLogs", {
      name: `${this.stackName}-access-logs`,
      destinationResourceArn: bucket.bucketArn,
      outputFormat: "w3c",
    });
    const delivery = new CfnDelivery(this, "Delivery", {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.attrArn,
    });
    delivery.addResourceDependency(source);
  }
}
