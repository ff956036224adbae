import type { Request, RequestHandler, Response } from 'express';
import { createElement, type ReactElement } from 'react';
import type pg from 'pg';

import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { cookieNames, cookieOf } from '#server/access/cookies.ts';
import { MessagePage } from './LinkPages.tsx';
import { type LinkSession, linkSession, type Moment } from './linkSession.ts';
import { render } from './render.ts';
import { linkLanguageOf } from './words/linkWords.ts';

/** What it takes to know who comes by a link. */
export interface LinkDoor {
  readonly pool: pg.Pool;
  readonly publicUrl: URL;
  readonly moment: () => Moment;
}

/** The name of the cookie that a link's session is known by. */
export const linkCookie = (publicUrl: URL): string => `${cookieNames(publicUrl).session}-link`;

/** Whose session a request brings, while it lasts. */
export async function sessionOf(
  { pool, publicUrl, moment }: LinkDoor,
  request: Request,
): Promise<LinkSession | null> {
  const secret = cookieOf(request, linkCookie(publicUrl));
  return secret ? linkSession(pool, secret, moment()) : null;
}

/** A form on another site sends nothing here: it could let somebody in to a record that is not theirs, and have them believe it is. */
export const fromOurPages =
  ({ origin: own }: URL): RequestHandler =>
  (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    const { origin, 'sec-fetch-site': site } = request.headers;
    const isForeign =
      (site !== undefined && site !== 'same-origin') ||
      (origin !== undefined && origin !== 'null' && origin !== own);
    if (request.method !== 'POST' || !isForeign) return next();
    response
      .status(403)
      .json({ errors: [{ message: 'Not allowed', extensions: { code: 'FORBIDDEN' } }] });
  };

export const languageOf = (request: Request, first?: LinkLanguage): LinkLanguage => {
  const asked = request.query['lang'] ?? first;
  return linkLanguageOf(request, asked);
};

export function fieldOf({ body }: Request, name: string): string {
  const value = (body as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}

export async function send(response: Response, status: number, page: ReactElement): Promise<void> {
  const text = await render(page);
  response.status(status).type('html').send(text);
}

export const message = (
  request: Request,
  response: Response,
  status: number,
  what: 'sent' | 'over' | 'wait' | 'signedOut',
): Promise<void> =>
  send(
    response,
    status,
    createElement(MessagePage, { language: languageOf(request), message: what }),
  );
