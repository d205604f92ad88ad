import { Duration } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
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
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import type { BehaviorOptions } from "aws-cdk-lib/aws-cloudfront";
import { S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from "aws-cdk-lib/aws-route53";
import { CloudFrontTarget } from "aws-cdk-lib/aws-route53-targets";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { edgeFunctionFiles, notFoundKey } from "../functions/contract.ts";
import { acknowledge } from "./acknowledge.ts";

/** How long an answer without an age of its own is kept; all of ours have one. */
const defaultAge = Duration.minutes(5);
/** A page that was not there a moment ago may be now: half of CloudFront's own default for errors. */
const notFoundAge = Duration.seconds(5);

/**
 * Pages need nothing but themselves, our style, our pictures and scripts of ours, which they can do without: none
 * within the page runs, no form is sent, nobody frames them. JSON-LD is data, not script, and needs no leave.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'", // the search fetches its words
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What stands before the site: nothing of it where the press room goes by CloudFront's own name. */
export interface Door {
  readonly domain?: {
    readonly name: string;
    readonly certificateArn: string;
    /** Where the name is pointed at the distribution; else somebody else does that. */
    readonly zone?: { readonly id: string; readonly name: string };
  };
  readonly firewallArn?: string;
}

/** What readers meet: the site bucket behind CloudFront, which alone may read it. */
export class Readers extends Construct {
  readonly distribution: Distribution;
  /** What is the same for everything that the distribution answers. */
  readonly answering: Pick<BehaviorOptions, "responseHeadersPolicy" | "functionAssociations">;

  constructor(scope: Construct, id: string, site: Bucket, { domain, firewallArn }: Door) {
    super(scope, id);
    this.answering = {
      responseHeadersPolicy: this.headers(),
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: this.edgeFunction("ViewerRequest", "Turns a path into a key.", "viewerRequest"),
        },
        {
          eventType: FunctionEventType.VIEWER_RESPONSE,
          function: this.edgeFunction("ViewerResponse", "Says what has moved or is gone.", "viewerResponse"),
        },
      ],
    };
    this.distribution = new Distribution(this, "Site", {
      comment: "Presserum",
      ...(domain === undefined
        ? {}
        : {
            domainNames: [domain.name],
            certificate: Certificate.fromCertificateArn(this, "Certificate", domain.certificateArn),
            // The newest with TLS 1.2. The one with 1.3 alone would turn away readers who have no choice.
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2025,
          }),
      ...(firewallArn === undefined ? {} : { webAclId: firewallArn }),
      httpVersion: HttpVersion.HTTP2_AND_3,
      enableIpv6: true,
      priceClass: PriceClass.PRICE_CLASS_100, // Europe and North America: where a Danish press room is read
      errorResponses: [
        // Without leave to list the bucket, S3 says 403 of what is not there.
        { httpStatus: 403, responseHttpStatus: 404, responsePagePath: `/${notFoundKey}`, ttl: notFoundAge },
        // So this is the API's own, which speaks to programs.
        { httpStatus: 404, ttl: notFoundAge },
      ],
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(site),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        compress: true,
        cachePolicy: this.caching(),
        ...this.answering,
      },
    });
    acknowledge(this.distribution, {
      "AwsSolutions-CFR1": "News is for readers in every country.",
      ...(firewallArn === undefined
        ? { "AwsSolutions-CFR2": "A static site behind a cache; the stage says why it has no firewall." }
        : {}),
      "AwsSolutions-CFR3":
        "The rule knows the old way alone. Readers' requests are logged by the stack that watches the edge, where CloudFront delivers them.",
      ...(domain === undefined
        ? {
            "AwsSolutions-CFR4":
              "CloudFront's own certificate allows no choice of TLS; a stage with a name has it.",
          }
        : {}),
    });
    if (domain?.zone !== undefined) this.pointAt(domain.name, domain.zone);
  }

  /** By both kinds of address: readers with IPv6 alone would find nothing otherwise. */
  private pointAt(recordName: string, { id, name }: { readonly id: string; readonly name: string }): void {
    const zone = HostedZone.fromHostedZoneAttributes(this, "Zone", { hostedZoneId: id, zoneName: name });
    const target = RecordTarget.fromAlias(new CloudFrontTarget(this.distribution));
    new ARecord(this, "Address", { zone, recordName, target });
    new AaaaRecord(this, "Address6", { zone, recordName, target });
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
          // A newspaper may show our press photos straight from here; that is what they are for.
          { header: "Cross-Origin-Resource-Policy", value: "cross-origin", override: true },
        ],
      },
    });
  }
}
