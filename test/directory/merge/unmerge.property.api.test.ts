import fc from 'fast-check';
import { expect } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { ConsentMethod } from '#schema/person/ConsentMethod.ts';
import type { Person } from '#schema/person/Person.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { aCatchment, aContactPoint, aName, anOrganisation, aSource } from '#seeds/organisation.ts';
import {
  aConsent,
  anAffiliation,
  aPerson,
  aPersonalContactPoint,
  aPersonLanguage,
  aPersonSource,
} from '#seeds/person.ts';
import { personalKey, test, type World } from '#test/support/world.ts';
import { dump, merge, mergeInto, unmerge } from './mergeSupport.ts';

const day = fc.constantFrom('2020-01-01', '2021-06-15', '2023-01-01', '2024-12-31');
const whose = fc.nat({ max: 1 });
const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 4 });

const affiliations = few(
  fc.record({
    whose,
    other: whose,
    role: fc.constantFrom(AffiliationRole.LEADER, AffiliationRole.VOLUNTEER),
    days: fc.tuple(day, fc.option(day)),
    isPrimary: fc.boolean(),
    title: fc.option(fc.constantFrom('Kasserer', 'Nestleder')),
  }),
);

const organisationsDrawn = fc.record({
  details: fc.tuple(drawnOrganisation(), drawnOrganisation()),
  names: few(fc.tuple(whose, fc.constantFrom('SAP', 'sap', 'Foreningen Ene', 'Gamlenavnet'))),
  contacts: few(
    fc.tuple(
      whose,
      fc.constantFrom(ContactChannel.PHONE, ContactChannel.SMS),
      fc.constantFrom('+4700000011', '+4700000012'),
      fc.nat({ max: 3 }),
    ),
  ),
  sources: few(
    fc.tuple(
      whose,
      fc.constantFrom('Listen', 'listen', 'Møtet'),
      fc.option(fc.constantFrom(2024, 2025)),
    ),
  ),
  branches: few(whose),
  parents: fc.constantFrom('none', 'first is below', 'second is below', 'both below a third'),
  catchment: fc.option(whose),
  proposals: few(fc.tuple(whose, fc.constantFrom('open', 'refused'))),
  stops: few(fc.tuple(whose, fc.constantFrom('pause', 'remove'), fc.boolean())),
  trusts: fc.uniqueArray(whose),
  affiliations,
  takes: fc.subarray(['NAME', 'KIND', 'SEAT', 'PARENT', 'NUMBER', 'MEMBERSHIP', 'CLOSED_ON']),
});

function drawnOrganisation() {
  return fc.record({
    name: fc.constantFrom('Foreningen Ene', 'Foreningen Andre'),
    hasNumber: fc.boolean(),
    hasSeat: fc.boolean(),
    areas: fc.subarray(['0301', '4601']),
    memberCount: fc.option(fc.constantFrom(10, 20)),
    closedOn: fc.option(day),
    verifiedOn: fc.option(day),
  });
}

const numbers = ['974760673', '923609016'];

async function twoOrganisations(
  world: World,
  drawn: typeof organisationsDrawn extends fc.Arbitrary<infer Drawn> ? Drawn : never,
): Promise<[Organisation, Organisation]> {
  const areas = await world.em.fork().find(Area, { code: ['0301', '4601'] });
  const two = drawn.details.map(({ hasNumber, hasSeat, areas: codes, memberCount, ...rest }, at) =>
    anOrganisation({
      ...rest,
      number: hasNumber ? (numbers[at] as string) : null,
      seat: hasSeat ? (areas[at] as Area) : null,
      servedAreas: areas.filter(({ code }) => codes.includes(code)),
      memberCount,
      memberYear: memberCount === null ? null : 2025,
    }),
  ) as [Organisation, Organisation];
  const [first, second] = two;
  const third = anOrganisation({ name: 'Over begge' });
  const people = [aPerson({ givenName: 'En' }), aPerson({ givenName: 'To' })];
  await world.has(...two, third, ...people);
  const of = (at: number) => two[at] as Organisation;
  const parents: Record<string, [string, string][]> = {
    none: [],
    'first is below': [[first.id, second.id]],
    'second is below': [[second.id, first.id]],
    'both below a third': [
      [first.id, third.id],
      [second.id, third.id],
    ],
  };
  for (const [id, parent] of parents[drawn.parents] ?? []) {
    await world.pool.query('update organisation set parent_id = $2 where id = $1', [id, parent]);
  }
  await world.has(
    ...drawn.names.map(([at, name]) => aName(of(at), name)),
    ...drawn.contacts.map(([at, channel, value, position]) =>
      aContactPoint(of(at), { channel, value, position }),
    ),
    ...drawn.sources.map(([at, title, year]) => aSource(of(at), title, { year })),
    ...drawn.branches.map((at, n) => anOrganisation({ name: `Lokallag ${n}`, parent: of(at) })),
    ...(drawn.catchment === null ? [] : [aCatchment(areas[0] as Area, of(drawn.catchment))]),
    ...drawn.affiliations.map(({ whose: at, other, days, ...rest }) =>
      anAffiliation(people[other] as Person, of(at), { ...rest, ...period(days) }),
    ),
  );
  await haveSaid(world, two, drawn);
  return two;
}

/** What organisations themselves have said by their links, and what a trust lets in unseen. */
async function haveSaid(
  { pool }: World,
  two: readonly Organisation[],
  {
    proposals,
    stops,
    trusts,
  }: {
    readonly proposals: readonly [number, string][];
    readonly stops: readonly [number, string, boolean][];
    readonly trusts: readonly number[];
  },
): Promise<void> {
  for (const [at, state] of proposals) {
    await pool.query(
      `insert into change_proposal (id, organisation_id, language, field_group, changes, fingerprint, proposed_at, proposed_on, state, decided_at)
       select gen_random_uuid(), $1, 'nb', 'name', '[]', gen_random_uuid(), '2026-11-01', '2026-11-01', $2,
         case when $2 <> 'open' then timestamptz '2026-11-02' end`,
      [two[at]?.id, state],
    );
  }
  for (const [at, kind, isAnswered] of stops) {
    await pool.query(
      `insert into stop_request (id, organisation_id, language, kind, reason, asked_at, answered_at, answer)
       select gen_random_uuid(), $1, 'nb', $2, 'Vi er få', '2026-11-01', case when $3 then timestamptz '2026-11-02' end, case when $3 then 'Greit' end
       on conflict (organisation_id, kind) where answered_at is null do nothing`,
      [two[at]?.id, kind, isAnswered],
    );
  }
  for (const at of trusts) {
    await pool.query(`insert into review_trust values ($1, '{topics}', '2026-11-01')`, [
      two[at]?.id,
    ]);
  }
}

const period = ([since, until]: [string, string | null]) =>
  until !== null && until < since ? { since: until, until: since } : { since, until };

test('two organisations that become one and are parted again are as they were, with all that is theirs', async ({
  committed: world,
}) => {
  await fc.assert(
    fc.asyncProperty(organisationsDrawn, async (drawn) => {
      await world.pool.query(
        'delete from affiliation; delete from catchment; update organisation set parent_id = null, merged_into = null, number = null;',
      );
      const [survivor, loser] = await twoOrganisations(world, drawn);
      const before = await dump(world);

      const { merged, refusal } = await merge(world, 'organisation', survivor, loser, {
        taken: drawn.takes,
        areNumbersAcknowledged: true,
      });
      expect(refusal).toBeUndefined();
      expect(merged?.id).toBe(survivor.id);
      expect(await dump(world)).not.toEqual(before);
      await leadsTo(world, 'organisation', loser.id);
      const undone = await unmerge(world, await mergeInto(world, survivor));

      expect(undone.refusal).toBeUndefined();
      expect(await dump(world)).toEqual(before);
    }),
    { numRuns: 25 },
  );
}, 120_000);

/** Nothing points at a tombstone but what is meant to stay with it. */
async function leadsTo(world: World, kind: 'organisation' | 'person', loserId: string) {
  const tables =
    kind === 'organisation'
      ? [
          'organisation_name',
          'organisation_contact_point',
          'organisation_source',
          'affiliation',
          'change_proposal',
          'stop_request',
        ]
      : ['person_contact_point', 'person_language', 'person_source', 'affiliation', 'verification'];
  for (const table of tables) {
    const { rows } = await world.pool.query(`select from ${table} where ${kind}_id = $1`, [
      loserId,
    ]);
    expect(rows, table).toHaveLength(0);
  }
}

const peopleDrawn = fc.record({
  details: fc.tuple(drawnPerson(), drawnPerson()),
  languages: few(fc.tuple(whose, fc.constantFrom('so', 'ar'))),
  contacts: few(fc.tuple(whose, fc.constantFrom('+4700000011', '+4700000012'), fc.nat({ max: 3 }))),
  sources: few(fc.tuple(whose, fc.constantFrom('Møtet', 'Fortalt'))),
  consents: few(
    fc.record({
      whose,
      purpose: fc.constantFrom(Purpose.CRISIS, Purpose.MEETING),
      givenOn: fc.constantFrom('2023-01-01', '2026-01-01', '2026-06-01'),
      withdrawnOn: fc.option(fc.constant('2026-07-01')),
    }),
  ),
  affiliations,
  takes: fc.subarray(['NAME']),
});

function drawnPerson() {
  return fc.record({
    givenName: fc.constantFrom('Sahra', 'Zahra'),
    verifiedOn: fc.option(day),
    willingness: fc.subarray(Object.values(Willingness)),
  });
}

async function twoPeople(
  world: World,
  drawn: typeof peopleDrawn extends fc.Arbitrary<infer Drawn> ? Drawn : never,
): Promise<[Person, Person]> {
  const two = drawn.details.map((details) => aPerson(details)) as [Person, Person];
  const organisations = [anOrganisation({ name: 'En' }), anOrganisation({ name: 'To' })];
  await world.has(...two, ...organisations);
  const of = (at: number) => two[at] as Person;
  const known = await world.em.fork().find(Language, { code: ['so', 'ar'] });
  const languages = new Map(drawn.languages.map((it) => [it.join(' '), it]));
  await world.has(
    ...[...languages.values()].map(([at, code]) =>
      aPersonLanguage(of(at), known.find((it) => it.code === code) as Language),
    ),
    ...drawn.contacts.map(([at, value, position]) =>
      aPersonalContactPoint(of(at), personalKey, { value, position }),
    ),
    ...drawn.sources.map(([at, title]) => aPersonSource(of(at), title)),
    ...drawn.consents.map(({ whose: at, purpose, givenOn, withdrawnOn }) =>
      aConsent(of(at), purpose, {
        givenOn,
        withdrawnOn,
        withdrawnBy: withdrawnOn && ConsentMethod.PHONE,
      }),
    ),
    ...drawn.affiliations.map(({ whose: at, other, days, ...rest }) =>
      anAffiliation(of(at), organisations[other] as Organisation, { ...rest, ...period(days) }),
    ),
  );
  return two;
}

test('two people who become one and are parted again are as they were, with all that is theirs', async ({
  committed: world,
}) => {
  await fc.assert(
    fc.asyncProperty(peopleDrawn, async (drawn) => {
      const [survivor, loser] = await twoPeople(world, drawn);
      const before = await dump(world);

      const { refusal } = await merge(world, 'person', survivor, loser, { taken: drawn.takes });
      expect(refusal).toBeUndefined();
      await leadsTo(world, 'person', loser.id);
      const { rows } = await world.pool.query<{ purpose: Purpose }>(
        `select purpose from consent where person_id = $1 and withdrawn_at is null and expires_on >= '2026-11-22'`,
        [survivor.id],
      );
      const purposes = rows.map(({ purpose }) => purpose);
      expect(new Set(purposes).size).toBe(purposes.length);
      for (const at of [0, 1]) {
        for (const purpose of refusedBy(drawn.consents.filter((it) => it.whose === at))) {
          expect(purposes).not.toContain(purpose);
        }
      }
      const undone = await unmerge(world, await mergeInto(world, survivor));

      expect(undone.refusal).toBeUndefined();
      expect(await dump(world)).toEqual(before);
    }),
    { numRuns: 25 },
  );
}, 120_000);

interface Drawn {
  readonly purpose: Purpose;
  readonly givenOn: string;
  readonly withdrawnOn: string | null;
}

/** What somebody has said no to, and not yes since. */
const refusedBy = (consents: readonly Drawn[]): Purpose[] =>
  [Purpose.CRISIS, Purpose.MEETING].filter((purpose) => {
    const those = consents.filter((it) => it.purpose === purpose);
    const holds = those.some(({ givenOn, withdrawnOn }) => !withdrawnOn && givenOn > '2024');
    return !holds && those.some(({ withdrawnOn }) => withdrawnOn);
  });
