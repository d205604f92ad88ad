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
import { createHash } from "node:crypto";
import { advanceFolders } from "../functions/contract.ts";
import type { Readers } from "./readers.ts";
import type { Signers } from "./stage.ts";

/**
 * The way in for those who may read a release before it is out. Their copies lie in a bucket that the public way does not
 * lead to, whatever address somebody thinks of; CloudFront gives a page out against a signature alone.
 */
export class AdvanceCopies extends Construct {
  /** What a newly signed address names its key by. */
  readonly keyId: string;

  constructor(scope: Construct, id: string, copies: Bucket, readers: Readers, signers: Signers) {
    super(scope, id);
    const { publicKey, formerPublicKey } = signers;
    const key = this.key(publicKey);
    this.keyId = key.publicKeyId;
    const former = formerPublicKey === undefined ? [] : [this.key(formerPublicKey)];
    const signed = new KeyGroup(this, "Signers", { items: [key, ...former] });
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

  /** By what it is: CloudFront changes no key, and the one that has become the former has to stay the same one there. */
  private key(encodedKey: string): PublicKey {
    const name = createHash("sha256").update(encodedKey.trim()).digest("hex").slice(0, 8);
    return new PublicKey(this, `Key${name}`, { encodedKey });
  }
}
