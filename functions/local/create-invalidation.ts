import { randomUUID } from "node:crypto";
import type { ApiAnswer, ApiParts, ApiRequest } from "./aws-api.ts";
import { refusalIn } from "./aws-api.ts";
import { home } from "./home.ts";
import { element, innerXmlOfEach, textOfFirst, type Xml } from "./s3/xml.ts";

/**
 * Answers CloudFront's CreateInvalidation; undefined when the request is another one.
 * What is asked for is purged at once, so that the status is "Completed" from the first.
 *
 * @see Amazon CloudFront API Reference, "CreateInvalidation"
 */
export async function answerInvalidation(
  parts: ApiParts,
  request: ApiRequest,
): Promise<ApiAnswer | undefined> {
  const match = /^\/2020-05-31\/distribution\/([^/]+)\/invalidation\/?$/.exec(request.path);
  if (match === null) return undefined;
  const id = decodeURIComponent(match[1] ?? "");
  const arn = `arn:${home.partition}:cloudfront::${home.account}:distribution/${id}`;
  const call = {
    caller: request.caller,
    service: "cloudfront",
    operation: "CreateInvalidation",
    resource: id,
  };
  try {
    await parts.gate.pass(call, [{ action: "cloudfront:CreateInvalidation", arn }]);
  } catch (error) {
    const { status, code, message } = refusalIn(error);
    return refused(status, code, message);
  }
  const distribution = parts.distributions.get(id);
  if (distribution === undefined) {
    return refused(404, "NoSuchDistribution", "The specified distribution does not exist.");
  }

  const asked = innerXmlOfEach("Path", request.body).map((one) => textOfFirst("P", `<P>${one}</P>`) ?? "");
  const wrong = asked.find((path) => !/^\/[^*]*\*?$/.test(path));
  if (asked.length === 0 || wrong !== undefined) {
    const message = "Your request contains one or more invalid invalidation paths.";
    return refused(400, "InvalidArgument", message);
  }
  distribution.purge(asked);

  const invalidation = `I${randomUUID().replaceAll("-", "").slice(0, 25).toUpperCase()}`;
  const reference = textOfFirst("CallerReference", request.body) ?? "";
  const root = element(
    "Invalidation",
    element("Id", invalidation),
    element("Status", "Completed"),
    element("CreateTime", new Date().toISOString()),
    element(
      "InvalidationBatch",
      element(
        "Paths",
        element("Quantity", asked.length),
        element("Items", ...asked.map((path) => element("Path", path))),
      ),
      element("CallerReference", reference),
    ),
  );
  return {
    ...document(201, root),
    headers: { "content-type": "text/xml", location: `${request.path}/${invalidation}` },
  };
}

function refused(status: number, code: string, message: string): ApiAnswer {
  const error = element(
    "Error",
    element("Type", status < 500 ? "Sender" : "Receiver"),
    element("Code", code),
    element("Message", message),
  );
  return document(status, element("ErrorResponse", error, element("RequestId", randomUUID())));
}

function document(status: number, root: Xml): ApiAnswer {
  return {
    status,
    headers: { "content-type": "text/xml" },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}`,
  };
}
