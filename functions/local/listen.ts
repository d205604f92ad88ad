import type { Server } from "node:http";
import { ForAuthors } from "./for-authors.ts";

/** Another program has the port. Trying again helps only once that one has stopped. */
export class PortTaken extends ForAuthors {
  override readonly name = "PortTaken";
  readonly port: number;
  constructor(port: number, options?: ErrorOptions) {
    super(
      {
        da: `Port ${port} er optaget. Gør sådan: PORT=${port + 1} npm start, eller stands det program, der har den.`,
        en: `Port ${port} is taken. Fix: PORT=${port + 1} npm start, or stop the program that has it.`,
      },
      options,
    );
    this.port = port;
  }
}

/**
 * Listens on loopback.
 *
 * @param port  0 takes a free one
 * @returns     the port; rejects with PortTaken, or with what the system says
 */
export function listen(
  server: Server,
  port: number,
  host: "127.0.0.1" | "::1" = "127.0.0.1",
): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new PortTaken(port, { cause: error }) : error);
    server.once("error", failed);
    server.listen(port, host, () => {
      server.off("error", failed);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** Lets go of the port at once, also of connections that are open. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
