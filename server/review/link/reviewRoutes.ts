import { type Request, type Response, Router, urlencoded } from 'express';
import { createElement } from 'react';

import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { FieldGroup } from '#schema/review/FieldGroup.ts';
import {
  linkedDocuments,
  type LinkedRecord,
  readLinkedRecord,
} from '#server/access/link/LinkedRecord.ts';
import {
  fieldOf,
  fromOurPages,
  languageOf,
  message,
  send,
  sessionOf,
} from '#server/access/link/linkRequest.ts';
import type { LinkSettings } from '#server/access/link/linkRoutes.ts';
import { type LinkSession, viewerBy } from '#server/access/link/linkSession.ts';
import { linkLocale } from '#server/access/link/words/linkWords.ts';
import { rateLimited } from '#server/access/rateLimited.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import type { Context } from '#server/context.ts';
import { readHandover } from '#server/review/handover/readHandover.ts';
import { type Answer, answerByLink } from './answerByLink.ts';
import { OwnWordsPage } from './OwnWords.tsx';
import { askedOf, readReview } from './readReview.ts';
import type { ContextByLink } from './reviewOnPage.tsx';
import { proposeByLink } from '#server/review/proposal/proposeByLink.ts';
import { type Standing, standingSql } from '#server/review/proposal/readStanding.ts';
import type { LinkedKind } from '#server/access/link/issueLink.ts';
import { StopKind } from '#schema/review/StopKind.ts';
import { sendShortCode } from '#server/access/link/shortCode.ts';
import { readShortCode } from '#server/access/link/typedCode.ts';
import { askToStop } from '#server/review/stop/askToStop.ts';
import { ChangePage } from './ChangePage.tsx';
import type { Withdrawing } from './ConsentBox.tsx';
import { StopPage, StoppedPage } from './StopPages.tsx';
import { withdrawByLink } from './withdrawByLink.ts';
import { type Body, readChangeForm, textOf } from './readChangeForm.ts';
import { DonePage, groupPath, QuestionPage, type Told } from './ReviewPages.tsx';
import { reviewScript } from './reviewScript.ts';

export interface ReviewSettings extends Omit<LinkSettings, 'more'> {
  readonly contextOf: ContextByLink;
}

const longestReason = 1_000;

/** Of one address, which many people may share: answers, and letters asked for. */
const answers = { points: 200, seconds: 300 };
const letters = { points: 20, seconds: 300 };

/** Who answers, about what. */
interface Visit {
  readonly session: LinkSession;
  readonly language: LinkLanguage;
  readonly context: Context;
}

/**
 * Gjennomgang ved lenke. One question a page, one form a question; whatever is looked at changes nothing. Without a session that lasts,
 * each of them says that the link is to be opened anew.
 */
export function reviewRoutes(settings: ReviewSettings): Router {
  const { pool, publicUrl, secret: key, key: linkKey, ask, contextOf } = settings;
  const limited = (door: string, limit: typeof answers) =>
    rateLimited({ pool, key }, door, limit, (response) => {
      void message(response.req, response, 429, 'wait');
    });

  /** Runs for whoever has a session to a record of a kind. */
  const visitedBy =
    (...kinds: readonly LinkedKind[]) =>
    (work: (visit: Visit, request: Request, response: Response) => Promise<void> | void) =>
    async (request: Request, response: Response): Promise<void> => {
      const session = await sessionOf(settings, request);
      if (!session || !kinds.includes(session.recordKind)) {
        await message(request, response, 403, 'over');
        return;
      }
      const language = languageOf(request, session.language);
      const context = contextOf({
        viewer: viewerBy(session),
        locale: linkLocale(language),
        requestId: request.id,
      });
      await work({ session, language, context }, request, response);
    };

  const visited = visitedBy('organisation');
  const visitedByAny = visitedBy('organisation', 'person');

  async function recordOf({ session, language, context }: Visit): Promise<LinkedRecord> {
    const answer = await ask({
      viewer: viewerBy(session),
      document: linkedDocuments[session.recordKind],
      variables: { id: session.recordId },
      locale: linkLocale(language),
      requestId: context.requestId,
    });
    const record = readLinkedRecord(answer);
    if (!record) throw new Error('A link lives as long as its record');
    return record;
  }

  /** What a person is to organisations, which nothing but the page of their own link is told. */
  const rolesOf = async ({ session, context }: Visit) =>
    (await readHandover(context, session)).roles;

  /** To the first question that is left, else to the receipt. */
  async function goOn(
    { session, language, context }: Visit,
    response: Response,
    told: Told = null,
  ): Promise<void> {
    const { left } = await readReview(context, session);
    const next = left[0] ? groupPath(left[0]) : '/l/review/done';
    response.redirect(303, `${next}?lang=${language}${told ? `&told=${told}` : ''}`);
  }

  /** What the register says of the organisation, of what whoever holds the link may see. */
  async function standingOf(visit: Visit): Promise<Standing> {
    const { rows } = await pool.query<Standing>(standingSql, [visit.session.recordId]);
    const [standing] = rows;
    if (!standing) throw new Error('A link lives as long as its record');
    const { contactPoints } = await recordOf(visit);
    const seen = new Set(contactPoints.map(({ id }) => id));
    return { ...standing, points: standing.points.filter(({ id }) => seen.has(id)) };
  }

  const routes = Router();
  routes.get('/l/review.js', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('js').send(reviewScript);
  });
  routes.use('/l/review', fromOurPages(publicUrl), urlencoded({ extended: false, limit: '16kb' }));
  routes.post(
    ['/l/review/receipt', '/l/review/stop', '/l/review/consent/code'],
    limited('link-letter', letters),
  );
  routes.post('/l/review/*rest', limited('link-answer', answers));

  routes.get(
    '/l/review',
    visitedByAny((visit, _request, response) => goOn(visit, response)),
  );

  routes.post(
    '/l/review/all',
    visitedByAny(async (visit, _request, response) => {
      const { session, context, language } = visit;
      const review = await readReview(context, session);
      // Whoever has proposed a change has said that it is not right.
      const right = askedOf(session.recordKind).filter(
        (group) => review.answers.get(group) !== 'change',
      );
      await answerByLink(context, session, right, 'yes', review.uncertain);
      response.redirect(303, `/l/review/done?lang=${language}`);
    }),
  );

  routes.get(
    '/l/review/done',
    visitedByAny(async (visit, request, response) => {
      const { session, context, language } = visit;
      const [record, review] = await Promise.all([recordOf(visit), readReview(context, session)]);
      if (!review.answers.size) return response.redirect(303, `/l/answer?lang=${language}`);
      const isSent = request.query['sent'] === 'yes';
      const { today } = context;
      const told = toldIn(request);
      const { askedBy } = session;
      const page = { language, record, review, today, isSent, told, askedBy };
      return send(response, 200, createElement(DonePage, page));
    }),
  );

  routes.post(
    '/l/review/receipt',
    visitedByAny(async ({ session: { linkId }, language }, _request, response) => {
      const payload = { receiptId: crypto.randomUUID(), linkId, language };
      await inTransaction(pool, (run) => addJob(run, 'sendReceipt', payload, `receipt ${linkId}`));
      response.redirect(303, `/l/review/done?lang=${language}&sent=yes`);
    }),
  );

  routes.get(
    '/l/review/stop',
    visited(({ language }, _request, response) =>
      send(response, 200, createElement(StopPage, { language })),
    ),
  );

  routes.post(
    '/l/review/stop',
    visited(async ({ session, context, language }, request, response) => {
      const kind = Object.values(StopKind).find((it) => it === fieldOf(request, 'kind'));
      if (!kind) return response.redirect(303, `/l/review/stop?lang=${language}`);
      const reason = textOf((request.body ?? {}) as Body, 'reason').slice(0, longestReason) || null;
      await askToStop(context, session, { kind, language, reason });
      return response.redirect(303, `/l/review/stopped?lang=${language}`);
    }),
  );

  routes.get(
    '/l/review/stopped',
    visited(({ language }, _request, response) =>
      send(response, 200, createElement(StoppedPage, { language })),
    ),
  );

  const backToConsents = (response: Response, { language }: Visit, state: Withdrawing) =>
    response.redirect(303, `/l/answer?lang=${language}&state=${state}#consents`);

  routes.post(
    '/l/review/consent/code',
    visitedBy('person')(async (visit, _request, response) => {
      const { session, context } = visit;
      const wasSent = await inTransaction(pool, (run) =>
        sendShortCode(run, linkKey, session, 'consent', context.now),
      );
      return backToConsents(response, visit, wasSent ? 'asked' : 'tooMany');
    }),
  );

  routes.post(
    '/l/review/consent',
    visitedBy('person')(async (visit, request, response) => {
      const { session, context } = visit;
      const code = readShortCode(fieldOf(request, 'consentCode'));
      // What is no code at all is no try.
      if (code === null) return backToConsents(response, visit, 'wrong');
      const consentId = fieldOf(request, 'consent');
      const outcome = await withdrawByLink(context, linkKey, session, consentId, code);
      return backToConsents(response, visit, outcome === 'right' ? 'done' : outcome);
    }),
  );

  routes.get(
    '/l/review/:group',
    visitedByAny(async (visit, request, response) => {
      const { session, context, language } = visit;
      const group = groupOf(request, session);
      if (!group) return goOn(visit, response);
      const [record, review, roles] = await Promise.all([
        recordOf(visit),
        readReview(context, session),
        group === FieldGroup.AFFILIATIONS ? rolesOf(visit) : [],
      ]);
      const page = { language, record, roles, review, group, told: toldIn(request) };
      return send(response, 200, createElement(QuestionPage, page));
    }),
  );

  routes.post(
    '/l/review/:group',
    visitedByAny(async (visit, request, response) => {
      const { session, context, language } = visit;
      const group = groupOf(request, session);
      // What an organisation wants changed comes as a proposal.
      const ways: readonly Answer[] =
        session.recordKind === 'person' ? ['yes', 'change', 'unknown'] : ['yes', 'unknown'];
      const answer = ways.find((it) => it === fieldOf(request, 'answer'));
      if (!group || !answer) return response.redirect(303, `/l/answer?lang=${language}`);
      const { uncertain } = await readReview(context, session);
      await answerByLink(context, session, [group], answer, uncertain);
      if (answer !== 'change') return goOn(visit, response);
      return response.redirect(303, `${groupPath(group)}/change?lang=${language}`);
    }),
  );

  routes.get(
    '/l/review/:group/change',
    visitedByAny(async (visit, request, response) => {
      const { session, context, language } = visit;
      const group = groupOf(request, session);
      if (!group) return goOn(visit, response);
      const { askedBy, isUnmasked, recordKind } = session;
      if (recordKind === 'person') {
        return send(response, 200, createElement(OwnWordsPage, { language, group, askedBy }));
      }
      const standing = await standingOf(visit);
      const page = { language, context, standing, group, isUnmasked, body: {}, mistakes: [] };
      return send(response, 200, createElement(ChangePage, page));
    }),
  );

  routes.post(
    '/l/review/:group/change',
    visited(async (visit, request, response) => {
      const { session, context, language } = visit;
      const group = groupOf(request, session);
      if (!group) return goOn(visit, response);
      const standing = await standingOf(visit);
      const body = (request.body ?? {}) as Body;
      const form = readChangeForm(context, language, group, standing, body);
      const { changes, note, mistakes } = form;
      if (mistakes.length) {
        const { isUnmasked } = session;
        const page = { language, context, standing, group, isUnmasked, body, mistakes };
        return send(response, 422, createElement(ChangePage, page));
      }
      const { uncertain: asked } = await readReview(context, session);
      const proposed = { group, language, changes, note, asked };
      const outcome = await proposeByLink(context, session, proposed);
      if (outcome === 'tooMany') return message(request, response, 429, 'wait');
      return goOn(visit, response, outcome);
    }),
  );
  return routes;
}

const toldIn = ({ query }: Request): Told =>
  (['waits', 'made'] as const).find((it) => it === query['told']) ?? null;

const groupOf = (
  { params }: Request,
  { recordKind }: Pick<LinkSession, 'recordKind'>,
): FieldGroup | undefined => askedOf(recordKind).find((group) => group === params['group']);
