import { createRequire } from "node:module";
import { objectsOf } from "./press-stack.ts";

// Found from here: the function lies in a temporary folder.
const sdk = createRequire(import.meta.url).resolve("@aws-sdk/client-s3");
const s3Code = `
  import { createRequire } from "node:module";
  const { S3Client, GetObjectCommand, PutObjectCommand } = createRequire(import.meta.url)(${JSON.stringify(sdk)});
  const s3 = new S3Client({ maxAttempts: 1 });
`;
/** Puts one object, as its event says; allowed for the site. */
export const writer = {
  code: `${s3Code}
    export const handler = async ({ Bucket, Key }) => {
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: "written" }));
      return "done";
    };`,
  actions: [{ Action: ["s3:PutObject"], Resource: objectsOf("Site") }],
};
/** Gets one object, as its event says; allowed nothing by itself. */
export const reader = {
  code: `${s3Code}
    export const handler = async ({ Bucket, Key }) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return Body.transformToString();
    };`,
};
