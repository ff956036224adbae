import type { Run } from '#server/common/inTransaction.ts';
import type { Mergeable } from './Mergeable.ts';
import { itself, type RowChange } from './rowChanges.ts';

/**
 * Setter tilbake. Makes of each row what it was: what was made goes, what was changed gets its columns back, what went comes again.
 *
 * How fresh they are follows from the verifications that point at it: they go first. The survivor goes before the other, for it
 * may hold a number that is to be the other's again.
 */
export async function putBack(
  run: Run,
  { table }: Mergeable,
  [survivorId, loserId]: readonly [string, string],
  changes: readonly RowChange[],
): Promise<void> {
  for (const [of, made] of byTable(changes.filter(({ before }) => !before))) {
    await run(`delete from ${of} where id = any($1::uuid[])`, [made.map(({ id }) => id)]);
  }
  await changeBack(
    run,
    changes.filter((it) => it.relation !== itself && it.before && it.after),
  );
  for (const id of [survivorId, loserId]) {
    await changeBack(
      run,
      changes.filter((it) => it.relation === itself && it.id === id),
    );
  }
  await run(`update ${table} set version = version + 1 where id = any($1::uuid[])`, [
    [survivorId, loserId],
  ]);
  for (const [of, dropped] of byTable(changes.filter(({ after }) => !after))) {
    await insertAgain(run, of, dropped);
  }
}

const byTable = (changes: readonly RowChange[]) => Map.groupBy(changes, ({ table }) => table);

/** Rows of which the same columns changed are written together. */
async function changeBack(run: Run, changes: readonly RowChange[]): Promise<void> {
  const alike = Map.groupBy(changes, ({ table, before }) =>
    [table, ...Object.keys(before ?? {})].join(' '),
  );
  for (const [key, those] of alike) {
    const [table = '', ...columns] = key.split(' ');
    const counted =
      table === 'consent' && columns.includes('withdrawn_at') ? ['version = r.version + 1'] : [];
    const set = [...columns.map((it) => `"${it}" = was."${it}"`), ...counted];
    await run(
      `update ${table} r set ${set.join(', ')}
       from jsonb_populate_recordset(null::${table}, $1::jsonb) as was where r.id = was.id`,
      [JSON.stringify(those.map(({ id, before }) => ({ ...before, id })))],
    );
  }
}

/** What is worked out from other columns is worked out again. */
async function insertAgain(run: Run, table: string, dropped: readonly RowChange[]): Promise<void> {
  const [row] = await run<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  await run(
    `insert into ${table} (${row?.columns}) select ${row?.columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(dropped.map(({ before }) => before))],
  );
  if (table !== 'affiliation') return;
  const ids = dropped.map(({ id }) => id);
  for (const of of ['person', 'organisation']) {
    // Whom it points at may have been merged since.
    await run(
      `update affiliation set ${of}_id = o.merged_into from ${of} o
       where affiliation.id = any($1::uuid[]) and o.id = affiliation.${of}_id and o.merged_into is not null`,
      [ids],
    );
  }
}
