import { InvokeCommand } from "@aws-sdk/client-lambda";
import type { LambdaClient } from "@aws-sdk/client-lambda";
import type { MakeRenditionsResult } from "../pipeline/make-renditions.ts";
import type { Workers } from "../pipeline/ports.ts";
import type { RenderPagesResult } from "../pipeline/render-pages.ts";

/** Work given to the other functions; each answer is waited for. */
export function lambdaWorkers(
  lambda: LambdaClient,
  functions: { readonly renderPagesFunction: string; readonly makeRenditionsFunction: string },
): Workers {
  async function invoke(name: string, order: unknown): Promise<unknown> {
    const { FunctionError: failure, Payload: payload } = await lambda.send(
      new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(order) }),
    );
    const answer: unknown = JSON.parse(payload?.transformToString("utf-8") ?? "null");
    if (failure !== undefined) {
      throw new Error(`The function ${name} failed (${failure}). Trying again is safe.`, { cause: answer });
    }
    return answer;
  }
  return {
    renderPages: async (order) => (await invoke(functions.renderPagesFunction, order)) as RenderPagesResult,
    makeRenditions: async (order) =>
      (await invoke(functions.makeRenditionsFunction, order)) as MakeRenditionsResult,
  };
}
