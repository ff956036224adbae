import { MergedField } from '#schema/directory/merge/MergedField.ts';
import type { Mergeable } from './Mergeable.ts';
import type { JsonRow } from './snapshot.ts';

/** Fields that are never taken unasked: an organisation that is open is not closed by the way. */
const onlyIfAsked: ReadonlySet<MergedField> = new Set([MergedField.CLOSED_ON]);

/**
 * Hva som vinner. The columns of the survivor that get another value: what is taken from the other, what only the other has, and lists with
 * what either has.
 */
export function fieldsOfSurvivor(
  { fields, lists }: Pick<Mergeable, 'fields' | 'lists'>,
  survivor: JsonRow,
  loser: JsonRow,
  taken: ReadonlySet<MergedField>,
): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const [name, columns] of Object.entries(fields)) {
    const field = name as MergedField;
    if (field === MergedField.PARENT) continue;
    const has = (row: JsonRow) => columns.some((it) => row[it] !== null && row[it] !== '');
    const isTaken = taken.has(field) || (!has(survivor) && !onlyIfAsked.has(field));
    if (!isTaken || (!has(loser) && field !== MergedField.CLOSED_ON)) continue;
    for (const column of columns) {
      if (survivor[column] !== loser[column]) changed[column] = loser[column];
    }
  }
  const day = (column: string) => String(changed[column] ?? survivor[column] ?? '');
  if (
    day('closed_on') &&
    day('opened_on') > day('closed_on') &&
    !taken.has(MergedField.OPENED_ON)
  ) {
    delete changed['opened_on'];
  }
  if (MergedField.PARENT in fields) {
    const parent = parentOf(survivor, loser, taken);
    if (parent !== survivor['parent_id']) changed['parent_id'] = parent;
  }
  for (const list of lists) {
    const [ours, theirs] = list === 'served_areas' ? placesOf(survivor, loser) : listsOf(list);
    const united = [...new Set([...ours, ...theirs])];
    if (united.length !== (survivor[list] as unknown[]).length) changed[list] = united;
  }
  return changed;

  function listsOf(list: string): [unknown[], unknown[]] {
    return [survivor[list] as unknown[], loser[list] as unknown[]];
  }
}

/** One that is the other, or oneself, is none: then the parent of the other, if that is another. */
function parentOf(survivor: JsonRow, loser: JsonRow, taken: ReadonlySet<MergedField>): unknown {
  const both = [survivor['id'], loser['id']];
  const [first, second] = taken.has(MergedField.PARENT) ? [loser, survivor] : [survivor, loser];
  const usable = (parent: unknown) => parent !== null && !both.includes(parent);
  if (usable(first['parent_id'])) return first['parent_id'];
  return usable(second['parent_id']) ? second['parent_id'] : null;
}

/** Who serves no area is where its seat is: that is said where the other one serves some, or it would be lost. */
function placesOf(survivor: JsonRow, loser: JsonRow): [unknown[], unknown[]] {
  const served = (row: JsonRow) => row['served_areas'] as unknown[];
  const seat = (row: JsonRow) => (row['seat_number'] === null ? [] : [row['seat_number']]);
  const [ours, theirs] = [served(survivor), served(loser)];
  if (!ours.length && !theirs.length) return [ours, theirs];
  return [ours.length ? ours : seat(survivor), theirs.length ? theirs : seat(loser)];
}
