import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { aStaffUser } from '#seeds/access.ts';
import { aCatchment, aContactPoint, aName, anOrganisation, aSource } from '#seeds/organisation.ts';
import { anAffiliation, aPerson } from '#seeds/person.ts';
import { scopeOf } from '#server/access/scope.ts';
import {
  belongingsOfOrganisation,
  belongingsOfPerson,
} from '#server/directory/merge/belongings.ts';
import { names } from '#test/directory/found.ts';
import { aReader, aViewer, anEditor } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';
import { foreignKeys, merge, mergeInto, unmerge } from './mergeSupport.ts';

async function twoSocieties(world: World): Promise<[Organisation, Organisation]> {
  const two: [Organisation, Organisation] = [
    anOrganisation({ name: 'Prøve Somalisk Forening' }),
    anOrganisation({ name: 'Somali Association of Prøve' }),
  ];
  await world.has(...two);
  return two;
}

const areaOf = (world: World, code: string) => world.em.findOneOrFail(Area, { code });

test('nobody is merged with themselves, with what is not there, or by who may not', async ({
  world,
}) => {
  const [survivor, loser] = await twoSocieties(world);

  expect((await merge(world, 'organisation', survivor, survivor)).refusal).toMatchObject({
    code: 'INVALID_INPUT',
    fields: { loserId: 'SAME_AS_SURVIVOR' },
  });
  for (const id of [crypto.randomUUID(), 'none']) {
    expect((await merge(world, 'organisation', survivor, { id })).refusal).toMatchObject({
      code: 'NOT_FOUND',
    });
  }
  for (const role of Object.values(Role)) {
    if (role === Role.EDITOR || role === Role.PROGRAMME_LEAD) continue;
    const { refusal } = await merge(world, 'organisation', survivor, loser, {
      viewer: aViewer(role),
    });
    expect(refusal, role).toMatchObject({ code: 'FORBIDDEN' });
  }
  expect(await names(world, 'Prøve somali')).toHaveLength(2);
});

test('whoever works in one place merges nothing that lies in another', async ({ world }) => {
  const [oslo, bergen] = [await areaOf(world, '0301'), await areaOf(world, '4601')];
  const [here, there] = [
    anOrganisation({ servedAreas: [oslo] }),
    anOrganisation({ servedAreas: [bergen] }),
  ];
  await world.has(here, there);
  const viewer = { ...anEditor(), scope: scopeOf([oslo.number]) };

  const { refusal } = await merge(world, 'organisation', here, there, { viewer });

  expect(refusal).toMatchObject({ code: 'FORBIDDEN' });
});

test('a merge says which versions were seen, and which field is none of an organisation', async ({
  world,
}) => {
  const [survivor, loser] = await twoSocieties(world);

  for (const stale of [{ survivorVersion: 4 }, { loserVersion: 4 }]) {
    expect((await merge(world, 'organisation', survivor, loser, stale)).refusal).toMatchObject({
      code: 'CONFLICT',
      reason: 'STALE_VERSION',
    });
  }
  const people = [aPerson(), aPerson()] as const;
  await world.has(...people);
  expect((await merge(world, 'person', ...people, { taken: ['NUMBER'] })).refusal).toMatchObject({
    fields: { taken: 'NOT_A_FIELD_OF_THE_RECORD' },
  });
});

test('two numbers are two bodies, unless somebody says that they know', async ({ world }) => {
  const [survivor, loser] = [
    anOrganisation({ number: '974760673' }),
    anOrganisation({ number: '923609016' }),
  ];
  await world.has(survivor, loser);

  expect((await merge(world, 'organisation', survivor, loser)).refusal).toMatchObject({
    reason: 'DIFFERENT_NUMBERS',
  });
  const { merged } = await merge(world, 'organisation', survivor, loser, {
    areNumbersAcknowledged: true,
    taken: ['NUMBER'],
  });

  expect(merged?.id).toBe(survivor.id);
  const { rows } = await world.pool.query(
    'select number from organisation where id = any($1::uuid[]) order by number',
    [[survivor.id, loser.id]],
  );
  expect(rows).toEqual([{ number: '923609016' }, { number: null }]);
  await unmerge(world, await mergeInto(world, survivor));
  const { rows: back } = await world.pool.query(
    'select number from organisation where id = any($1::uuid[]) order by number',
    [[survivor.id, loser.id]],
  );
  expect(back).toEqual([{ number: '923609016' }, { number: '974760673' }]);
});

test('where a merge would change where somebody works, it is refused', async ({ world }) => {
  const [survivor, loser] = await twoSocieties(world);
  const staff = Object.assign(aStaffUser({ subject: 'scoped' }), { scopeOrganisationId: loser.id });
  await world.has(staff);
  expect((await merge(world, 'organisation', survivor, loser)).refusal).toMatchObject({
    reason: 'CHANGES_SCOPES',
  });

  await world.pool.query('update staff_user set scope_organisation_id = $1', [survivor.id]);
  const catchment = aCatchment(await areaOf(world, '0301'), loser);
  await world.has(catchment);
  expect((await merge(world, 'organisation', survivor, loser)).refusal).toMatchObject({
    reason: 'CHANGES_SCOPES',
  });

  await world.pool.query('update staff_user set scope_organisation_id = null');
  expect((await merge(world, 'organisation', survivor, loser)).merged?.id).toBe(survivor.id);
  const { rows } = await world.pool.query('select trust_id as id from catchment where id = $1', [
    catchment.id,
  ]);
  expect(rows).toEqual([{ id: survivor.id }]);
});

test('a body below another does not become the one above itself', async ({ world }) => {
  const top = anOrganisation({ name: 'Øverst' });
  const middle = anOrganisation({ name: 'Midten', parent: top });
  const bottom = anOrganisation({ name: 'Nederst', parent: middle });
  await world.has(top, middle, bottom);

  expect((await merge(world, 'organisation', bottom, top)).refusal).toMatchObject({
    reason: 'WOULD_BE_ITS_OWN_PARENT',
  });
  expect((await merge(world, 'organisation', middle, top)).merged?.name).toBe('Midten');
  const { rows } = await world.pool.query(
    'select parent_id as parent from organisation where id = $1',
    [middle.id],
  );
  expect(rows).toEqual([{ parent: null }]);
});

test('what pointed at the one points at the other, and what is alike is there once', async ({
  world,
}) => {
  const [survivor, loser] = await twoSocieties(world);
  const branch = anOrganisation({ name: 'Lokallaget', parent: loser });
  const people = [aPerson({ givenName: 'Ena' }), aPerson({ givenName: 'Tora' })] as const;
  await world.has(branch, ...people);
  const overlapping = anAffiliation(people[0], survivor, {
    role: AffiliationRole.LEADER,
    since: '2020-01-01',
    until: '2023-12-31',
  });
  await world.has(
    aContactPoint(survivor, { value: '+4700000011', position: 0 }),
    aContactPoint(loser, { value: '+4700000011', position: 0 }),
    aContactPoint(loser, { channel: ContactChannel.EMAIL, value: 'a@example.org', position: 1 }),
    aName(loser, 'SAP'),
    aSource(survivor, 'Tilskuddslisten', { year: 2024 }),
    aSource(loser, 'Tilskuddslisten', { year: 2024 }),
    aSource(loser, 'Tilskuddslisten', { year: 2025 }),
    overlapping,
    anAffiliation(people[0], loser, { role: AffiliationRole.LEADER, since: '2022-06-01' }),
    anAffiliation(people[1], loser, { role: AffiliationRole.LEADER, since: '2022-06-01' }),
  );

  const preview = await world.ask<{ mergePreview: { counts: object[]; refusal: null } }>(
    anEditor(),
    `query ($a: ID!, $b: ID!) { mergePreview(kind: ORGANISATION, survivorId: $a, loserId: $b) {
       refusal haveDifferentNumbers counts { what moved same changed } } }`,
    { a: survivor.id, b: loser.id },
  );
  expect(preview.data?.mergePreview.counts).toEqual(
    expect.arrayContaining([
      { what: 'contactPoints', moved: 1, same: 1, changed: 0 },
      { what: 'sources', moved: 1, same: 1, changed: 0 },
      { what: 'names', moved: 1, same: 0, changed: 0 },
      { what: 'branches', moved: 1, same: 0, changed: 0 },
      { what: 'affiliations', moved: 1, same: 1, changed: 1 },
    ]),
  );
  await merge(world, 'organisation', survivor, loser);

  const { data } = await world.ask<{ organisation: Record<string, unknown> }>(
    aReader(),
    `query ($id: ID!) { organisation(id: $id) { id names { name use } contactPoints { value } sources { title year }
       branches(first: 5) { nodes { name } }
       affiliations(first: 5, current: null) { nodes { person { name } since until } } } }`,
    { id: loser.id },
  );
  expect(data?.organisation).toMatchObject({
    id: survivor.id,
    names: expect.arrayContaining([
      { name: 'Somali Association of Prøve', use: 'ALIAS' },
      { name: 'SAP', use: 'ALIAS' },
    ]),
    contactPoints: [{ value: '+4700000011' }, { value: 'a@example.org' }],
    branches: { nodes: [{ name: 'Lokallaget' }] },
  });
  expect(data?.organisation['sources']).toHaveLength(2);
  expect(data?.organisation['affiliations']).toEqual({
    nodes: expect.arrayContaining([
      { person: { name: 'Ena Prøve' }, since: '2020-01-01', until: null },
      { person: { name: 'Tora Prøve' }, since: '2022-06-01', until: null },
    ]),
  });
});

test('a search finds the one that stays, also by what the other was called', async ({ world }) => {
  const [survivor, loser] = await twoSocieties(world);
  const person = aPerson({ givenName: 'Medlem', familyName: 'Medlemsen' });
  await world.has(person);
  await world.has(anAffiliation(person, loser));

  await merge(world, 'organisation', survivor, loser);

  expect(await names(world, 'Association Prøve')).toEqual(['Prøve Somalisk Forening']);
  expect(await names(world, 'Medlemsen')).toEqual(['Medlem Medlemsen']);
  expect(await names(world, 'Medlemsen Prøve Somalisk')).toEqual(['Medlem Medlemsen']);
});

test('what is merged is merged once, and into one', async ({ world }) => {
  const [survivor, loser] = await twoSocieties(world);
  const third = anOrganisation({ name: 'Den tredje' });
  await world.has(third);
  await merge(world, 'organisation', survivor, loser);

  expect((await merge(world, 'organisation', third, loser)).refusal).toMatchObject({
    code: 'NOT_FOUND',
  });
  await merge(world, 'organisation', third, survivor);
  const { data } = await world.ask<{ organisation: { id: string } }>(
    aReader(),
    'query ($id: ID!) { organisation(id: $id) { id } }',
    { id: loser.id },
  );
  expect(data?.organisation.id).toBe(third.id);
  // The first merge is taken back after the second, not before.
  expect((await unmerge(world, await mergeInto(world, survivor))).refusal).toMatchObject({
    reason: 'MERGED_SINCE',
  });
});

test('the history tells of both, and of the branch that got another parent', async ({ world }) => {
  const [survivor, loser] = await twoSocieties(world);
  const branch = anOrganisation({ name: 'Lokallaget', parent: loser });
  await world.has(branch);

  await merge(world, 'organisation', survivor, loser, { reason: 'Samme forening' });

  const { rows } = await world.pool.query<{ id: string; fields: { field: string }[] }>(
    `select record_id as id, fields from change where verb = 'mergeOrganisations' and reason = 'Samme forening' and version = 2`,
  );
  const fieldsOf = (id: string) => rows.find((row) => row.id === id)?.fields;
  expect(fieldsOf(loser.id)).toEqual(
    expect.arrayContaining([{ field: 'mergedInto', before: null, after: survivor.id }]),
  );
  expect(fieldsOf(survivor.id)?.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['names.id', 'branches.id']),
  );
  expect(fieldsOf(branch.id)).toEqual([{ field: 'parent', before: loser.id, after: survivor.id }]);
});

test('undoing is refused where somebody has changed what the merge wrote, and says what', async ({
  world,
}) => {
  const [survivor, loser] = await twoSocieties(world);
  const point = aContactPoint(loser, { value: '+4700000011' });
  await world.has(point);
  await merge(world, 'organisation', survivor, loser);
  await world.pool.query('update organisation_contact_point set value = $2 where id = $1', [
    point.id,
    '+4700000012',
  ]);

  const { refusal } = await unmerge(world, await mergeInto(world, survivor));

  expect(refusal).toMatchObject({
    reason: 'CHANGED_SINCE',
    changes: [{ field: 'contactPoints', part: point.id }],
  });
  expect(await names(world, 'Association Prøve')).toEqual(['Prøve Somalisk Forening']);
});

test('what has come to the survivor since stays with it when the two part', async ({ world }) => {
  const [survivor, loser] = await twoSocieties(world);
  await merge(world, 'organisation', survivor, loser);
  await world.has(
    aSource(
      await world.em
        .fork({ keepTransactionContext: true })
        .findOneOrFail(survivor.constructor as typeof Organisation, survivor.id),
      'Kom til siden',
    ),
  );

  const mergeId = await mergeInto(world, survivor);
  expect((await unmerge(world, mergeId)).back).toBe(loser.id);

  const { rows } = await world.pool.query('select organisation_id as id from organisation_source');
  expect(rows).toContainEqual({ id: survivor.id });
  expect(await names(world, 'Association Prøve')).toEqual(['Somali Association of Prøve']);
  expect((await unmerge(world, mergeId)).refusal).toMatchObject({ reason: 'ALREADY_UNDONE' });
});

test('of two requests to be left alone one waits, and its answer goes along when the two part', async ({
  world,
}) => {
  const [survivor, loser] = await twoSocieties(world);
  const asked = async ({ id }: Organisation, kind: string) =>
    world.pool.query(
      `insert into stop_request (id, organisation_id, language, kind, asked_at)
       values (gen_random_uuid(), $1, 'nb', $2, '2026-11-01')`,
      [id, kind],
    );
  await asked(survivor, 'pause');
  await asked(loser, 'pause');
  await asked(loser, 'remove');
  const waiting = async () => {
    const { rows } = await world.pool.query<{ id: string; kind: string; answer: string | null }>(
      'select organisation_id as id, kind, answer from stop_request order by kind, organisation_id = $1',
      [loser.id],
    );
    return rows;
  };

  await merge(world, 'organisation', survivor, loser);
  expect(await waiting()).toEqual([
    { id: survivor.id, kind: 'pause', answer: null },
    { id: survivor.id, kind: 'remove', answer: null },
  ]);
  await world.pool.query(
    `update stop_request set answered_at = '2026-11-02', answer = 'Greit' where kind = 'remove'`,
  );
  expect((await unmerge(world, await mergeInto(world, survivor))).refusal).toBeUndefined();

  expect(await waiting()).toEqual([
    { id: survivor.id, kind: 'pause', answer: null },
    { id: loser.id, kind: 'pause', answer: null },
    { id: loser.id, kind: 'remove', answer: 'Greit' },
  ]);
});

test('every foreign key to an organisation or a person is in a list that says what becomes of it', async ({
  world,
}) => {
  const known = new Set(
    [...belongingsOfOrganisation, ...belongingsOfPerson].map(
      ({ table, column, foreignKey = column }) => `${table}.${foreignKey}`,
    ),
  );
  const missing = (await foreignKeys(world))
    .map(({ table, column }) => `${table}.${column}`)
    .filter((key) => !known.has(key));

  // A new one gets its line in server/directory/merge/belongings.ts.
  expect(missing).toEqual([]);
});
