import type { IncomingMessage, Server } from "node:http";
import { Readable } from "node:stream";

export interface DynaliteAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string;
}

/**
 * Takes the engine's own answer off its server, so that ours may come before it, and a call is known to be over
 * when the engine is done with it, not when its caller has gone.
 *
 * @param server  as the package makes it; afterwards it answers nothing by itself
 */
export function answeredBy(
  server: Server,
): (request: IncomingMessage, body: Buffer) => Promise<DynaliteAnswer> {
  const [answer] = server.listeners("request");
  if (answer === undefined) throw new Error("The DynamoDB engine has no way to answer a request.");
  server.removeAllListeners("request");

  return ({ method, headers, url }, body) =>
    new Promise((resolve) => {
      const again = Readable.from(body.length === 0 ? [] : [body], { objectMode: false });
      const told: Record<string, string | number> = {};
      // All that the engine does with a response.
      const response = {
        statusCode: 200,
        setHeader: (name: string, value: string | number) => void (told[name] = value),
        end: (text = "") => resolve({ status: response.statusCode, headers: told, body: text }),
      };
      Reflect.apply(answer, server, [Object.assign(again, { method, headers, url }), response]);
    });
}
