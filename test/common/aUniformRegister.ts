import pg from 'pg';
import { inject } from 'vitest';

import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { AreaKind } from '#schema/vocabulary/AreaKind.ts';
import { Community } from '#schema/vocabulary/Community.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { Topic } from '#schema/vocabulary/Topic.ts';
import { aCatchment, aContactPoint, aName, anOrganisation, aSource } from '#seeds/organisation.ts';
import {
  anAffiliation,
  aPerson,
  aPersonalContactPoint,
  aPersonLanguage,
  aPersonSource,
} from '#seeds/person.ts';
import { inDatabase } from '#test/support/database.ts';
import { personalKey, type World } from '#test/support/world.ts';

interface Size {
  /** How many organisations, and how many people. */
  readonly records: number;
  /** How many rows each record has in each relation to many. */
  readonly each: number;
}

const before = { since: '2020-01-01', until: '2024-12-31' };
const verified = { verifiedOn: '2026-01-15' };

/**
 * A register in which all records are alike: whatever is asked of one has as much of an answer as of any other, however many there are.
 *
 * So nothing but the number of rows differs between a small one and a large one. Organisations and people take turns in
 * the order of their identifiers, as they have no other. `closeRing` makes each organisation the parent of the one before.
 */
export async function aUniformRegister({ em }: World, { records, each }: Size): Promise<object[]> {
  const language = await em.findOneOrFail(Language, { code: 'so' });
  const topic = await em.findOneOrFail(Topic, { code: { $ne: null } });
  const community = await em.findOneOrFail(Community, { code: 'SO' });
  const areas = await em.find(Area, { kind: AreaKind.MUNICIPALITY });
  const districts = await em.find(Area, { kind: AreaKind.CITY_DISTRICT });
  const divided = new Set(districts.map(({ parent }) => parent?.unwrap().number));
  const undivided = areas.filter(({ number }) => !divided.has(number));
  const seat = undivided[0]!;
  const turns = Array.from({ length: records }, (_, turn) => turn);
  const several = Array.from({ length: each }, (_, index) => index);
  const organisations = turns.map((turn) =>
    anOrganisation({
      id: idOf(turn * 2),
      name: 'Prøve',
      kind: OrganisationKind.HEALTH_TRUST,
      seat,
      languages: [language],
      communities: [community],
      topics: [topic],
      servedAreas: [seat],
      memberCount: 10,
      memberYear: 2025,
      ...verified,
    }),
  );
  const people = turns.map((turn) =>
    aPerson({
      id: idOf(turn * 2 + 1),
      givenName: '',
      familyName: 'Prøve',
      areas: [seat],
      topics: [topic],
      willingness: [Willingness.OUTREACH],
      ...verified,
    }),
  );
  const next = <Thing>(things: readonly Thing[], turn: number): Thing =>
    things[turn % things.length]!;
  return turns.flatMap((turn) => {
    const [organisation, person] = [next(organisations, turn), next(people, turn)];
    return [
      organisation,
      person,
      aPersonLanguage(person, language),
      ...several.flatMap((index) => [
        aName(organisation, 'Eksempel', { language }),
        aContactPoint(organisation, { position: index, language }),
        aSource(organisation, 'Prøve', { url: 'https://example.no', year: 2025 }),
        aPersonalContactPoint(person, personalKey, { position: index, language }),
        aPersonSource(person, 'Prøve', { url: 'https://example.no', year: 2025 }),
        anAffiliation(person, next(organisations, turn + index)),
        anAffiliation(person, next(organisations, turn + index), before),
      ]),
      ...undivided
        .filter((_, index) => index % records === turn)
        .map((area) => aCatchment(area, organisation)),
    ];
  });
}

/** Lets each organisation have the next one as its parent, the last one the first: what nobody else may do, and what leaves none of them at an end. */
export async function closeRing({ pool }: World): Promise<void> {
  const { rows } = await pool.query<{ name: string }>('select current_database() as name');
  const url = inDatabase(inject('clusterUrl'), rows[0]!.name);
  const superuser = new pg.Client({ connectionString: url });
  await superuser.connect();
  await superuser.query('set session_replication_role = replica');
  await superuser.query(
    `update organisation as o set parent_id = coalesce(later.next, first.id)
     from (select id, lead(id) over (order by id) as next from organisation) as later,
       (select id from organisation order by id limit 1) as first
     where later.id = o.id`,
  );
  await superuser.end();
}

const idOf = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
