import { environmentNames, type FunctionName } from "../contract.ts";
import type { LambdaDefinition } from "./lambda-definition.ts";

/**
 * What the contract calls a function, whatever its logical id: the publisher is the one that is told the names of
 * the others, and its variables say which those are.
 *
 * @returns  undefined for a function that the contract does not know
 */
export function nameInContract(
  definition: LambdaDefinition,
  all: readonly LambdaDefinition[],
): FunctionName | undefined {
  const { renderPagesFunction, makeRenditionsFunction, makeKitFunction } = environmentNames;
  const { sourceBucket, heldBucket, table } = environmentNames;
  const knows = (name: string) => name in definition.variables;
  if (knows(renderPagesFunction)) return "publish";
  if (all.some(({ variables }) => variables[renderPagesFunction] === definition.name)) return "render-pages";
  if (all.some(({ variables }) => variables[makeRenditionsFunction] === definition.name)) {
    return "make-renditions";
  }
  if (all.some(({ variables }) => variables[makeKitFunction] === definition.name)) return "make-kit";
  // It compares what is committed with what is live, and can touch nothing of what is between the two.
  if (knows(sourceBucket) && knows(table) && !knows(heldBucket)) return "watch";
  // It answers from the index, and knows of no bucket.
  if (knows(table) && !knows(sourceBucket)) return "query";
  return undefined;
}
