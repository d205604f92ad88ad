import { writeConditionOf, type WriteCondition } from "./conditional-write.ts";
import { answer, answerXml, type Exchange } from "./exchange.ts";
import { receiveXml } from "./receive-body.ts";
import { S3Error } from "./s3-error.ts";
import { element, innerXmlOfEach, textOfFirst, type Xml } from "./xml.ts";

/** Deleting what is not there succeeds too: trying again is always safe. */
export function deleteObject({ request, response, bucket, key, objects }: Exchange): void {
  objects.remove(bucket, key, writeConditionOf(request.headers));
  answer(response, 204);
}

/** Deletes up to 1,000 objects. One that is refused does not stop the others; the answer tells of each. */
export async function deleteObjects(exchange: Exchange): Promise<void> {
  const { request, response, bucket, files, objects } = exchange;
  const xml = await receiveXml(files, request);
  const named = innerXmlOfEach("Object", xml);
  // 1,000 is S3's own limit for one request.
  if (named.length === 0 || named.length > 1000) throw malformed();
  const quiet = textOfFirst("Quiet", xml) === "true";

  const told: Xml[] = [];
  for (const object of named) {
    const key = textOfFirst("Key", object);
    if (key === undefined || key === "") throw malformed();
    try {
      if (textOfFirst("VersionId", object) !== undefined) {
        throw new S3Error("NotImplemented", "Deleting a version is not implemented.");
      }
      objects.remove(bucket, key, conditionIn(object));
      if (!quiet) told.push(element("Deleted", element("Key", key)));
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      const { code, message } = error;
      told.push(element("Error", element("Key", key), element("Code", code), element("Message", message)));
    }
  }
  answerXml(response, 200, element("DeleteResult", ...told));
}

function conditionIn(object: string): WriteCondition {
  const eTags = textOfFirst("ETag", object);
  return eTags === undefined ? { kind: "always" } : { kind: "same-e-tag", eTags };
}

function malformed(): S3Error {
  return new S3Error("MalformedXML", "The XML you provided was not well-formed or did not validate.");
}
