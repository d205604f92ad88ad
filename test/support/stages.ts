import type { Stage } from "../../infra/stage.ts";

/** Ways to deploy that the sample in `cdk.json` does not take. */
export const pipeline: Stage["committing"] = {
  repository: "presse-example/newsroom",
  branch: "main",
  connectionArn:
    "arn:aws:codeconnections:eu-north-1:111122223333:connection/0a0a0a0a-1b1b-2c2c-3d3d-4e4e4e4e4e4e",
};
export const ownCertificate: Stage["domain"] = {
  name: "presse.example",
  certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/0a0a0a0a-1b1b-2c2c-3d3d-4e4e4e4e4e4e",
};
