import { expect } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { ConsentMethod } from '#schema/person/ConsentMethod.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import {
  aConsent,
  anAffiliation,
  aPerson,
  aPersonalContactPoint,
  aPersonLanguage,
} from '#seeds/person.ts';
import { names } from '#test/directory/found.ts';
import { aReader, aViewer, anEditor } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';
import { merge, mergeInto, unmerge } from './mergeSupport.ts';

async function samePerson(world: World) {
  const [survivor, loser] = [
    aPerson({ givenName: 'Sahra', familyName: 'Prøvesen' }),
    aPerson({ givenName: 'Zahra', familyName: 'Likesen' }),
  ];
  await world.has(survivor, loser);
  return { survivor, loser };
}

const consentsOf = async (world: World, id: string) => {
  const { rows } = await world.pool.query<{
    id: string;
    purpose: string;
    withdrawn: boolean;
    expires: string;
  }>(
    `select id, purpose, withdrawn_at is not null as withdrawn, expires_on as expires from consent where person_id = $1 order by purpose, expires_on`,
    [id],
  );
  return rows;
};

test('one who is erased is merged with nobody', async ({ world }) => {
  const { survivor, loser } = await samePerson(world);
  await world.pool.query('update person set erased_at = now() where id = $1', [loser.id]);

  expect((await merge(world, 'person', survivor, loser)).refusal).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('what belongs to the one belongs to the other, a language and a number once', async ({
  world,
}) => {
  const { survivor, loser } = await samePerson(world);
  const organisation = anOrganisation();
  await world.has(organisation);
  const somali = await world.em.findOneOrFail(Language, { code: 'so' });
  const arabic = await world.em.findOneOrFail(Language, { code: 'ar' });
  await world.has(
    aPersonLanguage(survivor, somali),
    aPersonLanguage(loser, somali),
    aPersonLanguage(loser, arabic),
    aPersonalContactPoint(survivor, personalKey, { value: '+4700000021' }),
    aPersonalContactPoint(loser, personalKey, { value: '+47 000 00 021' }),
    aPersonalContactPoint(loser, personalKey, { value: '+4700000022' }),
    anAffiliation(loser, organisation),
  );

  await merge(world, 'person', survivor, loser);

  const { data } = await world.ask(
    aReader(),
    `query ($id: ID!) { person(id: $id) { id name languages { language { code } } contactPoints { value }
       affiliations(first: 5) { totalCount } } }`,
    { id: loser.id },
  );
  expect(data).toEqual({
    person: {
      id: survivor.id,
      name: 'Sahra Prøvesen',
      languages: expect.arrayContaining([
        { language: { code: 'so' } },
        { language: { code: 'ar' } },
      ]),
      contactPoints: [{ value: '+47 ••• •• 021' }, { value: '+47 ••• •• 022' }],
      affiliations: { totalCount: 1 },
    },
  });
  expect(await names(world, 'Likesen')).toEqual(['Sahra Prøvesen']);
});

test('a no to a purpose holds for both, and of two that say yes the one that ends first', async ({
  world,
}) => {
  const { survivor, loser } = await samePerson(world);
  const [late, early] = [
    aConsent(survivor, Purpose.MEETING, { givenOn: '2026-09-01' }),
    aConsent(loser, Purpose.MEETING, { givenOn: '2026-02-01' }),
  ];
  const no = { withdrawnOn: '2026-08-01', withdrawnBy: ConsentMethod.PAPER };
  await world.has(
    aConsent(survivor, Purpose.CRISIS, { givenOn: '2026-03-01' }),
    aConsent(loser, Purpose.CRISIS, { givenOn: '2026-01-01', ...no }),
    late,
    early,
    aConsent(loser, Purpose.COUNCIL),
  );

  await merge(world, 'person', survivor, loser);

  const held = (await consentsOf(world, survivor.id)).filter(({ withdrawn }) => !withdrawn);
  expect(held.map(({ id, purpose }) => [purpose, id])).toEqual([
    [Purpose.COUNCIL, expect.any(String)],
    [Purpose.MEETING, early.id],
  ]);
  expect(await consentsOf(world, loser.id)).toMatchObject([{ id: late.id, withdrawn: false }]);
  const { rows } = await world.pool.query(
    `select withdrawn_by from consent where person_id = $1 and purpose = 'crisis'`,
    [survivor.id],
  );
  expect(rows).toEqual([{ withdrawn_by: 'paper' }, { withdrawn_by: 'paper' }]);
});

test('a consent that is withdrawn while two are one stays withdrawn when they part', async ({
  world,
}) => {
  const { survivor, loser } = await samePerson(world);
  const [kept, aside] = [
    aConsent(survivor, Purpose.MEETING, { givenOn: '2026-02-01' }),
    aConsent(loser, Purpose.MEETING, { givenOn: '2026-09-01' }),
  ];
  await world.has(kept, aside);
  await merge(world, 'person', survivor, loser);
  const withdrawn = await world.ask(
    anEditor(),
    'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { id } }',
    { input: { id: kept.id, expectedVersion: 1, method: 'PHONE' } },
  );
  expect(withdrawn.errors).toBeUndefined();

  await unmerge(world, await mergeInto(world, survivor));

  expect(await consentsOf(world, survivor.id)).toMatchObject([{ id: kept.id, withdrawn: true }]);
  expect(await consentsOf(world, loser.id)).toMatchObject([{ id: aside.id, withdrawn: true }]);
});

test('a letter that lay at one of the two opens neither after they are one', async ({ world }) => {
  const { survivor, loser } = await samePerson(world);
  const link = `insert into personal_link (id, record_kind, record_id, contact_point_id, purpose, language, token_hash, code_hash, issued_by, issued_at, expires_on)
     values (gen_random_uuid(), 'person', $1, gen_random_uuid(), 'review', 'nb', encode(sha256(uuid_send(gen_random_uuid())), 'hex'),
       encode(sha256(uuid_send(gen_random_uuid())), 'hex'), gen_random_uuid(), now(), '2027-01-01')`;
  await world.pool.query(link, [survivor.id]);
  await world.pool.query(link, [loser.id]);

  await merge(world, 'person', survivor, loser);

  const linksOf = async () => {
    const { rows } = await world.pool.query(
      'select record_id as of, revoked_at is null as open from personal_link order by 1, 2',
    );
    return rows;
  };
  expect(await linksOf()).toEqual([
    { of: survivor.id, open: false },
    { of: survivor.id, open: false },
  ]);
  await unmerge(world, await mergeInto(world, survivor));
  expect(await linksOf()).toEqual(
    [survivor.id, loser.id].toSorted().map((of) => ({ of, open: true })),
  );
});

test('who is erased is forgotten with those who were merged into them', async ({
  committed: world,
}) => {
  const { survivor, loser } = await samePerson(world);
  const organisation = anOrganisation();
  await world.has(organisation);
  const overlap = { since: '2024-01-01', title: 'Kasserer' };
  await world.has(
    anAffiliation(survivor, organisation, overlap),
    anAffiliation(loser, organisation, overlap),
    aPersonalContactPoint(survivor, personalKey, { value: '+4700000021', label: 'Kveldsnummer' }),
    aPersonalContactPoint(loser, personalKey, { value: '+4700000021', label: 'Kveldsnummer' }),
  );
  await merge(world, 'person', survivor, loser);
  const mergeId = await mergeInto(world, survivor);
  const officer = {
    ...aViewer(Role.PRIVACY_OFFICER),
    steppedUpAt: new Date('2026-11-22T12:00:00Z'),
  };

  const { errors } = await world.ask(
    officer,
    'mutation ($input: ErasePersonInput!) { erasePerson(input: $input) }',
    { input: { id: survivor.id, expectedVersion: 2, reason: 'Bedt om det' } },
  );

  expect(errors).toBeUndefined();
  const { rows: keys } = await world.pool.query(
    'select from person_key where person_id = any($1::uuid[]) and sealed_key is null',
    [[survivor.id, loser.id]],
  );
  expect(keys).toHaveLength(2);
  const { rows: tables } = await world.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  for (const { name } of tables) {
    const { rows } = await world.pool.query<{ text: string }>(
      `select coalesce(string_agg(t::text, ' '), '') as text from "${name}" t`,
    );
    expect(rows[0]?.text, name).not.toMatch(/sahra|zahra|likesen|prøvesen|kasserer|kveldsnummer/i);
  }
  expect((await unmerge(world, mergeId)).refusal).toMatchObject({ code: 'NOT_FOUND' });
  const gone = await world.ask(aReader(), 'query ($id: ID!) { person(id: $id) { id } }', {
    id: loser.id,
  });
  expect(gone.data).toEqual({ person: null });
});

test('what the change log keeps of a merge of people is sealed', async ({ world }) => {
  const { survivor, loser } = await samePerson(world);
  await world.has(aPersonalContactPoint(loser, personalKey, { value: '+4700000022' }));
  await merge(world, 'person', survivor, loser, { taken: ['NAME'] });

  const { rows } = await world.pool.query<{ fields: { before: unknown; after: unknown }[] }>(
    `select fields from change where verb = 'mergePeople' and record = 'person'`,
  );
  const values = rows.flatMap(({ fields }) =>
    fields.flatMap(({ before, after }) => [before, after]),
  );
  expect(values.length).toBeGreaterThan(4);
  for (const value of values) {
    expect(value === null || typeof value === 'object').toBe(true);
  }
  const { data } = await world.ask<{ merges: { loserName: string; viewerMay: object }[] }>(
    anEditor(),
    'query ($id: ID!) { merges(recordId: $id) { loserName viewerMay { unmerge } } }',
    { id: survivor.id },
  );
  expect(data?.merges).toEqual([{ loserName: 'Zahra Likesen', viewerMay: { unmerge: true } }]);
});
