import { CfnOutput, Stack } from "aws-cdk-lib";
import type { StackProps } from "aws-cdk-lib";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import { HostedZone } from "aws-cdk-lib/aws-route53";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import { handedOn } from "../functions/contract.ts";
import { decided } from "./stage.ts";
import type { Stage } from "./stage.ts";

/** What CloudFront takes from us-east-1 alone, wherever the press room is: the certificate and the firewall. */
export class FrontDoorStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, { description: "Certificate and firewall of a press room.", ...props });
    const domain = decided(props.stage.domain);
    if (domain !== undefined && "zone" in domain) {
      const zone = HostedZone.fromHostedZoneAttributes(this, "Zone", {
        hostedZoneId: domain.zone.id,
        zoneName: domain.zone.name,
      });
      const certificate = new Certificate(this, "Certificate", {
        domainName: domain.name,
        validation: CertificateValidation.fromDns(zone), // renews itself as long as the zone is there
      });
      this.handOn(
        handedOn.certificate,
        certificate.certificateArn,
        "The certificate of the press room's name",
      );
    }
    const firewall = decided(props.stage.firewall);
    if (firewall !== undefined) {
      const acl = this.firewall(firewall.requestsInFiveMinutes);
      this.handOn(handedOn.firewall, acl.attrArn, "The firewall before the press room");
    }
  }

  /** One rule: an address that asks too often is turned away. There are no forms here that could be attacked. */
  private firewall(limit: number): CfnWebACL {
    const visibility = (metricName: string) => ({
      metricName,
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: false, // samples name readers
    });
    return new CfnWebACL(this, "Firewall", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: visibility("presserum"),
      rules: [
        {
          name: "TooMany",
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { aggregateKeyType: "IP", limit, evaluationWindowSec: 300 } },
          visibilityConfig: visibility("presserum-too-many"),
        },
      ],
    });
  }

  private handOn(name: string, value: string, description: string): void {
    new CfnOutput(this, name, { value, description });
  }
}

export function needsFrontDoor({ domain, firewall }: Stage): boolean {
  const name = decided(domain);
  return (name !== undefined && "zone" in name) || decided(firewall) !== undefined;
}
