import fc from 'fast-check';
import { describe, expect } from 'vitest';

import { BatchKind } from '#schema/access/BatchKind.ts';
import { Role } from '#schema/access/Role.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { Person } from '#schema/person/Person.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson } from '#seeds/person.ts';
import { type FieldChange, rowMade, rowRemoved } from '#server/common/FieldChange.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import type { Type } from '#server/common/ReadModel.ts';
import { type InSet, writeInSets } from '#server/common/writeInSets.ts';
import { noteBatch } from '#server/person/batch/noteBatch.ts';
import { undoBatchTask } from '#server/person/batch/undoBatchTask.ts';
import { names } from '#test/directory/found.ts';
import { anEditor, aViewer } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';

const undo = `mutation ($input: UndoBatchInput!) { undoBatch(input: $input) {
  state made changed kept undoneReason viewerMay { undo }
} }`;

/** Does something to many at once, as those do who do. */
async function batchOf(world: World, type: Type, ...sets: InSet[]): Promise<string> {
  const batchId = crypto.randomUUID();
  const context = world.context(anEditor());
  await inTransaction(world.pool, async (run) => {
    await noteBatch(run, context, {
      id: batchId,
      kind: BatchKind.BULK,
      reason: 'Prøve',
      changed: sets.length,
    });
    await writeInSets(run, context, { verb: 'tryOut', batchId }, type, sets);
  });
  return batchId;
}

async function undone(world: World, batchId: string, more: object = {}, viewer = anEditor()) {
  const input = { batchId, reason: 'Feil fil', ...more };
  const { data, errors } = await world.ask<{ undoBatch: Record<string, unknown> }>(viewer, undo, {
    input,
  });
  return { batch: data?.undoBatch, refusal: errors?.[0]?.extensions };
}

const renamed = (
  { id }: { id: string },
  version: number,
  before: string,
  after: string,
): InSet => ({
  id,
  version,
  fields: [{ field: 'name', before, after }],
});

const made = (name: string, more: readonly FieldChange[] = []): InSet => {
  const id = crypto.randomUUID();
  const kind = OrganisationKind.IMMIGRANT_ORGANISATION;
  return { id, version: 0, fields: [...rowMade(id, { name, kind }), ...more] };
};

/** All that a table says, but for how many changes a record has seen. */
async function content(world: World): Promise<unknown> {
  const tables = ['organisation', 'organisation_name', 'organisation_contact_point', 'person'];
  const all = [...tables, 'directory_entry', 'directory_word', 'directory_deletion'];
  return Object.fromEntries(
    await Promise.all(
      all.map(async (table) => {
        const { rows } = await world.pool.query<{ row: object }>(
          `select to_jsonb(t) - 'version' - 'is_young' as row from ${table} t order by t::text collate "C"`,
        );
        return [table, rows.map(({ row }) => JSON.stringify(row)).toSorted()];
      }),
    ),
  );
}

describe('a batch that is taken back', () => {
  test('leaves no trace but in history: what was made is gone, what was changed is as it was', async ({
    world,
  }) => {
    const one = anOrganisation({ name: 'Første' });
    const phone = aContactPoint(one, { lastWorkedOn: '2026-01-02' });
    await world.has(one, phone);
    const before = await content(world);
    const part = crypto.randomUUID();
    const batchId = await batchOf(
      world,
      Organisation,
      {
        id: one.id,
        version: 1,
        fields: [
          { field: 'name', before: 'Første', after: 'Endret' },
          { field: 'languages', before: [], after: [1, 12] },
          {
            field: 'contactPoints.value',
            part: phone.id,
            before: '+4700000000',
            after: '+4700123456',
          },
          {
            field: 'contactPoints.lastWorkedOn',
            part: phone.id,
            before: '2026-01-02',
            after: null,
          },
          ...rowMade(part, { name: 'EN', use: 'short' }, 'names'),
        ],
      },
      made(
        'Ny i registeret',
        rowMade(
          crypto.randomUUID(),
          { channel: 'email', value: 'ny@example.org', audience: 'all_staff', position: 0 },
          'contactPoints',
        ),
      ),
    );
    expect(await names(world, 'registeret')).toEqual(['Ny i registeret']);

    const { batch } = await undone(world, batchId);

    expect(batch).toEqual({
      state: 'UNDONE',
      made: 0,
      changed: 2,
      kept: 0,
      undoneReason: 'Feil fil',
      viewerMay: { undo: false },
    });
    expect(await content(world)).toEqual(before);
    const { rows } = await world.pool.query(
      'select verb, version, undoes is not null as undoes, batch_id from change order by record_id, version',
    );
    expect(rows).toHaveLength(4);
    expect(rows.filter((it) => (it as { undoes: boolean }).undoes)).toHaveLength(2);
  });

  test('gives the register as it was, whatever was in it', async ({ world }) => {
    const kinds = ['rename', 'topics', 'make', 'remove'] as const;
    const steps = fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        text: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        await world.pool.query('begin');
        try {
          const organisations = all.map(({ text }) => anOrganisation({ name: `Nr ${text}` }));
          await world.has(...organisations);
          const before = await content(world);
          const sets = all.map(({ kind, text }, at): InSet => {
            const it = organisations[at]!;
            if (kind === 'make') return made(`Ny ${text}`);
            if (kind === 'rename') return renamed(it, 1, it.name, `${text} til`);
            if (kind === 'topics') {
              return {
                id: it.id,
                version: 1,
                fields: [{ field: 'topics', before: [], after: [1, 2] }],
              };
            }
            const { name, kind: what } = it;
            const values = {
              name,
              kind: what,
              languages: [],
              communities: [],
              topics: [],
              servedAreas: [],
            };
            return { id: it.id, version: 1, fields: rowRemoved(it.id, values) };
          });
          const batchId = await batchOf(world, Organisation, ...sets);
          expect(await content(world)).not.toEqual(before);

          expect((await undone(world, batchId)).batch?.['state']).toBe('UNDONE');

          expect(await content(world)).toEqual(before);
        } finally {
          await world.pool.query('rollback');
        }
      }),
      { numRuns: 15 },
    );
  });

  test('may be of people, whose history stays sealed', async ({ world }) => {
    const person = aPerson();
    await world.has(person);
    const before = await content(world);
    const batchId = await batchOf(world, Person, {
      id: person.id,
      version: 1,
      fields: [{ field: 'topics', before: [], after: [3] }],
    });

    expect((await undone(world, batchId)).batch?.['state']).toBe('UNDONE');

    expect(await content(world)).toEqual(before);
    const { rows } = await world.pool.query<{ fields: FieldChange[] }>('select fields from change');
    expect(rows).toHaveLength(2);
    for (const { fields } of rows)
      expect(fields[0]?.after).toEqual({ sealed: expect.any(String) as string });
  });

  test('is not taken back again', async ({ world }) => {
    const one = anOrganisation({ name: 'Første' });
    await world.has(one);
    const batchId = await batchOf(world, Organisation, renamed(one, 1, 'Første', 'Andre'));
    await undone(world, batchId);

    expect((await undone(world, batchId)).refusal).toMatchObject({
      code: 'CONFLICT',
      reason: 'CANNOT_BE_UNDONE',
    });
  });
});

describe('what somebody has done since', () => {
  test('keeps the batch from being taken back, and is named', async ({ world }) => {
    const [one, two, three] = ['En', 'To', 'Tre'].map((name) => anOrganisation({ name }));
    await world.has(one!, two!, three!);
    const fresh = made('Fersk');
    const batchId = await batchOf(
      world,
      Organisation,
      renamed(one!, 1, 'En', 'En ny'),
      renamed(two!, 1, 'To', 'To ny'),
      renamed(three!, 1, 'Tre', 'Tre ny'),
      fresh,
    );
    const person = aPerson();
    await world.has(person);
    await world.pool.query(
      `insert into affiliation (id, person_id, organisation_id, role, since) values (gen_random_uuid(), $1, $2, 'leader', '2026-01-01')`,
      [person.id, fresh.id],
    );
    await batchOf(world, Organisation, renamed(two!, 2, 'To ny', 'To igjen'));
    // Another field than the batch has written: nothing stands in the way.
    await batchOf(world, Organisation, {
      id: three!.id,
      version: 2,
      fields: [{ field: 'topics', before: [], after: [5] }],
    });
    const before = await content(world);

    const { refusal } = await undone(world, batchId);

    expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'CHANGED_SINCE', count: 2 });
    expect(refusal?.['changes']).toEqual(
      expect.arrayContaining([
        { kind: 'ORGANISATION', id: two!.id, name: 'To igjen', reason: 'CHANGED_SINCE' },
        { kind: 'ORGANISATION', id: fresh.id, name: 'Fersk', reason: 'STILL_IN_USE' },
      ]),
    );
    expect(await content(world)).toEqual(before);

    const { batch } = await undone(world, batchId, { leaveChanged: true });

    expect(batch).toMatchObject({ state: 'PARTLY_UNDONE', kept: 2 });
    const { rows } = await world.pool.query('select name, topics from organisation order by name');
    expect(rows).toEqual([
      { name: 'En', topics: [] },
      { name: 'Fersk', topics: [] },
      { name: 'To igjen', topics: [] },
      { name: 'Tre', topics: [5] },
    ]);
  });

  test('is also a person who has joined', async ({ world }) => {
    const [organisation, person] = [anOrganisation(), aPerson()];
    await world.has(organisation, person, anAffiliation(person, organisation));
    const other = made('Ny');
    const batchId = await batchOf(world, Organisation, other);
    await world.pool.query('update organisation set parent_id = $1 where id = $2', [
      other.id,
      organisation.id,
    ]);

    expect((await undone(world, batchId)).refusal?.['changes']).toEqual([
      { kind: 'ORGANISATION', id: other.id, name: 'Ny', reason: 'STILL_IN_USE' },
    ]);
  });
});

describe('whoever takes a batch back', () => {
  test('does so within their scope', async ({ world }) => {
    const { rows } = await world.pool.query<{ number: number; code: string }>(
      `select number, code from area where code in ('0301', '4601') order by code`,
    );
    const [oslo, bergen] = rows.map(({ number }) => number) as [number, number];
    const one = made('I Oslo', [{ field: 'seat', before: null, after: oslo }]);
    const batchId = await batchOf(world, Organisation, one);
    const elsewhere = { ...anEditor(), scope: new Set([bergen]) };

    const { refusal } = await undone(world, batchId, {}, elsewhere);

    expect(refusal?.['changes']).toEqual([
      { kind: 'ORGANISATION', id: one.id, name: 'I Oslo', reason: 'OUTSIDE_SCOPE' },
    ]);
  });

  test('may write in the register, says why, and means one that is there', async ({ world }) => {
    const batchId = await batchOf(world, Organisation, made('Ny'));

    expect((await undone(world, batchId, {}, aViewer(Role.READER))).refusal?.['code']).toBe(
      'FORBIDDEN',
    );
    expect((await undone(world, batchId, { reason: ' ' })).refusal).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { reason: 'REQUIRED' },
    });
    for (const id of [crypto.randomUUID(), 'ingen']) {
      expect((await undone(world, id)).refusal?.['code']).toBe('NOT_FOUND');
    }
  });
});

test('a batch of more than a thousand is taken back by a job, which may be killed and begun again', async ({
  committed: world,
}) => {
  const sets = Array.from({ length: 1_200 }, (_, at) => made(`Nummer ${at}`));
  const batchId = await batchOf(world, Organisation, ...sets);

  const { batch } = await undone(world, batchId);
  expect(batch?.['state']).toBe('UNDOING');
  const { rows: jobs } = await world.pool.query<{ payload: Record<string, string> }>(
    `select j.payload from graphile_worker._private_jobs j`,
  );
  const task = undoBatchTask(() => world.context(anEditor()));
  await task(jobs[0]!.payload, { number: 1, isLast: false });
  await task(jobs[0]!.payload, { number: 1, isLast: false });

  const { rows } = await world.pool.query(
    `select (select count(*)::int from organisation) as left,
       (select count(*)::int from change where undoes is not null) as undone, (select state from batch) as state`,
  );
  expect(rows).toEqual([{ left: 0, undone: 1_200, state: 'undone' }]);
});

test('batches are listed, the latest first', async ({ world }) => {
  const first = await batchOf(world, Organisation, made('Ny'));
  const { data } = await world.ask<{ batches: unknown; batch: unknown }>(
    anEditor(),
    `query ($id: ID!) {
      batches(first: 2, kind: BULK) { totalCount nodes { id kind state reason changed } }
      batch(id: $id) { id via by { name } }
    }`,
    { id: first },
  );
  expect(data).toEqual({
    batches: {
      totalCount: 1,
      nodes: [{ id: first, kind: 'BULK', state: 'DONE', reason: 'Prøve', changed: 1 }],
    },
    batch: { id: first, via: 'SESSION', by: null },
  });
});
