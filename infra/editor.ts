import { Duration, Stack } from "aws-cdk-lib";
import {
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  OriginRequestPolicy,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import { FunctionUrlOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { FunctionUrlAuthType } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { editorFunction, environmentNames } from "../functions/contract.ts";
import { allow, pressLambda } from "./press-lambda.ts";
import type { FromBrowser, Stage } from "./stage.ts";

/**
 * The editor in the browser, where a stage wants one: one function behind `/admin/`, which CloudFront alone may call. It
 * has its files, and signs writers in with GitHub, for which it can read one secret; with GitLab they sign in by
 * themselves, and it can read none. Of the press room it can touch nothing: what writers save is a commit in their
 * repository, and is published as every commit is.
 */
export class Editor extends Construct {
  constructor(scope: Construct, id: string, stage: Stage, editor: FromBrowser, distribution: Distribution) {
    super(scope, id);
    const lambda = pressLambda(this, editorFunction, {
      retention: stage.retention,
      environment: {
        [environmentNames.editorBranch]: editor.branch,
        ...repositoryOf(editor),
      },
      memorySize: 512,
      timeout: Duration.seconds(15), // GitHub is given ten
    });
    if ("secretParameter" in editor) {
      const name = editor.secretParameter.replace(/^\//, "");
      allow(
        lambda,
        ["ssm:GetParameter"],
        Stack.of(this).formatArn({ service: "ssm", resource: "parameter", resourceName: name }),
      );
    }

    const url = lambda.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM });
    distribution.addBehavior("/admin/*", FunctionUrlOrigin.withOriginAccessControl(url), {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      compress: true,
      cachePolicy: new CachePolicy(this, "Caching", {
        comment: "As the editor's answers say.",
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.days(1),
        cookieBehavior: CacheCookieBehavior.none(),
        headerBehavior: CacheHeaderBehavior.none(),
        queryStringBehavior: CacheQueryStringBehavior.all(), // a code of GitHub's is good for one answer
        enableAcceptEncodingGzip: true,
        enableAcceptEncodingBrotli: true,
      }),
      // The cookie of the sign-in has to reach the function; the host must not, or the signature would not fit.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    });
  }
}

function repositoryOf(editor: FromBrowser): Readonly<Record<string, string>> {
  if ("gitlab" in editor)
    return {
      [environmentNames.editorRepository]: editor.gitlab,
      [environmentNames.editorClientId]: editor.applicationId,
      [environmentNames.editorGitLab]: editor.url ?? "https://gitlab.com",
    };
  return {
    [environmentNames.editorRepository]: editor.repository,
    [environmentNames.editorClientId]: editor.clientId,
    [environmentNames.editorSecret]: editor.secretParameter,
  };
}
