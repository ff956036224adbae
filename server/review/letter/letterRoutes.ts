import 'reflect-metadata';

import { type Request, type Response, Router, urlencoded } from 'express';
import type pg from 'pg';
import { createElement } from 'react';

import { type Locale, locales } from '#schema/common/Locale.ts';
import type { AccessSettings } from '#server/access/AccessSettings.ts';
import { credentialOf, holderOf } from '#server/access/Credential.ts';
import { ensurePermission } from '#server/access/ensure.ts';
import { fieldOf, send } from '#server/access/link/linkRequest.ts';
import { sameOrigin } from '#server/access/sameOrigin.ts';
import { momentOf } from '#server/common/momentOf.ts';
import { Reader } from '#server/common/Reader.ts';
import { type Context, createContext, type Surroundings } from '#server/context.ts';
import { Problem, Unauthenticated } from '#server/problems.ts';
import { reviewScript } from '#server/review/link/reviewScript.ts';
import { LettersPage, NoLettersPage } from './LetterPages.tsx';
import { letterStyle } from './letterStyle.ts';
import { type LettersToPrint, printLetters } from './printLetters.ts';

/** What printing needs of the house. */
export interface LetterRouteSettings {
  readonly access: AccessSettings & { readonly pool: pg.Pool };
  readonly surroundings: Surroundings;
}

const refusals: Readonly<
  Record<string, { status: number; why: 'nothing' | 'signIn' | 'refused' }>
> = {
  UNAUTHENTICATED: { status: 401, why: 'signIn' },
  STEP_UP_REQUIRED: { status: 403, why: 'signIn' },
  FORBIDDEN: { status: 403, why: 'refused' },
  NOT_FOUND: { status: 404, why: 'nothing' },
  CONFLICT: { status: 409, why: 'nothing' },
};

/**
 * Brev på papir. `POST /letters/round/<id>` are letters of a round, `POST /letters/request/<id>` is the one of a request: pages to print.
 *
 * With POST, for printing is noted, and no browser fetches it by itself, keeps it, or has it in its history: each sheet opens the page of
 * somebody. The tokens stand in the squares alone, behind the #, as in every letter.
 */
export function letterRoutes({ access, surroundings }: LetterRouteSettings): Router {
  const routes = Router();

  async function contextOf(request: Request): Promise<Context> {
    const { now, today } = momentOf(access.clock());
    const credential = credentialOf(request, access);
    const viewer = credential && (await holderOf(credential, access));
    if (!viewer) throw new Unauthenticated();
    ensurePermission('review.run', viewer);
    const reader = new Reader(access.pool);
    const by = { viewer, now, today, requestId: request.id, locale: localeOf(request), reader };
    return createContext(surroundings, { ...by, way: 'planned' });
  }

  const printed =
    (what: (request: Request) => LettersToPrint) =>
    async (request: Request, response: Response) => {
      const locale = localeOf(request);
      try {
        const context = await contextOf(request);
        const letters = await printLetters(context, surroundings.linkKey, what(request));
        const { publicUrl } = access;
        const page = { locale, letters, publicUrl, today: context.today };
        await send(response, 200, createElement(LettersPage, page));
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const refusal = refusals[String(error.extensions['code'])];
        if (!refusal) throw error;
        const page = createElement(NoLettersPage, { locale, why: refusal.why });
        await send(response, refusal.status, page);
      }
    };

  routes.get('/letters/style.css', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('css').send(letterStyle);
  });
  routes.get('/letters/print.js', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('js').send(reviewScript);
  });
  routes.use('/letters', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  const form = [sameOrigin(access.publicUrl), urlencoded({ extended: false, limit: '1kb' })];
  routes.post(
    '/letters/round/:id',
    ...form,
    printed((request) => ({
      roundId: String(request.params['id']),
      which: fieldOf(request, 'which') === 'printed' ? 'printed' : 'waiting',
    })),
  );
  routes.post(
    '/letters/request/:id',
    ...form,
    printed((request) => ({ requestId: String(request.params['id']) })),
  );
  routes.all(['/letters/round/:id', '/letters/request/:id'], (_request, response) => {
    const extensions = { code: 'METHOD_NOT_ALLOWED' };
    response
      .status(405)
      .set('Allow', 'POST')
      .json({ errors: [{ message: 'Letters are printed with POST', extensions }] });
  });
  return routes;
}

const localeOf = (request: Request): Locale =>
  locales.find((locale) => locale === fieldOf(request, 'locale')) ?? 'nb';
