import { getSignedUrl } from "@aws-sdk/cloudfront-signer";
import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isSigned, signerOf } from "../../functions/local/signed-url.ts";

const pair = () => generateKeyPairSync("rsa", { modulusLength: 2_048 });
const pem = { type: "pkcs8", format: "pem" } as const;
const ours = pair();
const signers = [signerOf("K1", ours.publicKey.export({ type: "spki", format: "pem" }).toString())];
const url = "http://localhost:8080/advance/00/da/";
const until = Date.parse("2027-05-27T20:00:00Z");

/** As Amazon's own code signs it. */
const queryOf = (more: { url?: string; key?: string; keyPairId?: string } = {}): string =>
  new URL(
    getSignedUrl({
      url: more.url ?? url,
      keyPairId: more.keyPairId ?? "K1",
      privateKey: more.key ?? ours.privateKey.export(pem).toString(),
      dateLessThan: new Date(until),
    }),
  ).search.slice(1);

describe("a signed address", () => {
  it("holds until its last second, and not from its end on", () => {
    expect(isSigned(url, queryOf(), signers, until - 1)).toBe(true);
    expect(isSigned(url, queryOf(), signers, until)).toBe(false);
  });

  it.each([
    ["none", ""],
    ["a later end that somebody wrote in", queryOf().replace(/Expires=\d+/, "Expires=4102444800")],
    ["a key that nobody knows", queryOf({ keyPairId: "K2" })],
    ["another's key under our name", queryOf({ key: pair().privateKey.export(pem).toString() })],
    ["that of another address", queryOf({ url: url.replace("/da/", "/en/") })],
    ["half of it", queryOf().replace(/Signature=.{40}/, "Signature=")],
    ["an empty one", queryOf().replace(/Signature=[^&]+/, "Signature=")],
  ])("does not hold with %s", (_, query) => {
    expect(isSigned(url, query, signers, until - 1)).toBe(false);
  });
});
