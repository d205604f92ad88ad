import { S3Client } from "@aws-sdk/client-s3";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { s3Sources } from "../aws/s3-sources.ts";
import { s3SourceStore } from "../aws/s3-source-store.ts";
import { readEnvironment } from "../aws/environment.ts";
import { openCheckout } from "../local/open-checkout.ts";
import { memoryRows } from "../pipeline/memory-rows.ts";
import { readChanges } from "../pipeline/read-changes.ts";
import { rememberedSources } from "../pipeline/remembered-sources.ts";
import { sendCommit } from "../pipeline/send-commit.ts";
import { endWith } from "./end-with.ts";
import { projectFolder } from "./options.ts";
import { refuseOtherBranch } from "./other-branch.ts";
import { photosLeftOut, tellProblems } from "./tell-problems.ts";

/**
 * Sends the newest commit to a deployed press room: run by a person, or by a CI job with a short-lived role that may
 * write the source bucket and nothing else. The bucket's name is in PRESSERUM_SOURCE_BUCKET.
 */
await endWith(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const { checkout, notice } = await openCheckout(resolve(positionals[0] ?? join(projectFolder, "content")));
  if (notice !== undefined) console.error(notice);
  try {
    const head = await checkout.head();

    // Checked here too, so that the one who commits is told at once and at the place where they can mend it.
    const ports = { sources: rememberedSources(checkout), rows: memoryRows() };
    const { problems, leftOut } = await readChanges(ports, { tree: undefined, also: [] }, head.tree);
    tellProblems([...problems, ...leftOut], checkout.folder);
    if (leftOut.length > 0) console.error(`\n${photosLeftOut(leftOut.length)}`);
    if (problems.length > 0) {
      console.error(`\nNothing was sent: ${problems.length} to mend first.`);
      return 1;
    }

    refuseOtherBranch(process.env);
    const { sourceBucket } = readEnvironment("sourceBucket");
    const s3 = new S3Client({});
    const { uploaded } = await sendCommit(
      checkout,
      s3Sources(s3, sourceBucket),
      s3SourceStore(s3, sourceBucket),
      head,
    );
    console.log(`Commit ${head.commit} is sent (${uploaded} uploads); it is live within seconds.`);
    return 0;
  } finally {
    checkout.close(); // Git runs beside us, and would keep a command that failed from ending
  }
});
