import { S3Client } from "@aws-sdk/client-s3";
import { readFile } from "node:fs/promises";
import { readEnvironment } from "../aws/environment.ts";
import { s3Held } from "../aws/s3-held.ts";
import { s3Sources } from "../aws/s3-sources.ts";
import { pictureLetters } from "../contract.ts";
import { drawnPictures } from "../images/drawn-picture.ts";
import { sharpImages } from "../images/sharp-images.ts";
import { drawPictures } from "../pipeline/draw-pictures.ts";
import type { DrawPicturesOrder } from "../pipeline/draw-pictures.ts";
import { makeRenditions } from "../pipeline/make-renditions.ts";
import type { MakeRenditionsOrder, MakeRenditionsResult } from "../pipeline/make-renditions.ts";

const environment = readEnvironment("sourceBucket", "heldBucket");
const s3 = new S3Client({});
const ports = {
  sources: s3Sources(s3, environment.sourceBucket),
  held: s3Held(s3, environment.heldBucket),
  images: sharpImages,
  pictures: drawnPictures(() => Promise.all(pictureLetters.files.map(besideThis))),
};

/** All files of one photo, or some drawn pictures: called by the publisher and answered when they are held. */
export async function handler(
  order: MakeRenditionsOrder | DrawPicturesOrder,
): Promise<MakeRenditionsResult | undefined> {
  if (!("pictures" in order)) return makeRenditions(ports, order);
  await drawPictures(ports, order);
  return undefined;
}

function besideThis(file: string): Promise<Uint8Array> {
  return readFile(new URL(`${pictureLetters.folder}/${file}`, import.meta.url));
}
