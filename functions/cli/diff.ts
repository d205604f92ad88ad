import { bundleForCloud, bundleFunctions } from "../local/bundle-functions.ts";
import { cdk, chosenStage } from "./cdk.ts";
import { endWith } from "./end-with.ts";

/** Says what a deployment would change, and changes nothing: `npm run diff -- --stage prod`. */
await endWith(async () => {
  const { name, stacks } = chosenStage();
  await bundleFunctions();
  await bundleForCloud(); // what a deployment would bring, or each diff would show the photo function
  await cdk("diff", ...stacks.map(({ id }) => id), "--context", `stage=${name}`);
  return 0;
});
