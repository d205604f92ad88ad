import { generateKeyPair } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createPublicKey } from "node:crypto";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

/** A key that links to advance copies are signed with; `file` has the half that nobody else may have. */
export interface AdvanceKey {
  readonly file: string;
  /** PEM. */
  readonly publicKey: string;
}

/** What CloudFront takes: RSA of 2,048 bits. */
const bits = 2_048;

/** The press room's own key on this machine, made when it is first asked for. */
export async function advanceKeyIn(dataDir: string): Promise<AdvanceKey> {
  const file = join(dataDir, "advance-key.pem");
  return existsSync(file) ? { file, publicKey: publicHalf(file) } : newAdvanceKey(file);
}

/** Makes a key and keeps it where its owner alone may read it. @throws where there is a file already */
export async function newAdvanceKey(file: string): Promise<AdvanceKey> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: bits });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  return { file, publicKey: publicHalf(file) };
}

function publicHalf(file: string): string {
  return createPublicKey(readFileSync(file, "utf-8")).export({ type: "spki", format: "pem" }).toString();
}
