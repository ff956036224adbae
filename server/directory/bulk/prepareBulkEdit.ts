import { BulkReason } from '#schema/directory/bulk/BulkRefusal.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { type Member, membersOfSearch } from '#server/directory/audience/membersOf.ts';
import { Forbidden, InvalidInput, Unauthenticated } from '#server/problems.ts';
import { bulkFields, vocabularyOf } from './bulkFields.ts';
import type { BulkSelectionInput, PrepareBulkEditInput } from './BulkInput.ts';
import { mayEditMany } from './bulkRules.ts';
import { loadSubjects } from './loadSubjects.ts';

/** As many as are named one by one. */
const MOST_NAMED = 1_000;
/** As many as are changed at once at all: more than any region has. */
const MOST = 50_000;
const chunk = 5_000;
const namesShown = 5;

/** What was refused, as it is kept. */
export interface Refused {
  readonly reason: BulkReason;
  readonly count: number;
  readonly names: readonly string[];
}

/**
 * Telle opp. Works out what a bulk edit would change and what it would not, and why; keeps whom it would change with the versions seen. Nothing
 * is changed. Gives the identifier of what was counted.
 *
 * Throws FORBIDDEN, INVALID_INPUT: `value: UNKNOWN_CODE`, `selection: REQUIRED` or `TOO_MANY`, and what `search` says of its filter.
 */
export async function prepareBulkEdit(
  context: Context,
  { selection, action, value = null }: PrepareBulkEditInput,
): Promise<string> {
  const { viewer, now, today, database } = context;
  if (!viewer) throw new Unauthenticated();
  if (!mayEditMany(viewer)) throw new Forbidden(mayEditMany.name);
  const number = numberOf(context, action, value);
  const chosen = await chosenBy(context, selection);
  if (!chosen.length) throw new InvalidInput({ selection: 'REQUIRED' });
  if (chosen.length > MOST) throw new InvalidInput({ selection: 'TOO_MANY' });

  const organisations = chosen.filter(({ record }) => record === RecordKind.ORGANISATION);
  const refused = new Map<BulkReason, { count: number; names: string[] }>();
  const refuse = (reason: BulkReason, count: number, name?: string) => {
    const known = refused.get(reason) ?? { count: 0, names: [] };
    known.count += count;
    if (name && known.names.length < namesShown) known.names.push(name);
    if (known.count) refused.set(reason, known);
  };
  refuse(BulkReason.PERSON, chosen.length - organisations.length);
  const ids: string[] = [];
  const versions: number[] = [];
  for (let at = 0; at < organisations.length; at += chunk) {
    const some = organisations.slice(at, at + chunk).map(({ id }) => id);
    const subjects = await loadSubjects(context, some);
    refuse(BulkReason.GONE, some.length - subjects.length);
    for (const subject of subjects) {
      if (!subject.isInScope) refuse(BulkReason.OUTSIDE_SCOPE, 1, subject.name);
      else if (!bulkFields(action, number, subject, today).length) {
        refuse(BulkReason.NO_CHANGE, 1, subject.name);
      } else {
        ids.push(subject.id);
        versions.push(subject.version);
      }
    }
  }
  const id = crypto.randomUUID();
  // What somebody counted and did not do is forgotten after a day.
  await database.pool.query(
    `with old as (delete from bulk_edit where state = 'counted' and counted_at < $3::timestamptz - interval '1 day')
     insert into bulk_edit (id, by_id, counted_at, action, value, ids, versions, chosen, refusals)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      viewer.id,
      now,
      action,
      value,
      ids,
      versions,
      chosen.length,
      JSON.stringify([...refused].map(([reason, it]): Refused => ({ reason, ...it }))),
    ],
  );
  return id;
}

function numberOf(
  { vocabulary, locale }: Context,
  action: PrepareBulkEditInput['action'],
  value: string | null,
): number | null {
  const of = vocabularyOf(action);
  const term = of && value !== null ? vocabulary.byCode(of, value, locale) : null;
  if ((of !== null && !term) || (of === null && value !== null)) {
    throw new InvalidInput({ value: 'UNKNOWN_CODE' });
  }
  return term?.number ?? null;
}

async function chosenBy(
  context: Context,
  { ids, text, filter, except }: BulkSelectionInput,
): Promise<Member[]> {
  if ((ids?.length ?? 0) > MOST_NAMED || (except?.length ?? 0) > MOST_NAMED) {
    throw new InvalidInput({ selection: 'TOO_MANY' });
  }
  if (ids) {
    const rows = await context.reader.rows<[string, RecordKind]>(
      sql`select id, record from directory_entry where id = any(${[...new Set(ids.filter(isUuid))]}::uuid[])`,
    );
    return rows.map(([id, record]) => ({ id, record }));
  }
  if (!text && !filter) return [];
  const left = new Set(except);
  const found = await membersOfSearch(context, { text: text ?? '', filter: filter ?? null });
  return found.filter(({ id }) => !left.has(id));
}
