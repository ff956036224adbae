import { type Request, type Response, Router, urlencoded } from 'express';
import type pg from 'pg';
import { createElement } from 'react';

import { fieldOf, languageOf, send } from '#server/access/link/linkRequest.ts';
import { linkOfStop, stopPath } from '#server/access/link/stopAddress.ts';
import { rateLimited } from '#server/access/rateLimited.ts';
import { allowMail, stopMail, type StopSettings } from './stopMail.ts';
import {
  MailAllowedPage,
  MailStoppedPage,
  NoSuchLetterPage,
  StopMailPage,
} from './StopMailPages.tsx';

/** Of one address; a mail program may press the button for many. */
const presses = { points: 120, seconds: 300 };

/**
 * Slippe brev. Where the link at the end of a letter leads, in the language of the letter: a page with one button, and a POST that a mail
 * program sends by itself (RFC 8058), without a cookie and from an origin of its own. To look changes nothing, for mail is looked through by
 * machines. Whoever presses twice has not done wrong.
 */
export function stopMailRoutes(
  settings: StopSettings & { readonly pool: pg.Pool; readonly secret: Uint8Array },
): Router {
  const { pool, key, secret } = settings;
  const routes = Router();
  const place = `${stopPath}/:letter`;
  routes.use(stopPath, (_request, response, next) => {
    response.set('Cache-Control', 'no-store').set('Referrer-Policy', 'no-referrer');
    next();
  });

  const pageOf = (request: Request) => ({ language: languageOf(request), path: request.path });
  const linkIn = ({ params }: Request) => linkOfStop(key, String(params['letter']));
  const noSuch = (request: Request, response: Response) =>
    send(response, 404, createElement(NoSuchLetterPage, { language: languageOf(request) }));

  routes.get(place, (request, response) =>
    linkIn(request)
      ? send(response, 200, createElement(StopMailPage, pageOf(request)))
      : noSuch(request, response),
  );

  routes.post(
    place,
    rateLimited({ pool, key: secret }, 'unsubscribe', presses),
    urlencoded({ extended: false, limit: '1kb' }),
    async (request, response) => {
      const linkId = linkIn(request);
      const isRegretted = fieldOf(request, 'regret') === 'yes';
      const isKnown = linkId && (await (isRegretted ? allowMail : stopMail)(settings, { linkId }));
      if (!isKnown) return noSuch(request, response);
      const page = isRegretted ? MailAllowedPage : MailStoppedPage;
      return send(response, 200, createElement(page, pageOf(request)));
    },
  );
  return routes;
}
