import fc from 'fast-check';
import { describe, expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { NameUse } from '#schema/organisation/NameUse.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { aContactPoint, aName, anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { names } from '#test/directory/found.ts';
import { area, language, topic } from '#test/directory/terms.ts';
import { aReader, aViewer, anEditor } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';
import { edit, undo } from './edit.ts';

/** What the register holds of organisations, but for how often they were changed. */
const everything = async ({ pool }: World): Promise<unknown> => {
  const { rows } = await pool.query(
    `select (select jsonb_agg(to_jsonb(o) - 'version' order by o.id) from organisation o) as organisations,
      (select jsonb_agg(to_jsonb(n) order by n.id) from organisation_name n) as names,
      (select jsonb_agg(to_jsonb(c) order by c.id) from organisation_contact_point c) as points,
      (select jsonb_agg(to_jsonb(e) - 'is_young' order by e.id) from directory_entry e) as entries`,
  );
  return rows[0];
};

/** A national number with a right check digit; nobody's. */
const numbers = ['999999999', '987654325', '975318648'];

const versionOf = async ({ pool }: World, id: string) =>
  (await pool.query<{ version: number }>('select version from organisation where id = $1', [id]))
    .rows[0]?.version;

describe('who may not', () => {
  test('is told so before anything is looked at', async ({ world }) => {
    const organisation = anOrganisation({ name: 'Urørt' });
    await world.has(organisation);
    const input = { id: organisation.id, expectedVersion: 7, name: '' };
    const verbs = ['editOrganisation', 'archiveOrganisation', 'restoreOrganisation'] as const;
    for (const verb of verbs) {
      const asked = verb === 'editOrganisation' ? input : { id: input.id, expectedVersion: 7 };
      expect((await edit(world, verb, asked, null)).refusal).toEqual({ code: 'UNAUTHENTICATED' });
      for (const role of [Role.READER, Role.COORDINATOR, Role.RECRUITER, Role.PRIVACY_OFFICER]) {
        expect((await edit(world, verb, asked, aViewer(role))).refusal).toEqual({
          code: 'FORBIDDEN',
        });
      }
    }
    const made = { name: '', idempotencyKey: '' };
    expect((await edit(world, 'createOrganisation', made, aReader())).refusal).toEqual({
      code: 'FORBIDDEN',
    });
    expect(await names(world, 'urørt')).toEqual(['Urørt']);
  });

  test('looks after another place', async ({ world }) => {
    const elsewhere = anOrganisation({ servedAreas: [area('4601')] });
    await world.has(elsewhere);
    const scope = new Set([area('0301').number]);
    const local = { ...anEditor(), scope };
    const input = { id: elsewhere.id, expectedVersion: 1, name: 'Ny' };

    expect((await edit(world, 'editOrganisation', input, local)).refusal).toEqual({
      code: 'FORBIDDEN',
    });
    const create = (servedAreas: string[]) => {
      const made = { name: 'Ny', kind: 'INFORMAL_GROUP', idempotencyKey: crypto.randomUUID() };
      return edit(world, 'createOrganisation', { ...made, servedAreas }, local);
    };
    expect((await create(['4601'])).refusal?.fields).toEqual({ servedAreas: 'OUT_OF_SCOPE' });
    const { edited } = await create(['0301', '4601']);
    expect(edited?.version).toBe(1);
    const moving = { id: edited!.id, expectedVersion: 1, servedAreas: ['4601'] };
    expect((await edit(world, 'editOrganisation', moving, local)).refusal?.fields).toEqual({
      servedAreas: 'OUT_OF_SCOPE',
    });
  });
});

describe('what will not do', () => {
  test('is said at each field, all at once, and nothing is written', async ({ world }) => {
    const holder = anOrganisation({ name: 'Har nummeret', number: numbers[0]! });
    const organisation = anOrganisation({ name: 'Urørt' });
    const phone = aContactPoint(organisation);
    await world.has(holder, organisation, phone);
    const before = await everything(world);

    const { refusal } = await edit(world, 'editOrganisation', {
      id: organisation.id,
      expectedVersion: 1,
      name: 'Vеlferd', // The first e is Cyrillic.
      number: numbers[0],
      names: [
        { name: '–', use: 'ALIAS', language: 'xx' },
        { id: phone.id, name: 'A', use: 'SHORT' },
      ],
      seat: '1507',
      parent: organisation.id,
      languages: ['so', 'klingonsk'],
      servedAreas: ['3004'],
      membership: { count: -1, year: 2027 },
      openedOn: '2026-12-01',
      closedOn: '2020-01-01',
      contactPoints: [
        { id: phone.id, channel: 'PHONE', value: 'ring oss' },
        { channel: 'EMAIL', value: 'a@b', label: 'x'.repeat(101) },
        { id: crypto.randomUUID(), channel: 'WEBSITE', value: 'example.org' },
      ],
    });

    expect(refusal).toEqual({
      code: 'INVALID_INPUT',
      fields: {
        name: 'MIXED_SCRIPTS',
        number: 'ALREADY_USED',
        'names.0.name': 'REQUIRED',
        'names.0.language': 'UNKNOWN_CODE',
        'names.1.id': 'UNKNOWN',
        seat: 'SPLIT_MUNICIPALITY',
        parent: 'WITHIN_ITSELF',
        languages: 'UNKNOWN_CODE',
        servedAreas: 'FORMER_MUNICIPALITY',
        'membership.count': 'OUT_OF_RANGE',
        'membership.year': 'OUT_OF_RANGE',
        openedOn: 'IN_THE_FUTURE',
        closedOn: 'ENDS_BEFORE_IT_BEGINS',
        'contactPoints.0.value': 'NOT_A_PHONE_NUMBER',
        'contactPoints.1.value': 'NOT_AN_EMAIL_ADDRESS',
        'contactPoints.1.label': 'TOO_LONG',
        'contactPoints.2.id': 'UNKNOWN',
      },
      suggestions: {
        number: [{ value: holder.id, name: 'Har nummeret' }],
        seat: [
          { value: '1508', name: 'Ålesund' },
          { value: '1580', name: 'Haram' },
        ],
        servedAreas: [{ value: '3107', name: 'Fredrikstad' }],
      },
    });
    expect(await everything(world)).toEqual(before);
  });

  test('in a number is how many digits it has, and the last of them', async ({ world }) => {
    const organisation = anOrganisation();
    await world.has(organisation);
    const withNumber = async (number: string, expectedVersion = 1) =>
      (await edit(world, 'editOrganisation', { id: organisation.id, expectedVersion, number }))
        .refusal?.fields?.['number'];

    expect(await withNumber('12345678')).toBe('NOT_NINE_DIGITS');
    expect(await withNumber('999999998')).toBe('WRONG_CHECK_DIGIT');
    expect(await withNumber('999 999 999')).toBeUndefined();
    const { rows } = await world.pool.query('select number from organisation');
    expect(rows).toEqual([{ number: '999999999' }]);
  });

  test('in a name is taken out where it is only hidden', async ({ world }) => {
    const organisation = anOrganisation();
    await world.has(organisation);
    const name = '\u202eForeningen\u200b  \u2066Eksempel\u2069';

    const { edited } = await edit(world, 'editOrganisation', {
      id: organisation.id,
      expectedVersion: 1,
      name,
      names: [{ name: 'الجمعية Forening', use: 'TRANSLATION', language: 'ar' }],
    });
    expect(edited?.name).toBe('Foreningen Eksempel');

    const mixed = { id: organisation.id, expectedVersion: 2, name: 'Vеlferd' };
    expect((await edit(world, 'editOrganisation', mixed)).refusal?.fields).toEqual({
      name: 'MIXED_SCRIPTS',
    });
    const meant = await edit(world, 'editOrganisation', { ...mixed, acceptMixedScripts: true });
    expect(meant.edited?.name).toBe('Vеlferd');
    const kept = await edit(world, 'editOrganisation', {
      ...mixed,
      expectedVersion: 3,
      topics: [],
    });
    expect(kept.refusal).toBeUndefined();
  });

  test('is an organisation within itself, by however many steps, also where two make a ring together', async ({
    committed: world,
  }) => {
    const top = anOrganisation({ name: 'Topp' });
    const middle = anOrganisation({ name: 'Midt', parent: top });
    const low = anOrganisation({ name: 'Bunn', parent: middle });
    const [one, other] = [anOrganisation({ name: 'Ene' }), anOrganisation({ name: 'Andre' })];
    await world.has(top, middle, low, one, other);
    const put = async (it: Organisation, parent: Organisation) =>
      (
        await edit(world, 'editOrganisation', {
          id: it.id,
          expectedVersion: await versionOf(world, it.id),
          parent: parent.id,
        })
      ).refusal;

    for (const parent of [top, middle, low]) {
      expect((await put(top, parent))?.fields).toEqual({ parent: 'WITHIN_ITSELF' });
    }
    const answers = await Promise.all([put(one, other), put(other, one)]);

    expect(answers.filter(Boolean).map((it) => it?.fields)).toEqual([{ parent: 'WITHIN_ITSELF' }]);
  });
});

describe('what is right', () => {
  test('is written, all of it, comes back and is found; what was left out stays', async ({
    world,
  }) => {
    const organisation = anOrganisation({ name: 'Før', topics: [topic('mental_health')] });
    const [parent, phone] = [anOrganisation({ name: 'Paraplyen' }), aContactPoint(organisation)];
    const hidden = aContactPoint(organisation, {
      value: '+4700000009',
      audience: ContactAudience.CRISIS_ONLY,
      position: 1,
    });
    await world.has(parent, organisation, phone, hidden, aName(organisation, 'Gammelt navn'));

    const { edited, refusal } = await edit(world, 'editOrganisation', {
      id: organisation.id,
      expectedVersion: 1,
      name: 'Etter',
      kind: 'FAITH_COMMUNITY',
      number: numbers[1],
      names: [{ name: 'EF', use: 'SHORT', language: 'nb' }],
      seat: '0301',
      parent: parent.id,
      languages: ['so', 'nb', 'so'],
      servedAreas: ['0301'],
      membership: { count: 40, year: 2025 },
      openedOn: '2001-02-03',
      contactPoints: [
        {
          channel: 'EMAIL',
          value: 'post@example.org',
          label: 'Kontor',
          language: 'so',
          hours: 'man–fre',
        },
        { id: phone.id, channel: 'PHONE', value: '22 22 22 22', audience: 'COORDINATORS' },
      ],
    });

    expect(refusal).toBeUndefined();
    expect(edited).toMatchObject({ version: 2, name: 'Etter' });
    const { data } = await world.ask<{ organisation: object }>(
      anEditor(),
      `query ($id: ID!) { organisation(id: $id) {
        kind number openedOn lacksContact names { name use language { code } } seat { code } parent { name } languages { code }
        topics { code } servedAreas { code } membership { count year }
        contactPoints { channel value label hours audience position language { code } }
      } }`,
      { id: organisation.id },
    );
    expect(data?.organisation).toEqual({
      kind: 'FAITH_COMMUNITY',
      number: numbers[1],
      openedOn: '2001-02-03',
      lacksContact: false,
      names: [{ name: 'EF', use: 'SHORT', language: { code: 'nb' } }],
      seat: { code: '0301' },
      parent: { name: 'Paraplyen' },
      languages: expect.arrayContaining([{ code: 'nb' }, { code: 'so' }]) as object,
      topics: [{ code: 'mental_health' }],
      servedAreas: [{ code: '0301' }],
      membership: { count: 40, year: 2025 },
      contactPoints: [
        {
          channel: 'EMAIL',
          value: 'post@example.org',
          label: 'Kontor',
          hours: 'man–fre',
          audience: 'ALL_STAFF',
          position: 0,
          language: { code: 'so' },
        },
        {
          channel: 'PHONE',
          value: '+4722222222',
          label: null,
          hours: null,
          audience: 'COORDINATORS',
          position: 1,
          language: null,
        },
      ],
    });
    expect(await names(world, 'etter')).toEqual(['Etter']);
    expect(await names(world, 'gammelt navn')).toEqual([]);
    const { rows } = await world.pool.query(
      'select from organisation_contact_point where id = $1',
      [hidden.id],
    );
    expect(rows).toHaveLength(1);
  });

  test('already changes nothing, and no history', async ({ world }) => {
    const organisation = anOrganisation({
      name: 'Riktig',
      languages: [language('so'), language('ar')],
    });
    const phone = aContactPoint(organisation, { value: '+4700123456' });
    await world.has(organisation, phone);

    const { edited } = await edit(world, 'editOrganisation', {
      id: organisation.id,
      expectedVersion: 1,
      name: ' Riktig ',
      languages: ['ar', 'so'],
      contactPoints: [{ id: phone.id, channel: 'PHONE', value: '+47 00 12 34 56' }],
    });

    expect(edited?.version).toBe(1);
    expect((await world.pool.query('select from change')).rowCount).toBe(0);
  });

  test('is made once for one key, by however many at once', async ({ committed: world }) => {
    const input = {
      idempotencyKey: crypto.randomUUID(),
      name: 'Bare én',
      kind: 'INFORMAL_GROUP',
      contactPoints: [{ channel: 'PHONE', value: '+4700000001' }],
    };

    const answers = await Promise.all(
      Array.from({ length: 8 }, () => edit(world, 'createOrganisation', input)),
    );

    expect(new Set(answers.map(({ edited }) => edited?.id)).size).toBe(1);
    expect(answers.map(({ refusal }) => refusal).filter(Boolean)).toEqual([]);
    expect((await world.pool.query('select from organisation')).rowCount).toBe(1);
    expect((await world.pool.query('select from organisation_contact_point')).rowCount).toBe(1);
    const another = { ...aViewer(Role.EDITOR, 'En annen'), id: crypto.randomUUID() };
    const theirs = await edit(world, 'createOrganisation', input, another);
    expect(theirs.edited?.id).not.toBe(answers[0]?.edited?.id);
    const nothing = { idempotencyKey: crypto.randomUUID() };
    expect((await edit(world, 'createOrganisation', nothing)).refusal?.fields).toEqual({
      name: 'REQUIRED',
      kind: 'REQUIRED',
    });
  });

  test('is given once: one number is one organisation, also of those who come at once', async ({
    committed: world,
  }) => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        edit(world, 'createOrganisation', {
          idempotencyKey: crypto.randomUUID(),
          name: `Nummer ${at}`,
          kind: 'VOLUNTARY_ORGANISATION',
          number: numbers[2],
        }),
      ),
    );

    const refused = answers.flatMap(({ refusal }) => refusal ?? []);
    expect(refused).toHaveLength(5);
    expect(new Set(refused.map(({ fields }) => fields?.['number']))).toEqual(
      new Set(['ALREADY_USED']),
    );
  });

  test('is one of fifty at once, and the others hear what it was', async ({ committed: world }) => {
    const organisation = anOrganisation({ name: 'Før' });
    await world.has(organisation);

    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        edit(world, 'editOrganisation', {
          id: organisation.id,
          expectedVersion: 1,
          name: `Etter ${at}`,
          contactPoints: [{ channel: 'PHONE', value: `+47000000${String(at).padStart(2, '0')}` }],
        }),
      ),
    );

    const won = answers.flatMap(({ edited }) => edited ?? []);
    const lost = answers.flatMap(({ refusal }) => refusal ?? []);
    expect(won).toHaveLength(1);
    expect(lost).toHaveLength(49);
    for (const { code, reason, version, changes } of lost) {
      expect([code, reason, version]).toEqual(['CONFLICT', 'STALE_VERSION', 2]);
      expect(changes).toContainEqual(
        expect.objectContaining({ field: 'name', after: won[0]?.name }),
      );
    }
    expect((await world.pool.query('select from organisation_contact_point')).rowCount).toBe(1);
  });
});

describe('archiving', () => {
  test('takes an organisation out of sight and back, each once, for those who have seen it as it is', async ({
    world,
  }) => {
    const organisation = anOrganisation({ name: 'Foreningen Borte' });
    await world.has(organisation);
    const as = (expectedVersion: number) => ({ id: organisation.id, expectedVersion });

    const { edited } = await edit(world, 'archiveOrganisation', as(1));
    expect(edited).toMatchObject({ version: 2, archivedOn: '2026-11-22' });
    expect(await names(world, 'borte')).toEqual([]);
    expect((await edit(world, 'archiveOrganisation', as(2))).refusal).toMatchObject({
      code: 'CONFLICT',
      reason: 'ALREADY_DONE',
    });
    expect((await edit(world, 'restoreOrganisation', as(1))).refusal).toMatchObject({
      reason: 'STALE_VERSION',
      changes: [{ field: 'archivedOn', after: '2026-11-22' }],
    });

    await edit(world, 'restoreOrganisation', as(2));
    expect(await names(world, 'borte')).toEqual(['Foreningen Borte']);
  });

  test('is undone by whoever did it a moment ago, without a reason', async ({ world }) => {
    const organisation = anOrganisation();
    await world.has(organisation);
    const { changeId } = await edit(world, 'archiveOrganisation', {
      id: organisation.id,
      expectedVersion: 1,
    });

    const another = { ...aViewer(Role.EDITOR), id: crypto.randomUUID() };
    expect((await undo(world, changeId, 2, another))?.fields).toEqual({ reason: 'REQUIRED' });
    expect(await undo(world, changeId, 2)).toBeUndefined();
    expect((await world.pool.query('select archived_on from organisation')).rows).toEqual([
      { archived_on: null },
    ]);
  });
});

describe('undoing', () => {
  test('a creation removes it, while nothing else points at it; and undoing that puts it back', async ({
    world,
  }) => {
    const { edited, changeId } = await edit(world, 'createOrganisation', {
      idempotencyKey: crypto.randomUUID(),
      name: 'Feil opprettet',
      kind: 'INFORMAL_GROUP',
      servedAreas: ['0301'],
      contactPoints: [{ channel: 'PHONE', value: '+4700000001' }],
      names: [{ name: 'FO', use: 'SHORT' }],
    });
    const whole = await everything(world);
    await world.pool.query('savepoint joined');
    const it = world.em.getReference(Organisation, edited!.id as never) as unknown as Organisation;
    await world.has(anAffiliation(aPerson(), it));
    expect(await undo(world, changeId, 1)).toMatchObject({ reason: 'STILL_IN_USE' });
    await world.pool.query('rollback to savepoint joined');

    expect(await undo(world, changeId, 1)).toBeUndefined();
    expect((await world.pool.query('select from organisation')).rowCount).toBe(0);
    const { rows } = await world.pool.query<{ id: string }>(
      "select id from change where verb = 'undoChange'",
    );
    expect(await undo(world, rows[0]!.id, 2)).toBeUndefined();
    expect(await everything(world)).toEqual(whole);
  });

  test('any edit is the identity on everything that it reached', async ({ world }) => {
    const organisation = anOrganisation({
      name: 'Foreningen Før',
      number: numbers[0]!,
      seat: null,
      topics: [topic('mental_health')],
      languages: [language('so')],
      servedAreas: [area('0301')],
      memberCount: 3,
      memberYear: 2020,
    });
    const parent = anOrganisation({ name: 'Over' });
    const points = [
      aContactPoint(organisation, { lastWorkedOn: '2026-01-01', label: 'Kontor' }),
      aContactPoint(organisation, { value: '+4700000002', bouncedOn: '2026-02-02', position: 1 }),
      aContactPoint(organisation, {
        channel: ContactChannel.MEETING_PLACE,
        value: 'Biblioteket',
        audience: ContactAudience.COORDINATORS,
        position: 2,
      }),
    ];
    const others = [
      aName(organisation, 'FF', { use: NameUse.SHORT }),
      aName(organisation, 'Alias'),
    ];
    await world.has(organisation, parent, ...points, ...others);
    const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
    const text = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcæøå é') });
    const name = text.map((it) => `N${it}`);
    const codes = (...all: string[]) => fc.subarray(all);
    const point = fc.oneof(
      fc.record({
        id: fc.constantFrom(...points.map(({ id }) => id)),
        channel: fc.constant('MEETING_PLACE'),
        value: name,
        label: fc.option(name),
        hours: fc.option(name),
        language: fc.option(fc.constantFrom('so', 'ar')),
        audience: fc.constantFrom('ALL_STAFF', 'COORDINATORS'),
      }),
      fc.record({ channel: fc.constant('SPOND'), value: name }),
    );
    const oneEach = <Part extends { id?: string }>(part: fc.Arbitrary<Part>) =>
      fc.uniqueArray(part, { maxLength: 5, selector: ({ id }) => id ?? Math.random() });
    const edits = fc.record({
      name: maybe(name),
      kind: maybe(fc.constantFrom('INFORMAL_GROUP', 'HOSPITAL')),
      number: maybe(fc.constantFrom(null, ...numbers)),
      seat: maybe(fc.constantFrom(null, '0301', '4601')),
      parent: maybe(fc.constantFrom(null, parent.id)),
      languages: maybe(codes('so', 'ar', 'nb')),
      communities: maybe(codes('SO', 'ER')),
      topics: maybe(codes('mental_health')),
      servedAreas: maybe(codes('0301', '4601', 'NO')),
      membership: maybe(fc.constantFrom(null, { count: 7, year: 2024 })),
      openedOn: maybe(fc.constantFrom(null, '1999-01-01')),
      closedOn: maybe(fc.constantFrom(null, '2026-01-01')),
      names: maybe(
        oneEach(
          fc.oneof(
            fc.record({
              id: fc.constantFrom(...others.map(({ id }) => id)),
              name,
              use: fc.constant('FORMER'),
            }),
            fc.record({ name, use: fc.constant('ALIAS') }),
          ) as fc.Arbitrary<{ id?: string }>,
        ),
      ),
      contactPoints: maybe(oneEach(point as fc.Arbitrary<{ id?: string }>)),
    });

    await fc.assert(
      fc.asyncProperty(edits, async (input) => {
        const before = await everything(world);
        const version = (await versionOf(world, organisation.id)) ?? 0;
        const { edited, refusal, changeId } = await edit(world, 'editOrganisation', {
          id: organisation.id,
          expectedVersion: version,
          ...input,
        });
        expect(refusal).toBeUndefined();
        if (edited?.version === version) return;
        expect(await everything(world)).not.toEqual(before);
        expect(await undo(world, changeId, version + 1)).toBeUndefined();
        expect(await everything(world)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

test('whoever nobody can reach any more says so: by its own ways, or by whom to ask first', async ({
  world,
}) => {
  const [failing, reached, silent] = ['Prøver', 'Nås', 'Taus'].map((name) =>
    anOrganisation({ name }),
  ) as [Organisation, Organisation, Organisation];
  const [leader, former, mute] = [aPerson(), aPerson(), aPerson()];
  await world.has(
    failing,
    reached,
    silent,
    aContactPoint(failing, { bouncedOn: '2026-01-01' }),
    aPersonalContactPoint(leader, personalKey),
    aPersonalContactPoint(former, personalKey),
    anAffiliation(leader, reached, { isPrimary: true }),
    anAffiliation(former, silent, { isPrimary: true, until: '2025-01-01' }),
    anAffiliation(mute, silent, { isPrimary: true }),
    anAffiliation(leader, failing, { isPrimary: false }),
  );
  const lacks = async ({ id }: Organisation) => {
    const { data } = await world.ask<{ organisation: { lacksContact: boolean } }>(
      aReader(),
      'query ($id: ID!) { organisation(id: $id) { lacksContact } }',
      { id },
    );
    return data?.organisation.lacksContact;
  };

  expect([await lacks(failing), await lacks(reached), await lacks(silent)]).toEqual([
    true,
    false,
    true,
  ]);
});

test('a term that no vocabulary has is refused by the database itself, in whichever list, of an organisation as of a person', async ({
  committed: world,
}) => {
  const [organisation, person] = [anOrganisation({ name: 'Ordlisten' }), aPerson()];
  await world.has(organisation, person);

  for (const [table, column, id] of [
    ['organisation', 'languages', organisation.id],
    ['organisation', 'communities', organisation.id],
    ['organisation', 'topics', organisation.id],
    ['organisation', 'served_areas', organisation.id],
    ['person', 'areas', person.id],
    ['person', 'topics', person.id],
  ] as const) {
    const list = (numbers: readonly number[]) =>
      world.pool.query(`update ${table} set ${column} = $2 where id = $1`, [id, numbers]);
    await expect(list([987_654]), column).rejects.toThrow('has no number 987654');
    await list([]);
  }
  const { rowCount } = await world.pool.query(
    'update organisation set topics = array(select number from topic) where id = $1',
    [organisation.id],
  );
  expect(rowCount).toBe(1);
});
