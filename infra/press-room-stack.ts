import { CfnOutput, Stack } from "aws-cdk-lib";
import type { StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { environmentNames } from "../functions/contract.ts";
import { Committer } from "./committer.ts";
import { Functions } from "./functions.ts";
import { Nudges } from "./nudges.ts";
import { Readers } from "./readers.ts";
import { Stores } from "./stores.ts";

/** The press room, in the order in which a release meets its parts. It names no account and no Region. */
export class PressRoomStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    // A commit is sent to the source bucket …
    const stores = new Stores(this, "Stores");
    new Committer(this, "Committer", stores);
    // … where readers will find it …
    const readers = new Readers(this, "Readers", stores.site);
    // … once it is published by these …
    const functions = new Functions(this, "Functions", stores, readers.distribution);
    // … which are woken by a new head, and each minute.
    new Nudges(this, "Nudges", stores.source, functions.publish);

    const outputs = {
      SiteUrl: [`https://${readers.distribution.distributionDomainName}`, "Where the press room is"],
      SourceBucket: [
        stores.source.bucketName,
        `What ${environmentNames.sourceBucket} is for npm run publish`,
      ],
    };
    for (const [name, [value = "", description = ""]] of Object.entries(outputs)) {
      new CfnOutput(this, name, { value, description });
    }
  }
}
