import { RecordKind } from '#schema/directory/RecordKind.ts';
import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import type { Mergeable } from './Mergeable.ts';
import { isSame, itself, printOf, type RowChange } from './rowChanges.ts';
import type { KnownRow, Snapshot } from './snapshot.ts';

/** What somebody has changed since two records became one, and what therefore can't be put back. */
export interface Since {
  /** A column of the survivor, or what belonged to one of the two. */
  readonly field: string;
  readonly part: string | null;
  /** What the merge wrote, and what stands there now; nothing of people. */
  readonly before: unknown;
  readonly after: unknown;
}

/** What may go on its own way without anybody being wronged. */
const unmissed = new Set([
  'personalLinks',
  'mergedFrom',
  'decisions by one_id',
  'decisions by other_id',
]);

/** Columns that say no more than in which order something stands. */
const ofOrder = new Set(['position']);

/** Endret siden. Compares what a merge wrote with what stands there now. */
export function changedSince(
  of: Mergeable,
  changes: readonly RowChange[],
  now: Snapshot,
  key: PersonalKey,
): Since[] {
  const byPlace = new Map(
    [...now.values()].map((it) => [`${it.belonging?.relation ?? itself} ${it.id}`, it]),
  );
  return changes.flatMap((change): Since[] => {
    const { relation, id, before, after, print } = change;
    const current = byPlace.get(`${relation} ${id}`);
    const part = relation === itself ? null : id;
    const whole: Since = { field: relation, part, before: null, after: null };
    if (!after) return [];
    if (!current) return before && !unmissed.has(relation) ? [whole] : [];
    const fields = Object.entries(after)
      .filter(
        ([column]) => isWatched(current, column) && !isSame(current.row[column], after[column]),
      )
      .map(([column]): Since => {
        const field = relation === itself ? column : relation;
        const values = { before: after[column], after: current.row[column] };
        return { field, part, ...(of.kind === RecordKind.PERSON ? unsaid : values) };
      });
    if (fields.length) return fields;
    const isTouched =
      print &&
      current.belonging &&
      !print.equals(printOf(current.belonging, current.row, key) ?? none);
    return isTouched ? [whole] : [];
  });
}

const none = Buffer.alloc(0);
const unsaid = { before: null, after: null };

const isWatched = ({ belonging }: KnownRow, column: string): boolean =>
  !ofOrder.has(column) && !belonging?.unwatched?.includes(column);
