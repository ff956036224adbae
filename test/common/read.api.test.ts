import { expect } from 'vitest';

import { Catchment } from '#schema/organisation/Catchment.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationContactPoint } from '#schema/organisation/OrganisationContactPoint.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { Affiliation } from '#schema/person/Affiliation.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { Person } from '#schema/person/Person.ts';
import { PersonContactPoint } from '#schema/person/PersonContactPoint.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { aCoordinator, aReader } from '#test/support/viewers.ts';
import { personalKey, test } from '#test/support/world.ts';

/** What the answers of these tests hold; each asks for a part. */
interface Told {
  readonly organisation: {
    readonly contactPoints: readonly object[];
    readonly affiliations: Page & {
      readonly totalCount: number;
      readonly nodes: readonly object[];
    };
    readonly page: Page;
    readonly former: object;
  };
  readonly person: { readonly contactPoints: readonly object[] };
  readonly areas: readonly { readonly code: string; readonly catchment: object | null }[];
}

interface Page {
  readonly edges: readonly { readonly node: { readonly person: { readonly id: string } } }[];
  readonly pageInfo: {
    readonly endCursor: string | null;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
  };
}

const { IMMIGRANT_ORGANISATION, VOLUNTARY_ORGANISATION } = OrganisationKind;

function anOrganisationWith(people: number) {
  const organisation = new Organisation('Paraplyen', VOLUNTARY_ORGANISATION);
  const members = Array.from({ length: people }, (_, index) => {
    const person = new Person(`Prøve${String(index).padStart(3, '0')}`, 'Nordmann');
    const since = `2025-01-${String((index % 28) + 1).padStart(2, '0')}`;
    return [person, new Affiliation(person, organisation, AffiliationRole.VOLUNTEER, since)];
  });
  return { organisation, things: [organisation, ...members.flat()] };
}

test('a deep selection takes one statement a level, however many rows there are', async ({
  world,
}) => {
  const { organisation, things } = anOrganisationWith(30);
  await world.has(...things);

  const { data, errors, statements } = await world.ask<Told>(
    aCoordinator(),
    `query ($id: ID!) {
      organisation(id: $id) {
        name parent { name } languages { name } freshness { state }
        contactPoints { value }
        affiliations(first: 100) {
          totalCount
          nodes { role person { name languages { language { name } } contactPoints { value } } }
        }
      }
    }`,
    { id: organisation.id },
  );

  expect(errors).toBeUndefined();
  expect(data?.organisation.affiliations.totalCount).toBe(30);
  expect(data?.organisation.affiliations.nodes).toHaveLength(30);
  expect(statements).toBe(3);
});

test('what is left out costs nothing; fragments and aliases cost once', async ({ world }) => {
  const { organisation, things } = anOrganisationWith(3);
  await world.has(...things);
  const ask = (selection: string) =>
    world.ask<Told>(
      aReader(),
      `query ($id: ID!, $no: Boolean = false) { organisation(id: $id) { ${selection} } ping: viewer { id @include(if: $no) role } }
      fragment Ways on ContactPoint { value }
      fragment Reached on Organisation { points: contactPoints { ...Ways channel } }`,
      { id: organisation.id },
    );

  expect(
    (await ask('name contactPoints @include(if: $no) { value } ...Reached @skip(if: true)'))
      .statements,
  ).toBe(1);
  const { errors, statements } = await ask(
    'contactPoints { id } again: contactPoints { label } ...Reached ... on Organisation { name }',
  );
  expect(errors).toBeUndefined();
  expect(statements).toBe(1);
});

test('pages of a nested connection give each row once, aliases stand apart', async ({ world }) => {
  const { organisation, things } = anOrganisationWith(25);
  await world.has(...things);
  const query = `query ($id: ID!, $after: String) {
    organisation(id: $id) {
      page: affiliations(first: 10, after: $after) {
        edges { cursor node { person { id } } } pageInfo { endCursor hasNextPage hasPreviousPage }
      }
      former: affiliations(current: false) { totalCount nodes { id } }
    }
  }`;

  const pageAfter = async (after: string | null): Promise<Told['organisation']> => {
    const { data, errors } = await world.ask<Told>(aReader(), query, {
      id: organisation.id,
      after,
    });
    expect(errors).toBeUndefined();
    if (!data) throw new Error('No answer');
    return data.organisation;
  };

  const seen: string[] = [];
  let after: string | null = null;
  for (let count = 1; count <= 3; count += 1) {
    const { page, former } = await pageAfter(after);
    seen.push(...page.edges.map(({ node }) => node.person.id));
    expect(page.pageInfo.hasNextPage).toBe(count < 3);
    expect(page.pageInfo.hasPreviousPage).toBe(count > 1);
    expect(former).toEqual({ totalCount: 0, nodes: [] });
    after = page.pageInfo.endCursor;
  }
  expect(new Set(seen).size).toBe(25);
  expect(seen).toHaveLength(25);
});

test('a cursor of one list is refused by another, and so is a forged one', async ({ world }) => {
  const { organisation, things } = anOrganisationWith(3);
  await world.has(...things);
  const ask = (after: string, field: string) =>
    world.ask<Told>(
      aReader(),
      `query ($id: ID!, $after: String) { organisation(id: $id) { ${field}(first: 1, after: $after) { pageInfo { endCursor } nodes { id } } } }`,
      { id: organisation.id, after },
    );
  const { data } = await world.ask<Told>(
    aReader(),
    `query ($id: ID!) { organisation(id: $id) { affiliations(first: 1) { pageInfo { endCursor } } } }`,
    { id: organisation.id },
  );
  const cursor = data?.organisation.affiliations.pageInfo.endCursor ?? '';

  expect((await ask(cursor, 'affiliations')).errors).toBeUndefined();
  for (const [bad, field] of [
    [cursor, 'branches'],
    [`${cursor.slice(0, -2)}AA`, 'affiliations'],
    ['x', 'affiliations'],
    ['', 'affiliations'],
  ] as const) {
    const { errors } = await ask(bad, field);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { after: expect.any(String) },
    });
  }
});

test('contact points exist for those whom they are meant for', async ({ world }) => {
  const organisation = new Organisation('Foreningen', IMMIGRANT_ORGANISATION);
  const inCrisis = new OrganisationContactPoint(organisation, ContactChannel.PHONE, '+4700000001');
  inCrisis.audience = ContactAudience.CRISIS_ONLY;
  const office = new OrganisationContactPoint(organisation, ContactChannel.PHONE, '+4700000002');
  await world.has(organisation, inCrisis, office);
  const query = `query ($id: ID!) { organisation(id: $id) { contactPoints { value isMasked } } }`;

  const seenBy = async (viewer: ReturnType<typeof aReader>) =>
    (await world.ask<Told>(viewer, query, { id: organisation.id })).data?.organisation
      .contactPoints;

  expect(await seenBy(aReader())).toEqual([{ value: '+4700000002', isMasked: false }]);
  expect(await seenBy(aCoordinator())).toHaveLength(2);
});

test("a person's contact values are sealed in the table", async ({ world }) => {
  const person = new Person('Synne', 'Prøve');
  const phone = new PersonContactPoint(person, ContactChannel.PHONE).sealed(
    '+4700000123',
    personalKey,
  );
  await world.has(person, phone);

  const { rows } = await world.pool.query<{ sealed_value: Buffer }>(
    'select sealed_value from person_contact_point',
  );
  expect(rows[0]?.sealed_value.toString('latin1')).not.toContain('123');
});

test('a stranger gets nothing at all', async ({ world }) => {
  const { data, errors } = await world.ask(null, `{ viewer { id } languages { code } }`);
  expect(data).toBeNull();
  expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
});

test('the children of an area, and the trust that answers for it, as of a day', async ({
  world,
}) => {
  const trust = new Organisation('Prøve HF', OrganisationKind.HEALTH_TRUST);
  await world.has(trust);
  const area = await world.em.findOneOrFail(Area, { code: '030110' });
  const catchment = new Catchment(area, trust, '2025-01-01');
  await world.has(catchment);

  const query = `query ($asOf: LocalDate) {
    areas(kind: CITY_DISTRICT, parent: "0301") { code catchment(asOf: $asOf) { trust { name } } }
  }`;
  const { data, statements } = await world.ask<Told>(aReader(), query, {});
  expect(data?.areas.find(({ code }) => code === '030110')).toEqual({
    code: '030110',
    catchment: { trust: { name: 'Prøve HF' } },
  });
  expect(statements).toBe(1);
  const before = await world.ask<Told>(aReader(), query, { asOf: '2024-12-31' });
  expect(before.data?.areas.every(({ catchment }) => catchment === null)).toBe(true);
});
