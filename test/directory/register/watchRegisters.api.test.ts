import { afterEach, beforeEach, describe, expect } from 'vitest';

import { Area } from '#schema/vocabulary/Area.ts';
import { aName, anOrganisation } from '#seeds/organisation.ts';
import { Unreachable } from '#server/directory/register/PoliteClient.ts';
import { type Watching, watchRegisters } from '#server/directory/register/watchRegisters.ts';
import { aDeletedUnit, aUnit, RegisterOfOthers } from '#test/support/RegisterOfOthers.ts';
import { test, type World } from '#test/support/world.ts';

let others: RegisterOfOthers;
beforeEach(async () => {
  others = await RegisterOfOthers.open();
});
afterEach(() => others[Symbol.asyncDispose]());

const number = '310000531';
const area = (world: World, code: string) => world.em.findOneOrFail(Area, { code });

/** What watches over the register of a test, as the job does. */
const watch = (world: World, more: Partial<Watching> = {}) =>
  watchRegisters({
    pool: world.pool,
    registers: others.registers(),
    clock: () => others.now,
    areaOf: (code) => (/^(1103|0301|4601)$/.test(code) ? Number(code) : null),
    ...more,
  });

interface Proposal {
  readonly kind: string;
  readonly state: string;
  readonly register: string;
  readonly fields: { field: string; before: unknown; after: unknown }[];
  readonly evidence: { fact: string; before: unknown; after: unknown }[];
}

const proposals = async (world: World): Promise<Proposal[]> =>
  (
    await world.pool.query<Proposal>(
      'select kind, state, register, fields, evidence from register_proposal order by found_at, kind',
    )
  ).rows;

/** An organisation that we have, as the register tells of it, looked at once: what comes next is news. */
async function known(world: World, unit: object = aUnit(number)) {
  const organisation = anOrganisation({
    name: 'Eksempel somaliske kvinneforening',
    number,
    seat: await area(world, '1103'),
  });
  await world.has(organisation);
  others.units.set(number, unit);
  await watch(world);
  expect(await proposals(world)).toEqual([]);
  return organisation;
}

let last = 25_000_000;
/** Something happens to a unit: it is as told from now on, and stands on the list of happenings. */
function happens(what: string, unit?: object | 'removed') {
  if (unit) others.units.set(number, unit);
  last += 7;
  others.updates.push({ id: last, number, what });
  others.now = new Date(others.now.getTime() + 60_000);
}

test('what the register has said all the time is no news, however it differs', async ({
  world,
}) => {
  await world.has(
    anOrganisation({ name: 'Kvinneforeningen', number, seat: await area(world, '0301') }),
  );
  others.units.set(number, aUnit(number, { aktivitet: ['Noe annet'] }));
  expect(await watch(world)).toMatchObject({ looks: 1, proposals: 0 });
  expect(await proposals(world)).toEqual([]);
});

describe('what happens is proposed, field by field, and nothing is written', () => {
  test('another name, with the one that it had', async ({ world }) => {
    const { id } = await known(world);
    happens('Endring', aUnit(number, { navn: 'SOMALISKE KVINNER I STAVANGER' }));
    expect(await watch(world)).toMatchObject({ updates: 1, looks: 1, proposals: 1 });

    const [proposal] = await proposals(world);
    expect(proposal).toMatchObject({
      kind: 'renamed',
      state: 'open',
      register: 'enhetsregisteret',
    });
    expect(proposal?.evidence).toEqual([
      {
        fact: 'name',
        before: 'EKSEMPEL SOMALISKE KVINNEFORENING',
        after: 'SOMALISKE KVINNER I STAVANGER',
      },
    ]);
    expect(proposal?.fields.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['name', 'Eksempel somaliske kvinneforening', 'Somaliske Kvinner i Stavanger'],
      ['names.id', null, expect.any(String)],
      ['names.name', null, 'Eksempel somaliske kvinneforening'],
      ['names.use', null, 'former'],
    ]);
    const { rows } = await world.pool.query(
      'select name, version from organisation where id = $1',
      [id],
    );
    expect(rows).toEqual([{ name: 'Eksempel somaliske kvinneforening', version: 1 }]);
  });

  test('a name that we know already is no news', async ({ world }) => {
    const organisation = await known(world);
    await world.has(aName(organisation, 'Somaliske kvinner i Stavanger'));
    happens('Endring', aUnit(number, { navn: 'SOMALISKE KVINNER I STAVANGER' }));
    await watch(world);
    expect(await proposals(world)).toEqual([]);
  });

  test('another municipality', async ({ world }) => {
    await known(world);
    happens(
      'Endring',
      aUnit(number, {
        forretningsadresse: { kommune: 'OSLO', kommunenummer: '0301', postnummer: '0187' },
      }),
    );
    await watch(world);
    expect(await proposals(world)).toMatchObject([
      {
        kind: 'moved',
        fields: [{ field: 'seat', before: 1103, after: 301 }],
        evidence: [{ fact: 'municipality', before: '1103 STAVANGER', after: '0301 OSLO' }],
      },
    ]);
  });

  test('a municipality that we do not know is for the editor to place', async ({ world }) => {
    await known(world);
    happens(
      'Endring',
      aUnit(number, { forretningsadresse: { kommune: 'SVALBARD', kommunenummer: '2100' } }),
    );
    await watch(world);
    expect(await proposals(world)).toMatchObject([{ kind: 'moved', fields: [] }]);
  });

  test('a deleted unit has its last day', async ({ world }) => {
    await known(world);
    happens('Sletting', aDeletedUnit(number, '2026-11-20'));
    await watch(world);
    expect(await proposals(world)).toMatchObject([
      { kind: 'deleted', fields: [{ field: 'closedOn', before: null, after: '2026-11-20' }] },
    ]);
  });

  test('of one that was removed we keep nothing of what the register said', async ({ world }) => {
    await known(world);
    happens('Fjernet', 'removed');
    await watch(world);
    expect(await proposals(world)).toMatchObject([{ kind: 'removed', fields: [], evidence: [] }]);
    const { rows } = await world.pool.query('select state, facts from register_entry');
    expect(rows).toEqual([{ state: 'removed', facts: null }]);
  });

  test('bankruptcy, winding up, another purpose and leaving Frivillighetsregisteret are told, for an editor to see what follows', async ({
    world,
  }) => {
    others.voluntary.set(number, ['14100']);
    await known(world, aUnit(number, { registrertIFrivillighetsregisteret: true }));
    happens(
      'Endring',
      aUnit(number, { konkurs: true, underAvvikling: true, aktivitet: ['Idrett'] }),
    );
    await watch(world);
    expect(
      (await proposals(world)).map(({ kind, register, fields }) => [kind, register, fields]),
    ).toEqual([
      ['bankrupt', 'enhetsregisteret', []],
      ['closing', 'enhetsregisteret', []],
      ['not_voluntary', 'frivillighetsregisteret', []],
      ['purpose', 'enhetsregisteret', []],
    ]);
  });

  test('another category is heard though nothing happens in Enhetsregisteret', async ({
    world,
  }) => {
    others.voluntary.set(number, ['14100']);
    await known(world, aUnit(number, { registrertIFrivillighetsregisteret: true }));
    others.voluntary.set(number, ['10100', '14100']);
    others.now = new Date(others.now.getTime() + 31 * 24 * 3_600_000);
    await watch(world);
    expect(await proposals(world)).toMatchObject([
      {
        kind: 'purpose',
        register: 'frivillighetsregisteret',
        evidence: [{ fact: 'categories', before: '14100', after: '10100,14100' }],
      },
    ]);
  });
});

test('what was removed or deleted before anybody looked is found at the first look', async ({
  world,
}) => {
  await world.has(
    anOrganisation({ number }),
    anOrganisation({ number: '310000795' }),
    anOrganisation({ number: '310000019' }),
  );
  others.units.set(number, aDeletedUnit(number, '2019-02-01'));
  others.units.set('310000795', 'removed');
  await watch(world);
  expect((await proposals(world)).map(({ kind }) => kind)).toEqual(['deleted', 'removed']);
});

test('a sole proprietor among our numbers is thrown away unread', async ({ world }) => {
  await world.has(anOrganisation({ number }));
  others.units.set(
    number,
    aUnit(number, { navn: 'SYNNE PRØVE', organisasjonsform: { kode: 'ENK' } }),
  );
  await watch(world);
  const { rows } = await world.pool.query('select state, facts from register_entry');
  expect(rows).toEqual([{ state: 'notForUs', facts: null }]);
});

test('of what happens to others nothing is looked up', async ({ world }) => {
  await known(world);
  const before = others.calls.length;
  for (const id of [1, 2, 3])
    others.updates.push({ id: 30_000_000 + id, number: '310000922', what: 'Ny' });
  expect(await watch(world)).toMatchObject({ updates: 3, looks: 0 });
  expect(others.paths.slice(before).filter((path) => path.includes('/enheter/'))).toEqual([]);
});

describe('the list of happenings', () => {
  test('is read to its end in pages, over gaps, and goes on where it was', async ({ world }) => {
    await known(world);
    const begun = others.calls.length;
    for (const id of [40_000_001, 40_000_002, 40_000_900, 40_007_000, 40_007_001]) {
      others.updates.push({ id, number, what: 'Endring' });
    }
    expect(await watch(world, { updatesAtATime: 2 })).toMatchObject({ updates: 5, looks: 1 });
    const asked = others.paths
      .slice(begun)
      .flatMap((path) => /oppdateringsid=(\d+)/.exec(path)?.[1] ?? []);
    expect(asked).toEqual(['40000003', '40007001', '40007002']);

    await watch(world);
    expect(others.paths.at(-1)).toContain('oppdateringsid=40007002');
  });

  test('that does not go on is not read for ever', async ({ world }) => {
    await known(world);
    happens('Endring');
    const stuck = others.registers();
    stuck.updates = async () => [{ id: 5, number, what: 'Endring' }];
    await expect(watch(world, { registers: stuck })).resolves.toMatchObject({ updates: 1 });
  });

  test('that breaks off half-way loses nothing and does nothing twice', async ({ world }) => {
    await known(world);
    happens('Endring', aUnit(number, { navn: 'SOMALISKE KVINNER I STAVANGER' }));
    others.broken.set('/enhetsregisteret/api/enheter/', { status: 500 });
    expect(await watch(world)).toMatchObject({ updates: 1, looks: 0, left: 1 });
    expect(await proposals(world)).toEqual([]);

    others.broken.clear();
    expect(await watch(world)).toMatchObject({ updates: 0, looks: 1, proposals: 1 });
    expect(await watch(world)).toMatchObject({ updates: 0, looks: 0, proposals: 0 });
  });

  test('that nobody answers for fails, for the job to try again', async ({ world }) => {
    others.broken.set('/', { status: 500 });
    await expect(watch(world)).rejects.toThrow(Unreachable);
  });
});

describe('the same news', () => {
  const renamed = () =>
    happens('Endring', aUnit(number, { navn: 'SOMALISKE KVINNER I STAVANGER' }));

  test('is not proposed twice, not even when it was refused', async ({ world }) => {
    await known(world);
    renamed();
    await watch(world);
    await world.pool.query(
      `update register_proposal set state = 'refused', reason = 'Nei', decided_by = 'Ragnar', decided_at = now()`,
    );
    await world.pool.query('delete from register_entry');
    happens(
      'Endring',
      aUnit(number, {
        navn: 'SOMALISKE KVINNER I STAVANGER',
        historiskeNavn: [{ navn: 'EKSEMPEL SOMALISKE KVINNEFORENING' }],
      }),
    );
    expect(await watch(world)).toMatchObject({ looks: 1, proposals: 0 });
    expect((await proposals(world)).map(({ state }) => state)).toEqual(['refused']);
  });

  test('is overtaken by what the register says later', async ({ world }) => {
    await known(world);
    renamed();
    await watch(world);
    happens('Endring', aUnit(number, { navn: 'KVINNENETTVERKET' }));
    await watch(world);
    expect((await proposals(world)).map(({ kind, state }) => [kind, state])).toEqual([
      ['renamed', 'overtaken'],
      ['renamed', 'open'],
    ]);
  });

  test('is closed when the register takes it back', async ({ world }) => {
    await known(world);
    renamed();
    await watch(world);
    happens('Endring', aUnit(number));
    await watch(world);
    expect((await proposals(world)).map(({ state }) => state)).toEqual(['overtaken']);
  });

  test('is closed by whoever changes the field by hand, by whatever way they come', async ({
    world,
  }) => {
    const { id } = await known(world);
    renamed();
    await watch(world);
    await world.pool.query(`update organisation set name = 'Kvinnenettverket' where id = $1`, [id]);
    expect((await proposals(world)).map(({ state }) => state)).toEqual(['edited']);
  });

  test('stays open while other fields are changed', async ({ world }) => {
    const { id } = await known(world);
    renamed();
    await watch(world);
    await world.pool.query(
      `update organisation set seat_number = 301, version = version + 1 where id = $1`,
      [id],
    );
    expect((await proposals(world)).map(({ state }) => state)).toEqual(['open']);
  });
});

test('nobody is allowed to take a proposal away', async ({ committed: world }) => {
  await expect(world.pool.query('delete from register_proposal')).rejects.toThrow(
    'permission denied',
  );
});
