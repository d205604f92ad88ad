import { readFileSync } from "node:fs";

/** A processor to itself, which is what publisher and workers have. */
export const gigabytes = 1769 / 1024;

export type Prices = Readonly<Record<string, { readonly usd: number }>>;

/** The list that `npm run cost` computes with. */
export function priceList(): Prices {
  const file = new URL("../../.github/cost/prices.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf-8")) as { readonly prices: Prices }).prices;
}

/** What some work costs: its writes and reads, and the seconds of a processor that a function has for it. */
export interface Work {
  readonly objects: number;
  readonly reads: number;
  readonly writes: number;
  readonly cpu: number;
}

/** USD at list price, without what is free. */
export function workUsd(prices: Prices, { objects, reads, writes, cpu }: Work): number {
  return (
    usd(prices, "s3Put", objects) +
    usd(prices, "dynamoRead", reads) +
    usd(prices, "dynamoWrite", writes) +
    usd(prices, "lambdaGbSecond", cpu * gigabytes)
  );
}

/** @throws for a price that is not in the list */
export function usd(prices: Prices, what: string, count: number): number {
  const price = prices[what];
  if (price === undefined) throw new Error(`The price list has no ${what}.`);
  return count * price.usd;
}
