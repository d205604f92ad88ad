import { openCheckout } from "../../functions/local/open-checkout.ts";
import { startPreview } from "../../functions/local/preview/start-preview.ts";

/** The preview of `npm start` without the press room beside it, in a process of its own: what it holds is its own. */
export interface Previewer {
  readonly url: string;
}
/** What it has used so far; sent for each message. */
export interface UsedByPreview {
  readonly cpu: number;
  readonly peakMegabytes: number;
}

const [repository = "", heldFolder = ""] = process.argv.slice(2);
const { checkout } = await openCheckout(repository);
const preview = await startPreview({
  folder: checkout.folder,
  committed: checkout,
  live: "http://localhost:1",
  heldFolder,
  port: 0,
});
process.on("message", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const used: UsedByPreview = {
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: Math.round(maxRSS / 1_000),
  };
  process.send?.(used);
});
process.on("disconnect", () => process.exit(0));
process.send?.({ url: preview.url } satisfies Previewer);
