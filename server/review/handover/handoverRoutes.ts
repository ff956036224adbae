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
import type { Context } from '#server/context.ts';
import { type Body, textOf } from '#server/review/link/readChangeForm.ts';
import type { ReviewSettings } from '#server/review/link/reviewRoutes.ts';
import { handOverByLink } from './handOverByLink.ts';
import {
  type Handing,
  HandoverPage,
  handoverPath,
  HandoverSentPage,
  type Mistakes,
} from './HandoverPages.tsx';
import { takeBackNaming } from './nameSuccessor.ts';
import { type NotASuccessor, readSuccessorForm, type TypedSuccessor } from './readSuccessorForm.ts';
import { type HandingOver as Standing, readHandover } from './readHandover.ts';
import type { HandoverWording } from './words/HandoverWording.ts';

/** Of one address, which many people may share: letters asked for, and answers. */
const letters = { points: 20, seconds: 300 };
const answers = { points: 60, seconds: 300 };

interface Visit {
  readonly session: LinkSession;
  readonly language: LinkLanguage;
  readonly context: Context;
}

const handings: readonly Handing[] = ['asked', 'tooMany', 'wrong', 'locked', 'gone'];

const words: Readonly<Record<NotASuccessor, keyof HandoverWording>> = {
  REQUIRED: 'badName',
  NOT_ONE_LINE: 'badName',
  TOO_LONG: 'badLong',
  NOT_A_WAY_TO_REACH: 'badReach',
  NOT_A_MOBILE_NUMBER: 'badMobile',
  NO_SMS: 'badSms',
};

/** What will not do in what was typed of somebody, in words of the pages. */
export const inWords = (
  wrong: Partial<Record<keyof TypedSuccessor, NotASuccessor>>,
): Partial<Record<keyof TypedSuccessor, keyof HandoverWording>> =>
  Object.fromEntries(Object.entries(wrong).map(([field, why]) => [field, words[why]]));

/** What was typed of somebody. */
export const typedIn = (body: Body): TypedSuccessor => ({
  givenName: textOf(body, 'givenName').replaceAll(/\s+/g, ' '),
  familyName: textOf(body, 'familyName').replaceAll(/\s+/g, ' '),
  reach: textOf(body, 'reach'),
});

const nothing: TypedSuccessor = { givenName: '', familyName: '', reach: '' };

/** Overlevering ved lenke. A code first, then who it is; whatever is looked at changes nothing. */
export function handoverRoutes(settings: ReviewSettings): Router {
  const { pool, publicUrl, secret, key, contextOf } = settings;
  const limited = (door: string, limit: typeof letters) =>
    rateLimited({ pool, key: secret }, door, limit, (response) => {
      void message(response.req, response, 429, 'wait');
    });

  const visited =
    (work: (visit: Visit, request: Request, response: Response) => Promise<void> | void) =>
    async (request: Request, response: Response): Promise<void> => {
      const session = await sessionOf(settings, request);
      if (!session) return message(request, response, 403, 'over');
      const language = languageOf(request, session.language);
      const context = contextOf({
        viewer: viewerBy(session),
        locale: linkLocale(language),
        requestId: request.id,
      });
      await work({ session, language, context }, request, response);
    };

  const goTo = (response: Response, { language }: Visit, path: string, step?: Handing): void =>
    response.redirect(303, `${path}?lang=${language}${step ? `&step=${step}` : ''}`);

  function show(
    response: Response,
    { language }: Visit,
    standing: Standing,
    handing: Handing,
    typed: TypedSuccessor & { readonly role: string } = { ...nothing, role: '' },
    mistakes: Mistakes = {},
  ): Promise<void> {
    const { roles, canBeSent } = standing;
    const status = Object.keys(mistakes).length ? 422 : 200;
    const page = { language, handing, canBeSent, roles, typed, mistakes };
    return send(response, status, createElement(HandoverPage, page));
  }

  const routes = Router();
  routes.use(handoverPath, fromOurPages(publicUrl), urlencoded({ extended: false, limit: '8kb' }));
  routes.post(`${handoverPath}/code`, limited('link-letter', letters));
  routes.post([handoverPath, `${handoverPath}/back`], limited('link-answer', answers));

  routes.get(
    handoverPath,
    visited(async (visit, request, response) => {
      const standing = await readHandover(visit.context, visit.session);
      if (standing.waits) return goTo(response, visit, `${handoverPath}/sent`);
      const step = handings.find((it) => it === request.query['step']) ?? 'start';
      return show(response, visit, standing, step);
    }),
  );

  routes.post(
    `${handoverPath}/code`,
    visited(async (visit, _request, response) => {
      const { session, context } = visit;
      const { canBeSent } = await readHandover(context, session);
      const wasSent =
        canBeSent &&
        (await inTransaction(pool, (run) =>
          sendShortCode(run, key, session, 'hand_over', context.now),
        ));
      return goTo(response, visit, handoverPath, wasSent ? 'asked' : 'tooMany');
    }),
  );

  routes.post(
    handoverPath,
    visited(async (visit, request, response) => {
      const { session, context, language } = visit;
      const standing = await readHandover(context, session);
      const body = (request.body ?? {}) as Body;
      const typed = { ...typedIn(body), role: textOf(body, 'role') };
      const read = readSuccessorForm(typed, context.canSms ?? false);
      const mistakes: Mistakes = { ...inWords(read.wrong ?? {}) };
      const role = standing.roles.find(({ affiliationId }) => affiliationId === typed.role);
      if (standing.roles.length && !role) mistakes.role = 'badWhich';
      if (read.successor && standing.isOwn(read.successor.value)) mistakes.reach = 'badSame';
      const code = readShortCode(fieldOf(request, 'code'));
      if (!read.successor || Object.keys(mistakes).length) {
        return show(response, visit, standing, 'asked', typed, mistakes);
      }
      // What is no code at all is no try.
      if (code === null) return show(response, visit, standing, 'wrong', typed);
      const outcome = await handOverByLink(context, key, session, code, {
        organisationId: role?.organisationId ?? session.recordId,
        affiliationId: role?.affiliationId ?? null,
        language,
        successor: read.successor,
      });
      // Sent twice, the second time the code is used already: what it was for is done.
      const isDone = outcome === 'gone' && (await readHandover(context, session)).waits;
      if (outcome === 'right' || isDone) return goTo(response, visit, `${handoverPath}/sent`);
      return show(response, visit, standing, outcome, typed);
    }),
  );

  routes.post(
    `${handoverPath}/back`,
    visited(async (visit, _request, response) => {
      const { session, context, language } = visit;
      await inTransaction(pool, (run) => takeBackNaming(run, context, session.linkId));
      return send(response, 200, createElement(HandoverSentPage, { language, isTakenBack: true }));
    }),
  );

  routes.get(
    `${handoverPath}/sent`,
    visited(async (visit, _request, response) => {
      const { waits } = await readHandover(visit.context, visit.session);
      if (!waits) return goTo(response, visit, handoverPath);
      const page = { language: visit.language, isTakenBack: false };
      return send(response, 200, createElement(HandoverSentPage, page));
    }),
  );

  // Whoever comes to where only a form is sent, by going back or from a history, is shown the form.
  routes.get([`${handoverPath}/code`, `${handoverPath}/back`], (_request, response) =>
    response.redirect(303, handoverPath),
  );
  return routes;
}
