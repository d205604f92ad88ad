/** Every key of a shape, those further in as "licence.url"; not the two languages, which are said once. */
export function keysOf(type: unknown, before = ""): readonly string[] {
  const { def } = type as { def: Record<string, unknown> & { type: string } };
  switch (def.type) {
    case "optional":
    case "default":
      return keysOf(def["innerType"], before);
    case "array":
      return keysOf(def["element"], before);
    case "union":
      return [...new Set((def["options"] as readonly unknown[]).flatMap((option) => keysOf(option, before)))];
    case "object":
      return Object.entries(def["shape"] as Record<string, unknown>).flatMap(([key, inner]) =>
        key === "da" || key === "en" ? [] : [before + key, ...keysOf(inner, `${before}${key}.`)],
      );
    default:
      return [];
  }
}
