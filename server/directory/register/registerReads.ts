import { ProposalState } from '#schema/directory/register/ProposalState.ts';
import { RegisterProposal } from '#schema/directory/register/RegisterProposal.ts';
import type { ProposalEvidence } from '#schema/directory/register/ProposalEvidence.ts';
import { areasOf } from '#server/access/scope.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import { computed, type RowRule, type Verdict, visible } from '#server/common/ReadModel.ts';
import { column, later, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { isPlacedWithin } from '#server/organisation/isPlacedWithin.ts';
import { readableFields } from '#server/person/history/readableFields.ts';
import { categoryName } from './categoryName.ts';
import { decided } from './reopenProposal.ts';

/** Those who keep the register see what is proposed for it. */
const forEditors: RowRule = () =>
  sql`${later(({ context }) => context.viewer?.permissions.has('work.read') ?? false)}::boolean`;

/** Whether the organisation is the viewer's to look after. */
const isOurs: Verdict<'isOurs'> = {
  name: 'isOurs',
  whether: (alias) => sql`exists (
    select from organisation as own where own.id = ${column(alias, 'organisation_id')}
      and ${isPlacedWithin(
        'own',
        later(({ context: { viewer } }) => areasOf(viewer?.scope ?? null)),
      )}
  )`,
};

interface Proposed {
  readonly fields: readonly FieldChange[];
}

interface Decided {
  readonly state: ProposalState;
  readonly isOurs: boolean;
}

/** Categories are told by their names. */
const said = ({ locale }: Context, fact: string, value: string | null): string | null =>
  fact === 'categories' && value !== null
    ? value
        .split(',')
        .filter(Boolean)
        .map((code) => categoryName(code, locale))
        .join(', ')
    : value;

/** How what the registers of others say is read. */
export const registerReads = [
  visible(RegisterProposal, forEditors),
  computed(RegisterProposal, 'fields', ['fields'], ({ fields }: Proposed, context) =>
    readableFields(
      { record: 'organisation', fields, sealedKey: null, sealedFor: null, audiences: null },
      context,
    ),
  ),
  computed(
    RegisterProposal,
    'evidence',
    ['evidence'],
    ({ evidence }: { evidence: readonly ProposalEvidence[] }, context) =>
      evidence.map(({ fact, before, after }) => ({
        fact,
        before: said(context, fact, before),
        after: said(context, fact, after),
      })),
  ),
  computed(
    RegisterProposal,
    'viewerMay',
    ['state', isOurs],
    ({ state, isOurs: isTheirs }: Decided, { viewer }) => {
      const may = isTheirs && (viewer?.permissions.has('register.write') ?? false);
      return {
        decide: may && state === ProposalState.OPEN,
        reopen: may && decided.includes(state),
      };
    },
  ),
];
