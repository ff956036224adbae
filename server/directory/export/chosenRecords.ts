import { ExportFormat } from '#schema/directory/export/ExportFormat.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { every, join, raw, type Sql, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { orderOf } from '#server/directory/orderOf.ts';
import type { Query } from '#server/directory/Query.ts';
import { ofTheIndex, whereOf } from '#server/directory/whereOf.ts';
import { prepare } from '#server/directory/prepare.ts';
import { visibleEntries } from '#server/directory/visibleEntries.ts';
import type { ExportRequest } from './ExportRequest.ts';
import { hasContactPeople } from './hasContactPeople.ts';

/** How many there are. */
export interface RecordCount {
  readonly organisations: number;
  /** Each once: those who were found, and those to ask first. */
  readonly people: number;
}

/** Who they are, where they are few. */
export interface FewPeople {
  readonly personIds: readonly string[] | null;
}

/** So many people in an hour are a working day's; more is looked at by somebody else as well. */
export const mostPeopleAnHour = 50;

/** Utvalget. The identifiers of what was found, 16 bytes each, in the order of the file. */
export interface ChosenRecords {
  readonly organisations: Buffer;
  readonly people: Buffer;
}

const bytesOfId = 16;

/** Counts what a file would hold. */
export const countRecords = (
  context: Context,
  request: ExportRequest,
): Promise<RecordCount & FewPeople> =>
  asFound(context, request, async (query) => {
    const first = hasContactPeople(request)
      ? sql`union select first.person_id from hit join lateral (
          select a.person_id from affiliation a join person p on p.id = a.person_id and p.erased_at is null and p.archived_on is null
          where a.organisation_id = hit.id and a.since <= ${context.today}::date
            and coalesce(a.until, 'infinity') >= ${context.today}::date
          order by a.is_primary desc, a.since desc, a.id limit 1
        ) first on true where hit.record = 'organisation'`
      : raw('');
    const [row] = await context.reader.rows<[number, number, string[]]>(
      sql`with hit as materialized (
          select id, record from directory_sought where ${whereChosen(context, request, query)}
        ),
        everybody as materialized (select id from hit where record = 'person' ${first})
        select count(*) filter (where record = 'organisation')::integer, (select count(*) from everybody)::integer,
          array(select id from everybody limit ${raw(String(mostPeopleAnHour + 1))})
        from hit`,
    );
    const [organisations = 0, people = 0, some = []] = row ?? [];
    const personIds = people > mostPeopleAnHour ? null : some;
    return { organisations, people, personIds, isEmpty: organisations + people === 0 };
  });

/**
 * Finds what a file is to hold: all of it at once, however much, as bytes. Their order is the one of the search where somebody rings them
 * one by one, else that of the alphabet.
 *
 * One statement, so that what comes and goes while the file is written neither doubles nor skips anybody.
 */
export const chooseRecords = (context: Context, request: ExportRequest): Promise<ChosenRecords> =>
  asFound(context, request, async (query) => {
    const order =
      request.format === ExportFormat.CONTACT_SHEET
        ? orderOf(query, context.today)
        : [raw('sort_name'), raw('id')];
    const [row] = await context.reader.rows<[Buffer | null, Buffer | null]>(
      sql`select ${join(
        [RecordKind.ORGANISATION, RecordKind.PERSON].map(
          (record) =>
            sql`string_agg(uuid_send(id), ''::bytea order by place) filter (where record = ${record}::text)`,
        ),
        ', ',
      )} from (
        select id, record, row_number() over (order by ${join(order, ', ')}) as place
        from directory_sought where ${whereChosen(context, request, query)}
      ) as hit`,
    );
    const [organisations, people] = [row?.[0] ?? empty, row?.[1] ?? empty];
    return { organisations, people, isEmpty: organisations.length + people.length === 0 };
  });

/** The identifiers, so many at a time. */
export function* inBatches(ids: Buffer, size: number): Generator<string[]> {
  for (let at = 0; at < ids.length; at += size * bytesOfId) {
    const batch = ids.subarray(at, at + size * bytesOfId).toString('hex');
    yield (batch.match(/.{32}/g) ?? []).map((hex) =>
      hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    );
  }
}

const empty = Buffer.alloc(0);

/** As a search does: by the words as typed; where they find nothing, by what they may have been meant to be. */
async function asFound<Found extends { readonly isEmpty: boolean }>(
  context: Context,
  { text, filter }: ExportRequest,
  find: (query: Query) => Promise<Found>,
): Promise<Found> {
  const prepared = await prepare({ text, filter }, context);
  const found = await find(prepared.query);
  const other = found.isEmpty ? await prepared.forgiving() : null;
  return other ? find(other) : found;
}

function whereChosen(
  { viewer }: Context,
  { ids, records }: ExportRequest,
  { conditions, narrowed, people, completions }: Query,
): Sql {
  return every([
    visibleEntries(viewer),
    whereOf(conditions.hit, narrowed.narrowings, people, ofTheIndex(completions)),
    sql`record = any(${[...records]}::text[])`,
    ...(ids ? [sql`id = any(${[...ids]}::uuid[])`] : []),
  ]);
}
