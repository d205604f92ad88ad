import { crc32 } from "node:zlib";

/**
 * A ZIP archive of files that are stored as they are: enough for a Word document that a test writes.
 *
 * @see  PKWARE, .ZIP File Format Specification, sections 4.3.7, 4.3.12 and 4.3.16
 */
export function storedZip(files: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(text)];
    const shared = Buffer.alloc(26); // from "version needed" to the length of the extra field
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(bytes.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(name.length, 22);
    bodies.push(Buffer.from("PK\u{3}\u{4}"), shared, name, bytes);
    const rest = Buffer.alloc(14); // from the length of the comment to the offset
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u{1}\u{2}\u{14}\u{0}"), shared, rest, name);
    offset += 30 + name.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, Buffer.from("PK\u{5}\u{6}"), end]);
}
