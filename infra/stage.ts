/**
 * What whoever deploys has to decide, once for each stage; `cdk.json` has it. What may be declined needs a reason, so
 * that nothing is missing only because nobody thought of it.
 */
export interface Stage {
  /** Where everything is kept: "eu-north-1". What can only be in us-east-1 is put there by itself. */
  readonly region: string;
  readonly domain: Domain | Declined;
  /** Who is told when something keeps a release from going live. */
  readonly alarms: { readonly email: string } | Declined;
  /** Above it, the same person is told. */
  readonly budget: { readonly usdAMonth: number } | Declined;
  /** The index can be had as it was at any second of so many days: 1 to 35. */
  readonly recovery: { readonly days: number } | Declined;
  /** More requests than this in five minutes from one address are turned away. */
  readonly firewall: { readonly requestsInFiveMinutes: number } | Declined;
  /**
   * Who signs the links by which single persons read a release before it is out: an RSA key of 2,048 bits, in PEM. Its other
   * half is nobody's but theirs; `npm run advance -- --new-key FILE` makes both.
   */
  readonly advance: Signers | Declined;
  /** How a commit gets from Git to the source bucket without a person. */
  readonly committing: FromGitHub | FromPipeline | Declined;
  /** Whether those who never use Git write in a browser, and where what they save goes. */
  readonly editor: FromBrowser | Declined;
  readonly retention: Retention;
}

export interface Signers {
  /** PEM. New links are signed with its other half. */
  readonly publicKey: string;
  /** The one before, as long as links that it signed are to live on; the runbook says how to take turns. */
  readonly formerPublicKey?: string;
}

export interface Declined {
  /** A sentence. */
  readonly noneBecause: string;
}

/** Where readers find the press room. */
export type Domain = { readonly name: string } & (
  | {
      /** A hosted zone of Route 53 in the same account: certificate and addresses are made in it. */
      readonly zone: { readonly id: string; readonly name: string };
    }
  | {
      /** An issued one, in us-east-1; whoever keeps the zone points the name at the distribution. */
      readonly certificateArn: string;
    }
);

export interface FromGitHub {
  /**
   * As GitHub names the repository in its tokens: "owner/name", or "owner@123/name@456" where it was made or renamed
   * since 15 July 2026.
   */
  readonly github: string;
  readonly branch: string;
  /** An account has one identity provider for GitHub; where there is one, its ARN. Else it is made. */
  readonly providerArn?: string;
}

export interface FromPipeline {
  /** "owner/name", at whatever the connection leads to. */
  readonly repository: string;
  readonly branch: string;
  /** Of a connection that a person has confirmed in the console. */
  readonly connectionArn: string;
}

export type FromBrowser = AtGitHub | AtGitLab;

export interface AtGitHub {
  /** "owner/name" at GitHub. */
  readonly repository: string;
  readonly branch: string;
  /** Of an application that is registered with GitHub, whose callback is the press room's `/admin/callback`. */
  readonly clientId: string;
  /** The SecureString in the parameter store of the stage's Region that holds the application's secret: "/presserum/github". */
  readonly secretParameter: string;
}

export interface AtGitLab {
  /** "group/name", with the groups that the group is in. */
  readonly gitlab: string;
  readonly branch: string;
  /** Of an application that is registered with GitLab, not confidential, with the scope `api`; its callback is the press room's `/admin/`. */
  readonly applicationId: string;
  /** The origin of a GitLab of one's own: "https://gitlab.example". Else https://gitlab.com. */
  readonly url?: string;
}

export interface Retention {
  /** Days; one of those that CloudWatch Logs knows. */
  readonly logs: number;
  /** Days for which what was overwritten or deleted can be had back. */
  readonly earlierVersions: number;
  /** Days; they name readers' addresses. */
  readonly accessLogs: number;
  /** "keep", or "delete": what becomes of buckets and table when the stack is destroyed. */
  readonly whenDestroyed: string;
}

/** @returns undefined where it was declined */
export function decided<T extends object>(decision: T | Declined): T | undefined {
  return "noneBecause" in decision ? undefined : decision;
}
