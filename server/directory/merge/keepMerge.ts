import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { openPersonKey, openSealed, personKeyOf, type Sealed } from '#server/common/personKey.ts';
import type { RowChange } from './rowChanges.ts';
import type { JsonRow } from './snapshot.ts';

type Kept = JsonRow | Sealed;

/** Tar vare på. Keeps what a merge did to each row; what is of a person is sealed for the person. */
export async function keepRows(
  run: Run,
  house: PersonalKey,
  mergeId: string,
  changes: readonly RowChange[],
): Promise<void> {
  const keys = new Map<string, PersonalKey>();
  for (const { person } of changes) {
    if (person && !keys.has(person)) keys.set(person, await personKeyOf(run, house, person));
  }
  const rows = changes.map(({ table, relation, id, person, before, after, print }, place) => {
    const key = person ? keys.get(person) : undefined;
    const kept = (row: JsonRow | null): Kept | null =>
      row && key && person
        ? { sealed: key.seal(JSON.stringify(row), person).toString('base64') }
        : row;
    return {
      place,
      table,
      relation,
      id,
      person,
      before: kept(before),
      after: kept(after),
      print: print?.toString('hex') ?? null,
    };
  });
  await run(
    `insert into merge_row (merge_id, place, of_table, relation, row_id, sealed_for, before, after, print)
     select $1, place, "table", relation, id, person, before, after, decode(print, 'hex')
     from json_to_recordset($2)
       as kept(place integer, "table" text, relation text, id uuid, person uuid, before jsonb, after jsonb, print text)`,
    [mergeId, JSON.stringify(rows)],
  );
}

/** What was kept, in order. What was sealed for somebody who has been erased is not there. */
export async function keptRows(
  run: Run,
  house: PersonalKey,
  mergeId: string,
): Promise<RowChange[]> {
  const rows = await run<
    Omit<RowChange, 'before' | 'after'> & {
      before: Kept | null;
      after: Kept | null;
      sealedKey: Buffer | null;
    }
  >(
    `select of_table as "table", relation, row_id as id, sealed_for as person, before, after, print, sealed_key as "sealedKey"
     from merge_row left join person_key on person_id = sealed_for where merge_id = $1 order by place`,
    [mergeId],
  );
  return rows.flatMap(({ sealedKey, before, after, ...change }) => {
    const { person } = change;
    if (!person) return [{ ...change, before: before as JsonRow, after: after as JsonRow }];
    if (!sealedKey) return [];
    const key = openPersonKey(house, sealedKey, person);
    const opened = (kept: Kept | null) =>
      kept && (openSealed(key, person, kept as Sealed) as JsonRow);
    return [{ ...change, before: opened(before), after: opened(after) }];
  });
}
