import { Purpose } from '#schema/access/Purpose.ts';
import type { Consent } from '#schema/person/Consent.ts';
import { ConsentMethod } from '#schema/person/ConsentMethod.ts';
import type { Person } from '#schema/person/Person.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import { daysFrom } from '#seeds/common/daysFrom.ts';
import { Corner, type World } from '#seeds/common/World.ts';
import { aConsent } from '#seeds/person.ts';
import type { Profile } from './Profile.ts';

const { CRISIS_MESSENGER, OUTREACH, DIALOGUE_MEETING, COUNCIL_MEMBER } = Willingness;

/** What somebody who is willing to do these things has been asked to say yes to. */
const asked: readonly (readonly [Purpose, readonly Willingness[]])[] = [
  [Purpose.CRISIS, [CRISIS_MESSENGER, OUTREACH]],
  [Purpose.MEETING, [DIALOGUE_MEETING]],
  [Purpose.COUNCIL, [COUNCIL_MEMBER]],
];

const methods = [
  ConsentMethod.PHONE,
  ConsentMethod.PHONE,
  ConsentMethod.MEETING,
  ConsentMethod.EMAIL,
  ConsentMethod.PAPER,
];

/**
 * What an invented person has said yes to: to be rung about their own profile, nearly everybody; to what they are willing to do, most.
 *
 * Some said yes too long ago, and some have changed their minds. It has a corner of its own, so that the rest of the world stays as it is.
 */
export function inventedConsents(
  world: World,
  person: Person,
  { key, willingness, verifiedOn }: Profile,
): Consent[] {
  const corner = new Corner(world, `consent/${key}`);
  const { chance } = corner;
  const purposes = [
    ...(chance.happens(94) ? [Purpose.REGISTER_CARE] : []),
    ...asked.flatMap(([purpose, things]) =>
      things.some((it) => willingness.includes(it)) && chance.happens(90) ? [purpose] : [],
    ),
  ];
  return purposes.map((purpose) => {
    const isOld = chance.happens(4);
    const givenOn = isOld
      ? daysFrom(world.today, -chance.between(850, 1100))
      : (verifiedOn ?? daysFrom(world.today, -chance.between(20, 600)));
    const isOver = chance.happens(4);
    return aConsent(person, purpose, {
      id: corner.id(purpose),
      givenOn,
      method: chance.pick(methods),
      ...(isOver && {
        withdrawnOn: daysFrom(world.today, -chance.between(1, 15)),
        withdrawnBy: ConsentMethod.PHONE,
      }),
    });
  });
}
