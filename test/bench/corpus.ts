import type { Files } from "../support/memory-sources.ts";
import { smallNewsroom, without } from "../support/small-newsroom.ts";

const perMonth = 30;
const contacts = 10;
const programmes = 20;
/** One case for so many releases, and one photo. */
const perCase = 10;
const perPhoto = 50;

const words =
  "råd udvalg budget skole bro sti havn klima støtte aftale plan borger by region møde indstilling høring vækst netværk".split(
    " ",
  );

/**
 * An archive of bilingual releases, the same for the same number: thirty a month, back from the end of 2025, with
 * contacts, programmes, cases and photos. So a month is as full in a large archive as in a small one.
 */
export function corpus(releases: number): Files {
  const photo = smallNewsroom["photos/bro.jpg"] ?? "";
  const files: Record<string, string | Uint8Array> = {
    ...without(smallNewsroom, "releases", "cases", "photos/bro", "programmes", "contacts/ane", "photos/ane"),
  };
  for (let index = 0; index < contacts; index += 1) {
    files[`contacts/kontakt-${index}.yaml`] = [
      `name: Kontakt Nummer${index}`,
      `phone: 8728 50${10 + index}`,
      `email: kontakt${index}@kommunen.example`,
      "roles: [{ title: { da: Pressechef, en: Head of press }, body: raadet }]",
    ].join("\n");
  }
  for (let index = 0; index < programmes; index += 1) {
    files[`programmes/program-${index}.yaml`] = [
      `name: { da: Program ${index}, en: Programme ${index} }`,
      `summary: { da: "${sentence(index)}", en: "${sentence(index + 1)}" }`,
      `budget: { exact: ${1_000_000 * (index + 1)} }`,
    ].join("\n");
  }
  for (let index = 0; index < releases; index += 1) Object.assign(files, releaseFiles(index, photo));
  return files;
}

/** The files of one release and of what comes with it. Higher numbers are older; the newest is of 2025-11-28, which is past. */
export function releaseFiles(index: number, photo: string | Uint8Array): Files {
  const month = 2025 * 12 + 10 - Math.floor(index / perMonth);
  const year = Math.floor(month / 12);
  const date = `${year}-${pad((month % 12) + 1)}-${pad(28 - ((index % perMonth) % 28))}`;
  const folder = `releases/${year}/r${index}`;
  const files: Record<string, string | Uint8Array> = {};
  const cited = [
    `contacts: [kontakt-${index % contacts}]`,
    `programme: program-${index % programmes}`,
    `case: sag-${Math.floor(index / perCase)}`,
  ];
  if (index % perCase === 0) {
    files[`cases/sag-${index / perCase}.yaml`] = [
      `title: { da: Sag ${index / perCase}, en: Case ${index / perCase} }`,
      "steps:",
      `  - { id: a, body: raadet, date: ${date}, action: decision, subject: { da: Sag, en: Case }, outcome: approved }`,
    ].join("\n");
  }
  if (index % perPhoto === 0) {
    cited.push(`photos: [foto-${index}]`);
    files[`photos/foto-${index}.jpg`] = photo;
    files[`photos/foto-${index}.yaml`] = String(smallNewsroom["photos/bro.yaml"]).replaceAll(
      "Bro",
      `Foto ${index}`,
    );
  }
  const text = Array.from({ length: 6 }, (_, part) => sentence(index * 7 + part)).join(" ");
  const quote = `- ${sentence(index + 3)}, siger Kontakt Nummer${index % contacts}, pressechef.`;
  const head = (title: string, lead: string) => `---\n${title}: ${sentence(index)}"\nlead: "${lead}"`;
  const danish = head(`id: r${index}\ndate: ${date}\ntitle: "Nyhed ${index}`, `${sentence(index + 1)}.`);
  const english = head(`title: "News ${index}`, `${sentence(index + 1)}.`);
  files[`${folder}/da.md`] =
    `${danish}\n${cited.join("\n")}\n---\n${text}\n\n## Mellemrubrik\n\n${quote}\n\n${text}\n`;
  files[`${folder}/en.md`] = `${english}\n---\n${text}\n\n## Subhead\n\n${text}\n`;
  return files;
}

/** Words in an order that looks like chance and is none. */
function sentence(seed: number): string {
  return Array.from({ length: 12 }, (_, at) => words[(seed * 31 + at * at * 7 + at) % words.length]).join(
    " ",
  );
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
