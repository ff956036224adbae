import { BreakGlass } from '#schema/access/BreakGlass.ts';
import { Crisis } from '#schema/access/Crisis.ts';
import { may } from '#server/access/ensure.ts';
import { always, computed, type RowRule, visible } from '#server/common/ReadModel.ts';
import { column, later, sql } from '#server/common/sql.ts';
import { mayAccountFor, mayClose, mayConfirm, mayReview } from './crisisRules.ts';

/** One's own, and all for those who confirm or review them. */
const ownOrOverseen: RowRule = (alias) =>
  sql`(${column(alias, 'user_id')} = ${later(({ context }) => context.viewer?.id ?? null)}::uuid
    or ${later(({ context: { viewer } }) => ['breakGlass.confirm', 'breakGlass.review'].some((it) => viewer?.permissions.has(it as never)))}::boolean)`;

interface OpenedRow {
  userId: string;
  expiresAt: string;
  accountDueAt: string;
  closedAt: string | null;
  accountedAt: string | null;
  reviewedAt: string | null;
}

/** How crises are read, and what is opened in them. */
export const crisisReads = [
  visible(Crisis, always),
  visible(BreakGlass, ownOrOverseen),
  computed(
    BreakGlass,
    'isOpen',
    ['expiresAt', 'closedAt'],
    ({ expiresAt, closedAt }: Pick<OpenedRow, 'expiresAt' | 'closedAt'>, { now }) =>
      closedAt === null && now < new Date(expiresAt),
  ),
  computed(
    BreakGlass,
    'secondsLeft',
    ['expiresAt', 'closedAt'],
    ({ expiresAt, closedAt }: Pick<OpenedRow, 'expiresAt' | 'closedAt'>, { now }) =>
      closedAt === null
        ? Math.max(0, Math.ceil((new Date(expiresAt).getTime() - now.getTime()) / 1_000))
        : 0,
  ),
  computed(
    BreakGlass,
    'isLate',
    ['accountDueAt', 'accountedAt'],
    ({ accountDueAt, accountedAt }: Pick<OpenedRow, 'accountDueAt' | 'accountedAt'>, { now }) =>
      accountedAt === null && now > new Date(accountDueAt),
  ),
  computed(
    BreakGlass,
    'viewerMay',
    ['userId', 'expiresAt', 'closedAt', 'accountedAt', 'reviewedAt'],
    (row: Omit<OpenedRow, 'accountDueAt'>, { viewer, now }) => {
      const isOpen = row.closedAt === null && now < new Date(row.expiresAt);
      return {
        confirm: isOpen && may(mayConfirm, viewer, row),
        close: isOpen && may(mayClose, viewer, row),
        accountFor: !isOpen && row.accountedAt === null && may(mayAccountFor, viewer, row),
        review: row.accountedAt !== null && row.reviewedAt === null && may(mayReview, viewer, row),
      };
    },
  ),
];
