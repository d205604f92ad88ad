import { join } from "node:path";
import { environmentNames } from "../contract.ts";
import { advanceKeyIn } from "../local/advance-key.ts";
import { openCheckout } from "../local/open-checkout.ts";
import { bundleFunctions } from "../local/bundle-functions.ts";
import { openPressRoom } from "../local/press-room.ts";
import type { Sent } from "../local/press-room.ts";
import { startPreview } from "../local/preview/start-preview.ts";
import { announceRunning } from "../local/running.ts";
import { startRuntime } from "../local/start-runtime.ts";
import { synthesise } from "../local/synthesise.ts";
import { watchCommits } from "../local/watch-commits.ts";
import { contentRepository } from "../local/editor/content-repository.ts";
import { editorAnswers } from "../local/editor/editor-answers.ts";
import { endWith } from "./end-with.ts";
import { startOptions } from "./options.ts";
import { photosLeftOut, tellProblems } from "./tell-problems.ts";

/** The whole press room on this machine: what would be deployed, run from its template, and a preview beside it. */
await endWith(async () => {
  const { port, contentDir, dataDir } = startOptions(process.env);
  const stopped = untilInterrupted();
  const { checkout, notice, history } = await openCheckout(contentDir); // first: the commonest mistake, and the soonest told
  if (notice !== undefined) console.log(notice);

  console.log("Building the functions and the stack …");
  await bundleFunctions();
  const advanceKey = await advanceKeyIn(dataDir);
  const synthesis = await synthesise(advanceKey.publicKey);
  const runtime = await startRuntime({
    ...synthesis,
    dataDir,
    port,
    callsFile: process.env["PRESSERUM_CALLS"],
  });
  const closing: (() => Promise<void> | void)[] = [
    // For npm run status, rollback, again and advance.
    announceRunning(dataDir, { ...runtime.environment, [environmentNames.advanceKey]: advanceKey.file }),
    () => checkout.close(),
    () => runtime.close(),
  ];
  try {
    const pressRoom = await openPressRoom(runtime, checkout);
    const preview = await startPreview({
      folder: checkout.folder,
      committed: checkout.kind === "git" ? checkout : undefined,
      live: runtime.site,
      heldFolder: join(dataDir, "preview"),
      port: port + 1,
      ...(history === undefined
        ? {}
        : {
            editor: editorAnswers({
              repository: contentRepository(history.root, history.prefix),
              prefix: history.prefix,
              site: runtime.site,
            }),
          }),
    });
    closing.unshift(() => preview.close());

    console.log(`Publishing ${checkout.folder} …`);
    const publish = async (): Promise<void> => tell(await pressRoom.publish(), checkout.folder);
    await Promise.race([publish(), stopped]);
    if (!stopped.happened()) {
      console.log(`\nThe press room is ready: ${runtime.site}/`);
      console.log(`What is saved but not committed is shown at ${preview.url}. Ctrl-C stops both.\n`);
      const watch = watchCommits(checkout, publish);
      closing.unshift(() => watch.stop());
    }
    await stopped;
    console.log("Stopping. What is published stays, and the next start goes on from it.");
  } finally {
    for (const close of closing) await close();
  }
  return 0;
});

function tell({ commit, moved, outcome, problems }: Sent, folder: string): void {
  const short = commit.replace("folder-", "").slice(0, 8);
  tellProblems(problems, folder);
  if (outcome === "refused") {
    console.error(
      `\n${problems.length} to mend: ${short} changes nothing on the site until they are, and committed.`,
    );
  } else if (moved) {
    if (problems.length > 0) console.error(`\n${photosLeftOut(problems.length)}`);
    console.log(`${new Date().toLocaleTimeString("da-DK")}  ${short} is live in Danish and English.`);
  }
}

/** Resolves at Ctrl-C, or when the system asks the program to end. A second Ctrl-C ends it at once. */
function untilInterrupted(): Promise<void> & { happened(): boolean } {
  let interrupted = false;
  const wait = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        interrupted = true;
        resolve();
      });
    }
  });
  return Object.assign(wait, { happened: () => interrupted });
}
