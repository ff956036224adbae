import { expect } from 'vitest';

import { MergedField } from '#schema/directory/merge/MergedField.ts';
import { fieldsOfSurvivor } from '#server/directory/merge/fieldsOfSurvivor.ts';
import { organisations, people } from '#server/directory/merge/Mergeable.ts';
import { test } from '#test/support/world.ts';

const bare = {
  id: 'one',
  name: 'Ene',
  kind: 'informal_group',
  number: null,
  seat_number: null,
  parent_id: null,
  languages: [],
  communities: [],
  topics: [],
  served_areas: [],
  member_count: null,
  member_year: null,
  opened_on: null,
  closed_on: null,
};
const nothing = new Set<MergedField>();
const fields = (ours: object, theirs: object, taken: ReadonlySet<MergedField> = nothing) =>
  fieldsOfSurvivor(organisations, { ...bare, ...ours }, { ...bare, id: 'other', ...theirs }, taken);

/** What is not chosen and not united: what makes a record the one it is, and how far it has come. */
const kept = new Set([
  'id',
  'version',
  'merged_into',
  'archived_on',
  'erased_at',
  // Follow from the verifications of both.
  'verified_on',
  'verified_by',
  // Follows from its kind and where it belongs.
  'due_months',
]);

test('each column of a record is chosen, united or its own', async ({ world }) => {
  for (const { table, fields: chosen, lists } of [organisations, people]) {
    const { rows } = await world.pool.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = $1 and table_schema = 'public'`,
      [table],
    );
    const known = new Set([...kept, ...lists, ...Object.values(chosen).flat()]);
    // A new one gets its line in server/directory/merge/Mergeable.ts.
    expect(
      rows.map(({ name }) => name).filter((name) => !known.has(name)),
      table,
    ).toEqual([]);
  }
});

test('what only the other has is taken, what both have is the survivor’s unless it is asked for', () => {
  expect(fields({ number: '1' }, { number: '2', seat_number: 7 })).toEqual({ seat_number: 7 });
  expect(
    fields({ number: '1' }, { number: '2', seat_number: 7 }, new Set([MergedField.NUMBER])),
  ).toEqual({ number: '2', seat_number: 7 });
});

test('an organisation that is open is closed only where that is asked for, and never before it was founded', () => {
  expect(fields({}, { closed_on: '2020-01-01' })).toEqual({});
  expect(fields({}, { closed_on: '2020-01-01' }, new Set([MergedField.CLOSED_ON]))).toEqual({
    closed_on: '2020-01-01',
  });
  expect(fields({ closed_on: '2020-01-01' }, {}, new Set([MergedField.CLOSED_ON]))).toEqual({
    closed_on: null,
  });
  expect(fields({ closed_on: '2020-01-01' }, { opened_on: '2022-01-01' })).toEqual({});
});

test('the parent is neither of the two', () => {
  expect(fields({ parent_id: 'other' }, { parent_id: 'third' })).toEqual({ parent_id: 'third' });
  expect(fields({ parent_id: 'other' }, { parent_id: 'one' })).toEqual({ parent_id: null });
});

test('who serves no area is said to be where its seat is when the other one serves some', () => {
  expect(fields({ seat_number: 1 }, { served_areas: [2] })).toEqual({ served_areas: [1, 2] });
  expect(fields({ served_areas: [2] }, { seat_number: 1 })).toEqual({
    seat_number: 1,
    served_areas: [2, 1],
  });
});
