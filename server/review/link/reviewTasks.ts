import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import { letterOf } from '#server/access/link/linkLetters.ts';
import { issueLink } from '#server/access/link/issueLink.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { PersonalLinkPurpose } from '#schema/access/PersonalLinkPurpose.ts';
import { ChangeProposalState } from '#schema/review/ChangeProposalState.ts';
import {
  deliver,
  linkOf,
  type LinkRow,
  type LinkTaskSettings,
} from '#server/access/link/linkTasks.ts';
import { dayIn, filled } from '#server/access/link/words/linkWords.ts';
import type { Task } from '#server/common/job/Jobs.ts';
import type { Answer } from './answerByLink.ts';
import { groupTitle } from './GroupFacts.tsx';
import { askedGroups } from './readReview.ts';
import { said } from './ReviewPages.tsx';
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

const linkLasts = 14;

function daysAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** Det som gjennomgangen får gjort: letters about what was answered. Each may be done twice; its letter has the same name the second time. */
export function reviewTasks(settings: LinkTaskSettings): Record<string, Task> {
  const { pool, moment } = settings;

  const sendReceipt: Task = async ({ receiptId = '', linkId = '', language: asked = '' }) => {
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
    await deliver(settings, link, `receipt-${receiptId}`, (name) =>
      letterOf(language, words.receiptSubject, [
        words.doneTitle,
        filled(words.receiptOn, { name, date: dayIn(language, moment().today) }),
        ...askedGroups.flatMap((group) => {
          const answer = answers.get(group);
          return answer ? [`${groupTitle(language, group)}: ${said(language, answer)}`] : [];
        }),
      ]),
    );
  };

  /** What became of a proposal, unless whoever decided has thought better of it, or it has been told. */
  const tellProposer: Task = async ({ proposalId = '' }) => {
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
    await deliver(settings, proposal, `proposal-${proposalId}`, (name) =>
      letterOf(
        language,
        filled(isMade ? words.madeSubject : words.refusedSubject, { name }),
        isMade
          ? [words.madeText, groupTitle(language, proposal.group)]
          : [words.refusedText, reason ?? ''],
      ),
    );
    await pool.query('update change_proposal set told_at = $2 where id = $1', [
      proposalId,
      moment().now,
    ]);
  };

  return { sendReceipt, tellProposer };
}
