import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { pictureLetters } from "../contract.ts";

/** The letters that pictures are drawn with, from the package that has them. Beside a bundled function lies a copy. */
export function readPictureLetters(): Promise<readonly Uint8Array[]> {
  const { package: name, files } = pictureLetters;
  return Promise.all(
    files.map((file) => readFile(fileURLToPath(import.meta.resolve(`${name}/files/${file}`)))),
  );
}
