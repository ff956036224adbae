import { describe, expect } from 'vitest';

import { NameUse } from '#schema/organisation/NameUse.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { Person } from '#schema/person/Person.ts';
import { aContactPoint, aName, anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { changeRecords, type RecordChange } from '#server/common/changeRecords.ts';
import { reversed, rowMade, rowRemoved } from '#server/common/FieldChange.ts';
import { fieldsOf, type JsonRow } from '#server/common/rowFields.ts';
import { names } from '#test/directory/found.ts';
import { anEditor } from '#test/support/viewers.ts';
import { personalKey, test, type World } from '#test/support/world.ts';

const deed = { verb: 'tryOut', reason: 'Prøve' };

const write = (world: World, ...changes: RecordChange[]) =>
  changeRecords(world.context(anEditor()), deed, changes);

const made = (name: string, more: Readonly<Record<string, unknown>> = {}): RecordChange => {
  const id = crypto.randomUUID();
  const values = { name, kind: OrganisationKind.IMMIGRANT_ORGANISATION, ...more };
  return { type: Organisation, id, version: 0, fields: rowMade(id, values) };
};

const renamed = (it: Organisation, version: number, before: string, after: string) => ({
  type: Organisation,
  id: it.id,
  version,
  fields: [{ field: 'name', before, after }],
});

const versionsIn = async ({ pool }: World, id: string) =>
  (
    await pool.query<{ version: number; verb: string }>(
      'select version, verb from change where record_id = $1 order by version',
      [id],
    )
  ).rows.map(({ version }) => version);

const rowsOf = async (world: World, table: string): Promise<JsonRow[]> =>
  (
    await world.pool.query<{ row: JsonRow }>(`select to_jsonb(t) as row from "${table}" t`)
  ).rows.map(({ row }) => row);

const namesIn = async ({ pool }: World) =>
  (await pool.query<{ name: string }>('select name from organisation order by name')).rows.map(
    ({ name }) => name,
  );

describe('a list of fields', () => {
  test('makes a record with its parts, and takes it back when it is turned around', async ({
    world,
  }) => {
    const organisation = made('Kvinnegruppa i Prøvedalen', {
      servedAreas: [],
      memberCount: 12,
      memberYear: 2025,
    });
    const point = crypto.randomUUID();
    const values = { channel: 'phone', value: '+4700000001', audience: 'all_staff', position: 0 };
    const whole = {
      ...organisation,
      fields: [...organisation.fields, ...rowMade(point, values, 'contactPoints')],
    };

    await write(world, whole);

    expect(await rowsOf(world, 'organisation')).toMatchObject([
      { id: whole.id, version: 1, name: 'Kvinnegruppa i Prøvedalen', member_count: 12 },
    ]);
    expect(await rowsOf(world, 'organisation_contact_point')).toMatchObject([
      { id: point, organisation_id: whole.id, value: '+4700000001' },
    ]);
    expect(await names(world, 'kvinnegruppa')).toEqual(['Kvinnegruppa i Prøvedalen']);
    expect(await names(world, '+4700000001')).toEqual(['Kvinnegruppa i Prøvedalen']);

    await write(world, { ...whole, version: 1, fields: reversed(whole.fields) });

    expect(await rowsOf(world, 'organisation')).toEqual([]);
    expect(await rowsOf(world, 'organisation_contact_point')).toEqual([]);
    expect(await names(world, 'kvinnegruppa')).toEqual([]);

    await write(world, whole);

    expect(await rowsOf(world, 'organisation')).toMatchObject([{ id: whole.id, version: 3 }]);
    expect(await versionsIn(world, whole.id)).toEqual([1, 2, 3]);
  });

  test('removes a part, and puts back all of it', async ({ world }) => {
    const organisation = anOrganisation();
    const phone = aContactPoint(organisation, {
      label: 'Kontor',
      hours: 'man–fre',
      lastWorkedOn: '2026-01-02',
    });
    await world.has(organisation, phone);
    const context = world.context(anEditor());
    const before = await rowsOf(world, 'organisation_contact_point');
    const readable = context.readModel.readable('OrganisationContactPoint');
    const values = fieldsOf(readable, before[0]!, ['organisation']);
    const fields = rowRemoved(phone.id, values, 'contactPoints');
    const seen = { type: Organisation, id: organisation.id };

    await write(world, { ...seen, version: 1, fields });
    expect(await rowsOf(world, 'organisation_contact_point')).toEqual([]);

    await write(world, { ...seen, version: 2, fields: reversed(fields) });
    expect(await rowsOf(world, 'organisation_contact_point')).toEqual(before);
  });

  test('of the same fields as another one is written where it belongs, with what it says', async ({
    world,
  }) => {
    const both = [anOrganisation({ name: 'Ene' }), anOrganisation({ name: 'Andre' })];
    const points = both.map((it) => [aContactPoint(it), aContactPoint(it)] as const);
    await world.has(...both, ...points.flat());
    const numbered = (at: 0 | 1, version: number, name: string, first: 0 | 1, last: 0 | 1) => ({
      type: Organisation,
      id: both[at]!.id,
      version,
      fields: [
        { field: 'name', before: null, after: name },
        ...[first, last].map((place) => ({
          field: 'contactPoints.value',
          part: points[at]![place].id,
          before: null,
          after: `${name} ${place}`,
        })),
      ],
    });
    const written = async () =>
      (
        await world.pool.query<{ name: string; values: string[] }>(
          `select o.name, array_agg(c.value order by c.value) as values from organisation o
           join organisation_contact_point c on c.organisation_id = o.id
           where c.id = any($1) and c.value like o.name || '%' group by o.name order by o.name`,
          [points.flat().map(({ id }) => id)],
        )
      ).rows.map(({ name, values }) => [name, ...values]);

    await write(world, numbered(0, 1, 'A', 0, 1));
    await write(world, numbered(1, 1, 'B', 1, 0));
    expect(await written()).toEqual([
      ['A', 'A 0', 'A 1'],
      ['B', 'B 0', 'B 1'],
    ]);

    await write(world, numbered(0, 2, 'C', 1, 0));
    expect(await written()).toEqual([
      ['B', 'B 0', 'B 1'],
      ['C', 'C 0', 'C 1'],
    ]);
  });

  test('of a person holds bytes and what the person belongs to, told sealed and put back whole', async ({
    world,
  }) => {
    const [person, organisation] = [aPerson(), anOrganisation()];
    const phone = aPersonalContactPoint(person, personalKey, { value: '+4700000123' });
    const affiliation = anAffiliation(person, organisation);
    await world.has(phone, affiliation);
    const { readModel } = world.context(anEditor());
    const state = async () => [
      await rowsOf(world, 'person_contact_point'),
      await rowsOf(world, 'affiliation'),
    ];
    const before = await state();
    const removal = (rows: JsonRow[], type: string, relation: string) =>
      rowRemoved(
        String(rows[0]?.['id']),
        fieldsOf(readModel.readable(type), rows[0]!, ['person']),
        relation,
      );
    const fields = [
      ...removal(before[0]!, 'PersonContactPoint', 'contactPoints'),
      ...removal(before[1]!, 'Affiliation', 'affiliations'),
    ];
    const seen = { type: Person, id: person.id };

    await write(world, { ...seen, version: 1, fields });
    expect(await state()).toEqual([[], []]);
    await write(world, { ...seen, version: 2, fields: reversed(fields) });
    expect(await state()).toEqual(before);

    const told = JSON.stringify(await rowsOf(world, 'change'));
    expect(told).toContain('sealed');
    expect(told).not.toContain(organisation.id);
  });
});

describe('several records', () => {
  test('are written together, and belong together in the change log', async ({ world }) => {
    const parent = made('Paraply');
    const child = made('Lokallag', { parent: parent.id });
    const batchId = crypto.randomUUID();

    await changeRecords(world.context(anEditor()), { ...deed, batchId }, [parent, child]);

    expect(await rowsOf(world, 'organisation')).toHaveLength(2);
    const { rows } = await world.pool.query<{ id: string }>(
      'select record_id as id from change where batch_id = $1',
      [batchId],
    );
    expect(rows.map(({ id }) => id).toSorted()).toEqual([parent.id, child.id].toSorted());
  });

  test('are all left as they were when one is no longer what was seen', async ({ world }) => {
    const [one, other] = [anOrganisation({ name: 'Ene' }), anOrganisation({ name: 'Andre' })];
    await world.has(one, other);
    await write(world, renamed(other, 1, 'Andre', 'Nye andre'));

    const writing = write(
      world,
      renamed(one, 1, 'Ene', 'Nye ene'),
      renamed(other, 1, 'Andre', 'Feil'),
      made('Ny'),
    );

    await expect(writing).rejects.toMatchObject({
      extensions: {
        code: 'CONFLICT',
        reason: 'STALE_VERSION',
        version: 2,
        changes: [{ field: 'name', before: 'Andre', after: 'Nye andre' }],
      },
    });
    expect(await namesIn(world)).toEqual(['Ene', 'Nye andre']);
    expect(await versionsIn(world, one.id)).toEqual([]);
    expect(await names(world, 'nye ene')).toEqual([]);
  });

  test('that others write in another order wait in turn', async ({ committed: world }) => {
    const all = Array.from({ length: 6 }, (_, at) => anOrganisation({ name: `Nummer ${at}` }));
    await world.has(...all);
    const write6 = (order: readonly Organisation[], verb: string) =>
      changeRecords(
        world.context(anEditor()),
        { verb },
        order.map((it) => renamed(it, 1, it.name, verb)),
      ).then(
        () => 'written',
        (error: { extensions?: { reason?: string } }) => error.extensions?.reason,
      );

    const answers = await Promise.all([write6(all, 'forward'), write6(all.toReversed(), 'back')]);

    expect(new Set(answers)).toEqual(new Set(['STALE_VERSION', 'written']));
    expect(new Set((await rowsOf(world, 'organisation')).map(({ name }) => name)).size).toBe(1);
  });
});

describe('what something points at', () => {
  const removal = async (world: World, id: string): Promise<RecordChange> => {
    const row = (await rowsOf(world, 'organisation')).find((it) => it['id'] === id);
    const { readModel } = world.context(anEditor());
    const values = fieldsOf(readModel.readable('Organisation'), row!);
    const version = Number(row?.['version']);
    return { type: Organisation, id, version, fields: rowRemoved(id, values) };
  };

  test('is not removed, and nothing with it', async ({ world }) => {
    const [parent, named, joined] = ['Over', 'Navngitt', 'Med folk'].map((name) =>
      anOrganisation({ name }),
    ) as [Organisation, Organisation, Organisation];
    const child = anOrganisation({ name: 'Under', parent });
    const affiliation = anAffiliation(aPerson(), joined);
    await world.has(
      parent,
      named,
      joined,
      child,
      aName(named, 'NG', { use: NameUse.SHORT }),
      affiliation,
    );

    for (const { id } of [parent, named, joined]) {
      await expect(write(world, await removal(world, id))).rejects.toMatchObject({
        extensions: { code: 'CONFLICT', reason: 'STILL_IN_USE' },
      });
    }
    await write(world, await removal(world, child.id));
    await write(world, await removal(world, parent.id));
    expect(await namesIn(world)).toEqual(['Med folk', 'Navngitt']);
  });

  test('by a row that nobody has told the engine of is not removed either', async ({ world }) => {
    const organisation = anOrganisation();
    await world.has(organisation);
    const change = await removal(world, organisation.id);
    await world.pool.query(
      'insert into staff_user (id, issuer, subject, name, role, scope_organisation_id) values (gen_random_uuid(), $1, $1, $1, $2, $3)',
      ['urn:test', 'editor', organisation.id],
    );

    await expect(write(world, change)).rejects.toMatchObject({
      extensions: { code: 'CONFLICT', reason: 'STILL_IN_USE' },
    });
  });
});
