import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { computedScale } from "./scale.ts";

it("scale.md says what follows from the figures that were measured last", () => {
  expect(readFileSync(new URL("scale.md", import.meta.url), "utf-8")).toBe(computedScale());
});
