import { type Request, type Response, Router, urlencoded } from 'express';
import { createElement } from 'react';

import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { cookieNames, cookieOf, cookieOptions } from '#server/access/cookies.ts';
import {
  fieldOf,
  fromOurPages,
  languageOf,
  message,
  send,
} from '#server/access/link/linkRequest.ts';
import type { Opener } from '#server/access/link/linkSession.ts';
import { isToken, readTypedCode } from '#server/access/link/typedCode.ts';
import { rateLimited } from '#server/access/rateLimited.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Body } from '#server/review/link/readChangeForm.ts';
import type { ReviewSettings } from '#server/review/link/reviewRoutes.ts';
import { confirmSuccession, declineSuccession } from './answerSuccession.ts';
import { inWords, typedIn } from './handoverRoutes.ts';
import { type NotASuccessor, type TypedSuccessor, whyNotName } from './readSuccessorForm.ts';
import {
  SuccessorAnsweredPage,
  SuccessorConfirmPage,
  SuccessorOpenPage,
  successorPath,
} from './SuccessorPages.tsx';
import { type AskedSuccessor, askedSuccessor, openForSuccessor } from './successorSession.ts';

/** Of one address, which many people may share. */
const openings = { points: 60, seconds: 300 };

/**
 * Den nye svarer. Where the message to the one who was named leads: a page that is the same for everybody, then one question. A token comes
 * in the body of a POST and nowhere else; looking, a scanner that follows the link included, changes nothing.
 */
export function successorRoutes(settings: ReviewSettings): Router {
  const { pool, publicUrl, secret, key, moment } = settings;
  const name = `${cookieNames(publicUrl).session}-successor`;
  const cookie = cookieOptions(publicUrl);

  const asked =
    (
      work: (
        asked: AskedSuccessor,
        language: LinkLanguage,
        request: Request,
        response: Response,
      ) => Promise<void>,
    ) =>
    async (request: Request, response: Response): Promise<void> => {
      const sealed = cookieOf(request, name);
      const found = sealed ? await askedSuccessor(pool, key, sealed, moment()) : null;
      if (!found) return openAgain(request, response);
      const language = languageOf(request, found.language);
      await work(found, language, request, response);
    };

  const openAgain = (request: Request, response: Response): Promise<void> => {
    const page = { language: languageOf(request), hasFailed: true };
    return send(response, 403, createElement(SuccessorOpenPage, page));
  };

  const routes = Router();
  routes.use(successorPath, fromOurPages(publicUrl), urlencoded({ extended: false, limit: '8kb' }));
  routes.post(
    `${successorPath}/*rest`,
    rateLimited({ pool, key: secret }, 'link-open', openings, (response) => {
      void message(response.req, response, 429, 'wait');
    }),
  );

  routes.get(successorPath, (request, response) => {
    const page = { language: languageOf(request), hasFailed: false };
    return send(response, 200, createElement(SuccessorOpenPage, page));
  });

  routes.post(`${successorPath}/open`, async (request, response) => {
    const opener = openerOf(request);
    const sealed = opener && (await openForSuccessor(pool, key, opener, moment()));
    if (!sealed) return openAgain(request, response);
    const lang = typeof request.query['lang'] === 'string' ? `?lang=${languageOf(request)}` : '';
    response.cookie(name, sealed, cookie).redirect(303, `${successorPath}/confirm${lang}`);
  });

  routes.get(
    `${successorPath}/confirm`,
    asked((found, language, _request, response) => {
      const { givenName, familyName } = found.successor;
      const typed = { givenName, familyName, reach: '' };
      const page = { language, asked: found, typed, mistakes: {} };
      return send(response, 200, createElement(SuccessorConfirmPage, page));
    }),
  );

  routes.post(
    `${successorPath}/confirm`,
    asked(async (found, language, request, response) => {
      const by = { ...moment(), requestId: request.id };
      if (fieldOf(request, 'answer') === 'no') {
        await inTransaction(pool, (run) => declineSuccession(run, by, found.id));
        response.clearCookie(name, cookie);
        return response.redirect(303, `${successorPath}/no?lang=${language}`);
      }
      const typed = typedIn((request.body ?? {}) as Body);
      const wrong = wrongNames(typed);
      const isAgreed = fieldOf(request, 'consent') === 'yes';
      if (Object.keys(wrong).length || !isAgreed) {
        const mistakes = {
          ...inWords(wrong),
          ...(!isAgreed && { consent: 'badConsent' as const }),
        };
        const page = { language, asked: found, typed, mistakes };
        return send(response, 422, createElement(SuccessorConfirmPage, page));
      }
      const { givenName, familyName } = typed;
      const successor = { ...found.successor, givenName, familyName };
      const isNoted = await inTransaction(pool, (run) =>
        confirmSuccession(run, key, by, { id: found.id, successor, language }),
      );
      if (!isNoted) return openAgain(request, response);
      return response.redirect(303, `${successorPath}/thanks?lang=${language}`);
    }),
  );

  for (const [path, isYes] of [
    ['thanks', true],
    ['no', false],
  ] as const) {
    routes.get(`${successorPath}/${path}`, (request, response) => {
      const page = { language: languageOf(request), isYes };
      return send(response, 200, createElement(SuccessorAnsweredPage, page));
    });
  }

  // Whoever comes to where only a form is sent, by going back or from a history, is shown the form.
  routes.get(`${successorPath}/open`, (_request, response) =>
    response.redirect(303, successorPath),
  );
  return routes;
}

function wrongNames(typed: TypedSuccessor): Partial<Record<keyof TypedSuccessor, NotASuccessor>> {
  const wrong: Partial<Record<keyof TypedSuccessor, NotASuccessor>> = {};
  for (const field of ['givenName', 'familyName'] as const) {
    const reason = whyNotName(typed[field], field === 'givenName');
    if (reason) wrong[field] = reason;
  }
  return wrong;
}

function openerOf(request: Request): Opener | null {
  const token = fieldOf(request, 'token');
  if (isToken(token)) return { token };
  const code = readTypedCode(fieldOf(request, 'code'));
  return code === null ? null : { code };
}
