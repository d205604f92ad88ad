import { parseArgs } from "node:util";
import { bundleForCloud, bundleFunctions } from "../local/bundle-functions.ts";
import { endWith } from "./end-with.ts";

/** `--cloud` also brings sharp for Lambda's processor, before a deployment. */
await endWith(async () => {
  const { values } = parseArgs({ options: { cloud: { type: "boolean", default: false } } });
  await bundleFunctions();
  if (values.cloud) await bundleForCloud();
  return 0;
});
