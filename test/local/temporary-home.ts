import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudFrontClient } from "@aws-sdk/client-cloudfront";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { startRuntime, type Runtime, type RuntimeOptions } from "../../functions/local/start-runtime.ts";
import { pressStack, type Fixture } from "./press-stack.ts";

/** A folder for one test, in which stacks are started and, at its end, stopped. */
export function temporaryHome() {
  const dir = mkdtempSync(join(tmpdir(), "local-runtime-"));
  const runtimes: Runtime[] = [];
  return {
    dir,
    dataDir: join(dir, "data"),
    async start(fixture: Fixture = {}, options: Partial<RuntimeOptions> = {}): Promise<Runtime> {
      for (const [id, { code }] of Object.entries(fixture.functions ?? {})) {
        mkdirSync(join(dir, id), { recursive: true });
        writeFileSync(join(dir, id, "index.mjs"), code);
      }
      const runtime = await startRuntime({
        template: pressStack(fixture),
        assetFolder: (hash) => join(dir, hash),
        dataDir: join(dir, "data"),
        port: 0,
        ticks: false,
        ...options,
      });
      runtimes.push(runtime);
      return runtime;
    },
    async end(): Promise<void> {
      for (const runtime of runtimes) await runtime.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The real clients, with the environment that the runtime gives to the operator. */
export function clientsOf({ environment }: Runtime, caller = environment["AWS_ACCESS_KEY_ID"] ?? "") {
  const common = {
    region: environment["AWS_REGION"] ?? "",
    credentials: { accessKeyId: caller, secretAccessKey: "secret" },
    maxAttempts: 1,
  };
  const at = (service: string) => ({
    ...common,
    endpoint: environment[`AWS_ENDPOINT_URL_${service}`] ?? "",
  });
  const s3 = new S3Client(at("S3"));
  return {
    s3,
    dynamoDb: new DynamoDBClient(at("DYNAMODB")),
    lambda: new LambdaClient(at("LAMBDA")),
    cloudFront: new CloudFrontClient(at("CLOUDFRONT")),
    put: (bucket: string, key: string, body: string, headers: { CacheControl?: string } = {}) =>
      s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: body,
          ContentType: "text/html; charset=utf-8",
          ...headers,
        }),
      ),
  };
}
