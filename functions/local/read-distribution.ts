import { home } from "./home.ts";
import { fieldsOf, listOf, numberOf, textOf, textsOf, type Fields } from "./plain-value.ts";
import type { Resource } from "./resolve-template.ts";
import { responseHeadersOf, type ResponseHeaders } from "./response-headers.ts";
import { signerOf, type Signer } from "./signed-url.ts";

/** A distribution as the template defines it. */
export interface Distribution {
  readonly id: string;
  readonly name: string;
  /** Empty for none. */
  readonly defaultRootObject: string;
  /** In the order in which they are tried; the last takes every path. */
  readonly behaviours: readonly Behaviour[];
  readonly errorPages: ReadonlyMap<number, ErrorPage>;
}

export interface Behaviour {
  readonly pattern: RegExp;
  readonly origin: BehaviourOrigin;
  readonly methods: readonly string[];
  readonly compress: boolean;
  readonly lifetimes: Lifetimes;
  /** The names in a query that tell two questions apart and reach the origin. */
  readonly queryNames: readonly string[] | "all";
  /** Those whose signature an address needs; undefined where anybody may ask. */
  readonly signers: readonly Signer[] | undefined;
  readonly edgeCode: { readonly request: string | undefined; readonly response: string | undefined };
  readonly headers: ResponseHeaders | undefined;
}

export type BehaviourOrigin =
  | {
      readonly type: "bucket";
      readonly bucket: string;
      /** Put before the address: "" or "/folder" */
      readonly path: string;
    }
  | { readonly type: "function"; readonly arn: string };

/** Seconds. */
export interface Lifetimes {
  readonly min: number;
  readonly default: number;
  readonly max: number;
}

export interface ErrorPage {
  /** Undefined: the error goes to the viewer as it is. */
  readonly path: string | undefined;
  readonly status: number;
  /** Seconds for which the error is cached. */
  readonly lifetime: number;
}

/** @throws for what is not known at home, by name */
export function readDistribution(resources: readonly Resource[], given: Resource): Distribution {
  const config = fieldsOf(given.properties["DistributionConfig"], given.id);
  const origins = listOf(config["Origins"]).map((one) => fieldsOf(one, "Origins"));
  const behaviours = [...listOf(config["CacheBehaviors"]), config["DefaultCacheBehavior"]];
  return {
    id: given.id,
    name: given.name,
    defaultRootObject: textOf(config["DefaultRootObject"] ?? "", "DefaultRootObject"),
    behaviours: behaviours.map((one) => behaviourOf(resources, origins, fieldsOf(one, "CacheBehavior"))),
    errorPages: new Map(
      listOf(config["CustomErrorResponses"]).map((one) => {
        const page = fieldsOf(one, "CustomErrorResponses");
        const code = numberOf(page["ErrorCode"], "ErrorCode");
        const path = page["ResponsePagePath"];
        return [
          code,
          {
            path: path === undefined ? undefined : textOf(path, "ResponsePagePath"),
            status: numberOf(page["ResponseCode"] ?? code, "ResponseCode"),
            // 10 s: CloudFront's own default for errors.
            lifetime: numberOf(page["ErrorCachingMinTTL"] ?? 10, "ErrorCachingMinTTL"),
          },
        ];
      }),
    ),
  };
}

function behaviourOf(resources: readonly Resource[], origins: readonly Fields[], given: Fields): Behaviour {
  const origin = origins.find((one) => one["Id"] === given["TargetOriginId"]);
  const byId = (type: string, id: unknown) => resources.find((one) => one.type === type && one.name === id);

  const headersId = given["ResponseHeadersPolicyId"];
  const headers = byId("AWS::CloudFront::ResponseHeadersPolicy", headersId);
  if (headersId !== undefined && headers === undefined) {
    throw new Error(`The response headers policy ${JSON.stringify(headersId)} is not in the template.`);
  }
  return {
    pattern: patternOf(textOf(given["PathPattern"] ?? "*", "PathPattern")),
    origin: originOf(resources, origin ?? {}),
    methods: textsOf(given["AllowedMethods"] ?? ["GET", "HEAD"], "AllowedMethods"),
    compress: given["Compress"] === true,
    ...cachingOf(byId("AWS::CloudFront::CachePolicy", given["CachePolicyId"]), given["CachePolicyId"]),
    signers: signersOf(resources, given),
    edgeCode: edgeCodeOf(resources, given),
    headers: headers === undefined ? undefined : responseHeadersOf(headers),
  };
}

function originOf(resources: readonly Resource[], origin: Fields): BehaviourOrigin {
  const domain = textOf(origin["DomainName"], "The domain name of an origin");
  const bucket = resources.find(
    (one) =>
      one.type === "AWS::S3::Bucket" &&
      [`${one.name}.s3.${home.region}.amazonaws.com`, `${one.name}.s3.amazonaws.com`].includes(domain),
  );
  const path = textOf(origin["OriginPath"] ?? "", "OriginPath");
  if (bucket !== undefined) return { type: "bucket", bucket: bucket.name, path };
  const url = resources.find((one) => one.type === "AWS::Lambda::Url" && one.name === domain);
  if (url === undefined || path !== "") {
    throw new Error(`The origin ${domain}${path} is neither a bucket nor a function of the template.`);
  }
  if (url.properties["AuthType"] !== "AWS_IAM") {
    throw new Error(`${url.id} is open to everybody, which is not run at home.`);
  }
  return { type: "function", arn: textOf(url.properties["TargetFunctionArn"], url.id) };
}

/** CloudFront's own policies, by the ids from "Use managed cache policies". */
const managed: Readonly<Record<string, Lifetimes>> = {
  "658327ea-f89d-4fab-a63d-7439829d4b1c": { min: 1, default: 86_400, max: 31_536_000 },
  "4135ea2d-6df8-44a3-9df3-4b5a84be39ad": { min: 0, default: 0, max: 0 },
};

function cachingOf(policy: Resource | undefined, id: unknown): Pick<Behaviour, "lifetimes" | "queryNames"> {
  if (policy === undefined) {
    const lifetimes = managed[String(id)];
    if (lifetimes === undefined)
      throw new Error(`The cache policy ${JSON.stringify(id)} is not known at home.`);
    return { lifetimes, queryNames: [] };
  }
  const config = fieldsOf(policy.properties["CachePolicyConfig"], policy.id);
  const key = fieldsOf(config["ParametersInCacheKeyAndForwardedToOrigin"], policy.id);
  const queries = fieldsOf(key["QueryStringsConfig"], policy.id);
  const cookies = fieldsOf(key["CookiesConfig"], policy.id)["CookieBehavior"] ?? "none";
  const headers = fieldsOf(key["HeadersConfig"], policy.id)["HeaderBehavior"] ?? "none";
  if (cookies !== "none" || headers !== "none") {
    throw new Error(`${policy.id} caches by cookies or headers, which is not known at home.`);
  }
  return {
    lifetimes: {
      min: numberOf(config["MinTTL"], "MinTTL"),
      default: numberOf(config["DefaultTTL"], "DefaultTTL"),
      max: numberOf(config["MaxTTL"], "MaxTTL"),
    },
    queryNames: queryNamesOf(queries, policy.id),
  };
}

function queryNamesOf(queries: Fields, id: string): Behaviour["queryNames"] {
  const behaviour = queries["QueryStringBehavior"] ?? "none";
  switch (behaviour) {
    case "none":
      return [];
    case "all":
      return "all";
    case "whitelist":
      return textsOf(queries["QueryStrings"], `${id}.QueryStrings`);
    default:
      throw new Error(`${id} caches by queries as ${JSON.stringify(behaviour)}, which is not known at home.`);
  }
}

function signersOf(resources: readonly Resource[], behaviour: Fields): readonly Signer[] | undefined {
  const groups = textsOf(behaviour["TrustedKeyGroups"] ?? [], "TrustedKeyGroups");
  if (groups.length === 0) return undefined;
  const named = (type: string, id: string): Fields => {
    const found = resources.find((one) => one.type === type && one.name === id);
    if (found === undefined) throw new Error(`${id} is no ${type} of the template.`);
    return found.properties;
  };
  return groups
    .flatMap((id) =>
      textsOf(
        fieldsOf(named("AWS::CloudFront::KeyGroup", id)["KeyGroupConfig"], "KeyGroupConfig")["Items"],
        "Items",
      ),
    )
    .map((id) => {
      const config = fieldsOf(named("AWS::CloudFront::PublicKey", id)["PublicKeyConfig"], "PublicKeyConfig");
      return signerOf(id, textOf(config["EncodedKey"], "EncodedKey"));
    });
}

function edgeCodeOf(resources: readonly Resource[], behaviour: Fields): Behaviour["edgeCode"] {
  const associations = listOf(behaviour["FunctionAssociations"]).map((one) =>
    fieldsOf(one, "FunctionAssociations"),
  );
  const codeAt = (event: string): string | undefined => {
    const association = associations.find((one) => one["EventType"] === event);
    const edge = resources.find(
      (one) => one.type === "AWS::CloudFront::Function" && one.arn === association?.["FunctionARN"],
    );
    return association && textOf(edge?.properties["FunctionCode"], "FunctionCode");
  };
  const known = { request: codeAt("viewer-request"), response: codeAt("viewer-response") };
  if (associations.length !== Object.values(known).filter((code) => code !== undefined).length) {
    throw new Error("At home the edge runs one function on the viewer's request, and one on the answer.");
  }
  return known;
}

function patternOf(path: string): RegExp {
  const source = path.replace(/^\//, "").replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^/?${source.replaceAll("*", ".*").replaceAll("?", ".")}$`, "s");
}
