import { createServer, type RequestListener, type Server } from 'node:http';

/** How long somebody may take, in milliseconds. */
export interface Patience {
  /** To say what they want. */
  readonly head: number;
  /** To say all of it. */
  readonly whole: number;
  /** How often we look. */
  readonly every: number;
}

/** Who sends slowly is not waited for: a few slow ones must not keep others out. */
export const patience: Patience = { head: 10_000, whole: 15_000, every: 1_000 };

/** A server that hangs up on those who take their time, with 408. */
export function httpServer(
  answer: RequestListener,
  { head, whole, every }: Patience = patience,
): Server {
  const server = createServer({ connectionsCheckingInterval: every }, answer);
  server.headersTimeout = head;
  server.requestTimeout = whole;
  return server;
}
