import { InvokeCommand } from "@aws-sdk/client-lambda";
import type { LambdaClient } from "@aws-sdk/client-lambda";
import type { MakeKitOrder } from "../pipeline/make-kit.ts";
import type { MakeRenditionsResult } from "../pipeline/make-renditions.ts";
import type { Workers } from "../pipeline/ports.ts";
import type { RenderPagesResult } from "../pipeline/render-pages.ts";
import type { MakeKit } from "./s3-site.ts";

/** Work given to the other functions; each answer is waited for, but for what is only made ahead. */
export function lambdaWorkers(
  lambda: LambdaClient,
  functions: {
    readonly renderPagesFunction: string;
    readonly makeRenditionsFunction: string;
    readonly makeKitFunction: string;
  },
): Workers {
  return {
    renderPages: async (order) =>
      (await invoke(lambda, functions.renderPagesFunction, order)) as RenderPagesResult,
    makeRenditions: async (order) =>
      (await invoke(lambda, functions.makeRenditionsFunction, order)) as MakeRenditionsResult,
    drawPictures: lambdaPictures(lambda, functions.makeRenditionsFunction),
    async holdKit(kit) {
      const order: MakeKitOrder = { kit };
      await lambda.send(
        new InvokeCommand({
          FunctionName: functions.makeKitFunction,
          InvocationType: "Event",
          Payload: JSON.stringify(order),
        }),
      );
    },
  };
}

/** Pictures are drawn where photos are made: that function alone has what makes pixels. */
export function lambdaPictures(
  lambda: LambdaClient,
  makeRenditionsFunction: string,
): Workers["drawPictures"] {
  return async (order) => {
    await invoke(lambda, makeRenditionsFunction, order);
  };
}

/** Kits are made where there is time for them: a function that copies pages has little. */
export function lambdaKits(lambda: LambdaClient, makeKitFunction: string): MakeKit {
  return async (order) => {
    await invoke(lambda, makeKitFunction, order);
  };
}

async function invoke(lambda: LambdaClient, name: string, order: unknown): Promise<unknown> {
  const { FunctionError: failure, Payload: payload } = await lambda.send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(order) }),
  );
  const answer: unknown = JSON.parse(payload?.transformToString("utf-8") || "null");
  if (failure !== undefined) {
    throw new Error(`The function ${name} failed (${failure}). Trying again is safe.`, { cause: answer });
  }
  return answer;
}
