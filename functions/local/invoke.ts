import type { ApiAnswer, ApiParts, ApiRequest } from "./aws-api.ts";
import { refusalIn } from "./aws-api.ts";

/** 6 MB for a synchronous event or result, from "Lambda quotas". */
const synchronousLimit = 6 * 1024 * 1024;
/** 1 MB for an asynchronous event, from "Lambda quotas". */
const asynchronousLimit = 1024 * 1024;

/**
 * Answers Lambda's Invoke; undefined when the request is another one.
 *
 * @see AWS Lambda API Reference, "Invoke"
 */
export async function answerInvoke(parts: ApiParts, request: ApiRequest): Promise<ApiAnswer | undefined> {
  const match = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.path);
  if (match === null) return undefined;
  const which = decodeURIComponent(match[1] ?? "");
  const host = parts.invocations.find(which);
  const type = String(request.headers["x-amz-invocation-type"] ?? "RequestResponse");
  const event = request.body === "" ? "{}" : request.body;

  const call = { caller: request.caller, service: "lambda", operation: "Invoke", resource: which };
  const resource = host?.definition.name ?? which;
  const deed = { action: "lambda:InvokeFunction", arn: host?.definition.arn ?? which };
  try {
    await parts.gate.pass({ ...call, resource }, [deed]);
  } catch (error) {
    const { status, code, message } = refusalIn(error);
    return refused(status, lambdaNames[code] ?? code, message);
  }
  if (host === undefined) {
    return refused(404, "ResourceNotFoundException", `Function not found: ${which}`);
  }
  const limit = type === "Event" ? asynchronousLimit : synchronousLimit;
  if (Buffer.byteLength(event) > limit) {
    const size = `${Buffer.byteLength(event)} byte payload is too large`;
    const message = `${size} for the ${type} invocation type (limit ${limit} bytes)`;
    return refused(413, "RequestTooLargeException", message);
  }
  if (!isJson(event)) {
    return refused(400, "InvalidRequestContentException", "Could not parse request body into json.");
  }

  if (type === "Event") {
    parts.invocations.later(host, event);
    return { status: 202, body: "" };
  }
  if (type !== "RequestResponse") {
    return refused(501, "NotImplemented", `The invocation type ${type} is not implemented at home.`);
  }
  if (host.throttled) return refused(429, "TooManyRequestsException", "Rate Exceeded.");

  const outcome = await parts.invocations.now(host, event);
  const headers = { "content-type": "application/json", "x-amz-executed-version": "$LATEST" };
  if (!outcome.ok) return failed(headers, outcome.error);
  const size = Buffer.byteLength(outcome.payload);
  if (size > synchronousLimit) {
    const errorMessage = `Response payload size (${size} bytes) exceeded maximum allowed payload size (${synchronousLimit} bytes).`;
    return failed(headers, { errorType: "Function.ResponseSizeTooLarge", errorMessage });
  }
  return { status: 200, headers, body: outcome.payload };
}

const lambdaNames: Readonly<Record<string, string>> = {
  AccessDenied: "AccessDeniedException",
  InternalError: "ServiceException",
};

/** A function that failed is a success of the call; a header tells them apart. */
function failed(headers: Readonly<Record<string, string>>, error: object): ApiAnswer {
  return {
    status: 200,
    headers: { ...headers, "x-amz-function-error": "Unhandled" },
    body: JSON.stringify(error),
  };
}

function refused(status: number, type: string, message: string): ApiAnswer {
  return {
    status,
    headers: { "content-type": "application/json", "x-amzn-errortype": type },
    body: JSON.stringify({ Type: status < 500 ? "User" : "Service", Message: message, message }),
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
