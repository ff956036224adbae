import { Organisation } from '#schema/organisation/Organisation.ts';
import { touches } from '#server/access/scope.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { Statement } from '#server/common/Statement.ts';
import { given, sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { placesOf } from '#server/organisation/organisationRules.ts';
import type { BulkSubject } from './bulkFields.ts';

/** An organisation that was chosen, as it stands. */
export interface Subject extends BulkSubject {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly isInScope: boolean;
}

type Loaded = Omit<Subject, 'isInScope'>;

/** Those of these organisations that the viewer sees, as they stand; in a transaction, as they stand in that. */
export async function loadSubjects(
  context: Context,
  ids: readonly string[],
  run?: Run,
): Promise<Subject[]> {
  const { reader, readModel, viewer } = context;
  const loading = new Statement(
    sql`select json_build_object('id', o.id, 'version', o.version, 'name', o.name, 'topics', o.topics,
        'languages', o.languages, 'servedAreas', o.served_areas, 'seat', o.seat_number, 'archivedOn', o.archived_on)::text as it
      from organisation as o where o.id = any(${given('ids')}::uuid[]) and ${readModel.readable(Organisation.name).rule('o')}
      order by o.name, o.id`,
  );
  const asked = { context, args: { ids } };
  const rows = run
    ? (await run<{ it: string }>(loading.text, loading.valuesFor(asked))).map(({ it }) => it)
    : (await reader.rawRows(loading, asked)).map(([it]) => String(it));
  return rows.map((row): Subject => {
    const loaded = JSON.parse(row) as Loaded;
    return { ...loaded, isInScope: touches(viewer?.scope ?? null, placesOf(loaded)) };
  });
}
