import { anOrganisation } from '#seeds/organisation.ts';
import { anEditor } from '#test/support/viewers.ts';
import type { World } from '#test/support/world.ts';

type Example = (world: World) => Promise<[document: string, variables: object]>;

const verify = `mutation ($input: VerifyOrganisationInput!) { verifyOrganisation(input: $input) { id } }`;

async function anAnswer(world: World) {
  const organisation = anOrganisation();
  await world.has(organisation);
  return {
    id: crypto.randomUUID(),
    organisationId: organisation.id,
    groups: ['CONTACT'],
    method: 'PHONE',
  };
}

/** A question to each mutation of what somebody vouches for. */
export const reviewExamples: Readonly<Record<string, Example>> = {
  verifyOrganisation: async (world) => [verify, { input: await anAnswer(world) }],
  async takeBackVerification(world) {
    const input = await anAnswer(world);
    await world.ask(anEditor(), verify, { input });
    return [
      'mutation ($input: TakeBackVerificationInput!) { takeBackVerification(input: $input) { id } }',
      { input: { id: input.id } },
    ];
  },
};
