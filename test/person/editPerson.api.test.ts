import { describe, expect } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { aConsent, aPerson, aPersonalContactPoint, aPersonLanguage } from '#seeds/person.ts';
import { names } from '#test/directory/found.ts';
import { aViewer, anEditor } from '#test/support/viewers.ts';
import { personalKey, test, today, type World } from '#test/support/world.ts';
import { aKey, does, done, places } from './editing.ts';

/** With check digits that are right, of somebody whom the tax administration has invented. */
const anInventedNumber = '01819080050';

/** Somebody with a phone, an address and a language. */
async function somebody(world: World, own: Parameters<typeof aPerson>[0] = {}) {
  const person = aPerson({ givenName: 'Synne', familyName: 'Prøve', ...own });
  await world.has(person);
  const somali = await world.em.findOneOrFail(Language, { code: 'so' });
  const phone = aPersonalContactPoint(person, personalKey, {
    value: '+4700000123',
    lastWorkedOn: '2026-01-02',
  });
  const mail = aPersonalContactPoint(person, personalKey, {
    channel: ContactChannel.EMAIL,
    value: 'synne@example.org',
    position: 1,
  });
  const hidden = aPersonalContactPoint(person, personalKey, {
    value: '+4700000999',
    position: 2,
    audience: ContactAudience.CRISIS_ONLY,
  });
  await world.has(phone, mail, hidden, aPersonLanguage(person, somali));
  return { person, phone, mail, hidden };
}

const asTheyAre = (points: readonly { id: string }[]) => points.map(({ id }) => ({ id }));

/** What the tables hold of how somebody is reached, in the order to try. */
async function reached(world: World, id: string) {
  const { rows } = await world.pool.query<{
    id: string;
    sealed_value: Buffer;
    value_index: Buffer;
    position: number;
  }>(
    'select id, sealed_value, value_index, position from person_contact_point where person_id = $1 order by position, id',
    [id],
  );
  return rows.map((row) => {
    const value = personalKey.open(row.sealed_value, row.id);
    expect(row.value_index).toEqual(personalKey.blindIndex(value));
    return value;
  });
}

describe('what will not do', () => {
  test('is told at each field, all at once, and nothing is written', async ({ world }) => {
    const { person, phone } = await somebody(world);

    const { refusal } = await does(world, 'editPerson', {
      id: person.id,
      expectedVersion: 1,
      givenName: ' ',
      familyName: 'Prø\u202eve',
      areas: ['0301', '9999'],
      topics: Array.from({ length: 51 }, () => 'x'),
      languages: [{ language: 'so' }, { language: 'so' }, { language: 'nope' }],
      contactPoints: [
        { id: phone.id, value: 'ring meg' },
        { id: phone.id },
        { id: crypto.randomUUID() },
        { value: '+4700000000' },
        { channel: 'EMAIL', value: 'uten krøllalfa' },
        { channel: 'PHONE' },
        { channel: 'PHONE', value: '+4700000001', label: 'En\nto', hours: 'x'.repeat(101) },
        { channel: 'PHONE', value: '+4700000002', language: 'nope' },
      ],
      reason: `Fnr. ${anInventedNumber}`,
    });

    expect(refusal).toEqual({
      code: 'INVALID_INPUT',
      fields: {
        givenName: 'REQUIRED',
        familyName: 'HIDDEN_CHARACTERS',
        areas: 'UNKNOWN_CODE',
        topics: 'AT_MOST_50_VALUES',
        'languages.1.language': 'GIVEN_TWICE',
        'languages.2.language': 'UNKNOWN_CODE',
        'contactPoints.0.value': 'NOT_A_PHONE_NUMBER',
        'contactPoints.1.id': 'GIVEN_TWICE',
        'contactPoints.2.id': 'UNKNOWN',
        'contactPoints.3.channel': 'REQUIRED',
        'contactPoints.4.value': 'NOT_AN_EMAIL_ADDRESS',
        'contactPoints.5.value': 'REQUIRED',
        'contactPoints.6.label': 'NOT_ONE_LINE',
        'contactPoints.6.hours': 'TOO_LONG',
        'contactPoints.7.language': 'UNKNOWN_CODE',
        reason: 'NATIONAL_IDENTITY_NUMBER_IN_TEXT',
      },
    });
    expect(await names(world, 'Synne')).toEqual(['Synne Prøve']);
    expect(await reached(world, person.id)).toEqual([
      '+4700000123',
      'synne@example.org',
      '+4700000999',
    ]);
  });

  test.for([
    ['givenName', { givenName: `Synne ${anInventedNumber}` }],
    ['familyName', { familyName: '018190 80050' }],
    ['contactPoints.0.value', { contactPoints: [{ channel: 'PHONE', value: anInventedNumber }] }],
    [
      'contactPoints.0.value',
      { contactPoints: [{ channel: 'POST', value: `c/o ${anInventedNumber}` }] },
    ],
    [
      'contactPoints.0.label',
      { contactPoints: [{ channel: 'PHONE', value: '+4700000000', label: anInventedNumber }] },
    ],
    [
      'contactPoints.0.hours',
      { contactPoints: [{ channel: 'PHONE', value: '+4700000000', hours: anInventedNumber }] },
    ],
  ] as const)('a national identity number is no %s', async ([field, input], { world }) => {
    const { person } = await somebody(world);
    const { refusal } = await does(world, 'editPerson', {
      id: person.id,
      expectedVersion: 1,
      ...input,
    });
    expect(refusal?.fields).toEqual({ [field]: 'NATIONAL_IDENTITY_NUMBER_IN_TEXT' });
  });

  test('nobody is edited whom one does not see, who is out of scope, or by whom may not write', async ({
    world,
  }) => {
    const { oslo, bergen, editor } = await places(world);
    const here = await somebody(world, { areas: [oslo] });
    const there = await somebody(world, { areas: [bergen] });
    const edit = (id: string, viewer: typeof editor | null) =>
      does(world, 'editPerson', { id, expectedVersion: 1, givenName: 'Nina' }, viewer);

    expect((await edit(crypto.randomUUID(), editor)).refusal?.code).toBe('NOT_FOUND');
    expect((await edit('', editor)).refusal?.code).toBe('NOT_FOUND');
    expect((await edit(there.person.id, editor)).refusal?.code).toBe('FORBIDDEN');
    expect((await edit(here.person.id, null)).refusal?.code).toBe('UNAUTHENTICATED');
    for (const role of Object.values(Role)) {
      const viewer = { ...aViewer(role), scope: editor.scope };
      const may = [Role.EDITOR, Role.PROGRAMME_LEAD, Role.SYSTEM].includes(role);
      const input = { id: here.person.id, expectedVersion: 99, givenName: 'Nina' };
      const { refusal } = await does(world, 'editPerson', input, viewer);
      expect(refusal?.code, role).toBe(may ? 'CONFLICT' : 'FORBIDDEN');
    }
  });

  test('whoever saw an older version hears what was changed, and of what is sealed only that it was', async ({
    world,
  }) => {
    const { person } = await somebody(world);
    await done(world, 'editPerson', { id: person.id, expectedVersion: 1, givenName: 'Nina' });

    const { refusal } = await does(world, 'editPerson', {
      id: person.id,
      expectedVersion: 1,
      givenName: 'Nora',
    });

    expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION', version: 2 });
    expect(refusal?.changes).toMatchObject([
      { field: 'givenName', before: null, after: null, verb: 'editPerson' },
    ]);
  });
});

describe('an edit', () => {
  test('changes what is given and leaves the rest, in one change', async ({ world }) => {
    const { person, phone, mail } = await somebody(world);
    const { oslo } = await places(world);

    const edited = await done(world, 'editPerson', {
      id: person.id,
      expectedVersion: 1,
      familyName: 'Ny',
      areas: [oslo.code],
      willingness: ['OUTREACH'],
      languages: [
        { language: 'so', speaks: 'GOOD' },
        { language: 'ti', speaks: 'BASIC' },
      ],
      contactPoints: asTheyAre([phone, mail]),
    });

    expect(edited).toMatchObject({
      version: 2,
      givenName: 'Synne',
      familyName: 'Ny',
      areas: [{ code: oslo.code }],
      willingness: ['OUTREACH'],
    });
    expect(
      edited.languages.map(({ speaks, language }) => `${language.code} ${speaks}`).toSorted(),
    ).toEqual(['so GOOD', 'ti BASIC']);
    expect(await names(world, 'Synne Ny')).toEqual(['Synne Ny']);
    expect(edited.history.nodes[0]?.verb).toBe('editPerson');
  });

  test('that changes nothing is none', async ({ world }) => {
    const { person, phone, mail } = await somebody(world);
    const edited = await done(world, 'editPerson', {
      id: person.id,
      expectedVersion: 1,
      givenName: 'Synne',
      areas: [],
      languages: [{ language: 'so', speaks: 'FLUENT', understands: 'FLUENT' }],
      contactPoints: asTheyAre([phone, mail]),
    });
    expect(edited.version).toBe(1);
  });

  test('adds, replaces, removes and reorders ways to reach somebody, and leaves those it does not see', async ({
    world,
  }) => {
    const { person, phone, mail } = await somebody(world);

    const edited = await done(world, 'editPerson', {
      id: person.id,
      expectedVersion: 1,
      contactPoints: [
        { channel: 'SMS', value: '00 00 04 56', label: 'Jobb', language: 'so', hours: '9–15' },
        { id: mail.id, audience: 'COORDINATORS' },
      ],
    });

    expect(edited.contactPoints).toMatchObject([
      { channel: 'SMS', label: 'Jobb', audience: 'ALL_STAFF', position: 0, isMasked: true },
      { id: mail.id, audience: 'COORDINATORS', position: 1 },
    ]);
    expect(await reached(world, person.id)).toEqual([
      '+4700000456',
      'synne@example.org',
      '+4700000999',
    ]);
    expect(edited.contactPoints.map(({ id }) => id)).not.toContain(phone.id);
  });

  test('replaces a value without telling what stood there, and counts it as not tried', async ({
    world,
  }) => {
    const { person, phone, mail } = await somebody(world);

    const edited = await done(world, 'editPerson', {
      id: person.id,
      expectedVersion: 1,
      contactPoints: [{ id: phone.id, value: '+4700000123' }, { id: mail.id }],
    });

    // The same value makes a new version all the same: else one could find out a number by trying.
    expect(edited.version).toBe(2);
    expect(edited.contactPoints[0]).toMatchObject({
      value: '+47 ••• •• 123',
      isMasked: true,
      lastWorkedOn: null,
    });
  });

  test('makes no consent: a new value stays masked for a purpose that nobody has said yes to', async ({
    world,
  }) => {
    const { person, phone } = await somebody(world);
    const editor = anEditor();
    const seen = async () => {
      const { data } = await world.ask<{ person: { contactPoints: { value: string }[] } }>(
        editor,
        'query ($id: ID!) @purpose(of: REGISTER_CARE) { person(id: $id) { contactPoints { value } } }',
        { id: person.id },
      );
      return data?.person.contactPoints[0]?.value;
    };
    const input = { id: person.id, contactPoints: [{ id: phone.id, value: '+4700000777' }] };

    await done(world, 'editPerson', { ...input, expectedVersion: 1 }, editor);
    expect(await seen()).toBe('+47 ••• •• 777');

    await world.has(aConsent(person, Purpose.REGISTER_CARE));
    expect(await seen()).toBe('+4700000777');
  });

  test('tells nobody how to reach anyone: no answer to it is in the read log', async ({
    world,
  }) => {
    const { person, phone, mail } = await somebody(world);
    await world.has(aConsent(person, Purpose.REGISTER_CARE));
    const edited = await done(world, 'editPerson', {
      id: person.id,
      expectedVersion: 1,
      contactPoints: [{ id: phone.id, label: 'Mobil' }, { id: mail.id }],
    });
    expect(edited.contactPoints.every(({ isMasked }) => isMasked)).toBe(true);
    expect(edited.contactPoints[0]).toMatchObject({ value: '+47 ••• •• 123', label: 'Mobil' });
  });

  test('is sealed in the log, value and index and name, and masked in history', async ({
    world,
  }) => {
    const { person, phone } = await somebody(world);
    await done(world, 'editPerson', {
      id: person.id,
      expectedVersion: 1,
      givenName: 'Hemmeliga',
      contactPoints: [{ id: phone.id, value: '+4700000555' }],
    });

    const { rows } = await world.pool.query<{ fields: string }>(
      'select fields::text from change where record_id = $1',
      [person.id],
    );
    const index = personalKey.blindIndex('+4700000555').toString('base64');
    for (const clear of ['Hemmeliga', 'Synne', '0000555', '0000123', index]) {
      expect(rows[0]?.fields).not.toContain(clear);
    }
    const { data } = await world.ask<{
      person: { history: { nodes: { fields: { field: string; after: string | null }[] }[] } };
    }>(
      anEditor(),
      'query ($id: ID!) { person(id: $id) { history { nodes { fields { field before after } } } } }',
      { id: person.id },
    );
    const told = data?.person.history.nodes[0]?.fields ?? [];
    expect(told).toContainEqual({
      field: 'contactPoints.value',
      before: '+47 ••• •• 123',
      after: '+47 ••• •• 555',
    });
    expect(JSON.stringify(told)).not.toContain('valueIndex');
  });
});

describe('a new person', () => {
  test('is there once, however often the same is sent', async ({ world }) => {
    const organisation = anOrganisation();
    await world.has(organisation);
    const input = {
      idempotencyKey: aKey(),
      givenName: 'Amina',
      familyName: 'Eksempel',
      languages: [{ language: 'so', speaks: 'FLUENT' }],
      contactPoints: [{ channel: 'PHONE', value: '+4700000321' }],
      affiliation: { organisationId: organisation.id, role: 'LEADER', since: '2026-01-01' },
    };

    const [one, other] = [
      await done(world, 'createPerson', input),
      await done(world, 'createPerson', { ...input, givenName: 'En annen' }),
    ];

    expect(other).toEqual(one);
    expect(one).toMatchObject({ version: 1, givenName: 'Amina', familyName: 'Eksempel' });
    expect(one.affiliations.nodes).toMatchObject([{ role: 'LEADER', since: '2026-01-01' }]);
    expect(one.contactPoints).toMatchObject([{ value: '+47 ••• •• 321', isMasked: true }]);
    expect(await names(world, 'Amina')).toEqual(['Amina Eksempel']);
    expect(await names(world, organisation.name)).toContain('Amina Eksempel');
  });

  test('belongs to where the one who enters them works, by an area or by the organisation', async ({
    world,
  }) => {
    const { oslo, bergen, editor } = await places(world);
    const [here, there] = [
      anOrganisation({ servedAreas: [oslo] }),
      anOrganisation({ servedAreas: [bergen] }),
    ];
    await world.has(here, there);
    const create = (more: object) =>
      does(world, 'createPerson', { idempotencyKey: aKey(), givenName: 'Amina', ...more }, editor);
    const tie = ({ id: organisationId }: { id: string }) => ({
      affiliation: { organisationId, role: 'CONTACT', since: today },
    });

    expect((await create({})).refusal?.fields).toEqual({ areas: 'OUTSIDE_YOUR_SCOPE' });
    expect((await create({ areas: [bergen.code] })).refusal?.fields).toEqual({
      areas: 'OUTSIDE_YOUR_SCOPE',
    });
    expect((await create(tie(there))).refusal?.code).toBe('FORBIDDEN');
    expect((await create({ areas: [oslo.code] })).refusal).toBeUndefined();
    expect((await create(tie(here))).refusal).toBeUndefined();
  });

  test('is refused with what is wrong of the person and of the affiliation, and neither is made', async ({
    world,
  }) => {
    const organisation = anOrganisation();
    await world.has(organisation);
    const { refusal } = await does(world, 'createPerson', {
      idempotencyKey: aKey(),
      givenName: '',
      affiliation: {
        organisationId: organisation.id,
        role: 'LEADER',
        since: '2026-02-01',
        until: '2026-01-01',
        title: anInventedNumber,
      },
    });
    expect(refusal?.fields).toEqual({
      givenName: 'REQUIRED',
      'affiliation.until': 'ENDS_BEFORE_IT_BEGINS',
      'affiliation.title': 'NATIONAL_IDENTITY_NUMBER_IN_TEXT',
    });
    const key = await does(world, 'createPerson', { idempotencyKey: 'x', givenName: 'Amina' });
    expect(key.refusal?.fields).toEqual({ idempotencyKey: 'NOT_A_UUID' });
  });
});

describe('an archived person', () => {
  test('is found by nobody, keeps their page, and comes back', async ({ world }) => {
    const { person } = await somebody(world);

    const archived = await done(world, 'archivePerson', {
      id: person.id,
      expectedVersion: 1,
      reason: 'Flyttet',
    });
    expect(archived).toMatchObject({ archivedOn: today, version: 2, givenName: 'Synne' });
    expect(await names(world, 'Synne')).toEqual([]);

    // Once more is no more.
    expect(await done(world, 'archivePerson', { id: person.id, expectedVersion: 1 })).toMatchObject(
      { version: 2 },
    );

    await done(world, 'restorePerson', { id: person.id, expectedVersion: 2 });
    expect(await names(world, 'Synne')).toEqual(['Synne Prøve']);
  });

  test('is not archived by whoever may not, nor from an older version', async ({ world }) => {
    const { bergen, editor } = await places(world);
    const { person } = await somebody(world, { areas: [bergen] });
    const input = { id: person.id, expectedVersion: 9 };
    expect((await does(world, 'archivePerson', input, editor)).refusal?.code).toBe('FORBIDDEN');
    expect((await does(world, 'archivePerson', input)).refusal?.reason).toBe('STALE_VERSION');
    const reason = { ...input, reason: anInventedNumber };
    expect((await does(world, 'archivePerson', reason)).refusal?.fields).toEqual({
      reason: 'NATIONAL_IDENTITY_NUMBER_IN_TEXT',
    });
  });
});

test('no column of a person, or of what belongs to them, is about origin, ethnicity or religion', async ({
  world,
}) => {
  const { rows } = await world.pool.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and (table_name like 'person%' or table_name in ('affiliation', 'consent'))`,
  );
  expect(rows.length).toBeGreaterThan(40);
  const sensitive = /origin|ethni|relig|faith|communit|countr|birth|nation|national_id|gender/;
  expect(rows.map(({ name }) => name).filter((name) => sensitive.test(name))).toEqual([]);
});
