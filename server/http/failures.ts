import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

declare module 'express-serve-static-core' {
  interface Request {
    /** Whether the body was read before it came here, and is no JSON. */
    isUnreadable?: boolean;
  }
}

import { isBusy } from '#server/common/isBusy.ts';

/** Says no in the shape that GraphQL says it, whoever says it. */
export function refuse(
  response: Response,
  status: number,
  code: string,
  message: string,
  details: Record<string, unknown> = {},
): void {
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .json({ errors: [{ message, extensions: { code, ...details } }] });
}

const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** Nothing here is put, patched, deleted or traced. */
export const onlyKnownMethods: RequestHandler = (request, response, next) => {
  if (methods.has(request.method) && request.method !== 'OPTIONS') return next();
  response.set('Allow', [...methods].join(', '));
  // Also the answer to a browser that asks on behalf of another site: there is nothing here for it.
  if (request.method === 'OPTIONS') return void response.status(204).end();
  refuse(response, 405, 'METHOD_NOT_ALLOWED', 'This method is not used here');
};

/** A question is sent, never put into an address: those are kept in histories and logs. */
export const onlyPost: RequestHandler = (request, response, next) => {
  if (request.method === 'POST') return next();
  response.set('Allow', 'POST');
  refuse(response, 405, 'METHOD_NOT_ALLOWED', 'Questions are sent with POST');
};

/** A question is JSON in UTF-8; whatever else it may be, nobody here reads it. */
export const onlyJson: RequestHandler = (request, response, next) => {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (type === 'application/json' && (!charset || /^charset="?utf-?8"?$/.test(charset)))
    return next();
  refuse(response, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Send JSON in UTF-8, as application/json');
};

const told: Record<number, readonly [code: string, message: string]> = {
  400: ['BAD_REQUEST', 'The request could not be read'],
  408: ['REQUEST_TIMEOUT', 'The request took too long to arrive'],
  413: ['TOO_LARGE', 'The request is too large'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'Send JSON in UTF-8, as application/json'],
};

/** A body that somebody has read before, and that is nothing. */
export const onlyReadable: RequestHandler = (request, response, next) => {
  if (request.isUnreadable) refuse(response, 400, ...(told[400] as [string, string]));
  else next();
};

/** The last word about anything that went wrong: a code to act on, never a stack or a path. */
export const failed =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, _next) => {
    if (response.headersSent) {
      // Too late to say anything: whoever is told half of an answer must not take it for a whole one.
      response.destroy();
      if (statusOf(error) >= 500) log.error({ err: error, requestId: request.id }, 'Cut short');
      return;
    }
    if (isBusy(error)) {
      response.set('Retry-After', '1');
      return refuse(response, 503, 'BUSY', 'Busy, try again in a moment');
    }
    const status = statusOf(error);
    const known = told[status] ?? (status < 500 ? told[400] : undefined);
    if (known) return refuse(response, told[status] ? status : 400, ...known);
    log.error({ err: error, requestId: request.id }, 'A request failed');
    refuse(response, 500, 'FAULT', 'Something went wrong', { reference: request.id });
  };

const statusOf = (error: unknown) =>
  error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : 500;
