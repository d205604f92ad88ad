import type { Locale } from "../content/locale.ts";
import type { Head } from "../pipeline/ports.ts";
import { endWith } from "./end-with.ts";
import { openOperator } from "./operator.ts";
import type { Outcome } from "./operator.ts";
import { BadOption } from "./options.ts";
import { readOptions } from "./read-options.ts";

const words: Readonly<Record<Locale, Readonly<Record<Outcome | "begins", string>>>> = {
  da: {
    begins: "Laver alt igen …",
    live: "Det er gjort.",
    refused: "Presserummet sagde nej; npm run status siger hvorfor.",
    overtaken: "Et nyere commit er sendt imens, og det er det, der kommer ud.",
  },
  en: {
    begins: "Making everything again …",
    live: "Done.",
    refused: "It was refused; npm run status says why.",
    overtaken: "A newer commit was sent meanwhile, and that is the one that goes live.",
  },
};

/** Has everything made once more from the sources, index and pages alike, whatever is there. */
await endWith(async () => {
  readOptions("npm run again", {});
  const operator = openOperator();
  const [last, language] = await Promise.all([operator.sources.head(), operator.language()]);
  if (last === undefined) {
    throw new BadOption({
      da: "Intet er sendt endnu. Gør sådan: npm run publish.",
      en: "Nothing was sent yet. Fix: npm run publish.",
    });
  }
  const head: Head = { ...last, again: new Date().toISOString() };
  console.log(words[language].begins);
  await operator.store.moveHead(head);
  const outcome = await operator.outcome(head);
  console.log(words[language][outcome]);
  return outcome === "live" ? 0 : 1;
}, 2);
