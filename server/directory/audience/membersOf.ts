import type { RecordKind } from '#schema/directory/RecordKind.ts';
import { every, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { allOf } from '#server/directory/breadth.ts';
import type { Query } from '#server/directory/Query.ts';
import { prepare } from '#server/directory/prepare.ts';
import { visibleEntries } from '#server/directory/visibleEntries.ts';
import { livingSearch } from './audienceWords.ts';
import { findAudience } from './findAudience.ts';

/** Somebody whom a saved search finds. */
export interface Member {
  readonly id: string;
  readonly record: RecordKind;
}

/**
 * Medlemmene. Whom a saved search finds on the viewer's day, of those whom the viewer may see: all of them, by identifier.
 *
 * For those who invite, write to or count an audience: one statement beside those that understand its words. Throws NOT_FOUND for one that
 * the viewer may not know of.
 */
export async function membersOf(context: Context, audienceId: string): Promise<Member[]> {
  const found = await findAudience(context, audienceId);
  const { text, filter, isBroken } = livingSearch(found, context);
  return isBroken ? [] : membersOfSearch(context, { text, filter });
}

/** The same of a search that nobody has saved. As on the screen, words are forgiven where nothing is found by them as they stand. */
export async function membersOfSearch(
  context: Context,
  search: Parameters<typeof prepare>[0],
): Promise<Member[]> {
  const { query, forgiving } = await prepare(search, context);
  const members = await found(query, context);
  if (members.length) return members;
  const other = await forgiving();
  return other ? found(other, context) : [];
}

async function found(query: Query, { reader, viewer }: Context): Promise<Member[]> {
  const rows = await reader.rows<[string, RecordKind]>(
    sql`select id, record from directory_sought where ${every([visibleEntries(viewer), allOf(query)])} order by id`,
  );
  return rows.map(([id, record]) => ({ id, record }));
}
