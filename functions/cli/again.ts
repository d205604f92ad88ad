import type { Head } from "../pipeline/ports.ts";
import { endWith } from "./end-with.ts";
import { openOperator } from "./operator.ts";
import { BadOption } from "./options.ts";

/** Has everything made once more from the sources, index and pages alike, whatever is there. */
await endWith(async () => {
  const operator = openOperator();
  const last = await operator.sources.head();
  if (last === undefined) throw new BadOption("Nothing was sent yet. Fix: npm run publish.");
  const head: Head = { ...last, again: new Date().toISOString() };
  console.log("Making everything again …");
  await operator.store.moveHead(head);
  const outcome = await operator.outcome(head);
  console.log(outcome === "live" ? "Done." : "It was refused; npm run status says why.");
  return outcome === "live" ? 0 : 1;
});
