import { runSimulation } from "@cloud-copilot/iam-simulate";
import type { CallRecord } from "../../functions/local/call-log.ts";
import { home } from "../../functions/local/home.ts";
import { fieldsOf, listOf, textsOf } from "../../functions/local/plain-value.ts";
import { resolveTemplate } from "../../functions/local/resolve-template.ts";
import type { Resource } from "../../functions/local/resolve-template.ts";
import type { Template } from "../../functions/local/template.ts";

/** One action that one policy allows on one resource, which may be a pattern. */
export interface Grant {
  /** The logical id of the function. */
  readonly functionName: string;
  /** "s3:PutObject" */
  readonly action: string;
  readonly resource: string;
}

interface Deed {
  readonly action: string;
  readonly arn: string;
}

/** Who acts: a role of the account, a service, or somebody from outside. */
export interface Asked extends Deed {
  readonly principal: string;
  readonly identityPolicies?: readonly unknown[];
  readonly resourcePolicy?: unknown;
  readonly context?: Readonly<Record<string, string>>;
}

/** IAM's judgement by an evaluator that is not ours. */
export async function isAllowed(asked: Asked): Promise<boolean> {
  const { principal, action, arn, identityPolicies = [], resourcePolicy, context = {} } = asked;
  const judged = await runSimulation(
    {
      request: {
        principal,
        action,
        resource: { resource: arn, accountId: home.account },
        contextVariables: { "aws:SecureTransport": "true", ...context },
      },
      identityPolicies: identityPolicies.map((policy, index) => ({ name: String(index), policy })),
      ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (judged.resultType === "error") throw new Error(`${action} on ${arn}: ${JSON.stringify(judged.errors)}`);
  return judged.overallResult === "Allowed";
}

/** The policies of a template, held against what its functions did. */
export class PolicyJudge {
  readonly #resources: readonly Resource[];
  readonly #known = new Map<string, Promise<boolean>>();

  constructor(template: Template) {
    this.#resources = resolveTemplate(template, "localhost").resources;
  }

  /** The calls that the cloud would refuse: "ID may not s3:PutObject on arn:…". */
  async refusals(calls: readonly CallRecord[]): Promise<readonly string[]> {
    const refused: string[] = [];
    for (const call of calls) {
      for (const deed of deedsOf(call)) {
        const key = `${call.functionName} may not ${deed.action} on ${deed.arn}`;
        const answer = this.#known.get(key) ?? this.#judged(call.functionName, deed);
        this.#known.set(key, answer);
        if (!(await answer) && !refused.includes(key)) refused.push(key);
      }
    }
    return refused;
  }

  #judged(functionName: string, deed: Deed): Promise<boolean> {
    const bucket = this.#resources.find(
      (one) => one.type === "AWS::S3::Bucket" && (deed.arn === one.arn || deed.arn.startsWith(`${one.arn}/`)),
    );
    return isAllowed({
      principal: this.roleOf(functionName).arn,
      ...deed,
      identityPolicies: this.#identityPolicies(functionName),
      resourcePolicy: bucket && this.bucketPolicy(bucket.name),
    });
  }

  roleOf(functionName: string): Resource {
    const role = this.find(functionName).properties["Role"];
    const found = this.#resources.find((one) => one.type === "AWS::IAM::Role" && one.arn === role);
    if (found === undefined) throw new Error(`${functionName} has no role in the template.`);
    return found;
  }

  find(id: string): Resource {
    const found = this.#resources.find((one) => one.id === id);
    if (found === undefined) throw new Error(`There is no ${id} in the template.`);
    return found;
  }

  ofType(type: string): readonly Resource[] {
    return this.#resources.filter((one) => one.type === type);
  }

  bucketPolicy(bucket: string): unknown {
    return this.#resources.find(
      (one) => one.type === "AWS::S3::BucketPolicy" && one.properties["Bucket"] === bucket,
    )?.properties["PolicyDocument"];
  }

  #identityPolicies(functionName: string): readonly unknown[] {
    const { name } = this.roleOf(functionName);
    return this.ofType("AWS::IAM::Policy")
      .filter(({ properties }) => listOf(properties["Roles"]).includes(name))
      .map(({ properties }) => properties["PolicyDocument"]);
  }

  /** All grants of all functions, each action with each resource. */
  grants(): readonly Grant[] {
    return this.ofType("AWS::Lambda::Function").flatMap(({ id }) =>
      this.#identityPolicies(id).flatMap((policy) =>
        listOf(fieldsOf(policy, id)["Statement"]).flatMap((statement) => {
          const { Action, Resource: on } = fieldsOf(statement, id);
          return textsOf(Action, id).flatMap((action) =>
            textsOf(on, id).map((resource) => ({ functionName: id, action, resource })),
          );
        }),
      ),
    );
  }
}

/** The grants that none of the calls needed. */
export function unused(grants: readonly Grant[], calls: readonly CallRecord[]): readonly Grant[] {
  const done = new Map<string, Set<string>>();
  for (const call of calls) {
    for (const { action, arn } of deedsOf(call)) {
      const key = `${call.functionName} ${action}`;
      done.set(key, (done.get(key) ?? new Set()).add(arn));
    }
  }
  return grants.filter(({ functionName, action, resource }) => {
    const arns = [...(done.get(`${functionName} ${action}`) ?? [])];
    const start = resource.endsWith("*") ? resource.slice(0, -1) : undefined;
    return !arns.some((arn) => (start === undefined ? arn === resource : arn.startsWith(start)));
  });
}

/**
 * What a call needs leave for, in IAM's words.
 *
 * @see Service Authorization Reference, the tables of actions of each service
 */
function deedsOf({ service, action, resource, source }: CallRecord): readonly Deed[] {
  switch (service) {
    case "s3": {
      const arn = `arn:aws:s3:::${resource}`;
      if (action === "ListObjectsV2") return [{ action: "s3:ListBucket", arn }];
      // Many keys in one call; they lie in its body.
      if (action === "DeleteObjects") return [{ action: "s3:DeleteObject", arn: `${arn}/any-key` }];
      const reads = action === "GetObject" || action === "HeadObject";
      const deed = {
        action: reads ? "s3:GetObject" : action === "DeleteObject" ? "s3:DeleteObject" : "s3:PutObject",
        arn,
      };
      return source === undefined
        ? [deed]
        : [{ action: "s3:GetObject", arn: `arn:aws:s3:::${source}` }, deed];
    }
    case "dynamodb": {
      const table = resource.startsWith("table/") ? resource : `table/${resource}`;
      return [
        { action: `dynamodb:${action}`, arn: `arn:aws:dynamodb:${home.region}:${home.account}:${table}` },
      ];
    }
    case "lambda":
      return [{ action: `lambda:${action}Function`, arn: resource }];
    default:
      return [{ action: `${service}:${action}`, arn: resource }];
  }
}
