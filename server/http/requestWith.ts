import type { IncomingHttpHeaders } from 'node:http';

import { type Request, request } from 'express';

/** A request with these headers and nothing else, for what Express knows of them. */
export const requestWith = (headers: IncomingHttpHeaders): Request =>
  Object.assign(Object.create(request) as Request, { headers });
