import { parseArgs } from "node:util";
import { bundleFunctions } from "../local/bundle-functions.ts";
import { cdk, chosenStage } from "./cdk.ts";
import { endWith } from "./end-with.ts";
import { BadOption } from "./options.ts";

/**
 * Takes a stage's stacks down again: `npm run destroy -- --stage dev --confirm dev`. Buckets and table stay, with all that
 * is in them, unless the stage says "whenDestroyed": "delete".
 */
await endWith(async () => {
  const { values } = parseArgs({ options: { stage: { type: "string" }, confirm: { type: "string" } } });
  const { name, stage, stacks } = chosenStage();
  const isKept = stage.retention.whenDestroyed === "keep";
  const fate = isKept
    ? "Its buckets and its table stay."
    : "Its table, and its buckets once they are empty, go as well.";
  if (values.confirm !== name) {
    throw new BadOption(
      `This takes the press room of stage ${name} away from its readers. ${fate} Fix: add --confirm ${name}.`,
    );
  }
  await bundleFunctions();
  for (const { id } of stacks.toReversed())
    await cdk("destroy", id, "--exclusively", "--force", "--context", `stage=${name}`);
  console.log(fate);
  return 0;
});
