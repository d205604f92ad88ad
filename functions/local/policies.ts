import { home } from "./home.ts";
import { fieldsOf, listOf, textOf, textsOf, type Fields } from "./plain-value.ts";
import type { Resource } from "./resolve-template.ts";

/** One action on one resource, as IAM names them. */
export interface Deed {
  /** "s3:GetObject" */
  readonly action: string;
  readonly arn: string;
}

export interface Policies {
  /** @param caller  the logical id of a function, of the distribution, or of a managed policy that somebody acts by */
  allows(caller: string, deed: Deed): boolean;
}

/** The words of AWS for it, so that nobody searches the web in vain. Trying again does not help. */
export class AccessDenied extends Error {
  override readonly name = "AccessDenied";
  readonly status = 403;
  readonly code = "AccessDenied";
  constructor(caller: string, deed: Deed) {
    const user = `arn:aws:sts::${home.account}:assumed-role/${caller}`;
    super(
      `User: ${user} is not authorized to perform: ${deed.action} on resource: ${deed.arn} ` +
        `because no policy in the template allows the ${deed.action} action`,
    );
  }
}

/**
 * Reads what each function's role may do, and the distribution by the policies of buckets and functions.
 *
 * @throws  for a condition that is not known here: passing it over would allow what the cloud refuses
 */
export function readPolicies(resources: readonly Resource[]): Policies {
  const statements = new Map<string, readonly Statement[]>();
  for (const one of resources) {
    if (one.type === "AWS::Lambda::Function") statements.set(one.id, ofRole(resources, one));
    if (one.type === "AWS::IAM::ManagedPolicy") statements.set(one.id, judgedOf(one.properties, one.id));
    if (one.type === "AWS::CloudFront::Distribution") statements.set(one.id, ofDistribution(resources, one));
  }
  return {
    allows(caller, deed) {
      const fitting = (statements.get(caller) ?? []).filter((statement) => fits(statement, deed));
      return fitting.length > 0 && fitting.every((statement) => statement.allow);
    },
  };
}

interface Statement {
  readonly allow: boolean;
  readonly actions: readonly RegExp[];
  readonly arns: readonly RegExp[];
}

function fits(statement: Statement, deed: Deed): boolean {
  return (
    statement.actions.some((pattern) => pattern.test(deed.action)) &&
    statement.arns.some((pattern) => pattern.test(deed.arn))
  );
}

function ofRole(resources: readonly Resource[], lambda: Resource): Statement[] {
  const arn = textOf(lambda.properties["Role"], `${lambda.id}.Role`);
  const role = resources.find((one) => one.type === "AWS::IAM::Role" && one.arn === arn);
  if (role === undefined) throw new Error(`The role of ${lambda.id} is not in the template.`);
  const attached = resources.filter(
    (one) => one.type === "AWS::IAM::Policy" && listOf(one.properties["Roles"]).includes(role.name),
  );
  const inline = listOf(role.properties["Policies"]).map((one) => fieldsOf(one, role.id));
  return [...inline, ...attached.map((one) => one.properties)].flatMap((one) => judgedOf(one, lambda.id));
}

function judgedOf(policy: Fields, what: string): Statement[] {
  return statementsOf(policy["PolicyDocument"], what).map((one) => {
    if (one["Condition"] !== undefined) {
      throw new Error(`A policy of ${what} has a condition, which is not judged at home.`);
    }
    return statementOf(one, what);
  });
}

function ofDistribution(resources: readonly Resource[], distribution: Resource): Statement[] {
  const arn = `arn:aws:cloudfront::${home.account}:distribution/${distribution.name}`;
  const permissions = resources
    .filter(({ type }) => type === "AWS::Lambda::Permission")
    .filter(({ properties }) => properties["Principal"] === "cloudfront.amazonaws.com")
    .flatMap(({ id, properties }) => {
      // How it comes to the function is not asked: at home the distribution knows no way but its address.
      const { Action, FunctionName, SourceArn, InvokedViaFunctionUrl = true, ...more } = properties;
      const isKnown = InvokedViaFunctionUrl === true && Object.keys(more).every((one) => one === "Principal");
      if (!isKnown) throw new Error(`${id} has a condition that is not judged at home.`);
      const statement = statementOf({ Effect: "Allow", Action, Resource: FunctionName }, id);
      return SourceArn === arn ? [statement] : [];
    });
  const buckets = resources
    .filter((one) => one.type === "AWS::S3::BucketPolicy")
    .flatMap((one) => statementsOf(one.properties["PolicyDocument"], one.id))
    .filter((one) => {
      const principal = one["Principal"];
      const service = principal === "*" ? undefined : fieldsOf(principal, "Principal")["Service"];
      return listOf(service).includes("cloudfront.amazonaws.com") && isFor(one["Condition"], arn);
    })
    .map((one) => statementOf(one, distribution.id));
  return [...buckets, ...permissions];
}

function isFor(condition: unknown, arn: string): boolean {
  if (condition === undefined) return true;
  const { StringEquals: equals, ...others } = fieldsOf(condition, "Condition");
  const { "AWS:SourceArn": source, ...more } = fieldsOf(equals, "Condition.StringEquals");
  if (Object.keys({ ...others, ...more }).length > 0) {
    throw new Error("A bucket's policy for CloudFront has a condition that is not judged at home.");
  }
  return listOf(source).includes(arn);
}

function statementsOf(document: unknown, what: string): Fields[] {
  return listOf(fieldsOf(document, what)["Statement"]).map((one) => fieldsOf(one, what));
}

function statementOf(fields: Fields, what: string): Statement {
  if (fields["NotAction"] !== undefined || fields["NotResource"] !== undefined) {
    throw new Error(`A policy of ${what} uses NotAction or NotResource, which is not judged at home.`);
  }
  return {
    allow: fields["Effect"] === "Allow",
    actions: textsOf(fields["Action"], `${what}.Action`).map((one) => wildcard(one, "i")),
    arns: textsOf(fields["Resource"], `${what}.Resource`).map((one) => wildcard(one, "")),
  };
}

/** IAM's patterns: `*` for any text, `?` for one character. */
function wildcard(pattern: string, flags: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, `s${flags}`);
}
