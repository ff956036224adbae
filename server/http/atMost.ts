import type { RequestHandler } from 'express';

/** What is still read of somebody who was told no, so that they get to hear it: who is cut off while sending hears nothing. */
const lingering = 1_000_000;

/**
 * Høyst så mye. Refuses a body that is too long as soon as that is known, by what it says of itself or by what has come.
 *
 * The parser that comes after refuses it as well, but only when all of it has come.
 */
export const atMost =
  (bytes: number): RequestHandler =>
  (request, response, next) => {
    let come = 0;
    let isRefused = false;

    const refuse = () => {
      isRefused = true;
      const problem = { message: 'The request is too large', extensions: { code: 'TOO_LARGE' } };
      const body = JSON.stringify({ errors: [problem] });
      response
        .status(413)
        .type('json')
        .set({ Connection: 'close', 'Content-Length': String(body.length) })
        .write(body);
      request.resume();
    };

    request.on('data', (chunk: Buffer) => {
      come += chunk.length;
      if (!isRefused && come > bytes) refuse();
      if (isRefused && come > bytes + lingering) response.end();
    });
    request.once('end', () => isRefused && response.end());

    if (Number(request.headers['content-length'] ?? 0) > bytes) refuse();
    else next();
  };
