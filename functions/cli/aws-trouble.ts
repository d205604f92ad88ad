import type { Localised } from "../content/locale.ts";

/**
 * What AWS says, to what the person at the machine can do about it. In both languages where writers meet it; what only those
 * do who deploy is in English. The first that fits counts: a role that has expired is forbidden everything, too.
 */
const known: readonly (readonly [RegExp, Localised])[] = [
  [
    /ExpiredToken|token (?:included in the request )?(?:is|has) expired|session .*has expired|RequestExpired/i,
    {
      da: "Den rolle, du arbejder med hos AWS, er udløbet. Gør sådan: log ind igen (aws sso login), eller kør workflowet igen.",
      en: "The role with which you act at AWS has expired. Fix: sign in again (aws sso login), or let the workflow run anew.",
    },
  ],
  [
    /AssumeRoleWithWebIdentity/,
    {
      da: "Denne gren eller dette repository må ikke udgive til presserummet. Gør sådan: udgiv fra den gren, som cdk.json nævner under committing, eller skriv din der og kør npm run deploy.",
      en: "This branch or repository may not publish to this newsroom. Fix: publish from the branch that cdk.json names under committing, or write yours there and deploy.",
    },
  ],
  [
    /CredentialsProviderError|Could not load credentials|Unable to resolve AWS account|no credentials (?:have been )?configured|Unable to locate credentials/i,
    {
      da: "Ingen er logget ind hos AWS her. Gør sådan: log ind (aws sso login), og nævn profilen i AWS_PROFILE.",
      en: "Nobody is signed in to AWS here. Fix: sign in (aws sso login) and name the profile with AWS_PROFILE.",
    },
  ],
  [
    /RequestTimeTooSkewed|Signature (?:expired|not yet current)/,
    {
      da: "Uret på denne maskine går mere forkert, end AWS tillader. Gør sådan: stil det, og kør kommandoen igen.",
      en: "The clock of this machine is further off than AWS allows. Fix: set it, and run this once more.",
    },
  ],
  [
    /InvalidClientTokenId|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignature|UnrecognizedClient/,
    {
      da: "AWS kender ikke den nøgle, du arbejder med. Gør sådan: log ind igen, og fjern gamle nøgler fra miljøet.",
      en: "AWS does not know the key with which you act. Fix: sign in again, and take old keys out of the environment.",
    },
  ],
  [
    /Region is missing|Region not accepted/,
    {
      da: "Ingen har sagt, i hvilken region presserummet er. Gør sådan: sæt AWS_REGION til den, som cdk.json nævner for dets stage.",
      en: "Nobody has said in which Region the press room is. Fix: set AWS_REGION to the one that cdk.json names for its stage.",
    },
  ],
  [
    /PermanentRedirect|AuthorizationHeaderMalformed|IllegalLocationConstraint/,
    {
      da: "Presserummet er i en anden region end den, du arbejder i. Gør sådan: sæt AWS_REGION til den, som cdk.json nævner for dets stage.",
      en: "The press room is in another Region than the one you act in. Fix: set AWS_REGION to the one that cdk.json names for its stage.",
    },
  ],
  [
    /NoSuchBucket/,
    {
      da: "Kildernes bucket er der ikke længere. Gør sådan: sæt PRESSERUM_SOURCE_BUCKET til stakkens output SourceBucket; er den slettet, så kør npm run deploy og send dit commit igen.",
      en: "The source bucket is not there any more. Fix: set PRESSERUM_SOURCE_BUCKET to the output SourceBucket of the stack; if it was deleted, deploy again and send the commit once more.",
    },
  ],
  [
    /ResourceNotFoundException/,
    {
      da: "Presserummets tabel er ikke her: i denne konto og region er det ikke sat op, eller det er taget ned. Gør sådan: log ind på dets konto, og sæt AWS_REGION til dets region og PRESSERUM_TABLE til stakkens output Table.",
      en: "The press room's table is not here: in this account and Region it was never deployed, or it was taken down. Fix: sign in to its account, and set AWS_REGION to its Region and PRESSERUM_TABLE to the output Table of the stack.",
    },
  ],
  [
    /SlowDown|Throttling|ProvisionedThroughputExceeded|TooManyRequests|ServiceUnavailable|InternalServerError|InternalError/,
    {
      da: "AWS har for travlt lige nu; det, der er sendt, bliver liggende. Gør sådan: kør kommandoen igen om et minut.",
      en: "AWS has too much to do just now; what was sent stays where it is. Fix: run this once more in a minute.",
    },
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH/,
    {
      da: "Presserummet kan ikke nås herfra. Gør sådan: se efter forbindelsen til nettet og AWS_REGION, eller kør npm start for det her på maskinen, og prøv igen.",
      en: "The press room cannot be reached from here. Fix: look at the connection to the net and at AWS_REGION, or npm start for the one on this machine, and try again.",
    },
  ],
  [
    /cdk-bootstrap|Has the environment been bootstrapped|not (?:been )?bootstrapped/i,
    english(
      "The account has not been made ready for the CDK in every Region that the stage needs. Fix: npx cdk bootstrap aws://ACCOUNT/REGION aws://ACCOUNT/us-east-1",
    ),
  ],
  [
    /bucket you tried to delete is not empty|BucketNotEmpty/i,
    english(
      "A bucket still has something in it, and no command of ours empties one. Fix: empty it in the console of S3, and run this once more.",
    ),
  ],
  [
    /is in UPDATE_ROLLBACK_FAILED state/,
    english(
      "The stack stopped half-way back from an update that failed; the press room goes on publishing. Fix: aws cloudformation continue-update-rollback --stack-name STACK --region REGION, and run this once more.",
    ),
  ],
  [
    /is in \w*(?:ROLLBACK_COMPLETE|ROLLBACK_FAILED|DELETE_FAILED) state/,
    english(
      "The stack is what is left of a deployment or a deletion that failed. Fix: delete it in the console of CloudFormation, which says what it cannot delete, and deploy again.",
    ),
  ],
  [
    /failed to deploy: UPDATE_ROLLBACK_COMPLETE/,
    english(
      "The deployment failed, and CloudFormation put everything back as it was: readers and writers notice nothing. Fix: mend what is said above, and run this once more.",
    ),
  ],
  [
    /not authorized to perform: (?:cloudformation|iam|ssm):/,
    english(
      "Whoever you are at AWS may not deploy. Fix: sign in as somebody who may take the roles that npx cdk bootstrap made; they begin with cdk-.",
    ),
  ],
  [
    /not authorized to perform: dynamodb:/,
    {
      da: "Du må ikke se i presserummets tabel; det skal den, der kun sender, heller ikke. Gør sådan: npm run publish uden PRESSERUM_TABLE, eller arbejd med en rolle, der må læse tabellen.",
      en: "You may not look into the press room's table; who only sends need not. Fix: npm run publish without PRESSERUM_TABLE, or act with a role that may read the table.",
    },
  ],
  [
    // S3 says no more than a number to HEAD, which has no body.
    /AccessDenied|is not authorized to perform|^403 /,
    {
      da: "Den, du er hos AWS, må ikke dette; måske er det den forkerte konto. Gør sådan: aws sts get-caller-identity siger, hvem du er; arbejd med den rolle, som stakkens output Role nævner, eller giv din egen stakkens policy MaySend.",
      en: "Whoever you are at AWS may not do this; it may be the wrong account. Fix: aws sts get-caller-identity says who you are; act with the role that the output Role names, or attach the policy MaySend of the stack to yours.",
    },
  ],
];

/** Only those meet it who deploy. */
function english(said: string): Localised {
  return { da: said, en: said };
}

/**
 * One sentence with the way out, for an error of AWS's services or for what the CDK's command line has said.
 *
 * @returns  undefined for what is not known: it is shown as it is
 */
export function awsTrouble(error: unknown): Localised | undefined {
  return known.find(([pattern]) => pattern.test(saidBy(error)))?.[1];
}

function saidBy(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { name, message, code, $metadata } = error as Error & {
    readonly code?: string;
    readonly $metadata?: { readonly httpStatusCode?: number };
  };
  return [$metadata?.httpStatusCode, name, code, message].filter((one) => one !== undefined).join(" ");
}
