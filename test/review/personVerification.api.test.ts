import { randomUUID } from 'node:crypto';

import { expect } from 'vitest';

import type { Person } from '#schema/person/Person.ts';
import { Role } from '#schema/access/Role.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aCoordinator, anEditor, aReader, aViewer } from '#test/support/viewers.ts';
import { personalKey, test, today, type World } from '#test/support/world.ts';

const verify = `mutation ($input: VerifyPersonInput!) { verifyPerson(input: $input) {
  version freshness { state verifiedOn verifiedBy dueOn } } }`;
const takeBack = `mutation ($input: TakeBackVerificationInput!) { takeBackPersonVerification(input: $input) {
  freshness { state verifiedOn } } }`;
const groups = `query ($id: ID!) { personFreshness(personId: $id) {
  group certainty note verificationId viewerMayTakeBack freshness { state verifiedOn verifiedBy } } }`;

const all = ['CONTACT', 'AFFILIATIONS', 'LANGUAGES', 'AREAS', 'TOPICS', 'WILLINGNESS', 'NAME'];

interface Group {
  readonly group: string;
  readonly certainty: string;
  readonly note: string | null;
  readonly verificationId: string | null;
  readonly viewerMayTakeBack: boolean;
  readonly freshness: { readonly state: string; readonly verifiedOn: string | null };
}

const anAnswer = (person: Person, more: object = {}) => ({
  input: { id: randomUUID(), personId: person.id, groups: all, method: 'PHONE', ...more },
});

async function groupsOf(world: World, { id }: Person, viewer: Viewer = anEditor()) {
  const { data, errors } = await world.ask<{ personFreshness: Group[] }>(viewer, groups, { id });
  expect(errors).toBeUndefined();
  return data!.personFreshness;
}

const certaintyOf = async (world: World, person: Person, group: string) =>
  (await groupsOf(world, person)).find((it) => it.group === group)?.certainty;

async function recordOf(world: World, { id }: Person) {
  const { data } = await world.ask<{
    person: {
      version: number;
      freshness: { state: string; verifiedOn: string | null; verifiedBy: string | null };
    };
  }>(
    anEditor(),
    'query ($id: ID!) { person(id: $id) { version freshness { state verifiedOn verifiedBy } } }',
    { id },
  );
  return data!.person;
}

const eventsOf = async (world: World, { id }: Person) =>
  (await world.pool.query('select from verification where person_id = $1', [id])).rowCount;

test('who may not edit somebody does not vouch for what is told of them either', async ({
  world,
}) => {
  const person = aPerson({ verifiedOn: '2023-01-10' });
  await world.has(person);
  const elsewhere = { ...anEditor(), scope: new Set([1]) };
  for (const viewer of [null, aReader(), aCoordinator(), elsewhere]) {
    const { errors } = await world.ask(viewer, verify, anAnswer(person));
    expect(errors?.[0]?.extensions?.['code']).toBe(viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED');
  }
  const asked = await world.ask(null, groups, { id: person.id });
  expect(asked.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  expect((await recordOf(world, person)).freshness.verifiedOn).toBe('2023-01-10');
});

test.for([
  [{ groups: [] }, 'groups', 'REQUIRED'],
  [{ groups: ['NAME', 'PEOPLE'] }, 'groups', 'NOT_OF_SUCH'],
  [{ method: 'LINK' }, 'method', 'NOT_BY_STAFF'],
  [{ on: '2026-11-23' }, 'on', 'IN_THE_FUTURE'],
  [{ note: 'Ring 01010012356' }, 'note', 'NATIONAL_IDENTITY_NUMBER_IN_TEXT'],
  [{ note: 'x'.repeat(501) }, 'note', 'TOO_LONG'],
  [{ id: 'one' }, 'id', 'NOT_A_UUID'],
] as const)('%o is refused: %s, %s', async ([more, field, reason], { world }) => {
  const person = aPerson({ verifiedOn: '2023-01-10' });
  await world.has(person);
  const { errors } = await world.ask(anEditor(), verify, anAnswer(person, more));
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    fields: { [field]: reason },
  });
  expect((await recordOf(world, person)).freshness.verifiedOn).toBe('2023-01-10');
});

test('what is asked of people is not asked of an organisation, and who is not there is vouched for by nobody', async ({
  world,
}) => {
  const organisation = anOrganisation();
  await world.has(organisation);
  const { errors } = await world.ask(
    anEditor(),
    'mutation ($input: VerifyOrganisationInput!) { verifyOrganisation(input: $input) { id } }',
    {
      input: {
        id: randomUUID(),
        organisationId: organisation.id,
        groups: ['WILLINGNESS'],
        method: 'PHONE',
      },
    },
  );
  expect(errors?.[0]?.extensions?.['fields']).toEqual({ groups: 'NOT_OF_SUCH' });
  for (const [document, variables] of [
    [verify, anAnswer(aPerson())],
    [groups, { id: aPerson().id }],
    [takeBack, { input: { id: randomUUID() } }],
  ] as const) {
    const answer = await world.ask(anEditor(), document, variables);
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  }
});

test('asked on the phone today, all that is told of somebody is fresh, and found so at once', async ({
  world,
}) => {
  const person = aPerson({ givenName: 'Xylo', familyName: 'Prøve', verifiedOn: '2023-01-10' });
  await world.has(person);
  const before = await recordOf(world, person);
  expect(before.freshness.state).toBe('STALE');
  const stale = async (state: string) => {
    const { data } = await world.ask<{ search: { totalCount: number } }>(
      anEditor(),
      'query ($filter: DirectoryFilter) { search(text: "xylo", filter: $filter, first: 5) { totalCount } }',
      { filter: { freshness: [state] } },
    );
    return data?.search.totalCount;
  };
  expect(await stale('STALE')).toBe(1);

  const answer = anAnswer(person, { note: 'Snakket med henne selv' });
  // Asked twice with one identifier, it is noted once.
  for (let times = 0; times < 2; times += 1) {
    const { data, errors } = await world.ask(anEditor(), verify, answer);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      verifyPerson: {
        version: before.version,
        freshness: { state: 'FRESH', verifiedOn: today, verifiedBy: 'PHONE', dueOn: '2028-11-22' },
      },
    });
  }
  expect(await eventsOf(world, person)).toBe(2);
  const found = await groupsOf(world, person);
  expect(found.map(({ group }) => group)).toEqual(all);
  for (const group of found) {
    expect(group).toMatchObject({
      certainty: 'SURE',
      note: 'Snakket med henne selv',
      viewerMayTakeBack: true,
    });
  }
  expect([await stale('STALE'), await stale('FRESH')]).toEqual([0, 1]);
  // Who only reads sees how old it is.
  const read = await groupsOf(world, person, aReader());
  expect(read[0]).toMatchObject({ certainty: 'SURE', viewerMayTakeBack: false });

  const another = aPerson();
  await world.has(another);
  const { errors } = await world.ask(anEditor(), verify, {
    input: { ...answer.input, personId: another.id },
  });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'ID_IS_TAKEN' });
});

test('a profile is as fresh as the oldest of what one is reached by; what somebody is willing to do holds nothing back', async ({
  world,
}) => {
  const person = aPerson();
  await world.has(person);
  await world.ask(anEditor(), verify, anAnswer(person, { groups: ['CONTACT', 'WILLINGNESS'] }));
  expect((await recordOf(world, person)).freshness.state).toBe('UNKNOWN');
  expect(await certaintyOf(world, person, 'WILLINGNESS')).toBe('SURE');
  expect(await certaintyOf(world, person, 'LANGUAGES')).toBe('UNKNOWN');
  const rest = { groups: ['NAME', 'LANGUAGES', 'AREAS'], method: 'MEETING', on: '2026-11-20' };
  await world.ask(anEditor(), verify, anAnswer(person, rest));
  expect((await recordOf(world, person)).freshness).toEqual({
    state: 'FRESH',
    verifiedOn: '2026-11-20',
    verifiedBy: 'MEETING',
  });
});

test('saving is not vouching: no update moves the day, whoever makes it', async ({ world }) => {
  const person = aPerson({ givenName: 'Før', verifiedOn: '2023-01-10' });
  await world.has(person);
  const { errors } = await world.ask(
    anEditor(),
    'mutation ($input: EditPersonInput!) { editPerson(input: $input) { id } }',
    { input: { id: person.id, expectedVersion: 1, givenName: 'Etter' } },
  );
  expect(errors).toBeUndefined();
  await world.pool.query(
    `update person set verified_on = '2026-11-22', verified_by = 'phone' where id = $1`,
    [person.id],
  );
  expect((await recordOf(world, person)).freshness).toEqual({
    state: 'STALE',
    verifiedOn: '2023-01-10',
    verifiedBy: 'PHONE',
  });
});

test('a letter that came back makes the ways to reach somebody doubtful, and an answer makes them sure again', async ({
  world,
}) => {
  const person = aPerson({ verifiedOn: '2026-10-20' });
  const point = aPersonalContactPoint(person, personalKey, { value: '+4700000123' });
  await world.has(person, Object.assign(point, { bouncedOn: '2026-11-01' }));
  expect(await certaintyOf(world, person, 'CONTACT')).toBe('DOUBTFUL');
  expect(await certaintyOf(world, person, 'NAME')).toBe('SURE');
  await world.ask(anEditor(), verify, anAnswer(person, { groups: ['CONTACT'] }));
  expect(await certaintyOf(world, person, 'CONTACT')).toBe('SURE');
});

test('what was noted by mistake is taken back, the profile is as old as it was, and the history tells of both without what was noted', async ({
  world,
}) => {
  const person = aPerson({ verifiedOn: '2024-05-01' });
  await world.has(person);
  const answer = anAnswer(person, { note: 'Feil Amina' });
  await world.ask(anEditor(), verify, answer);
  const input = { id: answer.input.id, reason: 'En annen Amina' };
  expect((await world.ask(aReader(), takeBack, { input })).errors?.[0]?.extensions?.['code']).toBe(
    'FORBIDDEN',
  );
  // By the way of organisations it is not there.
  const other = await world.ask(
    anEditor(),
    'mutation ($input: TakeBackVerificationInput!) { takeBackVerification(input: $input) { id } }',
    { input },
  );
  expect(other.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  for (let times = 0; times < 2; times += 1) {
    const { data, errors } = await world.ask(anEditor(), takeBack, { input });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      takeBackPersonVerification: { freshness: { verifiedOn: '2024-05-01' } },
    });
  }
  const [first] = await groupsOf(world, person);
  expect(first).toMatchObject({ viewerMayTakeBack: false });
  const came = await world.ask(anEditor(), takeBack, { input: { id: first!.verificationId } });
  expect(came.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'NOT_BY_STAFF' });

  const { data } = await world.ask<{
    person: { history: { nodes: { verb: string; reason: string | null; belongsTo: object }[] } };
  }>(
    aViewer(Role.PRIVACY_OFFICER),
    `query ($id: ID!) { person(id: $id) { history(first: 9) { nodes { verb reason belongsTo { id kind } fields { field after } } } } }`,
    { id: person.id },
  );
  const nodes = data!.person.history.nodes;
  expect(nodes.map(({ verb }) => verb)).toEqual(['takeBackPersonVerification', 'verifyPerson']);
  expect(nodes[0]?.belongsTo).toEqual({ id: person.id, kind: 'PERSON' });
  expect(JSON.stringify(nodes)).not.toContain('Amina');
});

test('who is erased has been vouched for by nobody, and whoever was merged into them neither', async ({
  world,
}) => {
  const [person, merged] = [aPerson({ verifiedOn: '2026-01-10' }), aPerson()];
  await world.has(person, merged);
  await world.ask(anEditor(), verify, anAnswer(person, { note: 'Snakket med naboen' }));
  await world.ask(anEditor(), verify, anAnswer(merged, { note: 'Snakket med broren' }));
  await world.pool.query('update person set merged_into = $1 where id = $2', [
    person.id,
    merged.id,
  ]);
  const officer = {
    ...aViewer(Role.PRIVACY_OFFICER),
    steppedUpAt: new Date('2026-11-22T12:00:00Z'),
  };
  const { errors } = await world.ask(
    officer,
    'mutation ($input: ErasePersonInput!) { erasePerson(input: $input) }',
    { input: { id: person.id, expectedVersion: 1, reason: 'Ba om det' } },
  );
  expect(errors).toBeUndefined();
  expect([await eventsOf(world, person), await eventsOf(world, merged)]).toEqual([0, 0]);
  const { rows } = await world.pool.query(
    `select verified_on, verified_by from person where id = any($1)
     union all select null, reason from change where reason like '%Snakket%'`,
    [[person.id, merged.id]],
  );
  expect(rows).toEqual([
    { verified_on: null, verified_by: null },
    { verified_on: null, verified_by: null },
  ]);
});
