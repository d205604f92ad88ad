import type { Account, Line } from "./imported.ts";
import { quoted } from "./people.ts";

/** Lines of a caption, broken for a narrow column, that end with who took the picture. */
export function takeCaption(lines: readonly Line[], account: Account): readonly Line[] {
  const end = lines.findIndex(({ text }) => /^Foto: \S/.test(text) && text.length < 80);
  if (end < 0) return lines;
  let start = end;
  while (start > 0 && lines[start - 1]?.text !== "") start -= 1;
  const block = lines.slice(start, end);
  const [first, second] = block;
  const isCutOff =
    first !== undefined &&
    second !== undefined &&
    first.text.startsWith(second.text) &&
    first.text !== second.text;
  const words = isCutOff ? block.slice(1) : block;
  if (isCutOff) {
    account.doubted(first.line, {
      da: `Alt-teksten "${first.text}" er begyndelsen af billedteksten; skriv, hvad der er at se.`,
      en: `The alt text "${first.text}" is the beginning of the caption; write what is to be seen.`,
    });
  }
  const broken = words.map(({ text }) => text).join("\n");
  const whole = broken.replaceAll(/(?<=\p{L})-\n(?=\p{Ll})/gu, "").replaceAll("\n", " ");
  for (const [pieces, before = "", after = ""] of broken.matchAll(/(\p{L}+)-\n(\p{Ll}+)/gu)) {
    const at = words[broken.slice(0, broken.indexOf(pieces)).split("\n").length - 1]?.line ?? 1;
    const what = { da: "ord delt over to linjer", en: "word broken over two lines" };
    account.mended(at, what, `${before}-/${after}`, before + after);
  }
  const credit = (lines[end]?.text ?? "").replace(/^Foto:\s*/, "");
  account.doubted(words[0]?.line ?? 1, {
    da: `Læg billedet i photos/ med caption "${whole}" og credit "${credit}".`,
    en: `Put the picture into photos/ with the caption "${whole}" and the credit "${credit}".`,
  });
  return lines.toSpliced(start, end - start + 1);
}

/** What people read and, after "Flere oplysninger", whom they call. Instructions for using the old page go. */
export function parted(lines: readonly Line[], account: Account) {
  const index = lines.findIndex(({ text }) =>
    /(?:^|\s)(?:Flere oplysninger|Yderligere oplysninger|Kontakt)\s*:?$/.test(text),
  );
  if (index < 0) return { main: lines, foot: [] };
  const { text = "", line = 1 } = lines[index] ?? {};
  const instruction = text.replace(/\s*(?:Flere oplysninger|Yderligere oplysninger|Kontakt)\s*:?$/, "");
  if (instruction !== "")
    account.mended(
      line,
      { da: "vejledning til den gamle side", en: "an instruction for the old page" },
      instruction,
      "",
    );
  return { main: lines.slice(0, index), foot: lines.slice(index + 1) };
}

export function takeLinks(lines: readonly Line[], account: Account) {
  const links: string[] = [];
  const rest = lines.filter(({ text, line }) => {
    const [, label = "", address = ""] = /^(.+?):?\s+((?:https?:\/\/|www\.)\S+?)\.?$/i.exec(text) ?? [];
    if (address !== "") {
      const url = address.startsWith("www.") ? `http://${address}` : address;
      if (url !== address)
        account.mended(line, { da: "link uden http://", en: "link without http://" }, address, url);
      links.push(
        `  - { label: { da: "${quoted(label.replace(/:$/, ""))}", en: "${quoted(label.replace(/:$/, ""))}" }, url: "${url}" }`,
      );
      return false;
    }
    if (/^\p{Lu}.{20,}\.$/u.test(text)) {
      account.doubted(line, {
        da: `"${text}" lader til at være et link, der har mistet sin adresse.`,
        en: `"${text}" seems to be a link that has lost its address.`,
      });
      return false;
    }
    return true;
  });
  return { links, rest };
}
