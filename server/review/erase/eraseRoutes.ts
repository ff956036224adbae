import { type Request, type Response, Router, urlencoded } from 'express';
import { createElement } from 'react';

import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import {
  fieldOf,
  fromOurPages,
  languageOf,
  message,
  send,
  sessionOf,
} from '#server/access/link/linkRequest.ts';
import { type LinkSession, viewerBy } from '#server/access/link/linkSession.ts';
import { sendShortCode } from '#server/access/link/shortCode.ts';
import { readShortCode } from '#server/access/link/typedCode.ts';
import { linkLocale } from '#server/access/link/words/linkWords.ts';
import { rateLimited } from '#server/access/rateLimited.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { ReviewSettings } from '#server/review/link/reviewRoutes.ts';
import { eraseByLink } from './eraseByLink.ts';
import { ErasedPage, ErasePage, erasePath, type Erasing } from './ErasePages.tsx';

/** Of one address, which many people may share: letters asked for, and codes tried. */
const letters = { points: 20, seconds: 300 };
const tries = { points: 60, seconds: 300 };

const steps: readonly Erasing[] = ['asked', 'tooMany', 'wrong', 'locked', 'gone'];

/** Slettes ved lenke. For whoever has opened a link to themselves: a code, then one press; looking changes nothing. */
export function eraseRoutes(settings: ReviewSettings): Router {
  const { pool, publicUrl, secret, key, contextOf, moment } = settings;
  const limited = (door: string, limit: typeof letters) =>
    rateLimited({ pool, key: secret }, door, limit, (response) => {
      void message(response.req, response, 429, 'wait');
    });

  const visited =
    (
      work: (
        session: LinkSession,
        language: LinkLanguage,
        request: Request,
        response: Response,
      ) => Promise<void>,
    ) =>
    async (request: Request, response: Response): Promise<void> => {
      const session = await sessionOf(settings, request);
      if (session?.recordKind !== 'person') return message(request, response, 403, 'over');
      await work(session, languageOf(request, session.language), request, response);
    };

  const routes = Router();
  routes.use(erasePath, fromOurPages(publicUrl), urlencoded({ extended: false, limit: '4kb' }));
  routes.post(`${erasePath}/code`, limited('link-letter', letters));
  routes.post(erasePath, limited('link-open', tries));

  routes.get(
    erasePath,
    visited((_session, language, request, response) => {
      const erasing = steps.find((it) => it === request.query['step']) ?? 'start';
      return send(response, 200, createElement(ErasePage, { language, erasing }));
    }),
  );

  routes.post(
    `${erasePath}/code`,
    visited(async (session, language, _request, response) => {
      const wasSent = await inTransaction(pool, (run) =>
        sendShortCode(run, key, session, 'erase', moment().now),
      );
      const step: Erasing = wasSent ? 'asked' : 'tooMany';
      response.redirect(303, `${erasePath}?lang=${language}&step=${step}`);
    }),
  );

  routes.post(
    erasePath,
    visited(async (session, language, request, response) => {
      const code = readShortCode(fieldOf(request, 'code'));
      const context = contextOf({
        viewer: viewerBy(session),
        locale: linkLocale(language),
        requestId: request.id,
      });
      // What is no code at all is no try.
      const outcome = code === null ? 'wrong' : await eraseByLink(context, key, session, code);
      const to = outcome === 'right' ? `${erasePath}/done?lang=${language}` : '';
      response.redirect(303, to || `${erasePath}?lang=${language}&step=${outcome}`);
    }),
  );

  routes.get(`${erasePath}/done`, (request, response) =>
    send(response, 200, createElement(ErasedPage, { language: languageOf(request) })),
  );
  // Whoever comes to where only a form is sent, by going back or from a history, is shown the form.
  routes.get(`${erasePath}/code`, (_request, response) => response.redirect(303, erasePath));
  return routes;
}
