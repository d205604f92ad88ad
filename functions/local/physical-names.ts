import { home } from "./home.ts";

/** What `Ref` and `Fn::GetAtt` give for one resource. */
export interface PhysicalNames {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Names a resource: as the template says, else by its logical id in lower case, so that the same template finds
 * the same data after a restart.
 *
 * @param own       one of the resource's properties, without intrinsics; only that which names it is asked for
 * @param siteHost  "localhost:8080"
 * @returns         undefined for a type whose names are not known here
 */
export function physicalNames(
  id: string,
  type: string,
  own: (property: string) => unknown,
  siteHost: string,
): PhysicalNames | undefined {
  const { account, region, partition } = home;
  const name = (property?: string) => {
    const given = property === undefined ? undefined : own(property);
    // 63: the longest that a bucket's name may be; the hash that makes an id unique stands at its end.
    return typeof given === "string" ? given : id.toLowerCase().slice(-63);
  };
  const arn = (service: string, rest: string, where = `${region}:${account}`) =>
    `arn:${partition}:${service}:${where}:${rest}`;

  switch (type) {
    case "AWS::S3::Bucket": {
      const bucket = name("BucketName");
      const domain = `${bucket}.s3.amazonaws.com`;
      const regional = `${bucket}.s3.${region}.amazonaws.com`;
      return {
        ref: bucket,
        attributes: { Arn: arn("s3", bucket, ":"), DomainName: domain, RegionalDomainName: regional },
      };
    }
    case "AWS::DynamoDB::Table":
    case "AWS::DynamoDB::GlobalTable":
      return named(name("TableName"), arn("dynamodb", `table/${name("TableName")}`));
    case "AWS::Lambda::Function":
      return named(name("FunctionName"), arn("lambda", `function:${name("FunctionName")}`));
    case "AWS::Lambda::Url": {
      const host = `${name()}.lambda-url.${region}.on.aws`;
      const attributes = { FunctionUrl: `https://${host}/`, FunctionArn: String(own("TargetFunctionArn")) };
      return { ref: host, attributes };
    }
    case "AWS::IAM::Role":
      return named(name("RoleName"), arn("iam", `role/${name("RoleName")}`, `:${account}`));
    case "AWS::IAM::ManagedPolicy":
      return { ref: arn("iam", `policy/${name("ManagedPolicyName")}`, `:${account}`), attributes: {} };
    case "AWS::IAM::OIDCProvider": {
      const issuer = name("Url").replace("https://", "");
      const provider = arn("iam", `oidc-provider/${issuer}`, `:${account}`);
      return named(provider, provider);
    }
    case "AWS::CodeBuild::Project":
      return named(name("Name"), arn("codebuild", `project/${name("Name")}`));
    case "AWS::Events::Rule":
      return named(name("Name"), arn("events", `rule/${name("Name")}`));
    case "AWS::SQS::Queue": {
      const queue = named(`https://sqs.${region}.amazonaws.com/${account}/${name()}`, arn("sqs", name()));
      return { ...queue, attributes: { ...queue.attributes, QueueName: name(), QueueUrl: queue.ref } };
    }
    case "AWS::SNS::Topic": {
      const topic = arn("sns", name("TopicName"));
      return { ref: topic, attributes: { TopicArn: topic, TopicName: name("TopicName") } };
    }
    case "AWS::Logs::LogGroup":
      return named(name("LogGroupName"), arn("logs", `log-group:${name("LogGroupName")}:*`));
    case "AWS::CloudFront::Distribution":
      return { ref: name(), attributes: { Id: name(), DomainName: siteHost } };
    case "AWS::CloudFront::Function": {
      const edge = arn("cloudfront", `function/${name("Name")}`, `:${account}`);
      return { ref: edge, attributes: { FunctionARN: edge, "FunctionMetadata.FunctionARN": edge } };
    }
    case "AWS::CloudFront::KeyGroup":
    case "AWS::CloudFront::PublicKey":
    case "AWS::CloudFront::CachePolicy":
    case "AWS::CloudFront::ResponseHeadersPolicy":
    case "AWS::CloudFront::OriginAccessControl":
      return { ref: name(), attributes: { Id: name() } };
    default:
      return undefined;
  }
}

function named(ref: string, arn: string): PhysicalNames {
  return { ref, attributes: { Arn: arn } };
}
