import { expect } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { NameUse } from '#schema/organisation/NameUse.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { aContactPoint, aName, anOrganisation } from '#seeds/organisation.ts';
import { aConsent, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { scopeOf } from '#server/access/scope.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aViewer, anEditor } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

interface Possible {
  readonly id: string;
  readonly score: number;
  readonly reasons: string[];
  readonly organisation: { name: string } | null;
  readonly person: { name: string } | null;
}

const question = (purpose: string) => `query ($input: PossibleDuplicatesInput!) ${purpose} {
  possibleDuplicates(input: $input) { id score reasons organisation { name } person { name } } }`;

async function possible(
  world: World,
  input: object,
  { viewer = anEditor(), isForCare = true }: { viewer?: Viewer; isForCare?: boolean } = {},
): Promise<Possible[]> {
  const { data, errors } = await world.ask<{ possibleDuplicates: Possible[] }>(
    viewer,
    question(isForCare ? '@purpose(of: REGISTER_CARE)' : ''),
    { input: { kind: 'ORGANISATION', name: '', ...input } },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.possibleDuplicates;
}

const found = async (world: World, input: object) =>
  (await possible(world, input)).map(({ organisation, reasons }) => [
    organisation?.name,
    reasons[0],
  ]);

test('whoever enters nothing in the register is not told what is in it twice', async ({
  world,
}) => {
  for (const role of [Role.READER, Role.RECRUITER, Role.COORDINATOR, Role.ADMINISTRATOR]) {
    const { errors } = await world.ask(aViewer(role), question(''), {
      input: { kind: 'ORGANISATION', name: 'Noe' },
    });
    expect(errors?.[0]?.extensions?.['code'], role).toBe('FORBIDDEN');
  }
});

test('a name finds itself however it is ordered, accented, misspelt or filled out', async ({
  world,
}) => {
  await world.has(
    anOrganisation({ name: 'Grønland Somaliske Kvinneforening' }),
    anOrganisation({ name: 'Noe helt annet' }),
  );
  const itself = 'Grønland Somaliske Kvinneforening';

  expect(await found(world, { name: 'Kvinneforening, Somaliske Gronland' })).toEqual([
    [itself, 'NAME'],
  ]);
  expect(await found(world, { name: 'Den somaliske kvinneforening i Grønland, Norge' })).toEqual([
    [itself, 'NAME_IN_OTHER_WORDS'],
  ]);
  expect(await found(world, { name: 'Grønlnad Somalske Kvinneforenig' })).toEqual([
    [itself, 'NAME_ALIKE'],
  ]);
  expect(await found(world, { name: 'Grønland somaliske kvinn' })).toEqual([[itself, 'WORDS']]);
  expect(await found(world, { name: 'Foreningen' })).toEqual([]);
});

test('a name is found whether its compounds are written in one word or in two', async ({
  world,
}) => {
  await world.has(
    anOrganisation({ name: 'Storskog kvinneforening' }),
    anOrganisation({ name: 'Lillevik kultur senter' }),
    anOrganisation({ name: 'Noe helt annet' }),
  );

  for (const [name, itself] of [
    ['Storskog kvinne forening', 'Storskog kvinneforening'],
    ['Storskogkvinneforening', 'Storskog kvinneforening'],
    ['Stor skog kvinneforening', 'Storskog kvinneforening'],
    ['Lillevik kultursenter', 'Lillevik kultur senter'],
  ] as const) {
    expect(await found(world, { name }), name).toEqual([[itself, 'NAME_ALIKE']]);
  }
});

test('a name is found by what else it is called, also in another language and script', async ({
  world,
}) => {
  const organisation = anOrganisation({ name: 'Islamsk senter Eksempel' });
  await world.has(organisation);
  await world.has(aName(organisation, 'المركز الإسلامي إكسمبل', { use: NameUse.TRANSLATION }));
  await world.has(aName(organisation, 'Example Islamic Circle', { use: NameUse.TRANSLATION }));

  expect(await found(world, { name: 'Example Islamic Circle' })).toEqual([
    ['Islamsk senter Eksempel', 'OTHER_NAME'],
  ]);
  expect(await found(world, { name: 'المركز الاسلامى اكسمبل' })).toEqual([
    ['Islamsk senter Eksempel', 'OTHER_NAME'],
  ]);
});

test('a number, a telephone, an address and a page find theirs, and a place says something beside them', async ({
  world,
}) => {
  const oslo = await world.em.findOneOrFail(Area, { code: '0301' });
  const organisation = anOrganisation({ name: 'Ganske ukjent', number: '974760673', seat: oslo });
  await world.has(organisation);
  await world.has(
    aContactPoint(organisation, { value: '+4700000031' }),
    aContactPoint(organisation, { channel: ContactChannel.EMAIL, value: 'post@ukjent.example' }),
  );

  expect(await found(world, { name: 'Helt annet', number: '974 760 673' })).toEqual([
    ['Ganske ukjent', 'NUMBER'],
  ]);
  const [both] = await possible(world, {
    name: 'Helt annet',
    areas: ['0301'],
    contactValues: ['00 00 00 31', 'POST@ukjent.example'],
  });
  expect(both?.reasons).toEqual(['EMAIL', 'PHONE', 'AREA']);
  expect(await found(world, { name: 'Helt annet', areas: ['0301'] })).toEqual([]);
  expect(await found(world, { name: 'Ganske ukjent', exceptId: organisation.id })).toEqual([]);
});

test('a number that is only for crises finds nobody for an editor', async ({ world }) => {
  const organisation = anOrganisation({ name: 'Hemmelig' });
  await world.has(organisation);
  await world.has(
    aContactPoint(organisation, { value: '+4700000032', audience: ContactAudience.CRISIS_ONLY }),
  );

  expect(await found(world, { name: 'Annet', contactValues: ['+4700000032'] })).toEqual([]);
});

test('a number finds its person for those who might read it there, and that is logged; nobody else learns whose it is', async ({
  committed: world,
}) => {
  const oslo = await world.em.findOneOrFail(Area, { code: '0301' });
  const bergen = await world.em.findOneOrFail(Area, { code: '4601' });
  const [said, unsaid] = [
    aPerson({ givenName: 'Har', familyName: 'Sagtja', areas: [oslo] }),
    aPerson({ givenName: 'Har', familyName: 'Ikkesagt', areas: [oslo] }),
  ];
  await world.has(said, unsaid);
  await world.has(
    aConsent(said, Purpose.REGISTER_CARE),
    aPersonalContactPoint(said, personalKey, { value: '+4700000041' }),
    aPersonalContactPoint(unsaid, personalKey, { value: '+4700000042' }),
  );
  const byNumber = async (value: string, asked: Parameters<typeof possible>[2] = {}) =>
    (
      await possible(world, { kind: 'PERSON', name: 'En Annen', contactValues: [value] }, asked)
    ).map(({ person }) => person?.name);
  const logged = async () => {
    const { rows } = await world.pool.query('select person_id as id from read_log');
    return rows;
  };

  expect(await byNumber('+4700000041', { isForCare: false })).toEqual([]);
  expect(await byNumber('+4700000042')).toEqual([]);
  const elsewhere = { ...anEditor(), scope: scopeOf([bergen.number]) };
  expect(await byNumber('+4700000041', { viewer: elsewhere })).toEqual([]);
  expect(await logged()).toEqual([]);

  expect(await byNumber('+47 000 00 041')).toEqual(['Har Sagtja']);
  expect(await logged()).toEqual([{ id: said.id }]);
});

test('at most five are shown, the likeliest first', async ({ world }) => {
  await world.has(
    ...Array.from({ length: 8 }, (_, at) => anOrganisation({ name: `Prøvelaget Ulik ${at}` })),
    anOrganisation({ name: 'Prøvelaget Ulik' }),
  );

  const all = await possible(world, { name: 'Prøvelaget Ulik' });

  expect(all).toHaveLength(5);
  expect(all[0]?.organisation?.name).toBe('Prøvelaget Ulik');
});
