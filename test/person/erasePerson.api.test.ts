import { expect } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import {
  aConsent,
  anAffiliation,
  aPerson,
  aPersonalContactPoint,
  aPersonLanguage,
  aPersonSource,
} from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { names } from '#test/directory/found.ts';
import { aReader, aViewer } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

const erase = 'mutation ($input: ErasePersonInput!) { erasePerson(input: $input) }';
const anOfficer = (more: Partial<Viewer> = {}): Viewer => ({
  ...aViewer(Role.PRIVACY_OFFICER),
  steppedUpAt: new Date('2026-11-22T12:00:00Z'),
  ...more,
});

async function somebody(world: World) {
  const person = aPerson({
    givenName: 'Sikkerlig',
    familyName: 'Glemtesen',
    areas: [await world.em.findOneOrFail(Area, { code: '0301' })],
  });
  const organisation = anOrganisation();
  await world.has(person, organisation);
  await world.has(
    aPersonalContactPoint(person, personalKey, { value: '+4700000987' }),
    aPersonLanguage(person, await world.em.findOneOrFail(Language, { code: 'so' })),
    aPersonSource(person, 'Fortalt på møte'),
    anAffiliation(person, organisation, { title: 'Kasserer' }),
    aConsent(person, Purpose.CRISIS),
  );
  return { person, organisation };
}

const input = (id: string, more: object = {}) => ({
  input: { id, expectedVersion: 1, reason: 'Bedt om det i brev', ...more },
});

test('whoever may not erases nobody, nor the officer who has not signed in anew', async ({
  world,
}) => {
  const { person } = await somebody(world);
  for (const role of Object.values(Role).filter((it) => it !== Role.PRIVACY_OFFICER)) {
    const { errors } = await world.ask(aViewer(role), erase, input(person.id));
    expect(errors?.[0]?.extensions?.['code'], role).toBe('FORBIDDEN');
  }
  const { errors } = await world.ask(anOfficer({ steppedUpAt: null }), erase, input(person.id));
  expect(errors?.[0]?.extensions?.['code']).toBe('STEP_UP_REQUIRED');
  expect(await names(world, 'Glemtesen')).toEqual(['Sikkerlig Glemtesen']);
});

test('a reason is needed, the version that one saw, and somebody to erase', async ({ world }) => {
  const { person } = await somebody(world);
  const codes = async (id: string, more: object) =>
    (await world.ask(anOfficer(), erase, input(id, more))).errors?.[0]?.extensions;

  expect(await codes(person.id, { reason: '' })).toMatchObject({ fields: { reason: 'REQUIRED' } });
  expect(await codes(person.id, { expectedVersion: 7 })).toMatchObject({ reason: 'STALE_VERSION' });
  expect(await codes(crypto.randomUUID(), {})).toMatchObject({ code: 'NOT_FOUND' });
});

test('who is erased is found nowhere, and nothing of them is in any table', async ({
  committed: world,
}) => {
  const { person, organisation } = await somebody(world);

  const { data } = await world.ask(anOfficer(), erase, input(person.id));

  expect(data).toEqual({ erasePerson: person.id });
  expect(await names(world, 'Glemtesen')).toEqual([]);
  const seen = await world.ask(
    aReader(),
    `query ($id: ID!, $organisation: ID!) { person(id: $id) { id }
       organisation(id: $organisation) { affiliations(current: null, first: 5) { totalCount } } }`,
    { id: person.id, organisation: organisation.id },
  );
  expect(seen.data).toEqual({ person: null, organisation: { affiliations: { totalCount: 0 } } });
  const again = await world.ask(anOfficer(), erase, input(person.id, { expectedVersion: 2 }));
  expect(again.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');

  const { rows: tables } = await world.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  for (const { name } of tables) {
    const { rows } = await world.pool.query<{ text: string }>(
      `select coalesce(string_agg(t::text, ' '), '') as text from "${name}" t`,
    );
    expect(rows[0]?.text, name).not.toMatch(/Sikkerlig|Glemtesen|glemtesen|Kasserer/);
  }
});

test('the history of who was erased stays, and who did it', async ({ world }) => {
  const { person } = await somebody(world);
  await world.ask(anOfficer(), erase, input(person.id));

  const { rows } = await world.pool.query(
    'select verb, version, reason, fields from change where record_id = $1',
    [person.id],
  );
  expect(rows).toEqual([
    { verb: 'erasePerson', version: 2, reason: 'Bedt om det i brev', fields: [] },
  ]);
});
