import type { Template } from "../../functions/local/template.ts";

/** Code of a function, as one module with `export const handler`. */
export type Code = string;

export interface LambdaFixture {
  readonly code: Code;
  readonly actions?: readonly { readonly Action: unknown; readonly Resource: unknown }[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What a test may put together: functions by logical id, and further resources. */
export interface Fixture {
  readonly functions?: Readonly<Record<string, LambdaFixture>>;
  readonly resources?: Readonly<Record<string, unknown>>;
  readonly edge?: string;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

const joined = (...parts: unknown[]) => ({ "Fn::Join": ["", parts] });
const arnOf = (id: string) => ({ "Fn::GetAtt": [id, "Arn"] });
export const objectsOf = (id: string) => joined(arnOf(id), "/*");
export { arnOf };

/** Two buckets, a table, a distribution, and what the fixture adds: shaped as the CDK writes it. */
export function pressStack(fixture: Fixture = {}): Template {
  const lambdas = Object.entries(fixture.functions ?? {}).flatMap(([id, given]) => lambda(id, given));
  const stack = {
    Parameters: { BootstrapVersion: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/cdk/version" } },
    Resources: {
      Source: {
        Type: "AWS::S3::Bucket",
        Properties: { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } },
      },
      Site: { Type: "AWS::S3::Bucket" },
      SitePolicy: {
        Type: "AWS::S3::BucketPolicy",
        Properties: {
          Bucket: { Ref: "Site" },
          PolicyDocument: {
            Statement: [
              {
                Effect: "Deny",
                Principal: { AWS: "*" },
                Action: "s3:*",
                Resource: [arnOf("Site"), objectsOf("Site")],
                Condition: { Bool: { "aws:SecureTransport": "false" } },
              },
              {
                Effect: "Allow",
                Principal: { Service: "cloudfront.amazonaws.com" },
                Action: "s3:GetObject",
                Resource: objectsOf("Site"),
                Condition: {
                  StringEquals: {
                    "AWS:SourceArn": joined(
                      "arn:",
                      { Ref: "AWS::Partition" },
                      ":cloudfront::",
                      { Ref: "AWS::AccountId" },
                      ":distribution/",
                      { Ref: "Cdn" },
                    ),
                  },
                },
              },
            ],
          },
        },
      },
      Index: {
        Type: "AWS::DynamoDB::Table",
        Properties: {
          BillingMode: "PAY_PER_REQUEST",
          AttributeDefinitions: [
            { AttributeName: "pk", AttributeType: "S" },
            { AttributeName: "sk", AttributeType: "S" },
          ],
          KeySchema: [
            { AttributeName: "pk", KeyType: "HASH" },
            { AttributeName: "sk", KeyType: "RANGE" },
          ],
        },
      },
      ...Object.fromEntries(lambdas),
      ...cdn(fixture.edge),
      ...fixture.resources,
    },
    Outputs: {
      SiteUrl: { Value: joined("https://", { "Fn::GetAtt": ["Cdn", "DomainName"] }) },
      ...fixture.outputs,
    },
  };
  // As it would be read from a file: without what is undefined, and with nothing but JSON in it.
  const template: Template = JSON.parse(JSON.stringify(stack));
  return template;
}

function lambda(id: string, { actions = [], properties, variables }: LambdaFixture): [string, unknown][] {
  const statements = actions.map((one) => ({ Effect: "Allow", ...one }));
  return [
    [
      id,
      {
        Type: "AWS::Lambda::Function",
        Properties: {
          Code: { S3Bucket: { "Fn::Sub": "assets-${AWS::AccountId}-${AWS::Region}" }, S3Key: `${id}.zip` },
          Handler: "index.handler",
          Role: arnOf(`${id}Role`),
          Runtime: "nodejs24.x",
          Timeout: 30,
          Environment: { Variables: variables ?? {} },
          ...properties,
        },
      },
    ],
    [`${id}Role`, { Type: "AWS::IAM::Role", Properties: {} }],
    [
      `${id}Policy`,
      {
        Type: "AWS::IAM::Policy",
        Properties: { PolicyDocument: { Statement: statements }, Roles: [{ Ref: `${id}Role` }] },
      },
    ],
  ];
}

function cdn(edge: string | undefined): Record<string, unknown> {
  return {
    Caching: {
      Type: "AWS::CloudFront::CachePolicy",
      Properties: {
        CachePolicyConfig: {
          Name: "caching",
          MinTTL: 0,
          DefaultTTL: 300,
          MaxTTL: 31_536_000,
          ParametersInCacheKeyAndForwardedToOrigin: {
            CookiesConfig: { CookieBehavior: "none" },
            HeadersConfig: { HeaderBehavior: "none" },
            QueryStringsConfig: { QueryStringBehavior: "none" },
          },
        },
      },
    },
    Headers: {
      Type: "AWS::CloudFront::ResponseHeadersPolicy",
      Properties: {
        ResponseHeadersPolicyConfig: {
          Name: "headers",
          SecurityHeadersConfig: {
            ContentTypeOptions: { Override: true },
            ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'", Override: true },
            StrictTransportSecurity: {
              AccessControlMaxAgeSec: 31_536_000,
              IncludeSubdomains: true,
              Override: true,
            },
          },
          CustomHeadersConfig: {
            Items: [{ Header: "Permissions-Policy", Value: "camera=()", Override: true }],
          },
        },
      },
    },
    ...(edge !== undefined && {
      Edge: {
        Type: "AWS::CloudFront::Function",
        Properties: { Name: joined({ Ref: "AWS::Region" }, "edge"), FunctionCode: edge },
      },
    }),
    Cdn: {
      Type: "AWS::CloudFront::Distribution",
      Properties: {
        DistributionConfig: {
          Enabled: true,
          Origins: [
            { Id: "site", DomainName: { "Fn::GetAtt": ["Site", "RegionalDomainName"] }, S3OriginConfig: {} },
          ],
          DefaultCacheBehavior: {
            TargetOriginId: "site",
            Compress: true,
            CachePolicyId: { Ref: "Caching" },
            ResponseHeadersPolicyId: { Ref: "Headers" },
            ViewerProtocolPolicy: "redirect-to-https",
            ...(edge !== undefined && {
              FunctionAssociations: [
                { EventType: "viewer-request", FunctionARN: { "Fn::GetAtt": ["Edge", "FunctionARN"] } },
              ],
            }),
          },
          CustomErrorResponses: [403, 404].map((ErrorCode) => ({
            ErrorCode,
            ResponseCode: 404,
            ResponsePagePath: "/404.html",
            ErrorCachingMinTTL: 5,
          })),
        },
      },
    },
  };
}
