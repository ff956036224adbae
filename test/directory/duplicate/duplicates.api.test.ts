import { expect } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { aCatchment, aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { aConsent, anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { scopeOf } from '#server/access/scope.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { findDuplicates, lookAtEverything } from '#server/directory/duplicate/findDuplicates.ts';
import { settled } from '#test/directory/settled.ts';
import { aViewer, anEditor } from '#test/support/viewers.ts';
import { openSeedWorld } from '#test/support/seedWorld.ts';
import { personalKey, test, type World, worldOver } from '#test/support/world.ts';
import { merge, mergeInto, unmerge } from '#test/directory/merge/mergeSupport.ts';

interface Side {
  readonly id: string;
  readonly organisation: { name: string } | null;
  readonly person: { name: string } | null;
}
interface Pair {
  readonly id: string;
  readonly score: number;
  readonly reasons: string[];
  readonly one: Side;
  readonly other: Side;
  readonly decision: { reason: string } | null;
  readonly viewerMay: { merge: boolean };
}

const document = `query ($filter: DuplicateFilter!, $first: Int, $after: String, $purpose: Purpose) @purpose(of: $purpose) {
  duplicates(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { id score reasons one { id organisation { name } person { name } } other { id organisation { name } person { name } }
      decision { reason } viewerMay { merge } } } }`;

interface Asked {
  readonly viewer?: Viewer;
  readonly first?: number;
  readonly after?: string | null;
  readonly purpose?: string | null;
}

async function listed(
  world: World,
  filter: object = {},
  { viewer = anEditor(), purpose = 'REGISTER_CARE', ...page }: Asked = {},
) {
  const { data, errors } = await world.ask<{
    duplicates: { totalCount: number; nodes: Pair[]; pageInfo: { endCursor: string } };
  }>(viewer, document, { filter: { kind: 'ORGANISATION', ...filter }, purpose, ...page });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.duplicates;
}

const namesOf = ({ one, other }: Pair): string[] =>
  [one, other].map((it) => it.organisation?.name ?? it.person?.name ?? '').toSorted();

const decide = (world: World, what: 'dismiss' | 'revive', input: object, viewer = anEditor()) =>
  world.ask(
    viewer,
    `mutation ($input: DecideDuplicateInput!) { ${what}Duplicate(input: $input) }`,
    { input: { kind: 'ORGANISATION', ...input } },
  );

async function twice(world: World) {
  const [oslo, bergen] = [
    await world.em.findOneOrFail(Area, { code: '0301' }),
    await world.em.findOneOrFail(Area, { code: '4601' }),
  ];
  const [one, other] = [
    anOrganisation({ name: 'Grønland Tamilske Kvinnelag', servedAreas: [oslo] }),
    anOrganisation({ name: 'Tamilske kvinnelag Gronland', servedAreas: [oslo] }),
  ];
  await world.has(one, other, anOrganisation({ name: 'Noe helt annet', servedAreas: [oslo] }));
  await findDuplicates(world.pool);
  return { one, other, oslo, bergen };
}

test('whoever may not merge is told of no pairs, and decides nothing', async ({ world }) => {
  const { one, other } = await twice(world);
  for (const role of Object.values(Role)) {
    if (role === Role.EDITOR || role === Role.PROGRAMME_LEAD) continue;
    const seen = await world.ask(aViewer(role), document, { filter: { kind: 'ORGANISATION' } });
    expect(seen.errors?.[0]?.extensions?.['code'], role).toBe('FORBIDDEN');
    const said = await decide(
      world,
      'dismiss',
      { oneId: one.id, otherId: other.id },
      aViewer(role),
    );
    expect(said.errors?.[0]?.extensions?.['code'], role).toBe('FORBIDDEN');
  }
  expect((await listed(world)).totalCount).toBe(1);
});

test('two of the same name are a pair with its reasons, until one of them is called something else', async ({
  world,
}) => {
  const { one, other } = await twice(world);

  const { nodes, totalCount } = await listed(world);
  expect(totalCount).toBe(1);
  expect(nodes[0]).toMatchObject({ reasons: ['NAME', 'AREA'], viewerMay: { merge: true } });
  expect(new Set([nodes[0]?.one.id, nodes[0]?.other.id])).toEqual(new Set([one.id, other.id]));

  const renamed = await world.ask(
    anEditor(),
    'mutation ($input: CorrectOrganisationInput!) { correctOrganisation(input: $input) { id } }',
    { input: { id: other.id, expectedVersion: 1, name: 'Et annet lag' } },
  );
  expect(renamed.errors).toBeUndefined();
  await settled(world);
  await findDuplicates(world.pool);
  expect((await listed(world)).totalCount).toBe(0);
});

test('a slip, a number, an address and people in common add up', async ({ world }) => {
  const person = aPerson();
  const [one, other] = [
    anOrganisation({ name: 'Eksempel Kurdiske Samfunn' }),
    anOrganisation({ name: 'Eksempel Kurdeske samfunn' }),
  ];
  const [parent, child] = [
    anOrganisation({ name: 'Paraplyen' }),
    anOrganisation({ name: 'Paraplyen' }),
  ];
  child.parent = { id: parent.id } as never;
  await world.has(one, other, person, parent);
  await world.has(
    aContactPoint(one, { value: '+4700000051' }),
    aContactPoint(other, { channel: ContactChannel.SMS, value: '+4700000051' }),
    aContactPoint(one, { channel: ContactChannel.WEBSITE, value: 'https://www.kurdisk.example/' }),
    aContactPoint(other, { channel: ContactChannel.WEBSITE, value: 'https://kurdisk.example' }),
    aContactPoint(one, { value: '+4700000059', audience: ContactAudience.CRISIS_ONLY }),
    anAffiliation(person, one),
    anAffiliation(person, other),
  );
  await findDuplicates(world.pool);

  const { nodes } = await listed(world);

  expect(nodes.map(({ reasons }) => reasons)).toEqual([
    ['NAME_ALIKE', 'PHONE', 'WEBSITE', 'PEOPLE'],
  ]);
});

test('that two are not the same is remembered with who and why, and can be taken back', async ({
  world,
}) => {
  const { one, other } = await twice(world);
  const both = { oneId: other.id, otherId: one.id };

  expect((await decide(world, 'revive', both)).errors?.[0]?.extensions).toMatchObject({
    reason: 'NOT_DECIDED',
  });
  expect(
    (await decide(world, 'dismiss', { oneId: one.id, otherId: one.id })).errors?.[0]?.extensions,
  ).toMatchObject({ code: 'INVALID_INPUT' });
  await decide(world, 'dismiss', { ...both, reason: 'To ulike lag' });
  await decide(world, 'dismiss', both);
  expect((await listed(world)).totalCount).toBe(0);
  expect((await listed(world, { isDecided: true })).nodes).toMatchObject([
    { decision: { reason: 'To ulike lag' } },
  ]);
  // Also when they are looked at anew.
  await world.pool.query('insert into duplicate_due values ($1) on conflict do nothing', [one.id]);
  await findDuplicates(world.pool);
  expect((await listed(world)).totalCount).toBe(0);

  await decide(world, 'revive', { oneId: one.id, otherId: other.id });
  expect((await listed(world)).totalCount).toBe(1);
  const { rows } = await world.pool.query(
    `select verb from change where record = 'duplicate_decision' order by version`,
  );
  expect(rows).toEqual([{ verb: 'dismissDuplicate' }, { verb: 'reviveDuplicate' }]);
});

test('a pair is gone when its two have become one, and there again when they part; what was said of one is said of both', async ({
  world,
}) => {
  const { one, other } = await twice(world);
  const third = anOrganisation({ name: 'Tamilske Kvinnelag, Grønland' });
  await world.has(third);
  await findDuplicates(world.pool);
  expect((await listed(world)).totalCount).toBe(3);
  await decide(world, 'dismiss', { oneId: other.id, otherId: third.id });

  await merge(world, 'organisation', one, other);
  await findDuplicates(world.pool);
  expect((await listed(world)).totalCount).toBe(0);

  await unmerge(world, await mergeInto(world, one));
  await findDuplicates(world.pool);
  expect((await listed(world)).totalCount).toBe(2);
});

test('pairs are those of one’s own area, and of the trust and the area that one asks for', async ({
  world,
}) => {
  const { one, oslo, bergen } = await twice(world);
  const trust = anOrganisation({ name: 'Sykehuset' });
  await world.has(trust, aCatchment(bergen, trust));

  expect((await listed(world, { trust: trust.id })).totalCount).toBe(0);
  expect((await listed(world, { area: '4601' })).totalCount).toBe(0);
  expect((await listed(world, { area: '0301' })).totalCount).toBe(1);
  const inBergen = { ...anEditor(), scope: scopeOf([bergen.number]) };
  expect((await listed(world, {}, { viewer: inBergen })).totalCount).toBe(0);
  await world.pool.query(
    'update organisation set served_areas = array[$2::integer] where id = $1',
    [one.id, bergen.number],
  );
  expect((await listed(world, {}, { viewer: inBergen })).nodes).toMatchObject([
    { viewerMay: { merge: false } },
  ]);
  void oslo;
});

test('two people of one name and one organisation are a pair; that they share a number is told to those who might read it', async ({
  committed: world,
}) => {
  const oslo = await world.em.findOneOrFail(Area, { code: '0301' });
  const [one, other] = [
    aPerson({ givenName: 'Eldbjørg', familyName: 'Ulikesen', areas: [oslo] }),
    aPerson({ givenName: 'Eldbjorg', familyName: 'Ulikesen', areas: [oslo] }),
  ];
  const [third, fourth] = [
    aPerson({ givenName: 'Tormod', familyName: 'Først' }),
    aPerson({ givenName: 'Turmod', familyName: 'Først' }),
  ];
  await world.has(one, other, third, fourth);
  await world.has(
    ...[one, other, third, fourth].map((it) =>
      aPersonalContactPoint(it, personalKey, {
        value: it === one || it === other ? '+4700000061' : '+4700000062',
      }),
    ),
    aConsent(one, Purpose.REGISTER_CARE),
    aConsent(other, Purpose.REGISTER_CARE),
    aConsent(third, Purpose.REGISTER_CARE),
  );
  await findDuplicates(world.pool);
  const reads = async () => (await world.pool.query('select from read_log')).rowCount;

  const told = await listed(world, { kind: 'PERSON' }, { purpose: null });
  expect(told.nodes.map(namesOf)).toEqual([['Eldbjorg Ulikesen', 'Eldbjørg Ulikesen']]);
  expect(told.nodes[0]?.reasons).toEqual(['NAME', 'AREA']);
  expect(told.totalCount).toBe(1);
  expect(await reads()).toBe(0);

  const read = await listed(world, { kind: 'PERSON' });
  expect(read.nodes.map(namesOf)).toEqual([['Eldbjorg Ulikesen', 'Eldbjørg Ulikesen']]);
  expect(read.nodes[0]?.reasons).toEqual(['NAME', 'PHONE', 'AREA']);
  expect(await reads()).toBe(2);

  const consent = aConsent(fourth, Purpose.REGISTER_CARE);
  await world.has(consent);
  expect((await listed(world, { kind: 'PERSON' })).totalCount).toBe(2);
});

test('the list is paged by score', async ({ world }) => {
  await world.has(
    ...Array.from({ length: 3 }, (_, at) =>
      [`Enslig navn ${at}x`, `Navn ${at}x, enslig`].map((name) => anOrganisation({ name })),
    ).flat(),
  );
  await findDuplicates(world.pool);

  const all = await listed(world);
  const first = await listed(world, {}, { first: 2 });
  const rest = await listed(world, {}, { first: 2, after: first.pageInfo.endCursor });

  expect(all.totalCount).toBe(3);
  expect([...first.nodes, ...rest.nodes].map(({ id }) => id)).toEqual(
    all.nodes.map(({ id }) => id),
  );
});

test('the demo has some to try oneself on, of the invented alone', async () => {
  const database = await openSeedWorld();
  try {
    await lookAtEverything(database.pool);
    await findDuplicates(database.pool);
    const { nodes } = await listed(await worldOver(database), {}, { first: 50 });

    const names = nodes.map(namesOf).flat();
    expect(names).toEqual(
      expect.arrayContaining([
        'Etiopisk kulturlag Kaffetreet',
        'Mango hagen, filippinsk nettverk',
        'Nordlyskaféen på Jessheim',
        'Solsikketunet – ukrainsk møteplass',
      ]),
    );
  } finally {
    await database.close();
  }
});
