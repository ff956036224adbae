import { createHash, timingSafeEqual } from 'node:crypto';

import type { RequestHandler } from 'express';

/** Whoever has another token waits after some tries; whoever has the right one never does. */
export const byToken =
  (token: string, limited: RequestHandler): RequestHandler =>
  (request, response, next) => {
    const given = /^Bearer (\S{1,200})$/.exec(request.get('authorization') ?? '')?.[1] ?? '';
    if (timingSafeEqual(digest(given), digest(token))) return next();
    return limited(request, response, () => {
      response.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Another token' });
    });
  };

const digest = (text: string) => createHash('sha256').update(text).digest();
