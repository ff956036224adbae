import type { IncomingMessage } from 'node:http';

import type { RequestHandler } from 'express';

const readOnly = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Stops what another site makes a browser send. A request that changes something and carries cookies must come from our own pages.
 *
 * Browsers tell by Sec-Fetch-Site, older ones by Origin alone; under `Referrer-Policy: no-referrer` a form's Origin is the word null.
 * Who has cookies and tells neither is refused. Without cookies there is nothing to steal, and systems with tokens pass.
 */
export const sameOrigin =
  (publicUrl: URL): RequestHandler =>
  (request, response, next) => {
    if (readOnly.has(request.method) || isHarmless(request, publicUrl)) {
      next();
      return;
    }
    response
      .status(403)
      .set('Cache-Control', 'no-store')
      .json({ errors: [{ message: 'Not allowed', extensions: { code: 'FORBIDDEN' } }] });
  };

/** Whether nobody's cookies are used from elsewhere. */
export const isHarmless = (request: IncomingMessage, publicUrl: URL): boolean =>
  !request.headers.cookie || isOurOwn(request, publicUrl);

function isOurOwn({ headers }: IncomingMessage, { origin: own }: URL): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  const isForeign = origin !== undefined && origin !== 'null' && origin !== own;
  return !isForeign && (site === undefined ? origin === own : site === 'same-origin');
}
