import { home, operator, secret } from "./home.ts";
import type { LambdaDefinition } from "./lambda-definition.ts";
import { nameInContract } from "./name-in-contract.ts";

/** The variables with which code that runs in this process acts on the buckets, table and functions at home. */
export function operatorEnvironment(
  definitions: readonly LambdaDefinition[],
  endpoints: Readonly<Record<string, string>>,
): Record<string, string> {
  const publishes = (one: LambdaDefinition) => nameInContract(one, definitions) === "publish";
  // The publisher knows all names, since it calls the others; so its variables come last.
  const inOrder = definitions.toSorted((one, other) => Number(publishes(one)) - Number(publishes(other)));
  const names = inOrder.flatMap(({ variables }) =>
    Object.entries(variables).filter(([name]) => name.startsWith("PRESSERUM_")),
  );
  return {
    ...endpoints,
    AWS_REGION: home.region,
    AWS_ACCESS_KEY_ID: operator,
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_EC2_METADATA_DISABLED: "true",
    ...Object.fromEntries(names),
  };
}
