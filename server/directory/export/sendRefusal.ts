import type { Response } from 'express';

import { isBusy } from '#server/common/isBusy.ts';
import { Busy, Problem } from '#server/problems.ts';

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  STEP_UP_REQUIRED: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BUSY: 503,
};

/** Sier nei til en fil, as the API says no. What is no refusal of ours is thrown on. */
export function sendRefusal(response: Response, error: unknown): void {
  const problem = isBusy(error) ? new Busy() : error;
  if (!(problem instanceof Problem)) throw problem;
  const { code } = problem.extensions as { code: string };
  if (code === 'BUSY') response.set('Retry-After', '1');
  response
    .status(statuses[code] ?? 400)
    .json({ errors: [{ message: problem.message, extensions: problem.extensions }] });
}
