import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { aPerson } from '#seeds/person.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { membersOf } from '#server/directory/audience/membersOf.ts';
import { aReader, aViewer } from '#test/support/viewers.ts';
import { test, type World } from '#test/support/world.ts';
import { area, language } from '#test/directory/terms.ts';
import { saved, type SavedAudience, seen, somebody, withSecretPhone } from './audiences.ts';

const edit = `mutation ($input: EditAudienceInput!) { editAudience(input: $input) {
  id version name isShared text sentence } }`;
const archive =
  'mutation ($input: ArchiveAudienceInput!) { archiveAudience(input: $input) { id version archivedAt } }';
const somali = { text: '', filter: { languages: ['so'], areas: ['0301'] } };

const refusalOf = async (
  world: World,
  viewer: Viewer | null,
  document: string,
  input: object,
): Promise<unknown> => {
  const { errors } = await world.ask(viewer, document, { input });
  return errors?.[0]?.extensions;
};

/** Whom it finds, by name. */
async function namesIn(world: World, viewer: Viewer, id: string): Promise<string[]> {
  const ids = (await membersOf(world.context(viewer), id)).map((it) => it.id);
  const { rows } = await world.pool.query<{ name: string }>(
    'select name from directory_entry where id = any($1) order by name',
    [ids],
  );
  return rows.map(({ name }) => name);
}

test('what cannot be kept is refused, and nothing is kept', async ({ world }) => {
  const kari = await somebody(world, Role.COORDINATOR);
  const reasonFor = async (name: string, search: object) => {
    const { errors } = await saved(world, kari, { name, search });
    return errors?.[0]?.extensions;
  };

  expect(await reasonFor('  ', somali)).toEqual({
    code: 'INVALID_INPUT',
    fields: { name: 'REQUIRED' },
  });
  expect(await reasonFor('x'.repeat(121), somali)).toMatchObject({ fields: { name: 'TOO_LONG' } });
  expect(await reasonFor('to\nlinjer', somali)).toMatchObject({
    fields: { name: 'NOT_ONE_LINE' },
  });
  expect(await reasonFor('Alle', { text: ' ', filter: { languages: [] } })).toMatchObject({
    fields: { search: 'REQUIRED' },
  });
  expect(await reasonFor('Én', { text: '+47 00 00 01 23' })).toMatchObject({
    fields: { text: 'AN_ADDRESS' },
  });
  expect(await reasonFor('Én', { text: 'kari@example.org' })).toMatchObject({
    fields: { text: 'AN_ADDRESS' },
  });
  expect(await reasonFor('Ukjent', { filter: { languages: ['xx'] } })).toMatchObject({
    fields: { 'filter.languages': 'UNKNOWN_CODE' },
  });
  expect(await reasonFor('Ukjent', { filter: { trust: crypto.randomUUID() } })).toMatchObject({
    fields: { 'filter.trust': 'UNKNOWN_TRUST' },
  });
  expect(await seen(world, kari)).toEqual([]);
});

test('who only looks saves nothing, and neither does a token', async ({ world }) => {
  const ofToken: Viewer = { ...aViewer(Role.COORDINATOR), via: 'token' };
  for (const viewer of [null, aReader(), aViewer(Role.PRIVACY_OFFICER), ofToken]) {
    const { errors } = await saved(world, viewer, { name: 'Somali', search: somali });
    expect(errors?.[0]?.extensions?.['code']).toBe(viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED');
  }
});

test('a search is kept as it was asked, and said in words', async ({ world }) => {
  const kari = await somebody(world, Role.COORDINATOR);
  const { data } = await saved(world, kari, {
    name: 'Somali i Oslo',
    search: {
      text: '  barn   og unge ',
      filter: {
        only: 'ORGANISATION',
        languages: ['so', 'ar', 'so'],
        areas: ['0301'],
        topics: [],
        hasPhone: true,
      },
    },
  });

  expect(data?.saveAudience).toMatchObject({
    version: 1,
    name: 'Somali i Oslo',
    ownerId: kari.id,
    isShared: false,
    text: 'barn og unge',
    filter: {
      only: 'ORGANISATION',
      languages: ['so', 'ar'],
      areas: ['0301'],
      topics: null,
      hasPhone: true,
    },
    sentence:
      'Virksomheter på somali eller arabisk, i Oslo, med telefon, funnet med «barn og unge»',
    isBroken: false,
    viewerMay: { edit: true, copy: true },
  });
  const inEnglish = await seen(world, kari, 'en');
  expect(inEnglish[0]?.sentence).toBe(
    'Organisations in Somali or Arabic, in Oslo, with a telephone, found by “barn og unge”',
  );
});

test('whom it finds is found anew each time', async ({ world }) => {
  const kari = await somebody(world, Role.COORDINATOR);
  const { data } = await saved(world, kari, { name: 'Somali', search: somali });
  const id = data!.saveAudience.id;
  const oslo = { languages: [language('so')], servedAreas: [area('0301')] };
  await world.has(anOrganisation({ name: 'Solsikken', ...oslo }));

  expect(await namesIn(world, kari, id)).toEqual(['Solsikken']);
  await world.has(anOrganisation({ name: 'Måneskinn', ...oslo }));
  await world.has(
    anOrganisation({ name: 'Bergensk', languages: [language('so')], servedAreas: [area('4601')] }),
  );

  expect(await namesIn(world, kari, id)).toEqual(['Måneskinn', 'Solsikken']);
  const found = await membersOf(world.context(kari), id);
  expect(found.map(({ record }) => record)).toEqual(['organisation', 'organisation']);
  const { data: counted } = await world.ask<{ audienceCounts: object[] }>(
    kari,
    'query ($ids: [ID!]!) { audienceCounts(ids: $ids) { id count isCapped } }',
    { ids: [id, crypto.randomUUID()] },
  );
  expect(counted?.audienceCounts).toEqual([{ id, count: 2, isCapped: false }]);
});

test('all of them are given, also where nothing is found by the words as they stand', async ({
  world,
}) => {
  const kari = await somebody(world, Role.COORDINATOR);
  await world.has(
    anOrganisation({ name: 'Solsikken' }),
    aPerson({ givenName: 'Sol', familyName: 'Prøve' }),
  );
  const { data } = await saved(world, kari, { name: 'Sol', search: { text: 'Solsikkenn' } });

  const found = await membersOf(world.context(kari), data!.saveAudience.id);

  expect(await namesIn(world, kari, data!.saveAudience.id)).toEqual(['Solsikken']);
  expect(found).toHaveLength(1);
});

test('nobody else knows of a private one', async ({ world }) => {
  const [kari, parwin] = [
    await somebody(world, Role.COORDINATOR),
    await somebody(world, Role.PROGRAMME_LEAD),
  ];
  const { data } = await saved(world, kari, { name: 'Mitt', search: somali });
  const { id } = data!.saveAudience;

  expect(await seen(world, parwin)).toEqual([]);
  const one = await world.ask(parwin, 'query ($id: ID!) { audience(id: $id) { name } }', { id });
  expect(one.data).toEqual({ audience: null });
  const none = { code: 'NOT_FOUND' };
  const nameless = { id, expectedVersion: 1 };
  expect(await refusalOf(world, parwin, edit, { ...nameless, name: 'Ditt' })).toEqual(none);
  expect(await refusalOf(world, parwin, archive, nameless)).toEqual(none);
  expect(
    await refusalOf(world, parwin, edit, { id: crypto.randomUUID(), expectedVersion: 1 }),
  ).toEqual(none);
  await expect(membersOf(world.context(parwin), id)).rejects.toThrow('No such');
});

test('a shared one is seen by colleagues whose scope touches that of the owner, and changed by none of them', async ({
  world,
}) => {
  const [oslo, bergen] = [area('0301').number, area('4601').number];
  const kari = await somebody(world, Role.COORDINATOR, { scopeAreaNumber: oslo });
  const inOslo = await somebody(world, Role.EDITOR, { scopeAreaNumber: area('030101').number });
  const inBergen = await somebody(world, Role.EDITOR, { scopeAreaNumber: bergen });
  const everywhere = await somebody(world, Role.READER);
  const { data } = await saved(world, kari, { name: 'Vårt', search: somali, isShared: true });
  const { id } = data!.saveAudience;

  expect((await seen(world, inOslo)).map(({ name }) => name)).toEqual(['Vårt']);
  expect((await seen(world, everywhere)).map(({ name }) => name)).toEqual(['Vårt']);
  expect(await seen(world, inBergen)).toEqual([]);
  expect((await seen(world, inOslo))[0]?.viewerMay).toEqual({ edit: false, copy: true });
  expect((await seen(world, everywhere))[0]?.viewerMay).toEqual({ edit: false, copy: false });
  expect(await refusalOf(world, inOslo, edit, { id, expectedVersion: 1, name: 'Mitt' })).toEqual({
    code: 'FORBIDDEN',
  });

  await world.pool.query('update staff_user set disabled_at = now() where id = $1', [kari.id]);
  expect((await seen(world, inOslo))[0]?.viewerMay.edit).toBe(true);
});

test('two of one owner have two names, and a name is free again when its audience is put away', async ({
  world,
}) => {
  const kari = await somebody(world, Role.COORDINATOR);
  const first = await saved(world, kari, { name: 'Somali', search: somali });
  const again = await saved(world, kari, { name: 'somali', search: somali });
  expect(again.errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', reason: 'NAME_TAKEN' });

  const input = { id: first.data!.saveAudience.id, expectedVersion: 1 };
  await world.ask(kari, archive, { input });
  expect(await seen(world, kari)).toEqual([]);
  expect((await saved(world, kari, { name: 'Somali', search: somali })).errors).toBeUndefined();
  const back = await refusalOf(world, kari, archive, {
    ...input,
    expectedVersion: 2,
    isArchived: false,
  });
  expect(back).toEqual({ code: 'CONFLICT', reason: 'NAME_TAKEN' });
});

test('of two who change the same version the second is told what the first did', async ({
  world,
}) => {
  const kari = await somebody(world, Role.COORDINATOR);
  const { data } = await saved(world, kari, { name: 'Somali', search: somali });
  const { id } = data!.saveAudience;
  const renamed = await world.ask<{ editAudience: SavedAudience }>(kari, edit, {
    input: { id, expectedVersion: 1, name: 'Somaliere', isShared: true },
  });
  expect(renamed.data?.editAudience).toMatchObject({
    version: 2,
    name: 'Somaliere',
    isShared: true,
    sentence: 'Alle på somali, i Oslo',
  });

  const late = await refusalOf(world, kari, edit, { id, expectedVersion: 1, name: 'Andre' });
  expect(late).toMatchObject({
    code: 'CONFLICT',
    reason: 'STALE_VERSION',
    version: 2,
    changes: [
      { field: 'name', before: 'Somali', after: 'Somaliere' },
      { field: 'isShared', before: false, after: true },
    ],
  });
  const { rows } = await world.pool.query(
    `select verb, by_id as "byId", record from change where record_id = $1 order by version`,
    [id],
  );
  expect(rows).toEqual([
    { verb: 'saveAudience', byId: kari.id, record: 'audience' },
    { verb: 'editAudience', byId: kari.id, record: 'audience' },
  ]);
});

test('a value that has gone is said to have, and where none is left nobody is found', async ({
  world,
}) => {
  const kari = await somebody(world, Role.COORDINATOR);
  const trust = anOrganisation({ name: 'Prøve HF', kind: OrganisationKind.HEALTH_TRUST });
  await world.has(trust);
  await world.has(anOrganisation({ name: 'Solsikken', languages: [language('so')] }));
  const { data } = await saved(world, kari, {
    name: 'Somali',
    search: { filter: { languages: ['so', 'ar'] } },
  });
  const { id } = data!.saveAudience;
  const keep = (filter: object) =>
    world.pool.query(`update audience set filter = $2, trust_name = $3 where id = $1`, [
      id,
      filter,
      'trust' in filter ? 'Prøve HF' : null,
    ]);

  await keep({ languages: ['so', 'zz'] });
  expect((await seen(world, kari))[0]).toMatchObject({
    sentence: 'Alle på somali eller zz (finnes ikke lenger)',
    filter: { languages: ['so'] },
    words: [
      { field: 'languages', value: 'so', label: 'Somali', isGone: false },
      { field: 'languages', value: 'zz', label: 'zz', isGone: true },
    ],
    isBroken: false,
  });
  expect(await namesIn(world, kari, id)).toEqual(['Solsikken']);

  await keep({ languages: ['zz'] });
  expect((await seen(world, kari))[0]).toMatchObject({
    isBroken: true,
    filter: { languages: null },
  });
  expect(await namesIn(world, kari, id)).toEqual([]);
  expect(await membersOf(world.context(kari), id)).toEqual([]);

  await keep({ trust: trust.id });
  expect((await seen(world, kari))[0]?.sentence).toBe('Alle i opptaksområdet til Prøve HF');
  await keep({ trust: crypto.randomUUID() });
  expect((await seen(world, kari))[0]).toMatchObject({
    sentence: 'Alle i opptaksområdet til Prøve HF (finnes ikke lenger)',
    isBroken: true,
  });
});

test('what is counted is what the viewer may see', async ({ world }) => {
  const kari = await somebody(world, Role.COORDINATOR);
  const { id } = (
    await saved(world, kari, {
      name: 'Med telefon',
      search: { filter: { hasPhone: true } },
      isShared: true,
    })
  ).data!.saveAudience;
  await world.has(...withSecretPhone('Solsikken'));
  const roza = await somebody(world, Role.RECRUITER);

  expect(await namesIn(world, kari, id)).toEqual(['Solsikken']);
  expect(await namesIn(world, roza, id)).toEqual([]);
  expect(await membersOf(world.context(roza), id)).toEqual([]);
});
