/** The account and Region that everything on this machine says it is in. */
export const home = { account: "000000000000", region: "eu-north-1", partition: "aws" } as const;

/** Signs for the person at the machine, who may do everything. */
export const operator = "operator";

/** Signs for the runtime itself; its calls are neither judged nor recorded. */
export const runtimeItself = "runtime";

/** Nothing verifies signatures on loopback; the SDK only wants a secret to be there. */
export const secret = "not-a-secret";

/** An Authorization header whose signature nobody checks, for calls that are made without the SDK. */
export function unsignedAuthorization(caller: string, service: string): string {
  const scope = `${caller}/20260101/${home.region}/${service}/aws4_request`;
  return `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
}
