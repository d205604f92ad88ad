import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { dynamoLedger } from "../../functions/aws/dynamo-ledger.ts";
import { dynamoRows } from "../../functions/aws/dynamo-rows.ts";
import { s3Archives, s3HeldBytes } from "../../functions/aws/s3-archives.ts";
import { s3Held } from "../../functions/aws/s3-held.ts";
import { s3Site } from "../../functions/aws/s3-site.ts";
import { s3SourceStore } from "../../functions/aws/s3-source-store.ts";
import { s3Sources } from "../../functions/aws/s3-sources.ts";
import { systemClock } from "../../functions/aws/system-clock.ts";
import { drawnPictures } from "../../functions/images/drawn-picture.ts";
import { sharpImages } from "../../functions/images/sharp-images.ts";
import { openCheckout } from "../../functions/local/open-checkout.ts";
import { readPictureLetters } from "../../functions/local/picture-letters.ts";
import { drawPictures } from "../../functions/pipeline/draw-pictures.ts";
import type { DrawPicturesOrder } from "../../functions/pipeline/draw-pictures.ts";
import { makeKit } from "../../functions/pipeline/make-kit.ts";
import { makeRenditions } from "../../functions/pipeline/make-renditions.ts";
import type { Row, Rows, Site } from "../../functions/pipeline/ports.ts";
import { publish } from "../../functions/pipeline/publish.ts";
import type { PublishPorts } from "../../functions/pipeline/publish.ts";
import { renderPages } from "../../functions/pipeline/render-pages.ts";
import { sendCommit } from "../../functions/pipeline/send-commit.ts";
import { spent } from "./spent.ts";

/**
 * From the commit in a repository to the recorded publication, as the person's machine and the function do it: sends and
 * publishes through the real SDK. Once for each message, or, run with "once", once and out.
 */
export interface Published {
  readonly wall: number;
  readonly cpu: number;
  readonly peakMegabytes: number;
  readonly objects: number;
  /** Of texts that were sent; what is copied within S3 is not among them. */
  readonly bytes: number;
  readonly deleted: number;
  /** Rows of the index, as DynamoDB counts them: a read for each 4 KB, a write for each 1 KB. */
  readonly readUnits: number;
  readonly writeUnits: number;
  /** CPU seconds from the first batch that goes to a worker to the end of the last; 0 where the publisher did it itself. */
  readonly byWorkers: number;
}

const [repository = "", s3Url = "", dynamoUrl = "", table = "", once] = process.argv.slice(2);
const credentials = { accessKeyId: "bench", secretAccessKey: "not-a-secret" };
const s3 = new S3Client({ endpoint: s3Url, region: "eu-north-1", credentials });
const dynamo = new DynamoDBClient({ endpoint: dynamoUrl, region: "eu-north-1", credentials });
const sources = s3Sources(s3, "bench-sources");
const kits = { held: s3HeldBytes(s3, "bench-held"), archives: s3Archives(s3, "bench-held", "bench-site") };
const buckets = {
  site: "bench-site",
  advance: "bench-advance",
  held: "bench-held",
  sources: "bench-sources",
};
const held = s3Held(s3, buckets.held);
const drawing = { held, pictures: drawnPictures(readPictureLetters) };
const pictures = { drawPictures: (order: DrawPicturesOrder) => drawPictures(drawing, order) };
const units = { read: 0, written: 0 };
let bytes = 0;
const bucketSite = s3Site(s3, buckets, (order) => makeKit(kits, order));
const site: Site = {
  ...bucketSite,
  put(object) {
    if ("text" in object.body) bytes += Buffer.byteLength(object.body.text);
    return bucketSite.put(object);
  },
};
const rows = counted(dynamoRows(dynamo, table));

const ledger = dynamoLedger(dynamo, table);

let rendering: NodeJS.CpuUsage | undefined;
let byWorkers = 0;

const ports: PublishPorts = {
  sources,
  rows,
  held,
  site,
  ledger,
  workers: {
    ...pictures,
    holdKit: (kit) => makeKit(kits, { kit }),
    async renderPages(order) {
      rendering ??= process.cpuUsage();
      const result = await renderPages(
        { sources, rows, site, held, workers: pictures, ledger, clock: systemClock },
        order,
      );
      const { user, system } = process.cpuUsage(rendering);
      byWorkers = (user + system) / 1_000_000;
      return result;
    },
    makeRenditions: (order) => makeRenditions({ sources, held, images: sharpImages }, order),
  },
  hub: { tell: () => Promise.resolve() },
  edgeCache: { purge: () => Promise.resolve() }, // there is no CloudFront to be had here
  clock: systemClock,
  code: "bench",
  publisher: "bench",
};

async function published(): Promise<Published> {
  Object.assign(units, { read: 0, written: 0 });
  [rendering, byWorkers, bytes] = [undefined, 0, 0];
  const { value, ...used } = await spent(async () => {
    const { checkout } = await openCheckout(repository);
    await sendCommit(checkout, sources, s3SourceStore(s3, "bench-sources"), await checkout.head());
    checkout.close();
    return publish(ports);
  });
  const [publication] = value;
  if (publication?.outcome !== "published" || publication.put === 0)
    throw new Error(`Nothing was published: ${JSON.stringify(publication?.problems)}`);
  return {
    ...used,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1_000),
    objects: publication.put,
    bytes,
    deleted: publication.deleted,
    readUnits: units.read,
    writeUnits: units.written,
    byWorkers,
  };
}

function counted(inner: Rows): Rows {
  const kilobytes = (row: Row) => Buffer.byteLength(JSON.stringify(row)) / 1_000;
  const read = (found: readonly Row[]) => {
    units.read += found.reduce((sum, row) => sum + Math.ceil(kilobytes(row) / 4), 0) || 1;
    return found;
  };
  return {
    get: async (keys) => read(await inner.get(keys)),
    query: async (query) => read(await inner.query(query)),
    write(puts, deletes) {
      units.written += puts.reduce((sum, row) => sum + Math.ceil(kilobytes(row)), deletes.length);
      return inner.write(puts, deletes);
    },
  };
}

if (once === "once") {
  console.log(JSON.stringify(await published()));
} else {
  process.on("message", () => void published().then((result) => process.send?.(result)));
  process.send?.("ready");
}
