import { directoryAt, firstDirectory, numbersOf } from "./tiff-directory.ts";

const gpsDirectory = 0x88_25;
const latitude = 2;
/** As XMP, and the statements within content credentials, have it. */
const inText = ["GPSLatitude", "GPSCoordinates"];

/** Whether the file says where on earth it was taken: in text anywhere in it, or in an Exif block. */
export function hasPosition(file: Buffer): boolean {
  return inText.some((name) => file.includes(name)) || exifBlocks(file).some(saysWhere);
}

/** The file itself, if it is a TIFF, and whatever looks like an Exif block in it. */
function exifBlocks(file: Buffer): readonly Buffer[] {
  const blocks = [file];
  for (const order of ["II*\0", "MM\0*"]) {
    for (let at = file.indexOf(order, 0, "latin1"); at >= 0; at = file.indexOf(order, at + 1, "latin1"))
      blocks.push(file.subarray(at));
  }
  return blocks;
}

function saysWhere(block: Buffer): boolean {
  const first = firstDirectory(block);
  const pointer = first?.entries.find(({ tag }) => tag === gpsDirectory);
  if (first === undefined || pointer === undefined) return false;
  const [at = 0] = numbersOf(pointer, first.littleEndian);
  const gps = directoryAt(block, at, first.littleEndian);
  return gps?.entries.some(({ tag }) => tag === latitude) === true;
}
