import { GetParameterCommand } from "@aws-sdk/client-ssm";
import type { SSMClient } from "@aws-sdk/client-ssm";

/**
 * Changes GitHub's codes for tokens, with the secret that lies in the parameter store and nowhere else.
 *
 * @param parameter  the name of a SecureString
 */
export function gitHubTokens(
  ssm: SSMClient,
  clientId: string,
  parameter: string,
): (code: string) => Promise<{ readonly token: string } | { readonly error: string }> {
  let secret: Promise<string> | undefined;
  return async (code) => {
    secret ??= secretIn(ssm, parameter);
    const answer = await fetch("https://github.com/login/oauth/access_token", {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/json" },
      body: JSON.stringify({ client_id: clientId, client_secret: await secret, code }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`GitHub answers ${answer.status} to a code. Trying again helps.`);
    const said = (await answer.json()) as {
      readonly access_token?: string;
      readonly error_description?: string;
    };
    return said.access_token === undefined
      ? { error: said.error_description ?? "GitHub gave no token." }
      : { token: said.access_token };
  };
}

async function secretIn(ssm: SSMClient, parameter: string): Promise<string> {
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: parameter, WithDecryption: true }));
  if (Parameter?.Value === undefined)
    throw new Error(`The parameter ${parameter} is empty; it has to hold GitHub's client secret.`);
  return Parameter.Value;
}
