import type { IncomingMessage, ServerResponse } from 'node:http';

import compression from 'compression';
import type { Request, Response } from 'express';

import { remembered } from '#server/common/remembered.ts';
import { requestWith } from './requestWith.ts';

/** What is said to one who was answered the short way. */
export interface Answered {
  readonly status: 200 | 503;
  /** In byte text. */
  readonly bytes: string;
}

const types = [
  'application/json; charset=utf-8',
  'application/graphql-response+json; charset=utf-8',
];

/** Which of these the asker likes best, as Apollo Server would choose; empty for none. */
export const typeOf = remembered(
  200,
  (accept): string => requestWith(accept ? { accept } : {}).accepts(types) || '',
);

// A page of hits is forty kilobytes of words that repeat: a tenth of it on a bad line.
const compress = compression();

/** Sends it, compressed for those who can take that. `headers`: names and values by turns, besides those of the body. */
export function sendShort(
  request: IncomingMessage,
  response: ServerResponse,
  { status, bytes }: Answered,
  headers: string[],
): void {
  headers.push('Content-Type', typeOf(request.headers.accept ?? ''));
  if (status === 503) headers.push('Retry-After', '1');
  headers.push('Content-Length', String(bytes.length));
  // Made of many pieces, it is put together once: behind its headers, as they go out.
  const write = () => void response.writeHead(status, headers).end(bytes, 'latin1');
  if (request.headers['accept-encoding'] === undefined) write();
  else compress(request as Request, response as Response, write);
}
