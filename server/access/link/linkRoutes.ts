import { type Request, type RequestHandler, type Response, Router, urlencoded } from 'express';
import type pg from 'pg';
import { createElement, type ReactElement } from 'react';

import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { Locale } from '#schema/common/Locale.ts';
import type { AccessLog } from '#server/access/AccessSettings.ts';
import { cookieNames, cookieOf, cookieOptions } from '#server/access/cookies.ts';
import { rateLimited } from '#server/access/rateLimited.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { linkedDocuments, readLinkedRecord } from './LinkedRecord.ts';
import type { LinkKey } from './LinkKey.ts';
import { FailedPage, MessagePage, OpenPage } from './LinkPages.tsx';
import { linkScript } from './linkScript.ts';
import {
  endLinkSession,
  hashOfOpener,
  type LinkSession,
  linkSession,
  type Moment,
  openLink,
  type Opener,
  unmask,
  viewerBy,
} from './linkSession.ts';
import { linkStyle } from './linkStyle.ts';
import { RecordPage, type Unmasking } from './RecordPage.tsx';
import { render } from './render.ts';
import { redeemShortCode, sendShortCode } from './shortCode.ts';
import { isToken, readShortCode, readTypedCode } from './typedCode.ts';
import { linkLanguageOf, linkLocale } from './words/linkWords.ts';

/** A question to the API on behalf of somebody who came by a link. */
export interface AskedByLink {
  readonly viewer: Viewer;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  readonly requestId: string;
}

export interface LinkSettings {
  readonly pool: pg.Pool;
  readonly publicUrl: URL;
  /** 32 secret bytes. */
  readonly secret: Uint8Array;
  readonly key: LinkKey;
  readonly moment: () => Moment;
  /** Asks the API, by its own rules; throws where it refuses. */
  readonly ask: (question: AskedByLink) => Promise<unknown>;
  readonly log: AccessLog;
}

/** Of one address, which many people may share: openings and short codes, and letters asked for. */
const openings = { points: 60, seconds: 300 };
const letters = { points: 20, seconds: 300 };

const unmaskings: readonly Unmasking[] = ['asked', 'tooMany', 'wrong', 'locked', 'gone'];

/**
 * Personlige lenker. `/l` is where a link leads: a page that is the same for everybody and changes nothing, with one form. What the form
 * sends opens a session, and that shows the pages under `/l/answer`.
 *
 * A token comes in the body of a POST, and nowhere else: what stands behind the # is sent to nobody, so it is in no log, no history of a
 * proxy and no referrer (OWASP ASVS 14.2.1). The session's cookie opens these pages and nothing else; the API does not know it.
 */
export function linkRoutes(settings: LinkSettings): Router {
  const { pool, publicUrl, secret: shared, key, moment, ask } = settings;
  const limited = (door: string, limit: typeof openings) =>
    rateLimited({ pool, key: shared }, door, limit, (response) => {
      void message(response.req, response, 429, 'wait');
    });
  const name = `${cookieNames(publicUrl).session}-link`;
  const cookie = cookieOptions(publicUrl);

  const sessionOf = async (request: Request): Promise<LinkSession | null> => {
    const secret = cookieOf(request, name);
    return secret ? linkSession(pool, secret, moment()) : null;
  };

  const routes = Router();
  routes.get('/l/style.css', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('css').send(linkStyle);
  });
  routes.get('/l/open.js', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('js').send(linkScript);
  });

  routes.use('/l', fromOurPages(publicUrl), urlencoded({ extended: false, limit: '4kb' }));

  routes.get('/l', (request, response) => {
    const language = languageOf(request);
    return send(response, 200, createElement(OpenPage, { language }));
  });

  routes.post(['/l/open', '/l/answer/unmask'], limited('link-open', openings));
  routes.post(['/l/again', '/l/answer/code'], limited('link-letter', letters));

  routes.post('/l/open', async (request, response) => {
    const opener = openerOf(request);
    const secret = opener && (await openLink(pool, key, opener, moment()));
    if (!secret) {
      const language = languageOf(request);
      await send(response, 403, createElement(FailedPage, { language, ...echoOf(opener) }));
      return;
    }
    const asked = request.query['lang'];
    // Whoever has chosen another language than that of the letter keeps it.
    const lang = typeof asked === 'string' ? `?lang=${languageOf(request)}` : '';
    response.cookie(name, secret, cookie).redirect(303, `/l/answer${lang}`);
  });

  routes.post('/l/again', async (request, response) => {
    const opener = openerOf(request);
    if (opener) {
      const hash = hashOfOpener(key, opener);
      // Done a second later, so that whoever times the answer does not feel what becomes of it.
      await inTransaction(pool, (run) => addJob(run, 'renewLink', { hash }, `renew ${hash}`, 1));
    }
    await message(request, response, 200, 'sent');
  });

  routes.get('/l/answer', async (request, response) => {
    const session = await sessionOf(request);
    if (!session) return message(request, response, 403, 'over');
    const language = languageOf(request, session.language);
    const answer = await ask({
      viewer: viewerBy(session),
      document: linkedDocuments[session.recordKind],
      variables: { id: session.recordId },
      locale: linkLocale(language),
      requestId: request.id,
    });
    const record = readLinkedRecord(answer);
    if (!record) return message(request, response, 403, 'over');
    const unmasking = unmaskings.find((it) => it === request.query['code']) ?? 'masked';
    return send(response, 200, createElement(RecordPage, { language, session, record, unmasking }));
  });

  routes.post('/l/answer/code', async (request, response) => {
    const session = await sessionOf(request);
    if (!session) return message(request, response, 403, 'over');
    const { now } = moment();
    const wasSent = await inTransaction(pool, (run) =>
      sendShortCode(run, key, session, 'unmask', now),
    );
    return backTo(request, response, wasSent ? 'asked' : 'tooMany');
  });

  routes.post('/l/answer/unmask', async (request, response) => {
    const session = await sessionOf(request);
    if (!session) return message(request, response, 403, 'over');
    const code = readShortCode(fieldOf(request, 'code'));
    // What is no code at all is no try.
    if (code === null) return backTo(request, response, 'wrong');
    const { now } = moment();
    const outcome = await inTransaction(pool, async (run) => {
      const redeemed = await redeemShortCode(run, key, session, 'unmask', code, now);
      if (redeemed === 'right') await unmask(run, session, now);
      return redeemed;
    });
    return backTo(request, response, outcome === 'right' ? 'masked' : outcome);
  });

  routes.post('/l/signout', async (request, response) => {
    const secret = cookieOf(request, name);
    if (secret) await endLinkSession(pool, secret, moment().now);
    response.clearCookie(name, cookie).set('Clear-Site-Data', '"cache"');
    await message(request, response, 200, 'signedOut');
  });

  // Whoever comes to where only a form is sent, by going back or from a history, is shown the form.
  routes.get(['/l/open', '/l/again', '/l/signout'], (_request, response) =>
    response.redirect(303, '/l'),
  );
  routes.get(['/l/answer/code', '/l/answer/unmask'], (_request, response) =>
    response.redirect(303, '/l/answer'),
  );
  return routes;
}

/** A form on another site sends nothing here: it could let somebody in to a record that is not theirs, and have them believe it is. */
const fromOurPages =
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

const languageOf = (request: Request, first?: LinkLanguage): LinkLanguage => {
  const asked = request.query['lang'] ?? first;
  return linkLanguageOf(request, asked);
};

function fieldOf({ body }: Request, name: string): string {
  const value = (body as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}

function openerOf(request: Request): Opener | null {
  const token = fieldOf(request, 'token');
  if (isToken(token)) return { token };
  const code = readTypedCode(fieldOf(request, 'code'));
  return code === null ? null : { code };
}

const echoOf = (opener: Opener | null): { token: string; code: string } => ({
  token: opener && 'token' in opener ? opener.token : '',
  code: opener && 'code' in opener ? opener.code : '',
});

async function send(response: Response, status: number, page: ReactElement): Promise<void> {
  const text = await render(page);
  response.status(status).type('html').send(text);
}

const message = (
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

function backTo(request: Request, response: Response, unmasking: Unmasking): void {
  const state = new URLSearchParams({
    ...(typeof request.query['lang'] === 'string' && { lang: languageOf(request) }),
    ...(unmasking !== 'masked' && { code: unmasking }),
  });
  response.redirect(303, `/l/answer?${state}#contact`);
}
