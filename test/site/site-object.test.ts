import { describe, expect, it } from "vitest";
import { immutableCopy, page, pathOfKey, savedAs } from "../../functions/site/site-object.ts";

describe("a site object", () => {
  it("has another digest when its bytes or one of its headers differ", () => {
    const digests = [
      page("a.html", "text"),
      page("a.html", "other text"),
      page("a.html", "text", "text/plain"),
      savedAs("a.html", "text", "text/plain", "a.txt"),
    ].map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(4);
  });

  it("is saved under its true name, and under a plain one by old programs", () => {
    const { contentDisposition } = immutableCopy("k", "h", "image/jpeg", 'Rødgrød "med"; fløde\'s.jpg');
    expect(contentDisposition).toBe(
      `inline; filename="Roedgroed-_med__-floede_s.jpg"; filename*=UTF-8''R%C3%B8dgr%C3%B8d%20%22med%22%3B%20fl%C3%B8de%27s.jpg`,
    );
  });

  it.each([
    ["Æblefest i Århus.v2.TIF", "AEblefest-i-AArhus.v2.TIF"],
    ["A\u030Arhus-a\u030A.jpg", "AArhus-aa.jpg"], // as macOS writes the letters: in two
    ["café_Zürich.png", "cafe_Zurich.png"],
    ["文化.jpg", "__.jpg"],
    ["bro\r\nX-Header: 1.vcf", "bro-X-Header_-1.vcf"],
  ])("has Danish letters in the plain name as they are in addresses: %s", (fileName, plain) => {
    const { contentDisposition } = immutableCopy("k", "h", "image/jpeg", fileName);
    expect(contentDisposition).toContain(`filename="${plain}";`);
  });

  it.each([
    ["index.html", "/"],
    ["da/index.html", "/da/"],
    ["da/2008/05/x/index.html", "/da/2008/05/x/"],
    ["404.html", "/404.html"],
    ["da/myindex.html", "/da/myindex.html"],
  ])("%s is asked for as %s", (key, path) => {
    expect(pathOfKey(key)).toBe(path);
  });
});
