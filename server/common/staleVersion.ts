import type { Seen } from './changeRecords.ts';
import { isSealed } from './personKey.ts';
import type { ReadModel } from './ReadModel.ts';
import { given, join, name, raw, type Sql, sql } from './sql.ts';
import { statementOf } from './Statement.ts';
import type { Context } from '#server/context.ts';
import { Conflict, NotFound } from '#server/problems.ts';

/** What somebody has changed of a record since it was seen. */
interface ChangeSince {
  readonly field: string;
  readonly part: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly version: number;
  readonly verb: string;
  readonly reason: string | null;
  readonly at: string;
  readonly by: string | null;
}

const MOST = 100;

/**
 * Utdatert. Says that a record is not the version that was seen, which it is now, and who has changed what since, the oldest first.
 *
 * Of parts that the viewer may not see, or that are gone, nothing is told.
 */
export async function staleVersion(
  context: Context,
  { type, id, version }: Seen,
): Promise<Conflict | NotFound> {
  const { readModel, reader } = context;
  const { table, rule, typeName } = readModel.readable(type.name);
  const looking = statementOf(
    readModel,
    `changes of ${typeName}`,
    () => sql`select r.version, coalesce((
        select json_agg(json_build_object('field', field, 'part', part, 'before', before, 'after', after, 'version', version,
          'verb', verb, 'reason', reason, 'at', at, 'by', by) order by version, place)
        from (
          select f.field, f.part, f.before, f.after, f.place, c.version, c.verb, c.reason, c.at, coalesce(u.name, t.label) as by
          from change c
          cross join rows from (jsonb_to_recordset(c.fields) as (field text, part uuid, before jsonb, after jsonb))
            with ordinality as f(field, part, before, after, place)
          left join staff_user u on u.id = c.by_id and c.via = 'session'
          left join api_token t on t.id = c.by_id and c.via = 'token'
          where c.record = ${table} and c.record_id = r.id and c.version > ${given('version')}
            and (f.part is null or ${visiblePart(readModel, typeName)})
          order by c.version, f.place limit ${raw(String(MOST))}
        ) as since
      ), '[]')
      from ${name(table)} as r where r.id = ${given('id')} and ${rule('r')}`,
  );
  const [found] = await reader.rawRows(looking, { context, args: { id, version } });
  if (!found) return new NotFound(typeName);
  const [current, changes] = found as [string, string];
  return new Conflict('STALE_VERSION', {
    version: Number(current),
    changes: (JSON.parse(changes) as ChangeSince[]).map(unsealed),
  });
}

/** Whoever was too late hears that something sealed was changed, not what it was. */
const unsealed = ({ before, after, ...change }: ChangeSince): ChangeSince => ({
  ...change,
  before: isSealed(before) ? null : before,
  after: isSealed(after) ? null : after,
});

/** Whether the part that a field belongs to exists for the viewer. */
function visiblePart(readModel: ReadModel, typeName: string): Sql {
  const { readings } = readModel.readable(typeName);
  const kinds = [...readings].flatMap(([relation, reading]) => {
    if (reading.kind !== 'many' || reading.many.as !== 'list') return [];
    const { table, rule } = readModel.readable(reading.many.target.name);
    return [
      sql`starts_with(f.field, ${`${relation}.`})
        and exists (select from ${name(table)} as p where p.id = f.part and ${rule('p')})`,
    ];
  });
  return kinds.length ? sql`(${join(kinds, ' or ')})` : raw('false');
}
