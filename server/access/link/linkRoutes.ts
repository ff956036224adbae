import { type Request, type Response, Router, urlencoded } from 'express';
import type pg from 'pg';
import { createElement, type ReactElement } from 'react';

import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { Locale } from '#schema/common/Locale.ts';
import type { AccessLog } from '#server/access/AccessSettings.ts';
import { cookieOf, cookieOptions } from '#server/access/cookies.ts';
import { rateLimited } from '#server/access/rateLimited.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { linkedDocuments, type LinkedRecord, readLinkedRecord } from './LinkedRecord.ts';
import { fontStylePath, fontStyles, linkFonts } from './linkFonts.ts';
import type { LinkKey } from './LinkKey.ts';
import { FailedPage, OpenPage, WrongCodePage } from './LinkPages.tsx';
import {
  fieldOf,
  fromOurPages,
  languageOf,
  linkCookie,
  message,
  send,
  sessionOf,
} from './linkRequest.ts';
import { linkScript } from './linkScript.ts';
import {
  endLinkSession,
  hashOfOpener,
  type LinkSession,
  type Moment,
  openLink,
  type Opener,
  unmask,
  viewerBy,
} from './linkSession.ts';
import { linkStyle } from './linkStyle.ts';
import { type MoreOnPage, RecordPage, type Unmasking } from './RecordPage.tsx';
import { redeemShortCode, sendShortCode } from './shortCode.ts';
import { isToken, readShortCode, readTypedCode } from './typedCode.ts';
import { linkLanguages, linkLocale } from './words/linkWords.ts';

/** A question to the API on behalf of somebody who came by a link. */
export interface AskedByLink {
  readonly viewer: Viewer;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  readonly requestId: string;
}

/** Who looks at the page of a record, and in which language. */
export interface AskedMore {
  readonly session: LinkSession;
  readonly record: LinkedRecord;
  readonly language: LinkLanguage;
  readonly requestId: string;
  /** How far somebody has come with what the others ask, as they have said it in the address. */
  readonly state: string;
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
  /** What other slices have to say and to ask on the page of a record. */
  readonly more: (asked: AskedMore) => Promise<MoreOnPage>;
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
  const { pool, publicUrl, secret: shared, key, moment, ask, more } = settings;
  const limited = (door: string, limit: typeof openings) =>
    rateLimited({ pool, key: shared }, door, limit, (response) => {
      void message(response.req, response, 429, 'wait');
    });
  const name = linkCookie(publicUrl);
  const cookie = cookieOptions(publicUrl);

  const routes = Router();
  routes.get('/l/style.css', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('css').send(linkStyle);
  });
  routes.get('/l/open.js', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('js').send(linkScript);
  });

  for (const language of linkLanguages) {
    const style = fontStyles[language];
    if (!style) continue;
    routes.get(fontStylePath(language), (_request, response) => {
      response.set('Cache-Control', 'public, max-age=3600').type('css').send(style);
    });
  }
  for (const { path, file } of linkFonts) {
    routes.get(path, (_request, response) => {
      response.sendFile(file, { maxAge: '1y', immutable: true });
    });
  }

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
      await send(response, 403, refusalOf(request, opener));
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
    const session = await sessionOf(settings, request);
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
    const state = String(request.query['state'] ?? '');
    const parts = await more({ session, record, language, requestId: request.id, state });
    const page = { language, session, record, unmasking, more: parts };
    return send(response, 200, createElement(RecordPage, page));
  });

  routes.post('/l/answer/code', async (request, response) => {
    const session = await sessionOf(settings, request);
    if (!session) return message(request, response, 403, 'over');
    const { now } = moment();
    const wasSent = await inTransaction(pool, (run) =>
      sendShortCode(run, key, session, 'unmask', now),
    );
    return backTo(request, response, wasSent ? 'asked' : 'tooMany');
  });

  routes.post('/l/answer/unmask', async (request, response) => {
    const session = await sessionOf(settings, request);
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

function openerOf(request: Request): Opener | null {
  const token = fieldOf(request, 'token');
  if (isToken(token)) return { token };
  const code = readTypedCode(fieldOf(request, 'code'));
  return code === null ? null : { code };
}

/** What was brought goes along to ask for another; a code that was typed is there to be put right. */
function refusalOf(request: Request, opener: Opener | null): ReactElement {
  const language = languageOf(request);
  const typed = fieldOf(request, 'code').slice(0, 20);
  const token = opener && 'token' in opener ? opener.token : '';
  const code = opener && 'code' in opener ? opener.code : '';
  return token || !typed
    ? createElement(FailedPage, { language, token })
    : createElement(WrongCodePage, { language, typed, code });
}

function backTo(request: Request, response: Response, unmasking: Unmasking): void {
  const state = new URLSearchParams({
    ...(typeof request.query['lang'] === 'string' && { lang: languageOf(request) }),
    ...(unmasking !== 'masked' && { code: unmasking }),
  });
  response.redirect(303, `/l/answer?${state}#contact`);
}
