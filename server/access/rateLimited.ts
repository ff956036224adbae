import type { RequestHandler, Response } from 'express';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

import type { AccessSettings } from './AccessSettings.ts';
import { addressOf } from './addressOf.ts';

/** How often one address may come through a door: so many times in so many seconds. */
export interface DoorLimit {
  readonly points: number;
  readonly seconds: number;
}

/** Says no to somebody who has to wait. */
export type SayWait = (response: Response, seconds: number) => void;

/**
 * Holder igjen. Lets each address through so many times, and no more often: for doors behind which something can be guessed.
 *
 * Counted in PostgreSQL, one by one and before anything else is done, so that the limit is one limit for all servers and cannot be outrun.
 * Where the count fails, nobody comes through.
 */
export function rateLimited(
  { pool, key }: Pick<AccessSettings, 'pool' | 'key'>,
  name: string,
  { points, seconds }: DoorLimit,
  sayWait: SayWait = refuseForNow,
): RequestHandler {
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
  });
  return async (request, response, next) => {
    try {
      await limiter.consume(addressOf(request.ip, key));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const wait = Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
      response.set('Retry-After', String(wait));
      sayWait(response, wait);
      return;
    }
    next();
  };
}

/** In the shape that GraphQL says it. */
export function refuseForNow(response: Response): void {
  response
    .status(429)
    .set('Cache-Control', 'no-store')
    .json({
      errors: [
        { message: 'Too many requests, wait a moment', extensions: { code: 'RATE_LIMITED' } },
      ],
    });
}
