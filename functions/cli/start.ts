import { join } from "node:path";
import { environmentNames } from "../contract.ts";
import { advanceKeyIn } from "../local/advance-key.ts";
import { authorsLanguage } from "../local/authors-language.ts";
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
import { startWords } from "./start-words.ts";
import { photosLeftOut, tellProblems } from "./tell-problems.ts";

/** The whole press room on this machine: what would be deployed, run from its template, and a preview beside it. */
await endWith(async () => {
  const { port, contentDir, dataDir } = startOptions(process.env);
  const stopped = untilInterrupted();
  const { checkout, notice, history } = await openCheckout(contentDir); // first: the commonest mistake, and the soonest told
  const language = authorsLanguage(checkout.folder);
  const say = startWords[language];
  if (notice !== undefined) console.log(notice[language]);

  console.log(say.building);
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
              language: () => authorsLanguage(checkout.folder),
            }),
          }),
    });
    closing.unshift(() => preview.close());

    console.log(say.publishing(checkout.folder));
    const publish = async (): Promise<void> => tell(await pressRoom.publish(), checkout.folder);
    await Promise.race([publish(), stopped]);
    if (!stopped.happened()) {
      console.log(say.ready(runtime.site, preview.url));
      const watch = watchCommits(checkout, publish);
      closing.unshift(() => watch.stop());
    }
    await stopped;
    console.log(say.stopping);
  } finally {
    for (const close of closing) await close();
  }
  return 0;
});

function tell({ commit, moved, outcome, problems }: Sent, folder: string): void {
  const language = authorsLanguage(folder);
  const say = startWords[language];
  const short = commit.replace("folder-", "").slice(0, 8);
  tellProblems(problems, folder);
  if (outcome === "refused") {
    console.error(say.refused(problems.length, short));
  } else if (moved) {
    if (problems.length > 0) console.error(`\n${photosLeftOut(problems.length, language)}`);
    console.log(say.live(new Date().toLocaleTimeString("da-DK"), short));
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
