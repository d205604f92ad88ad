import { createServer, type RequestListener } from "node:http";
import { listen, PortTaken, stopListening } from "./listen.ts";

export interface Site {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens on both loopback addresses: "localhost" is the one in some browsers and the other in others.
 * A machine without IPv6 has only the first.
 *
 * @param port  0 takes one that is free on both
 * @throws      PortTaken
 */
export async function listenAsSite(answer: RequestListener, port: number): Promise<Site> {
  const four = createServer(answer);
  const six = createServer(answer);
  for (const server of [four, six]) server.keepAliveTimeout = 60_000;
  const chosen = await listen(four, port);
  try {
    await listen(six, chosen, "::1");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "EADDRNOTAVAIL" && code !== "EAFNOSUPPORT") {
      await stopListening(four);
      if (port === 0 && error instanceof PortTaken) return listenAsSite(answer, 0);
      throw error;
    }
  }
  return {
    port: chosen,
    close: async () => void (await Promise.all([stopListening(four), stopListening(six)])),
  };
}
