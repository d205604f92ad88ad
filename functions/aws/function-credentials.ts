/**
 * What a function of Lambda's signs its calls with: the keys of its role, which Lambda sets before the code is loaded and which
 * outlive the process. In the bundles it stands for the SDK's own search through files, profiles, sign-ins and metadata
 * services, a tenth of the bytes, of which a function needs none.
 *
 * @throws  at the first call, where there are none
 */
export function defaultProvider(): () => Promise<Keys> {
  return () => {
    const {
      AWS_ACCESS_KEY_ID: accessKeyId = "",
      AWS_SECRET_ACCESS_KEY: secretAccessKey = "",
      AWS_SESSION_TOKEN: sessionToken = "",
    } = process.env;
    if (accessKeyId === "" || secretAccessKey === "")
      return Promise.reject(new Error("Lambda has set no keys of a role; there is nothing to sign with."));
    return Promise.resolve({
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === "" ? {} : { sessionToken }),
    });
  };
}

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}
