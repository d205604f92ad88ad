import { isFields, listOf, type Fields } from "./plain-value.ts";

/**
 * Whether an event fits a pattern of EventBridge: each field that the pattern names must have one of its values.
 *
 * @throws  for a comparison that is not known here
 * @see     Amazon EventBridge User Guide, "Comparison operators"
 */
export function matchesPattern(pattern: Fields, event: Fields): boolean {
  return Object.entries(pattern).every(([name, wanted]) => {
    const found = event[name];
    if (isFields(wanted)) return isFields(found) && matchesPattern(wanted, found);
    return listOf(wanted).some((one) => listOf(found).some((value) => fits(one, value)));
  });
}

function fits(wanted: unknown, value: unknown): boolean {
  if (!isFields(wanted)) return wanted === value;
  const { prefix, suffix, ...others } = wanted;
  if (Object.keys(others).length > 0) {
    throw new Error(`The event pattern ${JSON.stringify(wanted)} is not known at home.`);
  }
  return (
    typeof value === "string" &&
    (typeof prefix !== "string" || value.startsWith(prefix)) &&
    (typeof suffix !== "string" || value.endsWith(suffix))
  );
}
