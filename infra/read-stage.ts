import { RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Stage } from "./stage.ts";

/** What is written in `cdk.json` cannot be deployed, and the message says what to write. */
export class BadStage extends Error {
  override readonly name = "BadStage";
}

const pem = /^-----BEGIN PUBLIC KEY-----\n[A-Za-z0-9+/=\n]+\n-----END PUBLIC KEY-----\n?$/;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads one stage of `cdk.json`, where types do not reach: a name from the command line, a file changed by hand.
 *
 * @param stages  the context's "stages"
 * @throws        BadStage for the first decision that is missing or cannot be carried out
 */
export function readStage(stages: unknown, name: string): Stage {
  const all = fieldsOf(stages) ?? {};
  const stage = fieldsOf(all[name]);
  if (stage === undefined) {
    throw new BadStage(
      `There is no stage "${name}" in cdk.json. Fix: take one of ${Object.keys(all).join(", ")}, or write it there.`,
    );
  }
  for (const [decision, check] of Object.entries(checks)) {
    const given = stage[decision];
    const reason = fieldsOf(given)?.["noneBecause"];
    const isDeclined = typeof reason === "string" && reason.trim() !== "" && !always.has(decision);
    const wrong = isDeclined ? undefined : check(given);
    if (wrong !== undefined) {
      const without = always.has(decision) ? "" : `, or "noneBecause" and the reason`;
      throw new BadStage(`The ${decision} of stage ${name} ${wrong} in cdk.json${without}.`);
    }
  }
  return stage as unknown as Stage;
}

/** The names of the sample are nobody's; RFC 2606 keeps `.example` free for them. */
export function sampleNamesIn(stage: Stage): readonly string[] {
  return Object.entries(stage)
    .filter(([, decision]) => /\bexample\b/i.test(JSON.stringify(decision)))
    .map(([name]) => name);
}

/** These cannot be declined. */
const always: ReadonlySet<string> = new Set(["region", "retention"]);

/** What is wrong with a decision and what to write, as the middle of a sentence; undefined where it is right. */
const checks: Readonly<Record<string, (given: unknown) => string | undefined>> = {
  region: (given) =>
    isText(given, /^[a-z]{2}(?:-[a-z]+)+-\d$/)
      ? undefined
      : 'is not a Region. Fix: write "region": "eu-north-1"',
  domain(given) {
    const { name, zone, certificateArn } = fieldsOf(given) ?? {};
    if (!isText(name, /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/)) {
      return 'is not decided. Fix: write "name" with "zone" or "certificateArn"';
    }
    if (certificateArn === undefined) {
      const { id, name: zoneName } = fieldsOf(zone) ?? {};
      const isZone = isText(id, /^Z[A-Z0-9]+$/) && typeof zoneName === "string";
      if (isZone && (name === zoneName || name.endsWith(`.${zoneName}`))) return undefined;
      return `has no certificate, and no zone that ${name} lies in. Fix: write "zone" with "id" and "name", or "certificateArn"`;
    }
    const region = /^arn:aws:acm:([a-z0-9-]+):\d{12}:certificate\/\S+$/.exec(
      typeof certificateArn === "string" ? certificateArn : "",
    )?.[1];
    if (region === "us-east-1") return undefined;
    return region === undefined
      ? 'has a certificate whose ARN is none. Fix: write "certificateArn": "arn:aws:acm:us-east-1:…:certificate/…"'
      : `has a certificate in ${region}, but CloudFront takes them from us-east-1 alone. Fix: have one issued there and write its ARN`;
  },
  alarms: (given) =>
    isText(fieldsOf(given)?.["email"], /^\S+@\S+\.\S+$/) ? undefined : 'have no address. Fix: write "email"',
  budget: (given) =>
    isNumber(fieldsOf(given)?.["usdAMonth"], 1, Infinity)
      ? undefined
      : 'has no amount. Fix: write "usdAMonth"',
  recovery: (given) =>
    isNumber(fieldsOf(given)?.["days"], 1, 35) ? undefined : 'has no days. Fix: write "days", from 1 to 35',
  firewall: (given) =>
    isNumber(fieldsOf(given)?.["requestsInFiveMinutes"], 10, 2_000_000_000)
      ? undefined
      : 'has no limit. Fix: write "requestsInFiveMinutes", 10 or more',
  advance(given) {
    const { publicKey, formerPublicKey } = fieldsOf(given) ?? {};
    if (!isText(publicKey, pem))
      return 'has no key. Fix: write "publicKey", which npm run advance -- --new-key FILE makes';
    if (formerPublicKey === undefined || (isText(formerPublicKey, pem) && formerPublicKey !== publicKey))
      return undefined;
    return 'has a "formerPublicKey" that is no other key. Fix: write the one that was "publicKey" before, or leave it out';
  },
  committing(given) {
    const { github, repository, branch, connectionArn } = fieldsOf(given) ?? {};
    if (!isText(branch, /^[^\s*?]+$/)) return 'names no branch. Fix: write "branch"';
    if (isText(github, /^[\w.-]+(?:@\d+)?\/[\w.-]+(?:@\d+)?$/)) return undefined;
    if (
      isText(repository, /^[\w.-]+\/[\w.-]+$/) &&
      isText(connectionArn, /^arn:aws:code(?:connections|star-connections):/)
    ) {
      return undefined;
    }
    return 'names no repository. Fix: write "github": "owner/name", or "repository" with "connectionArn"';
  },
  editor(given) {
    const { repository, branch, clientId, secretParameter, gitlab, ...ofGitLab } = fieldsOf(given) ?? {};
    if (gitlab !== undefined) return atGitLab({ gitlab, branch, ...ofGitLab });
    if (!isText(repository, /^[\w.-]+\/[\w.-]+$/) || !isText(branch, /^[^\s*?]+$/)) {
      return 'names no branch of a repository. Fix: write "repository": "owner/name" and "branch", or "gitlab": "group/name" and "branch"';
    }
    return isText(clientId, /^[\w.-]+$/) && isText(secretParameter, /^(?:\/[\w.-]+)+$/)
      ? undefined
      : 'names no application of GitHub\'s. Fix: write "clientId", and "secretParameter": "/presserum/github"';
  },
  retention(given) {
    const { logs, earlierVersions, accessLogs, whenDestroyed } = fieldsOf(given) ?? {};
    if (whenDestroyed !== "keep" && whenDestroyed !== "delete") {
      return 'does not say what becomes of the data. Fix: write "whenDestroyed": "keep" or "delete"';
    }
    if (![logs, earlierVersions, accessLogs].every((days) => isNumber(days, 1, 3653)))
      return 'has not all its days. Fix: write "logs", "earlierVersions" and "accessLogs"';
    const kept = Object.values(RetentionDays)
      .map(Number)
      .filter((days) => days <= 3653); // its names are no numbers
    return kept.some((days) => days === logs)
      ? undefined
      : `wants logs for ${String(logs)} days, and CloudWatch keeps them for certain numbers alone. Fix: one of ${kept.join(", ")}`;
  },
};

function atGitLab({ gitlab, branch, applicationId, url }: Fields): string | undefined {
  if (!isText(gitlab, /^[\w.-]+(?:\/[\w.-]+)+$/) || !isText(branch, /^[^\s*?]+$/))
    return 'names no branch of a repository. Fix: write "gitlab": "group/name" and "branch"';
  if (!isText(applicationId, /^[0-9a-f]{32,128}$/))
    return 'names no application of GitLab\'s. Fix: write "applicationId": its 64 digits';
  return url === undefined || isText(url, /^https:\/\/[a-z0-9.-]+(?::\d+)?$/)
    ? undefined
    : 'has a "url" that is no origin. Fix: write "url": "https://gitlab.example", without a slash at its end';
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === "string" && pattern.test(value);
}

function isNumber(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}
