import { ProgressBy } from '#schema/review/progress/ProgressBy.ts';
import type { ProgressRow, RoundProgress } from '#schema/review/progress/RoundProgress.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { areasOf } from '#server/access/scope.ts';
import type { Context } from '#server/context.ts';
import { exportWords } from '#server/directory/export/exportWords.ts';
import { nameOfEnum } from '#server/directory/export/nameOfEnum.ts';
import { ensureRound } from './ensureRound.ts';
import { type Counted, figuresOf } from './figuresOf.ts';
import { ofOwnTrusts } from './ofOwnTrusts.ts';
import { progressColumns } from './partOf.ts';

interface Group extends Counted {
  readonly key: string | null;
  readonly trustName: string | null;
}

/** Which part of a round is looked at. */
export interface ProgressAsked {
  readonly roundId: string;
  readonly by: ProgressBy;
  readonly trustId?: string | null;
}

/**
 * Fremdrift. How far a round has come, told apart by one thing: one statement, answered from one index.
 *
 * Throws NOT_FOUND.
 */
export async function readProgress(
  context: Context,
  { roundId, by, trustId = null }: ProgressAsked,
): Promise<RoundProgress> {
  await ensureRound(context, roundId);
  const column = progressColumns[by];
  const areas = areasOf(context.viewer?.scope ?? null);
  const conditions = [
    'r.round_id = $1',
    ...(areas
      ? [ofOwnTrusts('r.trust_id', '$2', '$3')]
      : ['$2::integer[] is null and $3::date is not null']),
    trustId === null ? '$4::uuid is null' : 'r.trust_id = $4',
  ];
  const { rows } = await context.database.pool.query<Group>(
    `select g.key::text, g.state, g.was_sent as "wasSent", g.count, ${by === ProgressBy.TRUST ? 't.name' : 'null'} as "trustName"
     from (
       select r.${column} as key, r.state, r.was_sent, count(*)::int as count from review_request r
       where ${conditions.join(' and ')} group by 1, 2, 3
     ) as g ${by === ProgressBy.TRUST ? 'left join organisation t on t.id = g.key' : ''}`,
    [roundId, areas, context.today, trustId],
  );
  const told = [...Map.groupBy(rows, ({ key }) => key)].map(([key, counted]): ProgressRow => ({
    ...nameOf(context, by, key, counted[0]?.trustName ?? null),
    figures: figuresOf(counted),
  }));
  return { total: figuresOf(rows), rows: told.sort(largestFirst) };
}

/** By what it is asked for, and what it is called. */
function nameOf(
  { vocabulary, locale }: Context,
  by: ProgressBy,
  key: string | null,
  trustName: string | null,
): Pick<ProgressRow, 'key' | 'name'> {
  if (key === null) return { key, name: null };
  if (by === ProgressBy.TRUST) return { key, name: trustName };
  if (by === ProgressBy.MUNICIPALITY) {
    const area = vocabulary.byNumber('Area', Number(key), locale);
    return { key: area?.code ?? key, name: area?.name ?? key };
  }
  if (by === ProgressBy.KIND) {
    const name = nameOfEnum(OrganisationKind, key);
    return {
      key: name,
      name: exportWords(locale).formatMessage({ id: `organisationKind.${name}` }),
    };
  }
  const language = vocabulary.byCode('Language', key, locale);
  return { key, name: language?.name ?? key };
}

/** Those of whom it is not known come last. */
const largestFirst = (one: ProgressRow, other: ProgressRow): number =>
  Number(one.key === null) - Number(other.key === null) ||
  other.figures.total - one.figures.total ||
  (one.name ?? '').localeCompare(other.name ?? '');
