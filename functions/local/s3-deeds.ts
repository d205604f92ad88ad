import type { Deed } from "./policies.ts";
import type { Action } from "./s3/route.ts";
import type { Call } from "./s3/start-s3.ts";

/**
 * What a policy must allow for a call of S3.
 *
 * @see Amazon S3 User Guide, "Required permissions for Amazon S3 API operations"
 */
export function s3Deeds({ action, bucket, key, copySource }: Call): Deed[] {
  const on = `arn:aws:s3:::${bucket}`;
  if (onBucket.has(action)) return [{ action: permissions[action], arn: on }];
  // DeleteObjects has its keys in its body: who may not delete all of them is refused.
  const deed = { action: permissions[action], arn: `${on}/${key ?? "*"}` };
  if (copySource === undefined) return [deed];
  return [{ action: "s3:GetObject", arn: `arn:aws:s3:::${copySource}` }, deed];
}

const onBucket: ReadonlySet<Action> = new Set(["ListObjectsV2", "HeadBucket", "CreateBucket"]);

const permissions: Readonly<Record<Action, string>> = {
  GetObject: "s3:GetObject",
  HeadObject: "s3:GetObject",
  PutObject: "s3:PutObject",
  CopyObject: "s3:PutObject",
  CreateMultipartUpload: "s3:PutObject",
  UploadPart: "s3:PutObject",
  CompleteMultipartUpload: "s3:PutObject",
  AbortMultipartUpload: "s3:AbortMultipartUpload",
  DeleteObject: "s3:DeleteObject",
  DeleteObjects: "s3:DeleteObject",
  ListObjectsV2: "s3:ListBucket",
  HeadBucket: "s3:ListBucket",
  CreateBucket: "s3:CreateBucket",
};
