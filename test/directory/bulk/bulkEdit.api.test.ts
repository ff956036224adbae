import fc from 'fast-check';
import { expect, inject } from 'vitest';
import pino from 'pino';

import { Role } from '#schema/access/Role.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { aPerson } from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { doSome } from '#server/directory/bulk/applyBulkEdit.ts';
import { surroundingsOf } from '#server/launch/openSamband.ts';
import { workRoom } from '#server/workRoom.ts';
import { somebody } from '#test/directory/audience/audiences.ts';
import { area, language, topic } from '#test/directory/terms.ts';
import { testSecret } from '#test/support/database.ts';
import { aReader, aViewer } from '#test/support/viewers.ts';
import { cloneOf, personalKey, test, type World, worldOver } from '#test/support/world.ts';

const fields = `id action label state chosen toChange done changed leftCount left { name } refusals { reason count names }`;
const prepare = `mutation ($input: PrepareBulkEditInput!) { prepareBulkEdit(input: $input) { ${fields} } }`;
const apply = `mutation ($input: ApplyBulkEditInput!) { applyBulkEdit(input: $input) { ${fields} } }`;
const undo = `mutation ($input: UndoBatchInput!) { undoBatch(input: $input) { state } }`;

interface Edit {
  readonly id: string;
  readonly state: string;
  readonly toChange: number;
  readonly changed: number;
}

async function counted(world: World, viewer: Viewer | null, input: object): Promise<Edit> {
  const { data, errors } = await world.ask<{ prepareBulkEdit: Edit }>(viewer, prepare, { input });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.prepareBulkEdit;
}

async function applied(world: World, viewer: Viewer, id: string): Promise<Edit> {
  const { data, errors } = await world.ask<{ applyBulkEdit: Edit }>(viewer, apply, {
    input: { id, reason: 'Prøve' },
  });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.applyBulkEdit;
}

const refusalOf = async (world: World, viewer: Viewer | null, document: string, input: object) =>
  (await world.ask(viewer, document, { input })).errors?.[0]?.extensions;

const all = { text: 'solsikke' };
const addHealth = { action: 'ADD_TOPIC', value: 'mental_health' };

test('what cannot be done is refused, and nothing is counted', async ({ world }) => {
  const ragnar = await somebody(world, Role.EDITOR);
  const refused = (input: object) => refusalOf(world, ragnar, prepare, input);

  expect(await refused({ selection: all, action: 'ADD_TOPIC', value: 'xx' })).toEqual({
    code: 'INVALID_INPUT',
    fields: { value: 'UNKNOWN_CODE' },
  });
  expect(await refused({ selection: all, action: 'ADD_TOPIC' })).toMatchObject({
    fields: { value: 'UNKNOWN_CODE' },
  });
  expect(await refused({ selection: all, action: 'ARCHIVE', value: 'x' })).toMatchObject({
    fields: { value: 'UNKNOWN_CODE' },
  });
  for (const selection of [{}, { ids: [] }, { ids: ['x'] }, { text: 'finnes ikke' }]) {
    expect(await refused({ selection, ...addHealth })).toMatchObject({
      fields: { selection: 'REQUIRED' },
    });
  }
  const many = Array.from({ length: 1001 }, () => crypto.randomUUID());
  expect(await refused({ selection: { ids: many }, ...addHealth })).toMatchObject({
    fields: { selection: 'TOO_MANY' },
  });
  expect(
    await refused({ selection: { filter: { languages: ['xx'] } }, ...addHealth }),
  ).toMatchObject({ fields: { 'filter.languages': 'UNKNOWN_CODE' } });
  expect((await world.pool.query('select from bulk_edit')).rowCount).toBe(0);
});

test('who may not write changes nobody, and of what somebody else counted nobody knows', async ({
  world,
}) => {
  await world.has(anOrganisation({ name: 'Solsikken' }));
  const input = { selection: all, ...addHealth };
  for (const viewer of [
    null,
    aReader(),
    aViewer(Role.COORDINATOR),
    { ...aViewer(Role.EDITOR), via: 'token' as const },
  ]) {
    expect(await refusalOf(world, viewer, prepare, input)).toEqual({
      code: viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED',
    });
  }
  const [ragnar, parwin] = [
    await somebody(world, Role.EDITOR),
    await somebody(world, Role.PROGRAMME_LEAD),
  ];
  const { id } = await counted(world, ragnar, input);
  expect(await refusalOf(world, parwin, apply, { id })).toEqual({ code: 'NOT_FOUND' });
  expect(await refusalOf(world, ragnar, apply, { id: crypto.randomUUID() })).toEqual({
    code: 'NOT_FOUND',
  });
  const seen = await world.ask(parwin, 'query ($id: ID!) { bulkEdit(id: $id) { id } }', { id });
  expect(seen.data).toEqual({ bulkEdit: null });
});

test('it is told exactly how many are changed, and why the others are not', async ({ world }) => {
  const health = topic('mental_health');
  const oslo = { servedAreas: [area('0301')] };
  await world.has(
    anOrganisation({ name: 'Solsikken én', ...oslo }),
    anOrganisation({ name: 'Solsikken to', ...oslo }),
    anOrganisation({ name: 'Solsikken unntatt', ...oslo }),
    anOrganisation({ name: 'Solsikken har', topics: [health], ...oslo }),
    anOrganisation({ name: 'Solsikken Bergen', servedAreas: [area('4601')] }),
    aPerson({ givenName: 'Sol', familyName: 'Solsikke' }),
  );
  const ragnar = await somebody(world, Role.EDITOR, { scopeAreaNumber: area('0301').number });
  const { rows } = await world.pool.query<{ id: string }>(
    `select id from organisation where name = 'Solsikken unntatt'`,
  );

  const edit = await counted(world, ragnar, {
    selection: { ...all, except: rows.map(({ id }) => id) },
    ...addHealth,
  });
  expect(edit).toMatchObject({
    action: 'ADD_TOPIC',
    label: 'Psykisk helse',
    state: 'COUNTED',
    chosen: 5,
    toChange: 2,
    changed: 0,
  });
  expect(edit).toHaveProperty('refusals', [
    { reason: 'PERSON', count: 1, names: [] },
    { reason: 'OUTSIDE_SCOPE', count: 1, names: ['Solsikken Bergen'] },
    { reason: 'NO_CHANGE', count: 1, names: ['Solsikken har'] },
  ]);
  expect(await applied(world, ragnar, edit.id)).toMatchObject({
    state: 'DONE',
    done: 2,
    changed: 2,
    leftCount: 0,
  });
  const { rows: changed } = await world.pool.query<{ name: string }>(
    `select o.name from change c join organisation o on o.id = c.record_id
     where c.batch_id = $1 and c.verb = 'applyBulkEdit' and c.reason = 'Prøve' order by 1`,
    [edit.id],
  );
  expect(changed.map(({ name }) => name)).toEqual(['Solsikken to', 'Solsikken én'].toSorted());
  expect(await refusalOf(world, ragnar, apply, { id: edit.id })).toEqual({
    code: 'CONFLICT',
    reason: 'ALREADY_DONE',
  });
  // The search follows.
  const { data } = await world.ask<{ search: { totalCount: number } }>(
    ragnar,
    '{ search(text: "solsikken psykisk helse") { totalCount } }',
  );
  expect(data?.search.totalCount).toBe(3);
});

test('whoever was changed after the count is left and named; who came since is not touched', async ({
  world,
}) => {
  const ragnar = await somebody(world, Role.EDITOR);
  const [one, two] = [
    anOrganisation({ name: 'Solsikken én' }),
    anOrganisation({ name: 'Solsikken to' }),
  ];
  await world.has(one, two);
  const { id } = await counted(world, ragnar, {
    selection: all,
    action: 'ADD_LANGUAGE',
    value: 'so',
  });
  await world.ask(
    ragnar,
    'mutation ($input: CorrectOrganisationInput!) { correctOrganisation(input: $input) { id } }',
    { input: { id: two.id, expectedVersion: 1, name: 'Solsikken endret' } },
  );
  await world.has(anOrganisation({ name: 'Solsikken ny' }));

  expect(await applied(world, ragnar, id)).toMatchObject({
    changed: 1,
    leftCount: 1,
    left: [{ name: 'Solsikken endret' }],
  });
  const { rows } = await world.pool.query<{ name: string }>(
    `select name from organisation where $1 = any(languages)`,
    [language('so').number],
  );
  expect(rows).toEqual([{ name: 'Solsikken én' }]);
  const { rows: batches } = await world.pool.query('select kind, state, changed from batch');
  expect(batches).toEqual([{ kind: 'bulk', state: 'done', changed: 1 }]);
});

test('what is done to many and then undone leaves everything as it was', async ({
  committed: world,
}) => {
  const ragnar = await somebody(world, Role.EDITOR);
  const topics = ['mental_health', 'older_people'].map(topic);
  const languages = ['so', 'ar'].map(language);
  const areas = ['0301', '4601'].map(area);
  const seats = areas.map(
    (it) => world.em.getReference(Area, it.number as never) as unknown as Area,
  );
  const some = <Value>(values: readonly Value[]) => fc.subarray([...values]);
  const anything = fc.record({
    organisations: fc.array(
      fc.record({
        topics: some(topics),
        languages: some(languages),
        servedAreas: some(areas),
        seat: fc.constantFrom(null, ...seats),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    edit: fc.constantFrom(
      { action: 'ADD_TOPIC', value: 'mental_health' },
      { action: 'REMOVE_TOPIC', value: 'mental_health' },
      { action: 'ADD_LANGUAGE', value: 'so' },
      { action: 'REMOVE_LANGUAGE', value: 'so' },
      { action: 'ADD_AREA', value: '0301' },
      { action: 'REMOVE_AREA', value: '0301' },
      { action: 'SET_SEAT', value: '4601' },
      { action: 'ARCHIVE' },
    ),
  });
  const standing = async (ids: readonly string[]) => {
    const { rows } = await world.pool.query(
      `select o.id, o.topics, o.languages, o.served_areas, o.seat_number, o.archived_on,
         (select to_jsonb(e) - 'is_young' from directory_entry e where e.id = o.id) as entry
       from organisation o where o.id = any($1) order by o.id`,
      [ids],
    );
    return rows;
  };

  await fc.assert(
    fc.asyncProperty(anything, async ({ organisations, edit }) => {
      const made = organisations.map((it, at) => anOrganisation({ name: `Solsikke ${at}`, ...it }));
      await world.has(...made);
      const ids = made.map(({ id }) => id);
      const before = await standing(ids);
      const { id, toChange } = await counted(world, ragnar, { selection: { ids }, ...edit });
      const { changed } = await applied(world, ragnar, id);
      expect(changed).toBe(toChange);
      const after = await standing(ids);
      expect(
        after.filter((row, at) => JSON.stringify(row) !== JSON.stringify(before[at])),
      ).toHaveLength(changed);
      const { errors } = await world.ask(ragnar, undo, {
        input: { batchId: id, reason: 'Angret' },
      });
      expect(errors).toBeUndefined();
      expect(await standing(ids)).toEqual(before);
    }),
    { numRuns: 25 },
  );
});

test('many are done as a job, piece by piece, also by the server after the one that died', async () => {
  const database = await cloneOf(inject('templateUrl'));
  try {
    const world = await worldOver(database);
    const ragnar = await somebody(world, Role.EDITOR);
    await world.has(
      ...Array.from({ length: 1_203 }, (_, at) => anOrganisation({ name: `Solsikke ${at}` })),
    );
    const { id, toChange } = await counted(world, ragnar, { selection: all, ...addHealth });
    expect(toChange).toBe(1_203);
    expect(await applied(world, ragnar, id)).toMatchObject({ state: 'UNDER_WAY', changed: 0 });
    // As if a server had done a piece before it died.
    await inTransaction(database.pool, (run) => doSome(run, world.context(ragnar), id));
    const room = workRoom({
      surroundings: await surroundingsOf({
        database,
        secret: testSecret,
        personalKey,
        migrated: [],
      }),
      url: database.url,
      clock: () => new Date('2026-11-22T12:00:00Z'),
      log: pino({ level: 'silent' }),
    });
    await room.start();
    try {
      const state = async () => {
        const { data } = await world.ask<{ bulkEdit: Edit }>(
          ragnar,
          `query ($id: ID!) { bulkEdit(id: $id) { ${fields} } }`,
          { id },
        );
        return data?.bulkEdit;
      };
      await expect
        .poll(async () => (await state())?.state, { timeout: 30_000, interval: 50 })
        .toBe('DONE');
      expect(await state()).toMatchObject({ done: 1_203, changed: 1_203, leftCount: 0 });
    } finally {
      await room.stop();
    }
    const { rows } = await database.pool.query<{ count: string; versions: string }>(
      `select count(*), count(distinct record_id) as versions from change where batch_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ count: '1203', versions: '1203' }]);
  } finally {
    await database.close();
  }
});
