import { Duration } from "aws-cdk-lib";
import {
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { edgeFunctionFiles, notFoundKey } from "../functions/contract.ts";

/** How long an answer without an age of its own is kept; all of ours have one. */
const defaultAge = Duration.minutes(5);
/** A page that was not there a moment ago may be now: half of CloudFront's own default for errors. */
const notFoundAge = Duration.seconds(5);

/**
 * Pages need nothing but themselves, our style and our pictures: no script runs, no form is sent, nobody frames them.
 * JSON-LD is data, not script, and needs no leave.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What readers meet: the site bucket behind CloudFront, which alone may read it. */
export class Readers extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, site: Bucket) {
    super(scope, id);
    const notFound = {
      responseHttpStatus: 404,
      responsePagePath: `/${notFoundKey}`,
      ttl: notFoundAge,
    };
    this.distribution = new Distribution(this, "Site", {
      comment: "Presserum",
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100, // Europe and North America: where a Danish press room is read
      // Without leave to list the bucket, S3 says 403 of what is not there.
      errorResponses: [403, 404].map((httpStatus) => ({ httpStatus, ...notFound })),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(site),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        compress: true,
        cachePolicy: this.caching(),
        responseHeadersPolicy: this.headers(),
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: this.edgeFunction("ViewerRequest", "Turns a path into a key.", "viewerRequest"),
          },
          {
            eventType: FunctionEventType.VIEWER_RESPONSE,
            function: this.edgeFunction(
              "ViewerResponse",
              "Says what has moved or is gone.",
              "viewerResponse",
            ),
          },
        ],
      },
    });
  }

  private edgeFunction(id: string, comment: string, name: keyof typeof edgeFunctionFiles): EdgeFunction {
    return new EdgeFunction(this, id, {
      comment,
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromFile({ filePath: edgeFunctionFiles[name] }),
    });
  }

  /** One answer for all readers: neither cookies nor queries nor headers make another of it. */
  private caching(): CachePolicy {
    return new CachePolicy(this, "Caching", {
      comment: "The same for every reader.",
      minTtl: Duration.seconds(0),
      defaultTtl: defaultAge,
      maxTtl: Duration.days(365),
      cookieBehavior: CacheCookieBehavior.none(),
      headerBehavior: CacheHeaderBehavior.none(),
      queryStringBehavior: CacheQueryStringBehavior.none(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }

  private headers(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, "Headers", {
      comment: "What browsers are told with every answer.",
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: {
          referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
          override: true,
        },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730), // what browsers' preload lists ask for
          includeSubdomains: true,
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          {
            header: "Permissions-Policy",
            value: "camera=(), geolocation=(), microphone=(), interest-cohort=()",
            override: true,
          },
          { header: "Cross-Origin-Opener-Policy", value: "same-origin", override: true },
        ],
      },
    });
  }
}
