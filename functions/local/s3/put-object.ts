import { writeConditionOf } from "./conditional-write.ts";
import { answer, quoted, type Exchange } from "./exchange.ts";
import { discardBody } from "./keep-body.ts";
import { objectHeadersOf } from "./object-headers.ts";
import { receiveBody } from "./receive-body.ts";

/** Stores one object. The condition is judged when the last byte is in, not before: the race is decided there. */
export async function putObject(exchange: Exchange): Promise<void> {
  const { request, response, bucket, key, files, objects } = exchange;
  const condition = writeConditionOf(request.headers);
  const headers = objectHeadersOf(request.headers);
  const body = await receiveBody(files, request);
  const eTag = body.md5.toString("hex");
  try {
    const { size, crc32, content } = body;
    objects.commit(bucket, key, { eTag, size, crc32, headers, content }, condition);
  } catch (error) {
    discardBody(files, body);
    throw error;
  }
  answer(response, 200, {
    etag: quoted(eTag),
    "x-amz-checksum-crc32": body.crc32,
    "x-amz-checksum-type": "FULL_OBJECT",
  });
  exchange.created({ bucket, key, eTag, size: body.size });
}
