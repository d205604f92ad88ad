/** What AWS says, to what the person at the machine can do about it. Trying again helps with none of them. */
const known: readonly (readonly [RegExp, string])[] = [
  [
    /ExpiredToken|token (?:included in the request )?(?:is|has) expired|RequestExpired/i,
    "The role with which you act at AWS has expired. Fix: sign in again (aws sso login), or let the workflow run anew.",
  ],
  [
    /AssumeRoleWithWebIdentity/,
    "This branch or repository may not publish to this newsroom. Fix: publish from the branch that cdk.json names under committing, or write yours there and deploy.",
  ],
  [
    /CredentialsProviderError|Could not load credentials|Unable to resolve AWS account|no credentials (?:have been )?configured|Unable to locate credentials/i,
    "Nobody is signed in to AWS here. Fix: sign in (aws sso login) and name the profile with AWS_PROFILE.",
  ],
  [
    /InvalidClientTokenId|InvalidAccessKeyId|SignatureDoesNotMatch|UnrecognizedClient/,
    "AWS does not know the key with which you act. Fix: sign in again, and take old keys out of the environment.",
  ],
  [
    /NoSuchBucket/,
    "The source bucket is not there any more. Fix: set PRESSERUM_SOURCE_BUCKET to the output SourceBucket of the stack; if it was deleted, deploy again and send the commit once more.",
  ],
  [
    /cdk-bootstrap|Has the environment been bootstrapped|not (?:been )?bootstrapped/i,
    "The account has not been made ready for the CDK in every Region that the stage needs. Fix: npx cdk bootstrap aws://ACCOUNT/REGION aws://ACCOUNT/us-east-1",
  ],
  [
    /bucket you tried to delete is not empty|BucketNotEmpty/i,
    "A bucket still has something in it, and no command of ours empties one. Fix: empty it in the console of S3, and run this once more.",
  ],
  [
    /AccessDenied|is not authorized to perform/,
    "Whoever you are at AWS may not do this. Fix: act with the role that the output Role names, or attach the policy MaySend of the stack to yours.",
  ],
];

/**
 * One sentence with the way out, for an error of AWS's services or for what the CDK's command line has said.
 *
 * @returns  undefined for what is not known: it is shown as it is
 */
export function awsTrouble(error: unknown): string | undefined {
  const said = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  return known.find(([pattern]) => pattern.test(said))?.[1];
}
