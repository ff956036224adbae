import { join, name, render, sql } from '#server/common/sql.ts';
import { fieldsOfSurvivor } from './fieldsOfSurvivor.ts';
import type { Merging } from './Merging.ts';

/**
 * Skriver begge. Makes the loser a tombstone, and gives the survivor what it takes over. A number that goes over leaves the one it was of:
 * no two have the same.
 */
export async function writeSurvivor(merging: Merging): Promise<void> {
  const { run, of, survivor, loser, taken } = merging;
  const fields = fieldsOfSurvivor(of, survivor, loser, taken);
  const letGo = 'number' in fields ? ', number = null' : '';
  await run(
    `update ${of.table} set merged_into = $1, version = version + 1${letGo} where id = $2`,
    [survivor.id, loser.id],
  );
  const columns = Object.keys(fields);
  const { text, values } = render(
    sql`update ${name(of.table)} as r set version = r.version + 1${join(
      columns.map((it) => sql`, ${name(it)} = new.${name(it)}`),
      '',
    )} from jsonb_populate_record(null::${name(of.table)}, ${JSON.stringify(fields)}::jsonb) as new where r.id = ${survivor.id}`,
  );
  await run(text, values);
  await run(
    `update ${of.table} set (verified_on, verified_by) = (select verified_on, verified_by from verification_of($1)) where id = $1`,
    [survivor.id],
  );
  if (of.kind === 'organisation')
    await keepName(merging, String(fields['name'] ?? survivor['name']));
}

/** What neither is called any more it is still found by. */
async function keepName({ run, survivor, loser }: Merging, winning: string): Promise<void> {
  await run(
    `delete from organisation_name where organisation_id = $1 and lower(name) = lower($2)`,
    [survivor.id, winning],
  );
  const losing = [survivor, loser].map(({ name: it }) => String(it)).find((it) => it !== winning);
  if (losing === undefined) return;
  await run(
    `insert into organisation_name (id, organisation_id, name, "use")
     select gen_random_uuid(), $1, $2, 'alias'
     where lower($2) <> lower($3)
       and not exists (select from organisation_name where organisation_id = $1 and lower(name) = lower($2))`,
    [survivor.id, losing, winning],
  );
}
