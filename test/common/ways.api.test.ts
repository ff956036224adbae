import { expect } from 'vitest';

import { anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson } from '#seeds/person.ts';
import type { Way } from '#server/context.ts';
import { aReader } from '#test/support/viewers.ts';
import { type Answer, test, type World } from '#test/support/world.ts';

const ways: readonly Way[] = ['written', 'planned', 'unplanned'];

/** Asks in every way; gives the one answer that they have. */
async function ask<Data>(
  world: World,
  query: string,
  variables: Record<string, unknown>,
): Promise<Answer<Data>> {
  const answers = await Promise.all(
    ways.map((way) => world.ask<Data>(aReader(), query, variables, 'nb', way)),
  );
  const [first] = answers as [Answer<Data>];
  for (const { data, errors } of answers) expect({ data, errors }).toEqual(pick(first));
  return first;
}

const pick = ({ data, errors }: Answer<unknown>) => ({ data, errors });

test('something of which everything is left out is an empty object', async ({ world }) => {
  const organisation = anOrganisation({ parent: anOrganisation() });
  await world.has(organisation);

  const { data } = await ask(
    world,
    `query ($id: ID!, $no: Boolean = false) { organisation(id: $id) {
      parent { name @include(if: $no) }
      freshness { state @include(if: $no) }
      affiliations { ... @include(if: $no) { totalCount } }
    } }`,
    { id: organisation.id },
  );
  expect(data).toEqual({ organisation: { parent: {}, freshness: {}, affiliations: {} } });
});

test('a refusal stands at the field that is asked for wrongly, and the rest is answered', async ({
  world,
}) => {
  const organisation = anOrganisation({ name: 'Grenen', parent: anOrganisation() });
  await world.has(organisation);

  const { data, errors } = await ask(
    world,
    '{ organisation(id: "$") { name parent { branches(first: 0) { totalCount } } } }'.replace(
      '$',
      organisation.id,
    ),
    {},
  );
  expect(data).toEqual({ organisation: { name: 'Grenen', parent: null } });
  expect(errors).toMatchObject([
    {
      path: ['organisation', 'parent', 'branches'],
      extensions: { code: 'INVALID_INPUT', fields: { first: 'MUST_BE_1_TO_100' } },
    },
  ]);
});

interface PageOfIds {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

type Pages = Readonly<Record<'two' | 'twoCounted' | 'three' | 'threeCounted', PageOfIds>>;

interface Affiliated {
  readonly affiliations: {
    readonly nodes: readonly { readonly person: Affiliated }[];
    readonly pageInfo: { readonly endCursor: string };
  };
}

test('a list goes on wherever one came upon it', async ({ world }) => {
  const [here, there, person] = [anOrganisation(), anOrganisation(), aPerson()];
  const affiliations = [here, there].map((it) => anAffiliation(person, it));
  await world.has(...affiliations);

  const { data } = await ask<{ organisation: Affiliated }>(
    world,
    `query ($id: ID!) { organisation(id: $id) {
      affiliations { nodes { person { affiliations(first: 1) { pageInfo { endCursor } } } } }
    } }`,
    { id: here.id },
  );
  const [member] = data?.organisation.affiliations.nodes ?? [];
  const { errors } = await ask(
    world,
    'query ($id: ID!, $after: String) { person(id: $id) { affiliations(after: $after) { totalCount } } }',
    { id: person.id, after: member?.person.affiliations.pageInfo.endCursor },
  );
  expect(errors).toBeUndefined();
});

test('pages of several are cut alike, whether all of each is read at once or each is counted by itself', async ({
  world,
}) => {
  const [shared, archived] = [anOrganisation(), anOrganisation()];
  archived.archivedOn = '2026-01-01';
  const [many, few] = [aPerson(), aPerson()];
  const since = (day: number) => `2025-01-0${day}`;
  const [first, second, third, alone] = [
    anAffiliation(many, shared, { since: since(1), isPrimary: true }),
    anAffiliation(many, anOrganisation(), { since: since(4) }),
    anAffiliation(many, anOrganisation(), { since: since(3) }),
    anAffiliation(few, shared, { since: since(2) }),
  ];
  const left = [
    anAffiliation(many, anOrganisation(), { since: since(5), until: since(6) }),
    anAffiliation(few, archived, { since: since(5) }),
  ];
  await world.has(first, second, third, alone, ...left);

  // Of one field with the same arguments all that is asked for is read together.
  const page = (size: number, also = '') => `affiliations(first: ${size}${also}) {
    nodes { id organisation { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
  const counted = ', current: true';
  const { data } = await ask<{ organisation: { affiliations: { nodes: { person: Pages }[] } } }>(
    world,
    `query ($id: ID!) { organisation(id: $id) { affiliations { nodes { person {
      two: ${page(2)} } twoCounted: ${page(2, counted)} totalCount }
      three: ${page(3)} } threeCounted: ${page(3, counted)} totalCount }
    } } } } }`,
    // An identifier is the same in capital letters.
    { id: shared.id.toUpperCase() },
  );

  const idsOf = ({ nodes }: PageOfIds) => nodes.map(({ id }) => id);
  const people = data?.organisation.affiliations.nodes.map(({ person }) => person) ?? [];
  for (const { two, twoCounted, three, threeCounted } of people) {
    expect(twoCounted).toMatchObject(two);
    expect(threeCounted).toMatchObject(three);
  }
  expect(people.map(({ two }) => [idsOf(two), two.pageInfo.hasNextPage])).toEqual([
    [[first.id, second.id], true],
    [[alone.id], false],
  ]);
  expect(people.map(({ three }) => [idsOf(three), three.pageInfo.hasNextPage])).toEqual([
    [[first.id, second.id, third.id], false],
    [[alone.id], false],
  ]);
});

test('a cursor is the same however its row came', async ({ world }) => {
  const affiliation = anAffiliation(aPerson(), anOrganisation(), { isPrimary: true });
  await world.has(affiliation);

  const { data } = await ask<{ person: Affiliated }>(
    world,
    'query ($id: ID!) { person(id: $id) { affiliations { pageInfo { endCursor } } } }',
    { id: affiliation.person.id },
  );
  expect(data?.person.affiliations.pageInfo.endCursor).toEqual(expect.any(String));
});

test('one name is two things where it stands at two places', async ({ world }) => {
  await world.has(anOrganisation({ name: 'Solsikken', number: '974760673' }));

  const { data } = await ask(
    world,
    '{ organisations { nodes { it: name } again: nodes { it: kind } edges { node { it: number } } } }',
    {},
  );
  expect(data).toEqual({
    organisations: {
      nodes: [{ it: 'Solsikken' }],
      again: [{ it: 'IMMIGRANT_ORGANISATION' }],
      edges: [{ node: { it: '974760673' } }],
    },
  });
});

test('edges are there also for those who ask for nothing but their cursors', async ({ world }) => {
  const [organisation, person] = [anOrganisation(), aPerson()];
  await world.has(anAffiliation(person, organisation));

  const cursors = 'edges { cursor }';
  const { data } = await ask<Record<string, { edges: object[] }>>(
    world,
    `query ($id: ID!) {
      search { ${cursors} } organisations { ${cursors} } people { ${cursors} }
      organisation(id: $id) { affiliations { ${cursors} } }
    }`,
    { id: organisation.id },
  );
  const one = { edges: [{ cursor: expect.any(String) }] };
  expect(data).toEqual({
    search: { edges: [...one.edges, ...one.edges] },
    organisations: one,
    people: one,
    organisation: { affiliations: one },
  });
});
