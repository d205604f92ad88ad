import type { Locale } from "../content/locale.ts";

interface EraseWords {
  readonly out: (name: string) => string;
  readonly deleted: string;
  readonly without: string;
  readonly byHand: string;
  readonly named: string;
  /** Above the command that purges them. */
  readonly inHistory: (commits: number) => string;
  /** Below it. */
  readonly elsewhere: string;
  readonly meant: string;
  readonly left: string;
  readonly stuck: string;
  readonly done: (id: string) => string;
  readonly notYet: (id: string) => string;
  readonly takenOut: (id: string, when: string, commit: string) => string;
}

/** What taking a contact out says of itself. */
export const eraseWords: Readonly<Record<Locale, EraseWords>> = {
  da: {
    out: (name) => `Sådan kommer ${name} ud af presserummet:`,
    deleted: "slettes",
    without: "mister den linje, der nævner dem",
    byHand: "det her kan kun du ændre, og det skal gøres først",
    named:
      "tekster, der nævner dem: hvad der er udgivet, bliver stående, medmindre du retter det eller trækker det tilbage",
    inHistory: (commits) =>
      `Gits historie har dem i ${commits} commits. Sådan fjernes de dér, i en frisk klon (git filter-repo):`,
    elsewhere:
      "Lad derefter alle klone forfra. Kildebucket'en gemmer det, der er sendt, under de samme navne: slet objects/<blob-id> dér,\n" +
      "og de tidligere versioner, der ellers bliver gemt så længe, som cdk.json siger.",
    meant: "Skal filerne ændres?",
    left: "Intet er ændret.",
    stuck: "Intet er ændret: ret først det, som kun du kan ændre.",
    done: (id) => `Det er gjort her. Commit det; når det er ude: npm run erase -- ${id} --receipt`,
    notYet: (id) =>
      `Intet, der er udgivet, har taget ${id} ud endnu. Gør sådan: npm run erase -- ${id}, commit, udgiv.`,
    takenOut: (id, when, commit) =>
      `${id} blev taget ud ${when} med ${commit}.\nVæk, eller lavet igen uden dem:`,
  },
  en: {
    out: (name) => `To take ${name} out of the press room:`,
    deleted: "deleted",
    without: "without the line that names them",
    byHand: "only you can change these first",
    named: "texts that name them: what was published stays, unless you correct or withdraw it",
    inHistory: (commits) =>
      `Git's history has them in ${commits} commits. To purge them there, in a fresh clone (git filter-repo):`,
    elsewhere:
      "Then have everybody clone anew. The source bucket keeps what was sent under the same names: delete objects/<blob id> there,\n" +
      "and its earlier versions, which else are kept for as long as cdk.json says.",
    meant: "Change these files?",
    left: "Nothing was changed.",
    stuck: "Nothing was changed: first mend what only you can change.",
    done: (id) => `Done here. Commit it; when it is live: npm run erase -- ${id} --receipt`,
    notYet: (id) => `No publication has taken ${id} out yet. Fix: npm run erase -- ${id}, commit, publish.`,
    takenOut: (id, when, commit) =>
      `${id} was taken out on ${when} by ${commit}.\nGone, or made again without them:`,
  },
};
