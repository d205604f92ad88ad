/** What stands between braces in a template, before anything is known of it. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * @param what  named in the failure: "SourceBucket.Properties"
 * @throws      TypeError when it is not an object; absent counts as empty
 */
export function fieldsOf(value: unknown, what: string): Fields {
  if (value === undefined) return {};
  if (!isFields(value)) throw new TypeError(`${what} must be an object.`);
  return value;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown, what: string): string {
  if (typeof value !== "string") throw new TypeError(`${what} must be a text.`);
  return value;
}

/** Numbers may be written as texts in CloudFormation. */
export function numberOf(value: unknown, what: string): number {
  const number = typeof value === "string" ? Number(value) : value;
  if (typeof number !== "number" || Number.isNaN(number)) throw new TypeError(`${what} must be a number.`);
  return number;
}

/** Absent counts as empty; a single value stands for a list of one, as IAM has it. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export function textsOf(value: unknown, what: string): readonly string[] {
  return listOf(value).map((one) => textOf(one, what));
}
