import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { keyOfPath } from "../../functions/site/paths.ts";
import type { SiteObject } from "../../functions/site/site-object.ts";

/** Pages under the policy that they have in public, without pictures: for what needs a browser and no press room. */
export async function serveTexts(
  site: ReadonlyMap<string, SiteObject>,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const policy =
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'";
  const server = createServer((request, response) => {
    const object = site.get(keyOfPath(new URL(request.url ?? "/", "http://localhost").pathname));
    if (object === undefined || !("text" in object.body)) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, { "content-type": object.contentType, "content-security-policy": policy })
      .end(object.body.text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
