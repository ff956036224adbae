import { ImportOutcome } from '#schema/directory/import/ImportOutcome.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { writeInSets } from '#server/common/writeInSets.ts';
import type { Context } from '#server/context.ts';
import { addOrganisations } from './addOrganisations.ts';
import { keyOfName } from './findExisting.ts';
import { allOrNothing, onOwnClient, type OwnClient } from './onOwnClient.ts';

const chunk = 2_000;
export const verb = 'applyImport';

interface Ready {
  readonly place: number;
  readonly outcome: ImportOutcome;
  readonly organisation_id: string | null;
  readonly seen_version: number | null;
  readonly fields: string;
}

interface Applying {
  readonly batch_id: string;
  readonly reason: string | null;
  readonly planned_at: Date;
  readonly state: string;
}

/**
 * Gjennomfører en import. Writes what was looked at into the register, chunk by chunk: the rows, their history, their entries in the
 * directory, and that they are written, in one transaction each. Whoever is killed in the middle has written some rows once; the next goes
 * on with the rest.
 *
 * What the register says otherwise than when it was looked at is left alone, and its row is refused.
 */
export async function applyImport(context: Context, id: string): Promise<void> {
  await onOwnClient(context.database.pool, async (own) => {
    while (await applyChunk(own, context, id));
  });
}

/** Whether there may be more. */
const applyChunk = (own: OwnClient, context: Context, id: string): Promise<boolean> =>
  allOrNothing(own, async () => {
    const { run } = own;
    const [it] = await run<Applying>(
      `select batch_id, reason, planned_at, state from import where id = $1::uuid for update`,
      [id],
    );
    if (it?.state !== 'applying') return false;
    const rows = await run<Ready>(
      `select place, outcome, organisation_id, seen_version, fields::text as fields from import_row
       where import_id = $1::uuid and outcome in ('added', 'changed') and not is_applied order by place limit ${chunk}`,
      [id],
    );
    if (!rows.length) {
      await end(run, id, it.batch_id);
      return false;
    }
    const deed = { verb, reason: it.reason, batchId: it.batch_id };
    const fresh = await arrivedSince(run, it);
    const added = rows
      .filter(({ outcome }) => outcome === ImportOutcome.ADDED)
      .map(({ place, fields }) => ({
        place,
        told: fields,
        fields: JSON.parse(fields) as FieldChange[],
      }));
    const taken = await takenNumbers(run, added);
    const [there, free] = [new Set<number>(), [] as typeof added];
    for (const row of added) {
      if (isThere(row.fields, taken, fresh)) there.add(row.place);
      else free.push(row);
    }
    await addOrganisations(own, context, deed, context.vocabulary, free);

    const changed = rows.filter(({ outcome }) => outcome === ImportOutcome.CHANGED);
    const written = await writeInSets(
      run,
      context,
      deed,
      Organisation,
      changed.map(({ organisation_id: organisationId, seen_version: version, fields }) => ({
        id: organisationId!,
        version: version!,
        fields: JSON.parse(fields) as FieldChange[],
      })),
    );
    for (const row of changed) if (!written.has(row.organisation_id!)) there.add(row.place);
    await run(
      `update import_row set is_applied = true, sealed_cells = null where import_id = $1::uuid and place = any($2::integer[])`,
      [id, rows.map(({ place }) => place).filter((place) => !there.has(place))],
    );
    await run(
      `update import_row set outcome = 'refused', fields = '[]', flaws = flaws || '[{"column": null, "reason": "CHANGED_SINCE"}]'
       where import_id = $1::uuid and place = any($2::integer[])`,
      [id, [...there]],
    );
    await run('update import set done = done + $2 where id = $1::uuid', [id, rows.length]);
    await run('update batch set made = made + $2, changed = changed + $3 where id = $1::uuid', [
      it.batch_id,
      free.length,
      written.size,
    ]);
    return true;
  });

async function end(run: Run, id: string, batchId: string): Promise<void> {
  await run(`update import set state = 'done', problem = null where id = $1::uuid`, [id]);
  await run(`update batch set state = 'done' where id = $1::uuid`, [batchId]);
}

async function takenNumbers(
  run: Run,
  added: readonly { readonly fields: readonly FieldChange[] }[],
): Promise<ReadonlySet<string>> {
  const numbers = added.flatMap(({ fields }) => fieldIn(fields, 'number') ?? []);
  const taken = await run<{ number: string }>(
    'select number from organisation where number = any($1::text[])',
    [numbers],
  );
  return new Set(taken.map(({ number }) => number));
}

interface Fresh {
  readonly name: string;
  readonly seat: number | null;
}

/** What others have made since the rows were looked at. */
const arrivedSince = (
  run: Run,
  { planned_at: at, batch_id: batchId }: Applying,
): Promise<Fresh[]> =>
  run<Fresh>(
    `select o.name, o.seat_number as seat from change as c join organisation as o on o.id = c.record_id
     where c.at >= $1::timestamptz and c.record = 'organisation' and c.version = 1 and c.batch_id is distinct from $2::uuid`,
    [at, batchId],
  );

function isThere(
  fields: readonly FieldChange[],
  taken: ReadonlySet<string>,
  fresh: readonly Fresh[],
): boolean {
  const number = fieldIn(fields, 'number');
  if (typeof number === 'string') return taken.has(number);
  if (!fresh.length) return false;
  const key = keyOfName(String(fieldIn(fields, 'name')));
  const seat = fieldIn(fields, 'seat') ?? null;
  return fresh.some((it) => it.seat === seat && keyOfName(it.name) === key);
}

const fieldIn = (fields: readonly FieldChange[], name: string): unknown =>
  fields.find(({ field, part }) => field === name && part === undefined)?.after;
