import { describe, expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { Person } from '#schema/person/Person.ts';
import { aStaffUser } from '#seeds/access.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { ReadLog, type Reading } from '#server/access/ReadLog.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { changeRecords } from '#server/common/changeRecords.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { aViewer, anEditor } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';

interface Page {
  readonly nodes: readonly Record<string, unknown>[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const officer = () => aViewer(Role.PRIVACY_OFFICER);

const pageOf = `totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
const selections = {
  changes: `about { id kind name } version at by { name } verb fields { field before after }`,
  reads: `id at via by { name role } person { id name } fields purpose requestId`,
};

const list = async (
  world: World,
  what: keyof typeof selections,
  variables: object = {},
  viewer: Viewer | null = officer(),
) => {
  const filter = what === 'changes' ? 'ChangeFilter' : 'ReadFilter';
  const { data, errors } = await world.ask<Record<string, Page>>(
    viewer,
    `query ($first: Int, $after: String, $last: Int, $before: String, $filter: ${filter}) {
      ${what}(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
        nodes { ${selections[what]} } ${pageOf}
      }
    }`,
    variables as never,
  );
  return { page: data?.[what], code: errors?.[0]?.extensions?.['code'], errors };
};

test('traces are for the privacy officer, and nobody sees their own', async ({ world }) => {
  for (const what of ['changes', 'reads'] as const) {
    for (const role of Object.values(Role)) {
      const { code } = await list(world, what, {}, aViewer(role));
      expect(code, `${what}: ${role}`).toBe(
        role === Role.PRIVACY_OFFICER ? undefined : 'FORBIDDEN',
      );
    }
    const mine = { filter: { by: anEditor().id } };
    expect((await list(world, what, mine, anEditor())).code).toBe('FORBIDDEN');
    expect((await list(world, what, {}, null)).code).toBe('UNAUTHENTICATED');
  }
});

describe('all changes', () => {
  const rename = async (world: World, organisation: Organisation, by: Viewer, on: string) => {
    const context = { ...world.context(by), now: new Date(`${on}T23:30:00Z`) };
    const [row] = (
      await world.pool.query<{ version: number; name: string }>(
        'select version, name from organisation where id = $1',
        [organisation.id],
      )
    ).rows;
    const seen = { type: Organisation, id: organisation.id, version: row!.version };
    const field = { field: 'name', before: row!.name, after: `Den ${on}` };
    await changeRecords(context, { verb: 'correctOrganisation' }, [{ ...seen, fields: [field] }]);
  };

  test('come the latest first, page by page in both directions, and narrowed', async ({
    world,
  }) => {
    const [one, other] = [anOrganisation({ name: 'Ene' }), anOrganisation({ name: 'Andre' })];
    const user = aStaffUser({ role: Role.EDITOR, name: 'Prøve Redaktør', subject: 'traces' });
    await world.has(one, other, user);
    const editor = { ...anEditor(), id: user.id };
    await rename(world, one, editor, '2026-03-01');
    await rename(world, other, anEditor(), '2026-03-02');
    await rename(world, one, editor, '2026-03-03');

    const { page: all } = await list(world, 'changes');
    expect(all).toMatchObject({
      totalCount: 3,
      nodes: [
        {
          about: { id: one.id, kind: 'ORGANISATION', name: 'Den 2026-03-03' },
          version: 3,
          by: { name: 'Prøve Redaktør' },
          fields: [{ field: 'name', before: 'Den 2026-03-01', after: 'Den 2026-03-03' }],
        },
        { about: { id: other.id }, by: null },
        { about: { id: one.id }, version: 2 },
      ],
    });

    const { page: first } = await list(world, 'changes', { first: 2 });
    expect(first?.nodes).toEqual(all?.nodes.slice(0, 2));
    expect(first?.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const { page: second } = await list(world, 'changes', {
      first: 2,
      after: first?.pageInfo.endCursor,
    });
    expect(second?.nodes).toEqual(all?.nodes.slice(2));
    expect(second?.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const { page: back } = await list(world, 'changes', {
      last: 2,
      before: second?.pageInfo.startCursor,
    });
    expect(back?.nodes).toEqual(first?.nodes);

    const count = async (filter: object) =>
      (await list(world, 'changes', { filter })).page?.totalCount;
    expect(await count({ by: user.id })).toBe(2);
    expect(await count({ record: other.id })).toBe(1);
    expect(await count({ record: 'none' })).toBe(0);
    // Half past midnight in Oslo.
    expect(await count({ from: '2026-03-02', to: '2026-03-02' })).toBe(1);
    expect(await count({ from: '2026-03-03' })).toBe(2);
    expect(await count({ to: '2026-03-01' })).toBe(0);
    expect(await count({ by: user.id, record: one.id, from: '2026-03-03' })).toBe(1);
  });

  test('refuse a cursor of another list, and a page that is too long', async ({ world }) => {
    const one = anOrganisation({ name: 'Ene' });
    await world.has(one);
    await rename(world, one, anEditor(), '2026-03-01');
    const { page } = await list(world, 'changes');
    const after = page?.pageInfo.endCursor;
    expect((await list(world, 'changes', { after })).page?.nodes).toEqual([]);
    expect((await list(world, 'reads', { after })).code).toBe('INVALID_INPUT');
    const filter = { record: one.id };
    expect((await list(world, 'changes', { after, filter })).code).toBe('INVALID_INPUT');
    for (const variables of [{ first: 101 }, { first: 0 }, { after: 'AAAA' }]) {
      expect((await list(world, 'changes', variables)).code).toBe('INVALID_INPUT');
      expect((await list(world, 'reads', variables)).code).toBe('INVALID_INPUT');
    }
  });
});

test('all reads come the latest first, page by page, and narrowed', async ({
  committed: world,
}) => {
  const [synne, odd] = [new Person('Synne', 'Prøve'), new Person('Odd', 'Prøve')];
  const user = aStaffUser({ role: Role.COORDINATOR, name: 'Prøve Koordinator', subject: 'reads' });
  await world.has(synne, odd, user);
  const gone = crypto.randomUUID();
  const log = new ReadLog(world.pool, () => undefined);
  const reading = (personId: string, on: string, more: Partial<Reading> = {}): Reading => ({
    at: new Date(`${on}T23:30:00Z`),
    viewerId: user.id,
    via: 'session',
    personId,
    fields: ['contactPoints.value'],
    purpose: 'crisis',
    requestId: 'test',
    ...more,
  });
  await log.append([reading(synne.id, '2026-10-30'), reading(odd.id, '2026-10-30')]);
  await log.append([reading(gone, '2026-11-01', { via: 'token', purpose: null })]);
  await log.append([reading(synne.id, '2026-11-02', { purpose: 'council' })]);

  const { page: all } = await list(world, 'reads');
  expect(all).toMatchObject({
    totalCount: 4,
    nodes: [
      {
        id: '3:1',
        at: '2026-11-02T23:30:00.000Z',
        via: 'SESSION',
        by: { name: 'Prøve Koordinator', role: 'COORDINATOR' },
        person: { id: synne.id, name: 'Synne Prøve' },
        fields: ['contactPoints.value'],
        purpose: 'COUNCIL',
        requestId: 'test',
      },
      { id: '2:1', via: 'TOKEN', by: null, person: { id: gone, name: null }, purpose: null },
      { id: '1:2' },
      { id: '1:1' },
    ],
  });
  const { page: first } = await list(world, 'reads', { first: 3 });
  const { page: second } = await list(world, 'reads', {
    first: 3,
    after: first?.pageInfo.endCursor,
  });
  expect([...first!.nodes, ...second!.nodes]).toEqual(all?.nodes);

  const count = async (filter: object) => (await list(world, 'reads', { filter })).page?.totalCount;
  expect(await count({ by: user.id })).toBe(4);
  expect(await count({ person: synne.id })).toBe(2);
  expect(await count({ person: 'none' })).toBe(0);
  expect(await count({ purpose: 'COUNCIL' })).toBe(1);
  expect(await count({ from: '2026-11-01', to: '2026-11-02' })).toBe(1);
  expect(await count({ from: '2026-11-01' })).toBe(2);
  expect(await count({ to: '2026-10-31' })).toBe(2);
});

test('what was seen by break-glass is told apart from what was seen for a crisis', async ({
  committed: world,
}) => {
  const log = new ReadLog(world.pool, () => undefined);
  const reading = (purpose: string): Reading => ({
    at: new Date('2026-11-20T12:00:00Z'),
    viewerId: crypto.randomUUID(),
    via: 'session',
    personId: crypto.randomUUID(),
    fields: ['contactPoints.value'],
    purpose,
    requestId: 'test',
  });
  await log.append([reading('crisis'), reading('break_glass')]);

  const { page } = await list(world, 'reads', { filter: { purpose: 'BREAK_GLASS' } });
  expect(page).toMatchObject({ totalCount: 1, nodes: [{ purpose: 'BREAK_GLASS' }] });
});
