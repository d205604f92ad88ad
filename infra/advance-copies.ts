import {
  AllowedMethods,
  CachePolicy,
  KeyGroup,
  PublicKey,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { advanceFolders } from "../functions/contract.ts";
import type { Readers } from "./readers.ts";

/**
 * The way in for those who may read a release before it is out. Their copies lie in a bucket that the public way does not
 * lead to, whatever address somebody thinks of; CloudFront gives a page out against a signature alone.
 */
export class AdvanceCopies extends Construct {
  /** What a signed address names the key by. */
  readonly keyId: string;

  constructor(scope: Construct, id: string, copies: Bucket, readers: Readers, publicKey: string) {
    super(scope, id);
    const key = new PublicKey(this, "Key", { encodedKey: publicKey });
    this.keyId = key.publicKeyId;
    const signed = new KeyGroup(this, "Signers", { items: [key] });
    const origin = S3BucketOrigin.withOriginAccessControl(copies);
    const options = {
      ...readers.answering,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      compress: true,
      // Taken back means gone: no edge keeps any of it.
      cachePolicy: CachePolicy.CACHING_DISABLED,
    };
    readers.distribution.addBehavior(`/${advanceFolders.pages}/*`, origin, {
      ...options,
      trustedKeyGroups: [signed],
    });
    // A page cannot sign the addresses of its pictures: these are known from the page alone, and gone with it.
    readers.distribution.addBehavior(`/${advanceFolders.photos}/*`, origin, options);
  }
}
