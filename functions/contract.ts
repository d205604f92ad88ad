/**
 * Names that the stack and the functions share. Imports nothing, so that neither side drags the other in:
 * a change of a name here reaches the template and the bundles in the same commit.
 */

/** The environment variables that the stack sets and the functions read once, at their start. */
export const environmentNames = {
  sourceBucket: "PRESSERUM_SOURCE_BUCKET",
  heldBucket: "PRESSERUM_HELD_BUCKET",
  siteBucket: "PRESSERUM_SITE_BUCKET",
  advanceBucket: "PRESSERUM_ADVANCE_BUCKET",
  table: "PRESSERUM_TABLE",
  distribution: "PRESSERUM_DISTRIBUTION",
  renderPagesFunction: "PRESSERUM_RENDER_PAGES_FUNCTION",
  makeRenditionsFunction: "PRESSERUM_MAKE_RENDITIONS_FUNCTION",
  /** For the command that signs links to advance copies: where the site is, and which key of CloudFront's it has. */
  siteUrl: "PRESSERUM_SITE_URL",
  advanceKeyId: "PRESSERUM_ADVANCE_KEY_ID",
  /** A file. */
  advanceKey: "PRESSERUM_ADVANCE_KEY",
  /** What the editor in the browser works on, and what it signs in with; only where a stage has one. */
  editorRepository: "PRESSERUM_EDITOR_REPOSITORY",
  editorBranch: "PRESSERUM_EDITOR_BRANCH",
  editorClientId: "PRESSERUM_EDITOR_CLIENT_ID",
  editorSecret: "PRESSERUM_EDITOR_SECRET",
  /** The GitLab that it works on, by its origin; absent where that is GitHub. */
  editorGitLab: "PRESSERUM_EDITOR_GITLAB",
  makeKitFunction: "PRESSERUM_MAKE_KIT_FUNCTION",
  /** The version of the bundles: new code is seen as a change of the site. */
  code: "PRESSERUM_CODE",
} as const;

/**
 * How the system hands out memory to the function that makes photos. With an arena for each thread, what one thread let go
 * of is of no use to the next: a turned photo of 24 megapixels held some 500 MB, and holds 340 MB with one arena for all.
 *
 * @see  mallopt(3), M_ARENA_MAX
 */
export const photoAllocator = { MALLOC_ARENA_MAX: "1" } as const;

/**
 * The letters of drawn pictures, in WOFF: Latin ones, and those of the languages around, each file with its own. They come
 * from the package, and lie in a folder beside the function that draws.
 */
export const pictureLetters = {
  package: "@fontsource/ibm-plex-serif",
  folder: "letters",
  files: ["ibm-plex-serif-latin-600-normal.woff", "ibm-plex-serif-latin-ext-600-normal.woff"],
} as const;

/** The one object in the source bucket whose writing wakes the publisher. */
export const headKey = "head.json";

/** The index: one table, one partition key and one sort key, both text. */
export const tableKeys = { partition: "pk", sort: "sk" } as const;

/** The bundles under `dist/`, one folder for each function; the handler is `index.handler` in each. */
export const functionNames = [
  "publish",
  "render-pages",
  "make-renditions",
  "make-kit",
  "watch",
  "query",
] as const;
/** Not among them: at home the editor is beside the preview, and its code makes no page. */
export const editorFunction = "editor";
export type FunctionName = (typeof functionNames)[number] | typeof editorFunction;
export const bundleFolder = "dist/functions";
/** What only a deployment needs: the photo function with the binaries for Lambda's processor. */
export const cloudBundleFolder = "dist/cloud";
/** In the context of a synthesis whose functions run on this machine. */
export const atHome = "presserum:at-home";
export const handlerName = "index.handler";
/** The edge functions as they are shipped: plain scripts, no imports. */
export const edgeFunctionFiles = {
  viewerRequest: "functions/edge/viewer-request.js",
  viewerResponse: "functions/edge/viewer-response.js",
} as const;
/** How a stored object tells the edge to answer; S3 gives them out with "x-amz-meta-" before the name. */
export const answerMetadata = { status: "answer", location: "location" } as const;
/**
 * Where releases under embargo stand for those who may read them before: pages, which CloudFront gives out against a
 * signature alone, and the pictures on them, whose address is known from the page alone. In a bucket of their own.
 */
export const advanceFolders = { pages: "advance", photos: "advance-photos" } as const;
/** Whether the object of that key is for one person, and not for the public. */
export function isAdvance(key: string): boolean {
  return Object.values(advanceFolders).some((folder) => key.startsWith(`${folder}/`));
}
/** Everything below it is answered by a function, from the index. */
export const apiFolder = "api";
/** By what it lists releases: the index has a list for each of them, and for no two together. */
export const apiReleaseLists = ["programme", "case", "contact", "photo", "topic", "month"] as const;
/** All that a question may say; CloudFront passes on nothing else, and tells no other questions apart. */
export const apiParameters = [...apiReleaseLists, "cursor", "limit"] as const;
/** The same below its OParl folder, whose questions are OParl's own: CloudFront tells no more than ten apart by one policy. */
export const oparlFolder = `${apiFolder}/oparl`;
export const oparlParameters = [
  "cursor",
  "limit",
  "created_since",
  "created_until",
  "modified_since",
  "modified_until",
] as const;
/** Seconds for which an answer is kept. An embargo that ends may be hidden for no longer, and be known within five. */
export const apiAnswerAge = 3;
/** Where in the held bucket kits wait for their release. */
export const heldKits = "kits/";
/** And where pictures that were drawn for link previews wait until they are on the site. */
export const heldPictures = "pictures/";
/** The page that answers for an address with nothing behind it; with both languages on it. */
export const notFoundKey = "404.html";

/** What CloudWatch counts of each publication, from the line that the publisher logs; by the dimension `functionName`. */
export const metricNamespace = "Presserum";
export const publicationMetrics = {
  published: "Count",
  /** Commits that changed nothing because something in them is to be mended. */
  refused: "Count",
  /** Steps whose day passed without an outcome since the publication before. */
  overdue: "Count",
  put: "Count",
  deleted: "Count",
  milliseconds: "Milliseconds",
} as const;

/** What CloudWatch counts each minute of what is wanted and what is live, from the line that the watch logs. */
export const watchMetrics = {
  /** 1 while the newest commit is neither live nor refused. */
  headWaiting: "Count",
  /** How long ago the site should have changed by itself. */
  secondsOverdue: "Seconds",
} as const;

/** Seconds between two nudges by the clock. The rule cannot be set finer than a minute. */
export const tickSeconds = 60;

/** Certificates, firewalls and everything that CloudFront says of itself are in this Region and in no other. */
export const edgeRegion = "us-east-1";
/** The stacks of a stage, in the order in which they are deployed. */
export const stackKinds = ["front-door", "press-room", "edge-watch"] as const;
export type StackKind = (typeof stackKinds)[number];
export function stackName(stage: string, kind: StackKind): string {
  return `presserum-${stage}-${kind}`;
}
/** What one stack puts out, and a later one takes in as a parameter of the same name. */
export const handedOn = {
  certificate: "CertificateArn",
  firewall: "FirewallArn",
  distribution: "DistributionId",
} as const;
/** What each of them takes in, where it is put out. */
export const takenIn: Readonly<Record<StackKind, readonly string[]>> = {
  "front-door": [],
  "press-room": [handedOn.certificate, handedOn.firewall],
  "edge-watch": [handedOn.distribution],
};
