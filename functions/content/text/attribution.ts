/** Words, and who is said to have said them. */
export interface Attribution {
  readonly words: string;
  /** As the text names them: a name, or a pronoun for whoever spoke last. */
  readonly who: { readonly name: string } | "the same";
  readonly role?: string;
}

const danishVerbs =
  "siger|sagde|udtaler|udtalte|fortæller|fortalte|mener|mente|forklarer|forklarede|understreger|understregede|" +
  "tilføjer|tilføjede|fastslår|fastslog|pointerer|pointerede|konstaterer|konstaterede|oplyser|oplyste|vurderer|" +
  "vurderede|påpeger|påpegede|svarer|svarede|slutter|sluttede|fortsætter|fortsatte|erklærer|erklærede|" +
  "uddyber|uddybede|supplerer|supplerede|lover|lovede|(?:lyder|lød) det fra";
const englishVerbs =
  "says|said|explains|explained|adds|added|notes|noted|believes|believed|stresses|stressed|comments|commented|" +
  "continues|continued|concludes|concluded|emphasises|emphasised|states|stated|points out|pointed out";
const verbs = `(?:${danishVerbs}|${englishVerbs})`;

/** No line that was spoken has more verbs of saying; the time to read one that has them all grows with the square. */
const mostVerbs = 50;

const pronoun = /^(?:han|hun|hen|de|he|she|they)$/i;
const particles = "af|von|van|de|den|der|du|el|la|bin|al";
const nameWord = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`;
const name = String.raw`${nameWord}(?:\s+(?:${nameWord}|${particles}))*`;
const wholeName = new RegExp(`^${name}$`, "u");
const roleThenName = new RegExp(String.raw`^(\p{Ll}.*?)\s+(${name}(?:\s\(\p{Lu}{1,3}\))?)$`, "u");
const saying = new RegExp(String.raw`(?<![\p{L}\p{N}])${verbs}(?![\p{L}\p{N}])\s+`, "giu");

/**
 * Reads a spoken line that has lost its dash: "Det er godt, siger Bent Hansen, formand for Vækstforum."
 * The words are given without what is said about them; of a line with words on both sides both are kept.
 *
 * @returns  undefined where nobody is said to have said it
 */
export function spokenLine(line: string): Attribution | undefined {
  const candidates = [...line.matchAll(saying)].slice(-mostVerbs).toReversed();
  for (const candidate of candidates) {
    const before = line.slice(0, candidate.index).trimEnd();
    // "Det siger jeg …" has the verb in the words; what is said about them follows a comma or an ending.
    if (!/[,!?.…"”»]$/.test(before)) continue;
    const read = readSpeaker(line.slice(candidate.index + candidate[0].length));
    if (read !== undefined) return { ...read.speaker, words: joined(before, read.rest) };
  }
  return undefined;
}

/**
 * Reads a paragraph in quotation marks: “That is good,” says Bent Hansen, Chair of the Growth Forum. “Very good.”
 * The verb may also follow the name.
 */
export function quotedParagraph(paragraph: string): Attribution | undefined {
  const [, words = "", said = "", more = ""] =
    /^[“"»„]([^“”"»«„]+)[”"«“]\s*([^“”"»«„]+?)\s*(?:[“"»„]([^“”"»«„]+)[”"«“][.]?)?$/su.exec(
      paragraph.trim(),
    ) ?? [];
  if (words === "") return undefined;
  const about = said.replace(/^[,\s]+/, "");
  const verbFirst = new RegExp(`^${verbs}\\s+(.+)$`, "isu").exec(about)?.[1];
  const nameFirst = new RegExp(`^(.+?)\\s+${verbs}(,.+|[.,:]?)$`, "isu").exec(about);
  const rest = verbFirst ?? (nameFirst && `${nameFirst[1]}${nameFirst[2]}`);
  if (rest === undefined || rest === null) return undefined;
  const read = readSpeaker(rest.replace(/[,:]$/, "."));
  if (read === undefined || read.rest !== "") return undefined;
  return { ...read.speaker, words: joined(words.trim(), more.trim()) };
}

/** A paragraph that is nothing but words in quotation marks; its words. */
export function bareQuotation(paragraph: string): string | undefined {
  return /^[“"»„]([^“”"»«„]+)[”"«“]$/su.exec(paragraph.trim())?.[1]?.trim();
}

type Speaker = Omit<Attribution, "words">;

/** "Bent Hansen, formand for Vækstforum. Resten." in its parts. */
function readSpeaker(text: string): { readonly speaker: Speaker; readonly rest: string } | undefined {
  const end = endOfSentence(text);
  const sentence = text.slice(0, end).trim();
  const rest = text.slice(end).replace(/^[.\s]+/, "");
  const [goesOn] =
    /\s+(?:og|and)\s+(?:fortsætter|tilføjer|uddyber|slutter|continues|adds)\s*:\s*/iu.exec(text) ?? [];
  if (goesOn !== undefined) {
    const [first = "", second = ""] = text.split(goesOn);
    const speaker = speakerOf(first.trim());
    return speaker && { speaker, rest: second };
  }
  const [who = "", ...parts] = sentence.split(/,\s+/);
  // "…, siger han, og det …": what follows a pronoun is never a role but the rest of the words.
  if (pronoun.test(who.trim()))
    return { speaker: { who: "the same" }, rest: [parts.join(", "), rest].filter(Boolean).join(". ") };
  const speaker = speakerOf(who.trim());
  if (speaker === undefined) return undefined;
  const role = speaker.role ?? parts.join(", ");
  return { speaker: { ...speaker, ...(role === "" ? {} : { role }) }, rest };
}

function speakerOf(who: string): Speaker | undefined {
  if (pronoun.test(who)) return { who: "the same" };
  if (wholeName.test(who)) return { who: { name: who } };
  const [, role, named] = roleThenName.exec(who) ?? [];
  return role === undefined || named === undefined ? undefined : { who: { name: named }, role };
}

/** The first full stop that ends a sentence: not that of an initial or an abbreviation, which a word follows. */
function endOfSentence(text: string): number {
  for (const { index } of text.matchAll(/\.(?=\s+[\p{Lu}“"»]|\s*$)/gu)) {
    const word = /[\p{L}.]*$/u.exec(text.slice(0, index))?.[0] ?? "";
    if (word.length > 1 || index >= text.trimEnd().length - 1) return index;
  }
  return text.length;
}

/** The words on both sides as one: the comma before "siger" ends a sentence once that is gone. */
function joined(before: string, after: string): string {
  const ended = before.replace(/\s*,$/, "");
  const first = /[.!?…]$/.test(ended) ? ended : `${ended}.`;
  return after === "" ? first : `${first} ${after}`;
}
