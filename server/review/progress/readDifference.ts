import { DifferenceKind, type RoundDifference } from '#schema/review/progress/RoundDifference.ts';
import { ReviewRoundState } from '#schema/review/round/ReviewRoundState.ts';
import { areasOf } from '#server/access/scope.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { ensureRound, type KnownRound } from './ensureRound.ts';
import { factDifferences } from './factDifferences.ts';
import { ofOwnTrusts } from './ofOwnTrusts.ts';
import type { SnapshotFacts } from './SnapshotFacts.ts';

/** What is compared, and which page of it. */
export interface DifferenceAsked {
  readonly roundId: string;
  /** An earlier edition; null: how the round itself began. */
  readonly sinceId: string | null;
  readonly first: number;
  readonly after: string | null;
}

interface Row {
  readonly id: string | null;
  readonly name: string;
  readonly before: SnapshotFacts | null;
  readonly after: SnapshotFacts | null;
  readonly came: number;
  readonly went: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly verified: number;
}

const MOST = 100;
const list = 'difference of rounds';

/** When it was found right is no fact about the organisation: it is counted apart. */
const facts = (of: string) => `(${of}.facts - 'verifiedOn' - 'verifiedBy')`;

/** What an edition holds: as it was frozen, or today where it has no end. */
const edition = (round: string, moment: string, isToday: boolean) =>
  `select r.organisation_id, s.facts from review_request r join ${
    isToday
      ? 'organisation_facts s on s.organisation_id = r.organisation_id'
      : `review_snapshot s on s.round_id = r.round_id and s.organisation_id = r.organisation_id and s.moment = ${moment}`
  } where r.round_id = ${round} and ${ofOwnTrusts('r.trust_id', '$3', '$4')}`;

/**
 * Endringer mellom to utgaver. From the start of a round to its end, or from the end of an earlier one; of an open round until today.
 *
 * Throws NOT_FOUND, INVALID_INPUT (`first`, `after`; `sinceId: NOT_EARLIER`).
 */
export async function readDifference(
  context: Context,
  { roundId, sinceId, first, after }: DifferenceAsked,
): Promise<RoundDifference> {
  if (first < 1 || first > MOST) throw new InvalidInput({ first: `FROM_1_TO_${MOST}` });
  const { cursors, viewer, today, database } = context;
  const from = after === null ? null : cursors.read(list, after, 'after', 2);
  const round = await ensureRound(context, roundId);
  const since = sinceId === null ? round : await earlier(context, sinceId, round);
  const isUntilToday = round.state !== ReviewRoundState.CLOSED;
  const { rows } = await database.pool.query<Row>(
    `with before as (${edition('$1', '$5', false)}), after as (${edition('$2', "'end'", isUntilToday)}),
     pair as (
       select coalesce(a.organisation_id, b.organisation_id) as id, b.facts as before, a.facts as after,
         coalesce(a.facts, b.facts) ->> 'name' as name, ${facts('a')} is distinct from ${facts('b')} as differs,
         a.facts ->> 'verifiedOn' is distinct from b.facts ->> 'verifiedOn' as anew
       from before b full join after a on a.organisation_id = b.organisation_id
     ), counts as (
       select count(*) filter (where before is null)::int as came, count(*) filter (where after is null)::int as went,
         count(*) filter (where differs and before is not null and after is not null)::int as changed,
         count(*) filter (where not differs)::int as unchanged,
         count(*) filter (where anew and after ->> 'verifiedOn' is not null and before is not null and after is not null)::int as verified
       from pair
     ), page as (
       select id, name, before, after from pair
       where differs and ($6::text is null or (name, id) > ($6, $7::uuid)) order by name, id limit $8
     )
     select * from counts left join page on true order by name, id`,
    [
      since.id,
      round.id,
      areasOf(viewer?.scope ?? null),
      today,
      since === round ? 'start' : 'end',
      from?.[0] ?? null,
      from?.[1] ?? null,
      first + 1,
    ],
  );
  const [{ came, went, changed, unchanged, verified }] = rows as [Row];
  const nodes = rows.filter(({ id }) => id !== null);
  const shown = nodes.slice(0, first);
  const last = shown.at(-1);
  return {
    came,
    went,
    changed,
    unchanged,
    verified,
    isUntilToday,
    nodes: shown.map((row) => nodeOf(row, context)),
    endCursor: nodes.length > first && last ? cursors.write(list, [last.name, last.id]) : null,
  };
}

const nodeOf = ({ id, name, before, after }: Row, context: Context) => ({
  organisationId: id ?? '',
  name,
  what: !before ? DifferenceKind.CAME : after ? DifferenceKind.CHANGED : DifferenceKind.WENT,
  facts: before && after ? factDifferences(before, after, context) : [],
});

async function earlier(context: Context, id: string, round: KnownRound): Promise<KnownRound> {
  const since = await ensureRound(context, id);
  const isEarlier =
    since.closedAt !== null && (round.openedAt === null || since.closedAt <= round.openedAt);
  if (!isEarlier) throw new InvalidInput({ sinceId: 'NOT_EARLIER' });
  return since;
}
