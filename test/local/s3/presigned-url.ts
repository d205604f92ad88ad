import { createHash, createHmac } from "node:crypto";

export interface Presigned {
  readonly endpoint: string;
  readonly bucket: string;
  readonly key: string;
  readonly signedAt: Date;
  readonly expiresInSeconds: number;
}

/**
 * A presigned address for GET, with a true signature, so that it also holds against another S3.
 *
 * @see AWS Signature Version 4, "Authenticating requests: using query parameters"
 */
export function presignedUrl({ endpoint, bucket, key, signedAt, expiresInSeconds }: Presigned): string {
  const {
    AWS_ACCESS_KEY_ID: id = "",
    AWS_SECRET_ACCESS_KEY: secret = "",
    AWS_REGION: region = "",
  } = process.env;
  const time = signedAt.toISOString().replace(/[-:]|\.\d+/g, "");
  const day = time.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  const path = `/${bucket}/${key.split("/").map(encodeURIComponent).join("/")}`;
  const query = [
    ["X-Amz-Algorithm", "AWS4-HMAC-SHA256"],
    ["X-Amz-Credential", `${id}/${scope}`],
    ["X-Amz-Date", time],
    ["X-Amz-Expires", String(expiresInSeconds)],
    ["X-Amz-SignedHeaders", "host"],
  ]
    .map(([name = "", value = ""]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
  const canonical = `GET\n${path}\n${query}\nhost:${new URL(endpoint).host}\n\nhost\nUNSIGNED-PAYLOAD`;
  const digest = createHash("sha256").update(canonical).digest("hex");
  const signing = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(keyOf, `AWS4${secret}`);
  const signature = keyOf(signing, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${digest}`).toString("hex");
  return `${endpoint}${path}?${query}&X-Amz-Signature=${signature}`;
}

function keyOf(parent: string | Buffer, text: string): Buffer {
  return createHmac("sha256", parent).update(text).digest();
}
