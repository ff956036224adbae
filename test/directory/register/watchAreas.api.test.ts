import { afterEach, beforeEach, describe, expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { adoptAreas } from '#server/directory/register/adoptAreas.ts';
import { Unreachable } from '#server/directory/register/PoliteClient.ts';
import { watchAreas } from '#server/directory/register/watchAreas.ts';
import { RegisterOfOthers } from '#test/support/RegisterOfOthers.ts';
import { aReader, aViewer } from '#test/support/viewers.ts';
import { type Answer, test, type World } from '#test/support/world.ts';

let others: RegisterOfOthers;
beforeEach(async () => {
  others = await RegisterOfOthers.open();
});
afterEach(() => others[Symbol.asyncDispose]());

const becomes = (
  [oldCode, oldName]: readonly [string, string],
  [newCode, newName]: readonly [string, string],
  changeOccurred = '2026-01-01',
) =>
  others.codeChanges.push({
    oldCode,
    oldName,
    oldShortName: '',
    newCode,
    newName,
    newShortName: '',
    changeOccurred,
  });

const watch = (world: World) =>
  watchAreas({ pool: world.pool, registers: others.registers(), clock: () => others.now });

const stavanger = ['1103', 'Stavanger'] as const;
const alesund = ['1508', 'Ålesund'] as const;
const haram = ['1580', 'Haram'] as const;
/** Parted, as far as a test can have it. */
const parted = () => {
  becomes(stavanger, alesund);
  becomes(stavanger, haram);
};

const ragnar: Viewer = { ...aViewer(Role.EDITOR, 'Ragnar'), id: crypto.randomUUID() };

test('what has become what is told once, with the parts of one that was parted together', async ({
  world,
}) => {
  parted();
  becomes(['4601', 'Bergen'], ['4699', 'Nye Bergen'], '2027-01-01');
  expect(await watch(world)).toEqual({
    changes: [
      {
        oldCode: '1103',
        oldName: 'Stavanger',
        changedOn: '2026-01-01',
        successors: [
          { code: '1508', name: 'Ålesund' },
          { code: '1580', name: 'Haram' },
        ],
      },
      {
        oldCode: '4601',
        oldName: 'Bergen',
        changedOn: '2027-01-01',
        successors: [{ code: '4699', name: 'Nye Bergen' }],
      },
    ],
    missing: [{ code: '4699', name: 'Nye Bergen', from: '4601' }],
  });
  expect((await watch(world)).changes).toEqual([]);
});

test('it asks from the day of our own list on, and a year back from the last time; also what is decided and has not happened', async ({
  world,
}) => {
  await watch(world);
  await watch(world);
  expect(others.paths).toEqual([
    '/klass/classifications/131/changes?from=2024-01-02&to=2027-12-27&language=nb',
    '/klass/classifications/131/changes?from=2025-11-22&to=2027-12-27&language=nb',
  ]);
});

test('that Klass does not answer is said, and nothing is written', async ({ world }) => {
  others.broken.set('/klass', { status: 500 });
  await expect(watch(world)).rejects.toThrow(Unreachable);
  expect((await world.pool.query('select from register_feed')).rowCount).toBe(0);
});

test('a new municipality is taken in when somebody says so: in its county, at the place of the old one', async ({
  world,
}) => {
  becomes(['4601', 'Bergen'], ['4699', 'Nye Bergen - Ođđa Birgon']);
  becomes(['4601', 'Bergen'], ['9901', 'Ingen vet hvor']);
  await watch(world);
  expect(await adoptAreas(world.pool)).toEqual({ adopted: ['4699'], homeless: ['9901'] });
  const { rows } = await world.pool.query(
    `select a.number, a.kind, a.name_nb, a.official_name, p.code as county, a.latitude = old.latitude as near
     from area a join area p on p.number = a.parent_number join area old on old.code = '4601' where a.code = '4699'`,
  );
  expect(rows).toEqual([
    {
      number: 4699,
      kind: 'municipality',
      name_nb: 'Nye Bergen',
      official_name: 'Nye Bergen - Ođđa Birgon',
      county: '46',
      near: true,
    },
  ]);
  expect(await adoptAreas(world.pool)).toEqual({ adopted: [], homeless: ['9901'] });
});

const list = `{ workItems(kinds: [AREA]) { nodes { kind organisation { id name } areas { code name changedOn successors { code name } } } } }`;
const place = `mutation ($input: PlaceOrganisationInput!) {
  placeOrganisation(input: $input) { version seat { code } servedAreas { code } }
}`;

interface Listed {
  readonly workItems: {
    readonly nodes: readonly { organisation: { name: string }; areas: object[] }[];
  };
}
const refusalOf = ({ errors }: Pick<Answer, 'errors'>) => errors?.[0]?.extensions;

describe('organisations of a municipality that was parted', () => {
  async function aScene(world: World) {
    const [there, oslo] = await Promise.all(
      ['1103', '0301'].map((code) => world.em.findOneOrFail(Area, { code })),
    );
    const seated = anOrganisation({ name: 'Holder til der', seat: there! });
    const serving = anOrganisation({
      name: 'Dekker begge',
      seat: oslo!,
      servedAreas: [there!, oslo!],
    });
    await world.has(seated, serving, anOrganisation({ name: 'I Oslo', seat: oslo! }));
    parted();
    await watch(world);
    const say = (input: object, viewer: Viewer | null = ragnar) =>
      world.ask<{ placeOrganisation: object }>(viewer, place, {
        input: {
          organisationId: seated.id,
          expectedVersion: 1,
          from: '1103',
          to: ['1580'],
          ...input,
        },
      });
    return { seated, serving, say };
  }

  test('stand on the work list, each with what it may have become', async ({ world }) => {
    await aScene(world);
    const { data } = await world.ask<Listed>(ragnar, list);
    const nodes = data!.workItems.nodes;
    expect(new Set(nodes.map(({ organisation }) => organisation.name))).toEqual(
      new Set(['Holder til der', 'Dekker begge']),
    );
    expect(nodes[0]?.areas).toEqual([
      {
        code: '1103',
        name: 'Stavanger',
        changedOn: '2026-01-01',
        successors: [
          { code: '1508', name: 'Ålesund' },
          { code: '1580', name: 'Haram' },
        ],
      },
    ]);
  });

  test('do not before the day comes', async ({ world }) => {
    await aScene(world);
    await world.pool.query(`update area_change set changed_on = '2027-01-01'`);
    expect((await world.ask<Listed>(ragnar, list)).data?.workItems.nodes).toEqual([]);
  });

  test('are moved by nobody but an editor who says where to', async ({ world }) => {
    const { say } = await aScene(world);
    expect(refusalOf(await say({}, null))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(refusalOf(await say({}, aReader()))).toMatchObject({ code: 'FORBIDDEN' });
    const elsewhere = { ...ragnar, scope: new Set([301]) };
    expect(refusalOf(await say({}, elsewhere))).toMatchObject({ code: 'FORBIDDEN' });
    expect(refusalOf(await say({ organisationId: crypto.randomUUID() }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(refusalOf(await say({ from: '0301' }))).toMatchObject({ fields: { from: 'NOT_GONE' } });
    expect(refusalOf(await say({ to: [] }))).toMatchObject({ fields: { to: 'REQUIRED' } });
    expect(refusalOf(await say({ to: ['0301'] }))).toMatchObject({
      fields: { to: 'NOT_A_SUCCESSOR' },
    });
    expect(refusalOf(await say({ to: ['1508', '1580'] }))).toMatchObject({
      fields: { seat: 'REQUIRED' },
    });
    expect(refusalOf(await say({ to: ['1508', '1580'], seat: '0301' }))).toMatchObject({
      fields: { seat: 'NOT_A_SUCCESSOR' },
    });
    expect(refusalOf(await say({ expectedVersion: 2 }))).toMatchObject({ reason: 'STALE_VERSION' });
    expect((await world.pool.query('select from change')).rowCount).toBe(0);
  });

  test('are there from then on, and on the list no more', async ({ world }) => {
    const { serving, say } = await aScene(world);
    expect((await say({})).data?.placeOrganisation).toEqual({
      version: 2,
      seat: { code: '1580' },
      servedAreas: [],
    });
    const both = await say({ organisationId: serving.id, to: ['1508', '1580'] });
    expect(both.data?.placeOrganisation).toMatchObject({ seat: { code: '0301' } });
    expect(
      (both.data!.placeOrganisation as { servedAreas: { code: string }[] }).servedAreas.map(
        ({ code }) => code,
      ),
    ).toEqual(expect.arrayContaining(['1508', '1580', '0301']));
    expect((await world.ask<Listed>(ragnar, list)).data?.workItems.nodes).toEqual([]);
  });
});
