import { fieldsOf, listOf, numberOf, textOf, type Fields } from "./plain-value.ts";
import type { Resource } from "./resolve-template.ts";

export interface ResponseHeaders {
  readonly set: readonly { readonly name: string; readonly value: string; readonly override: boolean }[];
  /** In lower case. */
  readonly remove: readonly string[];
}

/**
 * Reads which headers every answer carries.
 *
 * @throws  for a part of the policy that is not known here
 * @see     AWS CloudFormation User Guide, AWS::CloudFront::ResponseHeadersPolicy
 */
export function responseHeadersOf(policy: Resource): ResponseHeaders {
  const config = fieldsOf(policy.properties["ResponseHeadersPolicyConfig"], policy.id);
  const unknown = Object.keys(config).find((part) => !known.has(part));
  if (unknown !== undefined) throw new Error(`${policy.id} has ${unknown}, which is not known at home.`);
  const custom = listOf(fieldsOf(config["CustomHeadersConfig"], policy.id)["Items"]).map((one) => {
    const header = fieldsOf(one, policy.id);
    const name = textOf(header["Header"], `${policy.id}.Header`).toLowerCase();
    return { name, value: textOf(header["Value"], name), override: header["Override"] === true };
  });
  const security = Object.entries(fieldsOf(config["SecurityHeadersConfig"], policy.id)).map(
    ([part, given]) => {
      const config = fieldsOf(given, part);
      const header = securityHeaders[part];
      if (header === undefined) throw new Error(`${policy.id} has ${part}, which is not known at home.`);
      const [name, valueOf] = header;
      return { name, value: valueOf(config), override: config["Override"] === true };
    },
  );
  return {
    set: [...security, ...custom],
    remove: listOf(fieldsOf(config["RemoveHeadersConfig"], policy.id)["Items"]).map((one) =>
      textOf(fieldsOf(one, policy.id)["Header"], policy.id).toLowerCase(),
    ),
  };
}

const known = new Set([
  "Comment",
  "CustomHeadersConfig",
  "Name",
  "RemoveHeadersConfig",
  "SecurityHeadersConfig",
]);

const securityHeaders: Readonly<Record<string, readonly [string, (config: Fields) => string]>> = {
  ContentSecurityPolicy: [
    "content-security-policy",
    (config) => textOf(config["ContentSecurityPolicy"], "ContentSecurityPolicy"),
  ],
  ContentTypeOptions: ["x-content-type-options", () => "nosniff"],
  FrameOptions: ["x-frame-options", (config) => textOf(config["FrameOption"], "FrameOption")],
  ReferrerPolicy: ["referrer-policy", (config) => textOf(config["ReferrerPolicy"], "ReferrerPolicy")],
  StrictTransportSecurity: [
    "strict-transport-security",
    (config) =>
      [
        `max-age=${numberOf(config["AccessControlMaxAgeSec"], "AccessControlMaxAgeSec")}`,
        ...(config["IncludeSubdomains"] === true ? ["includeSubDomains"] : []),
        ...(config["Preload"] === true ? ["preload"] : []),
      ].join("; "),
  ],
  XSSProtection: [
    "x-xss-protection",
    (config) =>
      `${config["Protection"] === true ? "1" : "0"}${config["ModeBlock"] === true ? "; mode=block" : ""}`,
  ],
};
