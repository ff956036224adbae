import { RecordKind } from '#schema/directory/RecordKind.ts';
import { freshnessLimits } from '#server/common/freshnessOf.ts';
import { sql } from '#server/common/sql.ts';
import { dayOfEntry } from '#server/directory/narrow.ts';
import type { Context } from '#server/context.ts';
import type { Member } from '#server/directory/audience/membersOf.ts';
import type { NamedOrganisation, News } from './News.ts';

/** What somebody was told the last time. */
export interface Told {
  /** On which day. */
  readonly on: string;
  /** Whom the search found then. */
  readonly members: readonly string[];
}

/**
 * Hva som er nytt. Who is among the members and was not the last time; and of the others, whose profile has gone stale since.
 *
 * Stale is a matter of the calendar, so it needs no memory: between two days it happens to those whose verification lies between the two
 * limits of these days.
 */
export async function newsOf(
  members: readonly Member[],
  told: Told,
  context: Context,
): Promise<News> {
  const known = new Set(told.members);
  const [fresh, old] = [
    members.filter(({ id }) => !known.has(id)),
    members.filter(({ id }) => known.has(id)),
  ];
  const [before, now] = [freshnessLimits(told.on).due, freshnessLimits(context.today).due];
  const rows = await context.reader.rows<
    [id: string, record: RecordKind, name: string, isNew: boolean]
  >(
    sql`select id, record, name, id = any(${fresh.map(({ id }) => id)}::uuid[]) from directory_entry
      where id = any(${fresh.map(({ id }) => id)}::uuid[])
        or (id = any(${old.map(({ id }) => id)}::uuid[]) and verified_on >= ${dayOfEntry(before)} and verified_on < ${dayOfEntry(now)})
      order by sort_name, id`,
  );
  const organisations = (areNew: boolean): NamedOrganisation[] =>
    rows.flatMap(([id, record, name, isNew]) =>
      record === RecordKind.ORGANISATION && isNew === areNew ? [{ id, name }] : [],
    );
  const people = (areNew: boolean): number =>
    rows.filter(([, record, , isNew]) => record === RecordKind.PERSON && isNew === areNew).length;
  return {
    newOrganisations: organisations(true),
    newPeople: people(true),
    staleOrganisations: organisations(false),
    stalePeople: people(false),
  };
}
