import { describe, expect } from 'vitest';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson } from '#seeds/person.ts';
import { changeRecords } from '#server/common/changeRecords.ts';
import { aReader, anEditor } from '#test/support/viewers.ts';
import { test, today, type World } from '#test/support/world.ts';
import { names } from './found.ts';

type Archivable = Organisation | Person;

const setArchived = (world: World, it: Archivable, version: number, to: string | null) =>
  changeRecords(world.context(anEditor()), { verb: 'tryOut' }, [
    {
      type: it instanceof Organisation ? Organisation : Person,
      id: it.id,
      version,
      fields: [{ field: 'archivedOn', before: to === null ? today : null, after: to }],
    },
  ]);

describe('what is archived', () => {
  test('is not found, listed or counted, and is again when it is taken out', async ({ world }) => {
    const organisation = anOrganisation({ name: 'Eldresenteret' });
    const person = aPerson({ givenName: 'Eldrid', familyName: 'Prøve' });
    await world.has(organisation, aContactPoint(organisation, { value: '+4700000042' }), person);
    const count = async () => {
      const { data } = await world.ask<{ search: { totalCount: number } }>(
        anEditor(),
        '{ search { totalCount facets { only { value count } } } }',
      );
      return data!.search;
    };
    const all = await count();

    await setArchived(world, organisation, 1, today);
    await setArchived(world, person, 1, today);

    expect(await names(world, 'eldresenteret')).toEqual([]);
    expect(await names(world, '+4700000042')).toEqual([]);
    expect(await names(world, 'eldrid')).toEqual([]);
    expect((await count()).totalCount).toBe(all.totalCount - 2);

    await setArchived(world, organisation, 2, null);
    await setArchived(world, person, 2, null);

    expect(await names(world, 'eldresenteret')).toEqual(['Eldresenteret']);
    expect(await names(world, 'eldrid')).toEqual(['Eldrid Prøve']);
    expect(await count()).toEqual(all);
  });

  test('has a list of its own, for those who write in the register', async ({ world }) => {
    const [first, second] = [anOrganisation({ name: 'Første' }), anOrganisation({ name: 'Andre' })];
    const person = aPerson({ givenName: 'Eldrid' });
    await world.has(first, second, person, anOrganisation({ name: 'I bruk' }));
    await setArchived(world, first, 1, '2026-11-01');
    await setArchived(world, second, 1, today);
    await setArchived(world, person, 1, today);
    const ask = async (text: string | null, viewer = anEditor()) => {
      const { data, errors } = await world.ask(
        viewer,
        `query ($text: Text) {
          archivedOrganisations(text: $text) { totalCount nodes { name archivedOn } }
          archivedPeople(text: $text) { totalCount nodes { name } }
        }`,
        { text },
      );
      return errors ? errors[0]?.extensions?.['code'] : data;
    };

    expect(await ask(null)).toEqual({
      archivedOrganisations: {
        totalCount: 2,
        nodes: [
          { name: 'Andre', archivedOn: today },
          { name: 'Første', archivedOn: '2026-11-01' },
        ],
      },
      archivedPeople: { totalCount: 1, nodes: [{ name: 'Eldrid Prøve' }] },
    });
    expect(await ask('FØRST')).toMatchObject({
      archivedOrganisations: { nodes: [{ name: 'Første' }] },
      archivedPeople: { nodes: [] },
    });
    expect(await ask('prøve eldrid')).toMatchObject({ archivedPeople: { totalCount: 1 } });
    expect(await ask(null, aReader())).toBe('FORBIDDEN');
    expect(await ask(null, null as never)).toBe('UNAUTHENTICATED');
  });

  test('is no branch and no affiliation of others, and its own page says all', async ({
    world,
  }) => {
    const parent = anOrganisation({ name: 'Paraply' });
    const child = anOrganisation({ name: 'Lokallag', parent });
    const person = aPerson();
    await world.has(parent, child, anAffiliation(person, child));
    const { rows } = await world.pool.query<{ version: number }>(
      'select version from organisation where id = $1',
      [child.id],
    );
    await setArchived(world, child, rows[0]!.version, today);
    const ask = async (way: 'written' | 'unplanned') => {
      const { data } = await world.ask(
        anEditor(),
        `query ($parent: ID!, $child: ID!, $person: ID!) {
          parent: organisation(id: $parent) { branches { totalCount nodes { name } } }
          child: organisation(id: $child) { name archivedOn parent { name } affiliations { nodes { person { name } } } }
          person(id: $person) { archivedOn affiliations { totalCount nodes { role } } }
        }`,
        { parent: parent.id, child: child.id, person: person.id },
        'nb',
        way,
      );
      return data;
    };

    const answer = await ask('written');

    expect(answer).toEqual({
      parent: { branches: { totalCount: 0, nodes: [] } },
      child: {
        name: 'Lokallag',
        archivedOn: today,
        parent: { name: 'Paraply' },
        affiliations: { nodes: [{ person: { name: 'Synne Prøve' } }] },
      },
      person: { archivedOn: null, affiliations: { totalCount: 0, nodes: [] } },
    });
    expect(await ask('unplanned')).toEqual(answer);
  });
});
