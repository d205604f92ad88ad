import { home } from "./home.ts";
import { physicalNames } from "./physical-names.ts";
import { fieldsOf, isFields, listOf, textOf, type Fields } from "./plain-value.ts";
import type { Template } from "./template.ts";

export interface Resource {
  readonly id: string;
  readonly type: string;
  /** What `Ref` gives: the name of a bucket, table or function. */
  readonly name: string;
  /** Empty for a type that has none. */
  readonly arn: string;
  /** Without intrinsics. */
  readonly properties: Fields;
}

export interface ResolvedTemplate {
  readonly resources: readonly Resource[];
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * Puts names for all references in the template, as CloudFormation does when it deploys.
 *
 * @param siteHost  where the distribution answers: "localhost:8080"
 * @throws          for an intrinsic, an attribute or a resource type that is not known here; nothing is guessed,
 *                  since a stack that is only half run at home would seem to work
 */
export function resolveTemplate(template: Template, siteHost: string): ResolvedTemplate {
  const whole: Fields = { ...template };
  const declared = fieldsOf(whole["Resources"], "Resources");
  const context: Context = { declared, parameters: fieldsOf(whole["Parameters"], "Parameters"), siteHost };

  const resources: Resource[] = [];
  for (const [id, given] of Object.entries(declared)) {
    const type = typeOf(context, id);
    if (passedOver.has(type)) continue;
    if (!run.has(type)) {
      throw new Error(
        `${id} is of type ${type}, which is not run at home. Fix: teach functions/local about it.`,
      );
    }
    const properties = fieldsOf(resolved(context, fieldsOf(given, id)["Properties"], id), id);
    const names = physicalNames(id, type, (property) => properties[property], siteHost);
    const arn = names?.attributes["Arn"] ?? names?.attributes["FunctionARN"];
    resources.push({ id, type, name: names?.ref ?? id, arn: arn ?? "", properties });
  }

  const outputs: Record<string, string> = {};
  for (const [id, given] of Object.entries(fieldsOf(whole["Outputs"], "Outputs"))) {
    const value = String(resolved(context, fieldsOf(given, id)["Value"], `Outputs.${id}`));
    // A template can only know that CloudFront speaks HTTPS; at home there is no certificate.
    outputs[id] = value.replaceAll(`https://${siteHost}`, `http://${siteHost}`);
  }
  return { resources, outputs };
}

/** Types that become something that runs here. */
const run = new Set([
  "AWS::S3::Bucket",
  "AWS::S3::BucketPolicy",
  "AWS::DynamoDB::Table",
  "AWS::DynamoDB::GlobalTable",
  "AWS::Lambda::Function",
  "AWS::Lambda::EventInvokeConfig",
  "AWS::Lambda::Permission",
  "AWS::Lambda::Url",
  "AWS::IAM::Role",
  "AWS::IAM::Policy",
  "AWS::IAM::ManagedPolicy",
  "AWS::Events::Rule",
  "AWS::CloudFront::Distribution",
  "AWS::CloudFront::Function",
  "AWS::CloudFront::KeyGroup",
  "AWS::CloudFront::PublicKey",
  "AWS::CloudFront::CachePolicy",
  "AWS::CloudFront::ResponseHeadersPolicy",
]);

/** Types without which the site works just the same at home: who may call, where logs go, who is told. */
const passedOver = new Set([
  "AWS::Budgets::Budget",
  "AWS::CDK::Metadata",
  "AWS::CloudFront::OriginAccessControl",
  "AWS::CloudWatch::Alarm",
  "AWS::CloudWatch::Dashboard",
  "AWS::CodeBuild::Project",
  "AWS::CodePipeline::Pipeline",
  "AWS::IAM::OIDCProvider",
  "AWS::Logs::LogGroup",
  "AWS::Logs::MetricFilter",
  "AWS::Route53::RecordSet",
  "AWS::SNS::Subscription",
  "AWS::SNS::Topic",
  "AWS::SNS::TopicPolicy",
  "AWS::SQS::Queue",
  "AWS::SQS::QueuePolicy",
]);

interface Context {
  readonly declared: Fields;
  readonly parameters: Fields;
  readonly siteHost: string;
}

function typeOf(context: Context, id: string): string {
  return textOf(fieldsOf(context.declared[id], id)["Type"], `${id}.Type`);
}

/** @param at  the place in the template, for failures */
function resolved(context: Context, value: unknown, at: string): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => resolved(context, one, at)).filter((one) => one !== undefined);
  }
  if (!isFields(value)) return value;
  const [name, ...others] = Object.keys(value);
  if (name !== undefined && others.length === 0 && (name === "Ref" || name.startsWith("Fn::"))) {
    return intrinsic(context, name, value[name], at);
  }
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, resolved(context, one, `${at}.${key}`)] as const)
      .filter(([, one]) => one !== undefined),
  );
}

function intrinsic(context: Context, name: string, argument: unknown, at: string): unknown {
  switch (name) {
    case "Ref":
      return ref(context, textOf(argument, `Ref in ${at}`), at);
    case "Fn::GetAtt": {
      const path = typeof argument === "string" ? argument.split(".") : listOf(argument);
      const [id, ...rest] = path.map((part) => textOf(part, `Fn::GetAtt in ${at}`));
      return attribute(context, id ?? "", rest.join("."), at);
    }
    case "Fn::Join": {
      const [separator, parts] = listOf(argument);
      const texts = listOf(resolved(context, parts, at)).map((part) => textOf(part, `Fn::Join in ${at}`));
      return texts.join(textOf(separator, `Fn::Join in ${at}`));
    }
    case "Fn::Sub":
      return substituted(context, argument, at);
    case "Fn::Select": {
      const [index, from] = listOf(argument);
      return listOf(resolved(context, from, at))[Number(index)];
    }
    case "Fn::Split": {
      const [separator, text] = listOf(argument);
      return textOf(resolved(context, text, at), at).split(textOf(separator, at));
    }
    default:
      throw new Error(`${at} uses ${name}, which is not known at home.`);
  }
}

function ref(context: Context, id: string, at: string): string | undefined {
  switch (id) {
    case "AWS::AccountId":
      return home.account;
    case "AWS::Region":
      return home.region;
    case "AWS::Partition":
      return home.partition;
    case "AWS::URLSuffix":
      return "amazonaws.com";
    case "AWS::StackName":
      return "Presserum";
    case "AWS::NoValue":
      return undefined;
    default:
  }
  if (Object.hasOwn(context.parameters, id)) {
    // What another stack hands on is something of the edge in us-east-1, which is not run at home.
    return textOf(
      fieldsOf(context.parameters[id], id)["Default"] ?? id,
      `The default of the parameter ${id}`,
    );
  }
  return namesOf(context, id, at).ref;
}

function attribute(context: Context, id: string, name: string, at: string): string {
  const value = namesOf(context, id, at).attributes[name];
  return value ?? missing(`${at}: the attribute ${name} of ${id} is not known at home`);
}

function namesOf(context: Context, id: string, at: string) {
  if (!Object.hasOwn(context.declared, id)) return missing(`${at}: there is no resource ${id}`);
  const own = fieldsOf(fieldsOf(context.declared[id], id)["Properties"], id);
  const type = typeOf(context, id);
  return (
    physicalNames(id, type, (property) => resolved(context, own[property], id), context.siteHost) ??
    missing(`${at}: no name for ${id} of type ${type}`)
  );
}

function substituted(context: Context, argument: unknown, at: string): string {
  const [text, given] = listOf(argument);
  const variables = fieldsOf(given, at);
  return textOf(text, `Fn::Sub in ${at}`).replace(
    /\$\{(!?)([^}]+)\}/g,
    (_, literal: string, name: string) => {
      if (literal !== "") return `\${${name}}`;
      if (Object.hasOwn(variables, name)) return String(resolved(context, variables[name], at));
      const [id = "", ...rest] = name.split(".");
      return rest.length === 0 ? (ref(context, id, at) ?? "") : attribute(context, id, rest.join("."), at);
    },
  );
}

function missing(what: string): never {
  throw new Error(`${what}.`);
}
