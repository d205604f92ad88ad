import type { CallGate } from "./call-gate.ts";
import type { CallFunction } from "./cdn.ts";
import type { Invocations } from "./invocations.ts";
import type { OriginAnswer } from "./origin.ts";
import { refusalIn } from "./aws-api.ts";

/** What a function answers to its address; anything else is the whole body, as JSON. */
interface HttpResult {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/**
 * Answers for the addresses of functions, as Lambda does.
 *
 * @see  AWS Lambda Developer Guide, "Invoking Lambda function URLs" (payload format 2.0) and "Control access to Lambda
 *       function URLs": CloudFront needs leave both for the address and for the function
 */
export function functionUrls(gate: CallGate, invocations: Invocations): CallFunction {
  return async (distribution, functionArn, { path, query }) => {
    const host = invocations.find(functionArn);
    if (host === undefined) throw new Error(`The function ${functionArn} is not in the template.`);
    const { name, arn } = host.definition;
    try {
      await gate.pass(
        { caller: distribution, service: "lambda", operation: "InvokeFunctionUrl", resource: name },
        ["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"].map((action) => ({ action, arn })),
      );
    } catch (error) {
      const { status, message } = refusalIn(error);
      return plainly(status, JSON.stringify({ Message: message }));
    }
    const outcome = await invocations.now(host, JSON.stringify(eventOf(path, query)));
    // The viewer is not told how a function failed; its log is.
    if (!outcome.ok) return plainly(502, "Internal Server Error");
    return answerOf(JSON.parse(outcome.payload) as HttpResult);
  };
}

function eventOf(path: string, query: string): object {
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = parameters.get(name);
    parameters.set(name, before === undefined ? value : `${before},${value}`);
  }
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query,
    headers: { "user-agent": "Amazon CloudFront" },
    ...(parameters.size === 0 ? {} : { queryStringParameters: Object.fromEntries(parameters) }),
    requestContext: { http: { method: "GET", path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1" } },
    isBase64Encoded: false,
  };
}

function answerOf({
  statusCode,
  headers = {},
  body = "",
  isBase64Encoded = false,
}: HttpResult): OriginAnswer {
  return {
    status: statusCode,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    body: Buffer.from(body, isBase64Encoded ? "base64" : "utf-8"),
  };
}

function plainly(status: number, text: string): OriginAnswer {
  return { status, headers: { "content-type": "application/json" }, body: Buffer.from(text) };
}
