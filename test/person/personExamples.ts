import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { anAffiliation, aPerson } from '#seeds/person.ts';
import type { World } from '#test/support/world.ts';

type Example = (world: World) => Promise<[document: string, variables: object]>;

const asked = (name: string, selection = '{ id }') =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) ${selection} }`;

const ofAPerson =
  (name: string, more: object, own: object = {}): Example =>
  async (world) => {
    const person = Object.assign(aPerson(), own);
    await world.has(person);
    return [asked(name), { input: { id: person.id, expectedVersion: 1, ...more } }];
  };

/** Somebody who is something somewhere. */
async function tied(world: World) {
  const [person, organisation] = [aPerson(), anOrganisation()];
  await world.has(person, organisation);
  const affiliation = anAffiliation(person, organisation);
  await world.has(affiliation);
  return { person, organisation, affiliation };
}

const ofAnAffiliation =
  (name: string, more: object): Example =>
  async (world) => {
    const { affiliation } = await tied(world);
    return [asked(name), { input: { id: affiliation.id, expectedVersion: 1, ...more } }];
  };

/** A question to each mutation that changes people and what they are to organisations. */
export const personExamples: Readonly<Record<string, Example>> = {
  createPerson: async () => [
    asked('createPerson'),
    { input: { idempotencyKey: crypto.randomUUID(), givenName: 'Ny' } },
  ],
  editPerson: ofAPerson('editPerson', { givenName: 'Annen' }),
  archivePerson: ofAPerson('archivePerson', {}),
  restorePerson: ofAPerson('restorePerson', {}, { archivedOn: '2026-01-01' }),
  async noteContactWorks(world) {
    const organisation = anOrganisation();
    const point = aContactPoint(organisation, { bouncedOn: '2026-11-01' });
    await world.has(organisation, point);
    return [asked('noteContactWorks'), { input: { contactPointId: point.id } }];
  },
  async startAffiliation(world) {
    const { person, organisation } = await tied(world);
    const input = {
      idempotencyKey: crypto.randomUUID(),
      personId: person.id,
      organisationId: organisation.id,
      role: 'LEADER',
      since: '2026-01-01',
    };
    return [asked('startAffiliation'), { input }];
  },
  editAffiliation: ofAnAffiliation('editAffiliation', { title: 'Kasserer' }),
  endAffiliation: ofAnAffiliation('endAffiliation', { until: '2026-11-01' }),
  async handOverRole(world) {
    const { affiliation } = await tied(world);
    const input = {
      idempotencyKey: crypto.randomUUID(),
      affiliationId: affiliation.id,
      expectedVersion: 1,
      until: '2026-11-01',
    };
    return [asked('handOverRole', '{ ended { id } }'), { input }];
  },
};
