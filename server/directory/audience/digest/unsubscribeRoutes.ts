import { type Request, type Response, Router } from 'express';
import type pg from 'pg';

import type { Locale } from '#schema/common/Locale.ts';
import { html, type Html } from '#server/access/html.ts';
import type { LinkKey } from '#server/access/link/LinkKey.ts';
import { localeOf } from '#server/access/localeOf.ts';
import { rateLimited } from '#server/access/rateLimited.ts';
import { standingPage } from '#server/access/signInPages.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { endSubscriptions } from '#server/directory/audience/endSubscriptions.ts';
import { digestWords } from './digestWords.ts';
import { subscriptionOf, unsubscribePath } from './unsubscribeAddress.ts';

/** Of one address; a mail program may press the button for a whole hospital. */
const presses = { points: 120, seconds: 300 };

/**
 * Avmelding. Where the letter's own link leads: a page with one button. To look changes nothing, for mail is looked through by machines;
 * a POST ends the subscription, whether the button sends it or the reader's mail program (RFC 8058), which has no cookie and no origin.
 */
export function unsubscribeRoutes({
  pool,
  key,
  secret,
  clock,
}: {
  readonly pool: pg.Pool;
  readonly key: LinkKey;
  /** 32 secret bytes. */
  readonly secret: Uint8Array;
  readonly clock: () => Date;
}): Router {
  const routes = Router();
  routes.use(unsubscribePath, (_request, response, next) => {
    response.set('Cache-Control', 'no-store').set('Referrer-Policy', 'no-referrer');
    next();
  });

  routes.get(unsubscribePath, async (request, response) => {
    const { page } = wordsFor(request);
    const id = subscriptionOf(key, request.query['a']);
    const { rowCount } = await pool.query('select from audience_subscription where id = $1', [id]);
    if (!rowCount) return gone(request, response);
    send(
      request,
      response,
      200,
      page.title,
      html`<p>${page.ask}</p>
        <form method="post"><button>${page.button}</button></form>`,
    );
  });

  routes.post(
    unsubscribePath,
    rateLimited({ pool, key: secret }, 'unsubscribe', presses),
    async (request, response) => {
      const id = subscriptionOf(key, request.query['a']);
      const author = { viewer: null, now: clock(), requestId: String(request.id) };
      const ended =
        id && (await inTransaction(pool, (run) => endSubscriptions(run, author, 'id = $1', [id])));
      if (!ended) return gone(request, response);
      const { page } = wordsFor(request);
      send(request, response, 200, page.done, html`<p>${page.doneWhat}</p>`);
    },
  );
  return routes;
}

const languageOf = (request: Request): Locale => localeOf(request, request.query['lang'] ?? 'nb');
const wordsFor = (request: Request) => digestWords[languageOf(request)];

/** What was ended before is ended: whoever presses twice has not done wrong. */
function gone(request: Request, response: Response): void {
  const { page } = wordsFor(request);
  send(
    request,
    response,
    request.method === 'POST' ? 200 : 404,
    page.gone,
    html`<p>${page.goneWhat}</p>
      <p class="ways"><a href="/">${page.toFrontPage}</a></p>`,
  );
}

const send = (
  request: Request,
  response: Response,
  status: number,
  title: string,
  body: Html,
): void => void response.status(status).send(standingPage(languageOf(request), title, body));
