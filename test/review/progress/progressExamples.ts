import { Role } from '#schema/access/Role.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { aViewer } from '#test/support/viewers.ts';
import type { World } from '#test/support/world.ts';
import { aRound } from './aRound.ts';
import { twoTrusts } from './twoTrusts.ts';

type Example = (world: World) => Promise<[document: string, variables: object, viewer?: Viewer]>;

const sign = 'mutation ($input: SignOffRoundInput!) { signOffRound(input: $input) { trustId } }';

async function aTrustInARound(world: World) {
  const { one } = await twoTrusts(world);
  const organisation = anOrganisation();
  await world.has(organisation);
  return { roundId: await aRound(world, [{ organisation, trust: one }]), trustId: one.id };
}

/** A question to each mutation of what comes of a round. */
export const progressExamples: Readonly<Record<string, Example>> = {
  signOffRound: async (world) => [
    sign,
    { input: { ...(await aTrustInARound(world)), answered: 0, total: 1 } },
  ],
  async takeBackSignOff(world) {
    const which = await aTrustInARound(world);
    const input = { ...which, answered: 0, total: 1 };
    await world.ask(aViewer(Role.PROGRAMME_LEAD), sign, { input });
    return [
      'mutation ($input: TakeBackSignOffInput!) { takeBackSignOff(input: $input) { trustId } }',
      { input: which },
    ];
  },
};
