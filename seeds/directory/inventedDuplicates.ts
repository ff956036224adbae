import { OrganisationContactPoint } from '#schema/organisation/OrganisationContactPoint.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { inventedSource } from '#seeds/common/invented.ts';
import { Corner, type World } from '#seeds/common/World.ts';
import { aContactPoint, anOrganisation, aSource } from '#seeds/organisation.ts';
import type { InventedOrganisation } from '#seeds/organisation/inventedOrganisations.ts';

/** How somebody else wrote the same one down, and whether they knew how to reach it. */
const secondTime: readonly (readonly [key: string, name: string, isReached: boolean])[] = [
  ['solsikketunet', 'Solsikketunet – ukrainsk møteplass', true],
  ['nordlyskafe', 'Nordlyskaféen på Jessheim', false],
  ['kaffetreet', 'Etiopisk kulturlag Kaffetreet', true],
  ['mangohagen', 'Mango hagen, filippinsk nettverk', true],
];

/**
 * Dubletter å prøve seg på. Some of the invented organisations, entered once more as others would: in other words, with what they knew.
 *
 * Nobody is affiliated with them and nothing is asked of them: whoever joins them loses nothing.
 */
export function inventedDuplicates(
  organisations: readonly InventedOrganisation[],
  world: World,
): object[] {
  return secondTime.flatMap(([key, name, isReached]) => {
    const first = organisations.find((it) => it.key === key);
    return first ? oneMore(first, name, isReached, new Corner(world, `duplicate/${key}`)) : [];
  });
}

function oneMore(
  { organisation, parts }: InventedOrganisation,
  name: string,
  isReached: boolean,
  corner: Corner,
): [Organisation, ...object[]] {
  const { kind, seat } = organisation;
  const again = anOrganisation({
    id: corner.id(),
    name,
    kind,
    seat: seat?.getEntity() ?? null,
  });
  const known = parts.filter((part) => part instanceof OrganisationContactPoint);
  const reached = isReached ? known.slice(0, 2) : [];
  return [
    again,
    ...reached.map(({ channel, value, audience }, position) =>
      aContactPoint(again, {
        id: corner.id(`contact/${channel}`),
        channel,
        value,
        audience,
        position,
      }),
    ),
    aSource(again, inventedSource, { id: corner.id('source') }),
  ];
}
