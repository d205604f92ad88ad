import { home, secret } from "./home.ts";
import { fieldsOf, numberOf, textOf } from "./plain-value.ts";
import type { Resource } from "./resolve-template.ts";

/** A function as the template defines it. */
export interface LambdaDefinition {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  /** With the unpacked asset. */
  readonly folder: string;
  /** "index.handler" */
  readonly handler: string;
  /** MB */
  readonly memory: number;
  /** Seconds */
  readonly timeout: number;
  readonly reservedConcurrency: number | undefined;
  /** Of an asynchronous invocation, after the first attempt. */
  readonly retries: number;
  /** From the template only. */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Reads the functions of a template.
 *
 * @param assetFolder  where the asset with this hash lies unpacked
 */
export function readLambdaDefinitions(
  resources: readonly Resource[],
  assetFolder: (hash: string) => string,
): LambdaDefinition[] {
  return resources
    .filter((one) => one.type === "AWS::Lambda::Function")
    .map(({ id, name, arn, properties }) => {
      const code = textOf(fieldsOf(properties["Code"], `${id}.Code`)["S3Key"], `${id}.Code.S3Key`);
      const variables = fieldsOf(fieldsOf(properties["Environment"], id)["Variables"], `${id}.Environment`);
      const reserved = properties["ReservedConcurrentExecutions"];
      return {
        id,
        name,
        arn,
        folder: assetFolder(code.replace(/^.*\//, "").replace(/\.zip$/, "")),
        handler: textOf(properties["Handler"], `${id}.Handler`),
        // 128 MB and 3 s: what Lambda takes when nothing is said.
        memory: numberOf(properties["MemorySize"] ?? 128, `${id}.MemorySize`),
        timeout: numberOf(properties["Timeout"] ?? 3, `${id}.Timeout`),
        reservedConcurrency: reserved === undefined ? undefined : numberOf(reserved, id),
        retries: retriesOf(resources, name),
        variables: Object.fromEntries(
          Object.entries(variables).map(([name, value]) => [name, textOf(value, `${id}.${name}`)]),
        ),
      };
    });
}

function retriesOf(resources: readonly Resource[], name: string): number {
  const config = resources.find(
    (one) => one.type === "AWS::Lambda::EventInvokeConfig" && one.properties["FunctionName"] === name,
  );
  return numberOf(config?.properties["MaximumRetryAttempts"] ?? 2, `${name}.MaximumRetryAttempts`);
}

/** The variables a function sees: its own, those Lambda sets, and where the services are on this machine. */
export function environmentOf(
  definition: LambdaDefinition,
  endpoints: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    ...systemVariables(),
    ...endpoints,
    AWS_REGION: home.region,
    AWS_DEFAULT_REGION: home.region,
    // The access key is how the engines know which function calls.
    AWS_ACCESS_KEY_ID: definition.id,
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memory),
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    LAMBDA_TASK_ROOT: definition.folder,
    TZ: "UTC",
    LANG: "en_US.UTF-8",
    ...definition.variables,
  };
}

/** Without these a process finds neither its programs nor its temporary folder; nothing else leaks in. */
function systemVariables(): Record<string, string> {
  const names = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot"];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
