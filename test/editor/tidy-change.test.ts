import { describe, expect, it } from "vitest";
import { forEditor, forRepository } from "../../functions/editor/release-paths.ts";
import { tidyChange, tidyText } from "../../functions/editor/tidy-change.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const texts = (additions: readonly { readonly path: string; readonly contents: string }[]) =>
  additions.map(({ path, contents }) => [path, Buffer.from(contents, "base64").toString()]);

describe("a text pasted from a word processor", () => {
  it("loses what cannot be seen, and nothing else", () => {
    expect(tidyText("V\u00E6kst\u00ADforum\u200B sat\u00ADser p\u00E5 net\u00ADv\u00E6rk\uFEFF")).toBe(
      "Vækstforum satser på netværk",
    );
    expect(tidyText("“Ja,” sagde hun – og ‘nej’ … 4,2\u00A0mio.")).toBe(
      "“Ja,” sagde hun – og ‘nej’ … 4,2\u00A0mio.",
    );
    expect(tidyText("En linje\u000Bog en til\r\nog en\u0007 tredje\u2028fjerde")).toBe(
      "En linje\nog en til\nog en tredje\nfjerde",
    );
    expect(tidyText("A\u030Akj\u00E6r")).toBe("Åkjær");
    expect(tidyText("👩‍🚒")).toBe("👩‍🚒"); // what joins the parts of a sign stays
  });
});

describe("a change on its way to the repository", () => {
  it("has texts tidied, and pictures byte for byte", () => {
    const picture = {
      path: "content/photos/x.jpg",
      contents: Buffer.from([0xff, 0xd8, 0xad, 0]).toString("base64"),
    };
    expect(tidyChange([{ path: "content/a/da.md", contents: base64("å\u00AD") }, picture])).toEqual([
      { path: "content/a/da.md", contents: base64("å") },
      picture,
    ]);
  });

  it("has a photo under the name of its sidecar, by which others cite it", () => {
    const additions = [
      { path: "content/photos/moellen.yaml", contents: base64("file: IMG 0012.JPG\nalt: x\n") },
      { path: "content/photos/IMG 0012.JPG", contents: base64("picture") },
    ];
    expect(texts(tidyChange(additions))).toEqual([
      ["content/photos/moellen.yaml", "file: moellen.jpg\nalt: x\n"],
      ["content/photos/moellen.jpg", "picture"],
    ]);
    // A sidecar that is saved again without its picture names it as before.
    expect(texts(tidyChange([{ path: "photos/a.yaml", contents: base64('file: "a.jpg"\n') }]))).toEqual([
      ["photos/a.yaml", "file: a.jpg\n"],
    ]);
  });

  it("has the paths of releases as the repository has them, and comes back as the editor has them", () => {
    const ours =
      '{"tree":[{"path":"content/releases/2026/bro/da.md"},{"path":"content/releases/2026/bro/v1.da.md"},{"path":"content/photos/da.md"}]}';
    const editors =
      '{"tree":[{"path":"content/releases/2026/bro/text.da.md"},{"path":"content/releases/2026/bro/v1.da.md"},{"path":"content/photos/da.md"}]}';
    expect(forEditor(ours)).toBe(editors);
    expect(forRepository(editors)).toBe(ours);
    const question = JSON.stringify({
      query: `history(path: ${JSON.stringify("releases/2026/bro/text.en.md")})`,
    });
    expect(forRepository(question)).toBe(
      JSON.stringify({ query: `history(path: ${JSON.stringify("releases/2026/bro/en.md")})` }),
    );
  });
});
