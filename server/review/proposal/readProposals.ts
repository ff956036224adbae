import type { ChangeProposal } from '#schema/review/ChangeProposal.ts';
import type { ChangeProposalPage } from '#schema/review/ChangeProposalPage.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import type { ChangeProposalState } from '#schema/review/ChangeProposalState.ts';
import type { ProposedChange } from '#schema/review/ProposedChange.ts';
import { areasOf } from '#server/access/scope.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import type { Context } from '#server/context.ts';
import { channelOf, isText } from './acceptChangeProposal.ts';
import { isOvertaken } from './overtaken.ts';
import { isList, type ListField, type Standing, standingSql } from './readStanding.ts';

interface Row {
  readonly id: string;
  readonly organisationId: string;
  readonly group: FieldGroup;
  readonly changes: readonly FieldChange[];
  readonly note: string | null;
  readonly language: string;
  readonly proposedAt: string;
  readonly state: ChangeProposalState;
  readonly reason: string | null;
  readonly standing: Standing;
  readonly others: number;
}

const MOST = 50;

const columns = `p.id, p.organisation_id as "organisationId", p.field_group as "group", p.changes, p.note, p.language,
  to_char(p.proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "proposedAt", p.state, p.reason,
  (select to_jsonb(s) from (${standingSql.replace('$1', 'p.organisation_id')}) as s) as standing,
  (select count(*)::integer - case when p.state = 'open' then 1 else 0 end from change_proposal q
   where q.organisation_id = p.organisation_id and q.field_group = p.field_group and q.state = 'open') as others`;

/** What belongs to where the viewer may write: by the areas that are served, else by that of the seat. */
const inScope = `($1::integer[] is null or exists (
  select from organisation o where o.id = p.organisation_id
  and (o.served_areas && $1 or (o.served_areas = '{}' and o.seat_number = any($1)))
))`;

/** Forslag som venter. Those within the viewer's scope, the oldest first, and how many there are. */
export async function readProposals(context: Context): Promise<ChangeProposalPage> {
  const areas = areasOf(context.viewer?.scope ?? null);
  const [{ rows }, { rows: counted }] = await Promise.all([
    context.database.pool.query<Row>({
      name: 'proposals that wait',
      text: `select ${columns} from change_proposal p where p.state = 'open' and ${inScope}
        order by p.proposed_at, p.id limit ${MOST}`,
      values: [areas],
    }),
    context.database.pool.query<{ count: number }>({
      name: 'count of proposals that wait',
      text: `select count(*)::integer as count from change_proposal p where p.state = 'open' and ${inScope}`,
      values: [areas],
    }),
  ]);
  return { nodes: rows.map((row) => proposalOf(row, context)), totalCount: counted[0]?.count ?? 0 };
}

/** One of them, whatever has become of it; by those who have just answered it. */
export async function readProposal(context: Context, id: string): Promise<ChangeProposal> {
  const { rows } = await context.database.pool.query<Row>({
    name: 'one proposal',
    text: `select ${columns} from change_proposal p where p.id = $1`,
    values: [id],
  });
  const [row] = rows;
  if (!row) throw new Error(`Proposal ${id} was there a moment ago`);
  return proposalOf(row, context);
}

function proposalOf({ standing, changes, ...row }: Row, context: Context): ChangeProposal {
  const told = changes.flatMap((change, at) => toldOf(change, at, changes, standing, context));
  return {
    ...row,
    organisationName: standing.name,
    changes: told,
    isOvertaken: told.some((change) => change.isOvertaken),
  };
}

/** What follows from the others says nothing of its own. */
const silent = new Set([
  'contactPoints.id',
  'contactPoints.position',
  'contactPoints.audience',
  'contactPoints.lastWorkedOn',
  'contactPoints.bouncedOn',
  'contactPoints.channel',
]);

function toldOf(
  change: FieldChange,
  at: number,
  all: readonly FieldChange[],
  standing: Standing,
  context: Context,
): ProposedChange[] {
  const { field, part, before, after } = change;
  if (silent.has(field)) return [];
  const channel = part ? (channelOf(change, all, standing)?.toUpperCase() ?? null) : null;
  const shared = { at, field, channel, isText: isText(change) };
  const wasOvertaken = isOvertaken(standing, change, all);
  if (isList(field)) {
    const [gone, come] = differenceOf(before as number[], after as number[]);
    const stays = (before as number[]).filter((it) => !gone.includes(it));
    const names = (numbers: readonly number[]) => namesOf(field, numbers, context);
    const told = { before: names(gone), after: names(come), kept: names(stays) ?? '' };
    return [{ ...shared, ...told, isOvertaken: wasOvertaken }];
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const told = { before: text(before), after: text(after), kept: null };
  return [{ ...shared, ...told, isOvertaken: wasOvertaken }];
}

export const differenceOf = (
  before: readonly number[],
  after: readonly number[],
): [gone: number[], come: number[]] => [
  before.filter((it) => !after.includes(it)),
  after.filter((it) => !before.includes(it)),
];

const vocabularies: Readonly<Record<ListField, string>> = {
  languages: 'Language',
  communities: 'Community',
  topics: 'Topic',
  servedAreas: 'Area',
};

function namesOf(
  field: ListField,
  numbers: readonly number[],
  { vocabulary, locale }: Context,
): string | null {
  const names = numbers.flatMap(
    (number) => vocabulary.byNumber(vocabularies[field], number, locale)?.name ?? [],
  );
  return names.length ? names.join(', ') : null;
}
