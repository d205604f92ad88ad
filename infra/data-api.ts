import { Duration } from "aws-cdk-lib";
import {
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { FunctionUrlOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { FunctionUrlAuthType } from "aws-cdk-lib/aws-lambda";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import {
  apiAnswerAge,
  apiFolder,
  apiParameters,
  environmentNames,
  oparlFolder,
  oparlParameters,
} from "../functions/contract.ts";
import { allow, pressLambda } from "./press-lambda.ts";
import type { Readers } from "./readers.ts";
import type { Stage } from "./stage.ts";
import type { Stores } from "./stores.ts";

/**
 * What programs ask: one function behind `/api/`, which CloudFront alone may call, and which may read the index and
 * nothing else. Most questions never reach it: the edge keeps an answer for as long as it may be a little old.
 */
export class DataApi extends Construct {
  readonly query: Lambda;

  constructor(scope: Construct, id: string, stage: Stage, { table }: Stores, readers: Readers) {
    super(scope, id);
    this.query = pressLambda(this, "query", {
      retention: stage.retention,
      environment: { [environmentNames.table]: table.tableName },
      memorySize: 512,
      timeout: Duration.seconds(10),
    });
    allow(this.query, ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"], table.tableArn);

    const url = this.query.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM });
    const origin = FunctionUrlOrigin.withOriginAccessControl(url);
    const answer = (folder: string, caching: string, comment: string, parameters: readonly string[]): void =>
      readers.distribution.addBehavior(`/${folder}/*`, origin, {
        responseHeadersPolicy: readers.answering.responseHeadersPolicy,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        compress: true,
        cachePolicy: new CachePolicy(this, caching, {
          comment,
          minTtl: Duration.seconds(0),
          defaultTtl: Duration.seconds(apiAnswerAge),
          maxTtl: Duration.seconds(apiAnswerAge),
          cookieBehavior: CacheCookieBehavior.none(),
          headerBehavior: CacheHeaderBehavior.none(),
          queryStringBehavior: CacheQueryStringBehavior.allowList(...parameters),
          enableAcceptEncodingGzip: true,
          enableAcceptEncodingBrotli: true,
        }),
      });
    // CloudFront takes the first pattern that fits, so the narrower one comes first.
    answer(oparlFolder, "OparlCaching", "One answer for each question that OParl has.", oparlParameters);
    answer(apiFolder, "Caching", "One answer for each question that there is.", apiParameters);
  }
}
