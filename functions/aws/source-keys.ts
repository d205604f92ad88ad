/** Where a folder's listing stands in the source bucket. */
export function listingKey(tree: string): string {
  return `listings/${tree}.json`;
}

/** Where a file's bytes stand. */
export function objectKey(object: string): string {
  return `objects/${object}`;
}
