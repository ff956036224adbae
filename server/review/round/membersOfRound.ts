import { RecordKind } from '#schema/directory/RecordKind.ts';
import { ReviewAsks } from '#schema/review/round/ReviewAsks.ts';
import { ReviewHindrance } from '#schema/review/round/ReviewHindrance.ts';
import { areasOf } from '#server/access/scope.ts';
import type { Context } from '#server/context.ts';
import { type KeptSearch, livingSearch } from '#server/directory/audience/audienceWords.ts';
import { findAudience } from '#server/directory/audience/findAudience.ts';
import { membersOfSearch } from '#server/directory/audience/membersOf.ts';
import type { SavedSearch } from '#server/directory/audience/readSearch.ts';
import { certainOf } from './certainOf.ts';
import type { RoundRow } from './readRounds.ts';
import { channelsOf, type Reached, whomSql, whomValues } from './whom.ts';

/** What of a round says whom it asks. */
export type Scoped = Pick<RoundRow, 'audienceId' | 'search' | 'asks'>;

/** So many are looked at in one go: no statement takes longer because there are more. */
const PIECE = 5_000;

/**
 * Hvem runden spør. Each organisation that it finds on a day within the viewer's scope, by name, with how it is asked or why it is not.
 *
 * A handful of statements for every five thousand. Throws NOT_FOUND for an audience that the viewer may not know of.
 */
export async function membersOfRound(
  context: Context,
  round: Scoped,
  day: string,
): Promise<Reached[]> {
  const { pool } = context.database;
  const { text, filter, isBroken } = livingSearch(await searchOf(context, round), context);
  if (isBroken) return [];
  const organisations = { ...filter, only: RecordKind.ORGANISATION };
  const found = await membersOfSearch(context, { text, filter: organisations });
  const { rows: within } = await pool.query<{ id: string }>(
    `select o.id from organisation o where o.id = any($1::uuid[]) and ($2::integer[] is null
       or case when o.served_areas = '{}' then coalesce(o.seat_number = any($2), false) else o.served_areas && $2 end)
     order by o.name, o.id`,
    [found.map(({ id }) => id), areasOf(context.viewer?.scope ?? null)],
  );
  const members: Reached[] = [];
  for (let at = 0; at < within.length; at += PIECE) {
    const ids = within.slice(at, at + PIECE).map(({ id }) => id);
    members.push(...(await reached(context, round, ids, day)));
  }
  return members;
}

/** How some of them are asked, in the order of their names. */
async function reached(
  context: Context,
  round: Scoped,
  ids: readonly string[],
  day: string,
): Promise<Reached[]> {
  const { pool } = context.database;
  const [{ rows }, certain] = await Promise.all([
    pool.query<Reached>(whomSql, [...whomValues(ids, day, channelsOf(context))]),
    round.asks === ReviewAsks.UNCERTAIN ? certainOf(pool, ids, day) : new Set<string>(),
  ]);
  return rows.map((row) =>
    row.hindrance === null && certain.has(row.organisationId)
      ? { ...row, channel: null, contactPointId: null, hindrance: ReviewHindrance.CERTAIN }
      : row,
  );
}

/** The search that it asks by, as it stands today. */
export async function searchOf(
  context: Context,
  { audienceId, search }: Pick<Scoped, 'audienceId' | 'search'>,
): Promise<KeptSearch> {
  if (!search) return findAudience(context, audienceId ?? '');
  const { trust } = search.keptFilter;
  const { rowCount } = await context.database.pool.query(
    'select from organisation where id = $1 and archived_on is null',
    [trust ?? null],
  );
  return { ...search, hasTrust: rowCount === 1 };
}

/** The same as it is frozen with a round that opens. */
export const frozen = ({ text, keptFilter, trustName }: KeptSearch): SavedSearch => ({
  text,
  keptFilter,
  trustName,
});
