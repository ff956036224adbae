import type { EntityManager } from '@mikro-orm/postgresql';

import { Role } from '#schema/access/Role.ts';
import { StaffUser } from '#schema/access/StaffUser.ts';
import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { Person } from '#schema/person/Person.ts';
import { staffUsers } from './access.ts';
import { insertAll, type OnProgress } from './common/insertAll.ts';
import { inTurn } from './common/inTurn.ts';
import { seedsFolder } from './common/seedsFolder.ts';
import type { World } from './common/World.ts';
import { inventedDuplicates } from './directory/inventedDuplicates.ts';
import { inventedProposals } from './directory/inventedProposals.ts';
import { inventedOrganisations } from './organisation/inventedOrganisations.ts';
import { inventedAffiliations } from './person/inventedAffiliations.ts';
import { inventedPeople } from './person/inventedPeople.ts';
import { readReference, type Reference } from './reference.ts';
import { loadRounds } from './review/inventedRounds.ts';
import { loadVouchings } from './review/inventedVouchings.ts';

/** By its official code. */
const OSLO = '0301';

/** In which real organisations invented people lend a hand. Not in congregations: that would say something of their faith. */
const open = [
  OrganisationKind.IMMIGRANT_ORGANISATION,
  OrganisationKind.VOLUNTARY_ORGANISATION,
  OrganisationKind.PATIENT_ORGANISATION,
  OrganisationKind.IMMIGRANT_COUNCIL,
];

/** The invented world around the real facts: a function of a seed and a day. The key seals what it says of people. */
export function demoWorld(reference: Reference, world: World, key: PersonalKey): object[] {
  const organisations = inventedOrganisations(seedsFolder, reference, world);
  const { people, parts } = inventedPeople(seedsFolder, reference, world, key);
  const real = reference.organisations
    .map(({ organisation }) => organisation)
    .filter(({ kind }) => open.includes(kind));
  return [
    ...organisations.flatMap((seed) => [seed.organisation, ...seed.parts]),
    ...people.map(({ person }) => person),
    ...parts,
    ...inventedAffiliations(people, organisations, real, reference, world),
    ...inventedDuplicates(organisations, world),
    ...inventedProposals(organisations, reference, world),
  ];
}

/**
 * Loads the invented world, all or nothing, after the reference: with it come the users who sign in to the demo.
 *
 * Only into a register without people: the demo keeps the day on which it was made, and nothing invented gets among what is real.
 * Returns whether it was loaded.
 */
export async function loadDemo(
  em: EntityManager,
  {
    seed = 'samband',
    today,
    key,
    onProgress = () => {},
  }: { seed?: string; today: string; key: PersonalKey; onProgress?: OnProgress },
): Promise<boolean> {
  const isEmpty = async (any: EntityManager) => (await any.count(Person)) === 0;
  if (!(await isEmpty(em.fork()))) return false;
  const reference = readReference();
  const things = demoWorld(reference, { seed, today }, key);
  const cast = staffUsers(reference.areas.get(OSLO)!);
  return inTurn(em, async (inner) => {
    if (!(await isEmpty(inner))) return false;
    let done = 0;
    const all = [...(await missingStaff(inner, cast)), ...things];
    await insertAll(inner, all, (count) => onProgress((done += count), all.length));
    await loadVouchings(inner, today);
    await loadRounds(
      inner,
      { seed, today },
      cast.find(({ role }) => role === Role.PROGRAMME_LEAD)!.id,
    );
    return true;
  });
}

async function missingStaff(em: EntityManager, cast: readonly StaffUser[]): Promise<StaffUser[]> {
  const there = await em.find(StaffUser, { id: { $in: cast.map(({ id }) => id) } });
  const ids = new Set(there.map(({ id }) => id));
  return cast.filter(({ id }) => !ids.has(id));
}
