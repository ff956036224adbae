import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import { letterOf } from '#server/access/link/linkLetters.ts';
import { issueLink } from '#server/access/link/issueLink.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { PersonalLinkPurpose } from '#schema/access/PersonalLinkPurpose.ts';
import { ChangeProposalState } from '#schema/review/ChangeProposalState.ts';
import { deliver } from '#server/access/link/deliver.ts';
import {
  letterOfLink,
  linkOf,
  type LinkRow,
  type LinkTaskSettings,
} from '#server/access/link/linkTasks.ts';
import { dayIn, filled } from '#server/access/link/words/linkWords.ts';
import type { Task } from '#server/common/job/Jobs.ts';
import type { Answer } from './answerByLink.ts';
import { groupTitle } from './GroupFacts.tsx';
import { askedOf } from './readReview.ts';
import { said } from './ReviewPages.tsx';
import type { StopKind } from '#schema/review/StopKind.ts';
import { stopWords } from './StopPages.tsx';
import { reviewWords } from './words/reviewWords.ts';

/** A proposal that was decided, and where its author is told. */
interface Decided extends LinkRow {
  readonly group: FieldGroup;
  readonly state: ChangeProposalState;
  readonly reason: string | null;
  readonly organisationId: string;
  readonly decidedBy: string;
}

const decidedSql = `select l.id, l.record_kind as kind, l.contact_point_id as "contactPointId", p.language, l.expires_on::text as "expiresOn",
    l.sent_at as "sentAt", u.name as issuer, u.email as "issuerEmail", l.question, p.field_group as "group", p.state, p.reason,
    p.organisation_id as "organisationId", p.decided_by as "decidedBy"
  from change_proposal p join personal_link l on l.id = p.link_id left join staff_user u on u.id = p.decided_by
  where p.id = $1 and p.state <> 'open' and p.told_at is null`;

/** What somebody asked for by a link, and where they are answered. */
interface Stopped extends LinkRow {
  readonly stopKind: StopKind;
  readonly reason: string | null;
  readonly answer: string | null;
}

const stopSql = `select l.id, l.record_kind as kind, l.contact_point_id as "contactPointId", s.language, l.expires_on::text as "expiresOn",
    l.sent_at as "sentAt", u.name as issuer, u.email as "issuerEmail", l.question, s.kind as "stopKind", s.reason, s.answer
  from stop_request s join personal_link l on l.id = s.link_id
  left join staff_user u on u.id = coalesce(s.answered_by, l.issued_by)
  where s.id = $1`;

const linkLasts = 14;

function daysAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** Det som gjennomgangen får gjort: letters about what was answered. Each may be done twice; its letter has the same name the second time. */
export function reviewTasks(settings: LinkTaskSettings): Record<string, Task> {
  const { pool, moment } = settings;

  const sendReceipt: Task = async (payload, attempt) => {
    const { receiptId = '', linkId = '', language: asked = '' } = payload;
    const link = await linkOf(settings, 'l.id = $1', linkId);
    if (!link) return;
    const { rows } = await pool.query<{ group: FieldGroup; answer: Answer }>(
      `select distinct on (field_group) field_group as "group", answer from review_answer
       where link_id = $1 order by field_group, answered_at desc, answer`,
      [linkId],
    );
    const answers = new Map(rows.map(({ group, answer }) => [group, answer]));
    const language = asked as LinkLanguage;
    const words = reviewWords[language];
    const letter = letterOfLink(link, `receipt-${receiptId}`, (name) =>
      letterOf(language, words.receiptSubject, [
        words.doneTitle,
        filled(words.receiptOn, { name, date: dayIn(language, moment().today) }),
        ...askedOf(link.kind).flatMap((group) => {
          const answer = answers.get(group);
          return answer
            ? [`${groupTitle(language, group)}: ${said(language, link.kind, answer)}`]
            : [];
        }),
      ]),
    );
    await deliver(settings, { ...letter, isUrgent: true }, attempt, payload);
  };

  /** What became of a proposal, unless whoever decided has thought better of it, or it has been told. */
  const tellProposer: Task = async (payload, attempt) => {
    const { proposalId = '' } = payload;
    const { rows } = await pool.query<Decided>(decidedSql, [proposalId]);
    const [proposal] = rows;
    if (!proposal) return;
    const { language, contactPointId, state, reason, organisationId, decidedBy } = proposal;
    const words = reviewWords[language];
    if (state === ChangeProposalState.ASKED) {
      await inTransaction(pool, async (run) => {
        const [told] = await run(
          `update change_proposal set told_at = $2 where id = $1 and told_at is null and state = 'asked' returning id`,
          [proposalId, moment().now],
        );
        if (!told) return;
        const by = { viewer: null, ...moment(), requestId: 'queue' };
        await issueLink(run, settings.key, by, {
          recordKind: 'organisation',
          recordId: organisationId,
          contactPointId,
          purpose: PersonalLinkPurpose.REVIEW,
          language,
          expiresOn: daysAfter(moment().today, linkLasts),
          issuedBy: decidedBy,
          question: `${words.askedText} ${reason ?? ''}`,
        });
      });
      return;
    }
    const isMade = state === ChangeProposalState.ACCEPTED;
    const letter = letterOfLink(proposal, `proposal-${proposalId}`, (name) =>
      letterOf(
        language,
        filled(isMade ? words.madeSubject : words.refusedSubject, { name }),
        isMade
          ? [words.madeText, groupTitle(language, proposal.group)]
          : [words.refusedText, reason ?? ''],
      ),
    );
    await deliver(settings, letter, attempt, payload);
    await pool.query('update change_proposal set told_at = $2 where id = $1', [
      proposalId,
      moment().now,
    ]);
  };

  const stopOf = async (stopId: string): Promise<Stopped | undefined> => {
    const { rows } = await pool.query<Stopped>(stopSql, [stopId]);
    return rows[0];
  };

  /** That it has come. */
  const acknowledgeStop: Task = async (payload, attempt) => {
    const { stopId = '' } = payload;
    const stop = await stopOf(stopId);
    if (!stop) return;
    const words = reviewWords[stop.language];
    const letter = letterOfLink(stop, `stop-${stopId}`, () =>
      letterOf(stop.language, words.stopSubject, [
        words.stopSentTitle,
        words[stopWords[stop.stopKind]],
        ...(stop.reason ? [stop.reason] : []),
        words.stopSentWhy,
      ]),
    );
    await deliver(settings, letter, attempt, payload);
  };

  /** What came of it. */
  const tellStopAnswer: Task = async (payload, attempt) => {
    const { stopId = '' } = payload;
    const stop = await stopOf(stopId);
    if (!stop?.answer) return;
    const { answer, language } = stop;
    const letter = letterOfLink(stop, `stop-answer-${stopId}`, () =>
      letterOf(language, reviewWords[language].stopAnswered, [answer]),
    );
    await deliver(settings, letter, attempt, payload);
  };

  return { sendReceipt, tellProposer, acknowledgeStop, tellStopAnswer };
}
