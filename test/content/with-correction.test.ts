import { describe, expect, it } from "vitest";
import { withCorrection } from "../../functions/content/with-correction.ts";

const minute = "2026-03-11T09:30";
const item = '  - date: 2026-03-11T09:30\n    change: minor\n    note: { da: "", en: "" }\n';

describe("a correction to fill in", () => {
  it("comes below the other keys", () => {
    expect(withCorrection("---\nid: bro\n---\n\n---\nTekst", minute)).toBe(
      `---\nid: bro\ncorrections:\n${item}---\n\n---\nTekst`,
    );
  });

  it("comes below the corrections that are there, wherever they stand", () => {
    const before = "---\ncorrections:\n  - date: 2026-03-10T10:00\n    change: major\nid: bro\n---\nTekst";
    expect(withCorrection(before, minute)).toBe(
      `---\ncorrections:\n  - date: 2026-03-10T10:00\n    change: major\n${item}id: bro\n---\nTekst`,
    );
  });

  it("ends its lines as the file does", () => {
    expect(withCorrection("---\r\nid: bro\r\n---\r\n", minute)).toBe(
      `---\r\nid: bro\r\ncorrections:\r\n${item.replaceAll("\n", "\r\n")}---\r\n`,
    );
  });

  it.each([["no keys"], ["---\nid: bro\n"], ["---\ncorrections: []\n---\n"]])(
    "is left to a person where the keys are %j",
    (text) => {
      expect(withCorrection(text, minute)).toBeUndefined();
    },
  );
});
