import { expect, it } from "vitest";
import { slugForm, slugOf } from "../../functions/content/slug.ts";

it.each([
  ["Vækstforum satser på netværk", "vaekstforum-satser-paa-netvaerk"],
  ["Perioden 2009/2011", "perioden-2009-2011"],
  ["<b>Fed</b> & frisk", "b-fed-b-og-frisk"],
  ["Program <uden> penge", "program-uden-penge"],
  ["5 > 3", "5-3"],
])("of %s the address is %s", (title, slug) => {
  expect(slugOf(title)).toBe(slug);
  expect(slugOf(title)).toMatch(slugForm);
  expect(slugOf(slug)).toBe(slug);
});
