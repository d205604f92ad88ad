import { CfnOutput, CfnParameter, Stack } from "aws-cdk-lib";
import type { StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { environmentNames, handedOn } from "../functions/contract.ts";
import { AdvanceCopies } from "./advance-copies.ts";
import { Committer } from "./committer.ts";
import { DataApi } from "./data-api.ts";
import { Editor } from "./editor.ts";
import { Functions } from "./functions.ts";
import { Nudges } from "./nudges.ts";
import { PressRoomWatch } from "./press-room-watch.ts";
import { Readers } from "./readers.ts";
import { decided } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { Stores } from "./stores.ts";

/** The press room, in the order in which a release meets its parts. It names no account. */
export class PressRoomStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, { description: "A press room that lives in a Git repository.", ...props });
    const { stage } = props;
    // A commit is sent to the source bucket …
    const stores = new Stores(this, "Stores", stage);
    new Committer(this, "Committer", stage, stores.source);
    // … where readers will find it …
    const readers = new Readers(this, "Readers", stores.site, this.door(stage));
    const advance = decided(stage.advance);
    const copies = advance && new AdvanceCopies(this, "AdvanceCopies", stores.advance, readers, advance);
    // … once it is published by these …
    const functions = new Functions(this, "Functions", stage, stores, readers.distribution);
    // … and programs ask about it …
    new DataApi(this, "DataApi", stage, stores, readers);
    // … which are woken by a new head, and each minute.
    new Nudges(this, "Nudges", stores.source, functions);
    // Last, so that it sees all: what tells somebody when one of them does not do what it should.
    new PressRoomWatch(this, "Watch", stage, functions, readers);

    const editor = decided(stage.editor);
    if (editor !== undefined) new Editor(this, "Editor", stage, editor, readers.distribution);

    const { distribution } = readers;
    const host = decided(stage.domain)?.name ?? distribution.distributionDomainName;
    const outputs = {
      SiteUrl: [`https://${host}`, "Where the press room is"],
      SourceBucket: [
        stores.source.bucketName,
        `What ${environmentNames.sourceBucket} is for npm run publish`,
      ],
      Table: [
        stores.table.tableName,
        `What ${environmentNames.table} is for npm run status, rollback and again`,
      ],
      [handedOn.distribution]: [distribution.distributionId, "Whose edge is watched in us-east-1"],
      ...(copies === undefined
        ? {}
        : {
            AdvanceKeyId: [
              copies.keyId,
              `What ${environmentNames.advanceKeyId} is for npm run advance`,
            ] as const,
          }),
      DistributionDomain: [
        distribution.distributionDomainName,
        "What the press room's own name has to point at, where its zone is not in Route 53",
      ],
    };
    for (const [name, [value = "", description = ""]] of Object.entries(outputs)) {
      new CfnOutput(this, name, { value, description });
    }
  }

  /** Name, certificate and firewall: as the stage says, or as the front door in us-east-1 hands them on. */
  private door({ domain, firewall }: Stage) {
    const named = decided(domain);
    const handed = (name: string) =>
      new CfnParameter(this, name, {
        description: "From the front door in us-east-1; npm run deploy hands it on",
      }).valueAsString;
    return {
      ...(named === undefined
        ? {}
        : {
            domain: {
              name: named.name,
              certificateArn: "zone" in named ? handed(handedOn.certificate) : named.certificateArn,
              ...("zone" in named ? { zone: named.zone } : {}),
            },
          }),
      ...(decided(firewall) === undefined ? {} : { firewallArn: handed(handedOn.firewall) }),
    };
  }
}
