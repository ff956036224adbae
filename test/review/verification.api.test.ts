import { randomUUID } from 'node:crypto';

import { expect } from 'vitest';

import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aCoordinator, anEditor, aReader } from '#test/support/viewers.ts';
import { test, today, type World } from '#test/support/world.ts';

const verify = `mutation ($input: VerifyOrganisationInput!) { verifyOrganisation(input: $input) {
  version freshness { state verifiedOn verifiedBy dueOn } } }`;
const takeBack = `mutation ($input: TakeBackVerificationInput!) { takeBackVerification(input: $input) {
  freshness { state verifiedOn } } }`;
const groups = `query ($id: ID!) { groupFreshness(organisationId: $id) {
  group certainty note verificationId viewerMayTakeBack freshness { state verifiedOn verifiedBy } } }`;

const all = ['NAME', 'CONTACT', 'PEOPLE', 'LANGUAGES', 'AREAS', 'TOPICS'];

interface Group {
  readonly group: string;
  readonly certainty: string;
  readonly note: string | null;
  readonly verificationId: string | null;
  readonly viewerMayTakeBack: boolean;
  readonly freshness: { readonly state: string; readonly verifiedOn: string | null };
}

const anAnswer = (organisation: Organisation, more: object = {}) => ({
  input: {
    id: randomUUID(),
    organisationId: organisation.id,
    groups: all,
    method: 'PHONE',
    ...more,
  },
});

async function groupsOf(
  world: World,
  { id }: Organisation,
  viewer: Viewer = anEditor(),
): Promise<Group[]> {
  const { data, errors } = await world.ask<{ groupFreshness: Group[] }>(viewer, groups, { id });
  expect(errors).toBeUndefined();
  return data!.groupFreshness;
}

const stateOf = (found: readonly Group[], group: string) =>
  found.find((it) => it.group === group)?.freshness.state;

async function recordOf(world: World, { id }: Organisation) {
  const { data } = await world.ask<{
    organisation: {
      version: number;
      freshness: { state: string; verifiedOn: string | null; verifiedBy: string | null };
    };
  }>(
    anEditor(),
    'query ($id: ID!) { organisation(id: $id) { version freshness { state verifiedOn verifiedBy } } }',
    { id },
  );
  return data!.organisation;
}

test('who may not correct an organisation does not vouch for it either', async ({ world }) => {
  const organisation = anOrganisation({ verifiedOn: '2023-01-10' });
  await world.has(organisation);
  const elsewhere = { ...anEditor(), scope: new Set([1]) };
  for (const viewer of [null, aReader(), aCoordinator(), elsewhere]) {
    const { errors } = await world.ask(viewer, verify, anAnswer(organisation));
    expect(errors?.[0]?.extensions?.['code']).toBe(viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED');
  }
  expect((await recordOf(world, organisation)).freshness.verifiedOn).toBe('2023-01-10');
});

test.for([
  [{ groups: [] }, 'groups', 'REQUIRED'],
  [{ method: 'LINK' }, 'method', 'NOT_BY_STAFF'],
  [{ method: 'REGISTER' }, 'method', 'NOT_BY_STAFF'],
  [{ on: '2026-11-23' }, 'on', 'IN_THE_FUTURE'],
  [{ note: 'x'.repeat(501) }, 'note', 'TOO_LONG'],
  [{ id: 'one' }, 'id', 'NOT_A_UUID'],
] as const)('%o is refused: %s, %s', async ([more, field, reason], { world }) => {
  const organisation = anOrganisation({ verifiedOn: '2023-01-10' });
  await world.has(organisation);
  const { errors } = await world.ask(anEditor(), verify, anAnswer(organisation, more));
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    fields: { [field]: reason },
  });
  expect((await recordOf(world, organisation)).freshness.verifiedOn).toBe('2023-01-10');
});

test('an organisation that is not there is not vouched for', async ({ world }) => {
  const { errors } = await world.ask(anEditor(), verify, anAnswer(anOrganisation()));
  expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
});

test('asked on the phone today, all of it is fresh, and the version is what it was', async ({
  world,
}) => {
  const organisation = anOrganisation({ verifiedOn: '2023-01-10' });
  await world.has(organisation);
  const before = await recordOf(world, organisation);
  expect(before.freshness.state).toBe('STALE');

  const { data, errors } = await world.ask<{ verifyOrganisation: object }>(
    anEditor(),
    verify,
    anAnswer(organisation, { note: 'Snakket med lederen' }),
  );
  expect(errors).toBeUndefined();
  expect(data?.verifyOrganisation).toEqual({
    version: before.version,
    freshness: { state: 'FRESH', verifiedOn: today, verifiedBy: 'PHONE', dueOn: '2028-11-22' },
  });
  for (const group of await groupsOf(world, organisation)) {
    expect(group).toMatchObject({
      certainty: 'SURE',
      note: 'Snakket med lederen',
      freshness: { state: 'FRESH', verifiedOn: today },
    });
  }
});

test('a profile is as fresh as the oldest of what one is reached by', async ({ world }) => {
  const organisation = anOrganisation({ verifiedOn: '2023-01-10' });
  await world.has(organisation);
  await world.ask(anEditor(), verify, anAnswer(organisation, { groups: ['CONTACT', 'TOPICS'] }));
  expect((await recordOf(world, organisation)).freshness.verifiedOn).toBe('2023-01-10');
  const found = await groupsOf(world, organisation);
  expect(stateOf(found, 'CONTACT')).toBe('FRESH');
  expect(stateOf(found, 'NAME')).toBe('STALE');

  // The rest of the core; people and topics are not needed for it.
  await world.ask(
    anEditor(),
    verify,
    anAnswer(organisation, {
      groups: ['NAME', 'LANGUAGES', 'AREAS'],
      method: 'MEETING',
      on: '2026-11-20',
    }),
  );
  expect((await recordOf(world, organisation)).freshness).toEqual({
    state: 'FRESH',
    verifiedOn: '2026-11-20',
    verifiedBy: 'MEETING',
  });
});

test('what nobody has vouched for stays unknown until all of the core is', async ({ world }) => {
  const organisation = anOrganisation();
  await world.has(organisation);
  await world.ask(anEditor(), verify, anAnswer(organisation, { groups: ['CONTACT'] }));
  expect((await recordOf(world, organisation)).freshness.state).toBe('UNKNOWN');
  const found = await groupsOf(world, organisation);
  expect(found.find(({ group }) => group === 'CONTACT')?.certainty).toBe('SURE');
  expect(found.find(({ group }) => group === 'AREAS')?.certainty).toBe('UNKNOWN');
});

test('asked twice with one identifier, it is noted once', async ({ world }) => {
  const organisation = anOrganisation();
  await world.has(organisation);
  const answer = anAnswer(organisation);
  for (let times = 0; times < 2; times += 1) {
    const { errors } = await world.ask(anEditor(), verify, answer);
    expect(errors).toBeUndefined();
  }
  const { rows } = await world.pool.query('select from verification where organisation_id = $1', [
    organisation.id,
  ]);
  expect(rows).toHaveLength(1);

  const another = anOrganisation();
  await world.has(another);
  const { errors } = await world.ask(anEditor(), verify, {
    input: { ...answer.input, organisationId: another.id },
  });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'ID_IS_TAKEN' });
});

test('what was noted by mistake is taken back, and the profile is as old as it was', async ({
  world,
}) => {
  const organisation = anOrganisation({ verifiedOn: '2024-05-01' });
  await world.has(organisation);
  const answer = anAnswer(organisation);
  await world.ask(anEditor(), verify, answer);
  const input = { id: answer.input.id, reason: 'Feil forening' };
  const refused = await world.ask(aReader(), takeBack, { input });
  expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');

  for (let times = 0; times < 2; times += 1) {
    const { data, errors } = await world.ask<{ takeBackVerification: object }>(
      anEditor(),
      takeBack,
      { input },
    );
    expect(errors).toBeUndefined();
    expect(data?.takeBackVerification).toMatchObject({ freshness: { verifiedOn: '2024-05-01' } });
  }
  const [first] = await groupsOf(world, organisation);
  expect(first).toMatchObject({ viewerMayTakeBack: false });

  // What came with the row was noted by nobody here.
  const { errors } = await world.ask(anEditor(), takeBack, {
    input: { id: first!.verificationId },
  });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'NOT_BY_STAFF' });
});

test('saving is not vouching: no update moves the day, whoever makes it', async ({ world }) => {
  const organisation = anOrganisation({ name: 'Foreningen Prøve', verifiedOn: '2023-01-10' });
  await world.has(organisation);
  const { errors } = await world.ask(
    anEditor(),
    'mutation ($input: CorrectOrganisationInput!) { correctOrganisation(input: $input) { id } }',
    { input: { id: organisation.id, expectedVersion: 1, name: 'Foreningen Eksempel' } },
  );
  expect(errors).toBeUndefined();
  await world.pool.query(
    `update organisation set verified_on = '2026-11-22', verified_by = 'phone' where id = $1`,
    [organisation.id],
  );
  expect((await recordOf(world, organisation)).freshness).toEqual({
    state: 'STALE',
    verifiedOn: '2023-01-10',
    verifiedBy: 'PHONE',
  });
});

test('the search finds it by its new freshness at once', async ({ world }) => {
  const organisation = anOrganisation({ name: 'Xylofonlaget', verifiedOn: '2023-01-10' });
  await world.has(organisation);
  const stale = async (state: string) => {
    const { data } = await world.ask<{ search: { totalCount: number } }>(
      anEditor(),
      'query ($filter: DirectoryFilter) { search(text: "xylofonlaget", filter: $filter, first: 5) { totalCount } }',
      { filter: { freshness: [state] } },
    );
    return data?.search.totalCount;
  };
  expect(await stale('STALE')).toBe(1);
  await world.ask(anEditor(), verify, anAnswer(organisation));
  expect([await stale('STALE'), await stale('FRESH')]).toEqual([0, 1]);
});

test('a letter that came back makes the ways to reach it doubtful, and an answer makes them sure again', async ({
  world,
}) => {
  const organisation = anOrganisation({
    verifiedOn: '2025-11-20',
    verifiedBy: VerificationMethod.LINK,
  });
  const point = aContactPoint(organisation);
  point.bouncedOn = '2026-11-01';
  await world.has(organisation, point);
  const contact = async () =>
    (await groupsOf(world, organisation)).find(({ group }) => group === 'CONTACT')?.certainty;
  expect(await contact()).toBe('DOUBTFUL');
  await world.ask(anEditor(), verify, anAnswer(organisation, { groups: ['CONTACT'] }));
  expect(await contact()).toBe('SURE');
});

test('the history tells who vouched for what, and that it was taken back', async ({ world }) => {
  const organisation = anOrganisation();
  await world.has(organisation);
  const answer = anAnswer(organisation, { groups: ['CONTACT'], note: 'Ringte' });
  await world.ask(anEditor(), verify, answer);
  await world.ask(anEditor(), takeBack, { input: { id: answer.input.id } });
  const { data } = await world.ask<{
    organisation: { history: { nodes: { verb: string; reason: string | null }[] } };
  }>(
    anEditor(),
    `query ($id: ID!) { organisation(id: $id) { history(first: 5) { nodes {
      verb reason belongsTo { kind } fields { field after } } } } }`,
    { id: organisation.id },
  );
  expect(data?.organisation.history.nodes).toEqual([
    expect.objectContaining({ verb: 'takeBackVerification', belongsTo: { kind: 'ORGANISATION' } }),
    {
      verb: 'verifyOrganisation',
      reason: 'Ringte',
      belongsTo: { kind: 'ORGANISATION' },
      fields: [
        { field: 'groups', after: 'contact' },
        { field: 'verifiedBy', after: 'phone' },
        { field: 'verifiedOn', after: today },
      ],
    },
  ]);
});
