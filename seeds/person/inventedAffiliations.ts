import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import type { Affiliation } from '#schema/person/Affiliation.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import type { Person } from '#schema/person/Person.ts';
import type { Area } from '#schema/vocabulary/Area.ts';
import { daysFrom } from '#seeds/common/daysFrom.ts';
import { Corner, type World } from '#seeds/common/World.ts';
import type { InventedOrganisation } from '#seeds/organisation/inventedOrganisations.ts';
import { anAffiliation } from '#seeds/person.ts';
import type { Vocabulary } from '#seeds/vocabulary/readVocabulary.ts';
import type { Profile } from './Profile.ts';

/** An invented person together with what was drawn. */
export interface InventedPerson {
  readonly person: Person;
  readonly profile: Profile;
}

const { LEADER, DEPUTY_LEADER, SECRETARY, BOARD_MEMBER } = AffiliationRole;
const { CONTACT, VOLUNTEER, COORDINATOR, EMPLOYEE } = AffiliationRole;

const titles = ['Helsekontakt', 'Ungdomsansvarlig', 'Kursleder', 'Kasserer', 'Tolkekontakt'];

/** To how many organisations a person is tied, by how often. */
const howMany = [
  [0, 10],
  [1, 60],
  [2, 24],
  [3, 6],
] as const;

/**
 * Who belongs where. Most are tied to an invented organisation that shares a language or a place with them, every fifth to
 * the large umbrella, and some lend a hand in a real one, where they never lead: that would be said of real people.
 */
export function inventedAffiliations(
  people: readonly InventedPerson[],
  invented: readonly InventedOrganisation[],
  real: readonly Organisation[],
  vocabulary: Vocabulary,
  world: World,
): Affiliation[] {
  const byKey = new Map(invented.map(({ key, organisation }) => [key, organisation]));
  const umbrella = invented[0]!.organisation;
  const nearness = nearnessIn(vocabulary);
  const ties: Affiliation[] = [];

  for (const [place, { person, profile }] of people.entries()) {
    const corner = new Corner(world, `${profile.key}/affiliations`);
    const { chance } = corner;
    const chosen = new Set(profile.belongsTo?.map((key) => byKey.get(key)!));
    const count = profile.belongsTo ? 0 : chance.weighted(howMany);
    if (count > 0 && place % 5 === 0) chosen.add(umbrella);
    for (let tie = 0; tie < count; tie += 1) {
      const best = nearest(chance.happens(18) ? real : [...byKey.values()], (organisation) =>
        nearness(organisation, profile),
      );
      if (best.length > 0) chosen.add(chance.pick(best));
    }
    for (const organisation of chosen) {
      const since = corner.daysAgo(40, 4200);
      ties.push(
        anAffiliation(person, organisation, {
          id: corner.id(organisation.id),
          since,
          until:
            !profile.belongsTo && chance.happens(14) ? between(corner, since, world.today) : null,
          title: chance.happens(9) ? chance.pick(titles) : null,
        }),
      );
    }
  }
  return withRoles(ties, new Set(real), world);
}

function between({ chance }: Corner, since: string, today: string): string {
  const days = (Date.parse(today) - Date.parse(since)) / 86_400_000;
  return daysFrom(since, chance.between(20, days - 1));
}

/** Those that are nearest of all, if they are near at all. */
function nearest<Thing>(things: readonly Thing[], measure: (thing: Thing) => number): Thing[] {
  const measured = things.map((thing) => [thing, measure(thing)] as const);
  const best = Math.max(...measured.map(([, near]) => near));
  return best <= 0 ? [] : measured.filter(([, near]) => near === best).map(([thing]) => thing);
}

/** A shared language counts, and a shared place the more, the smaller it is. */
function nearnessIn({ areas, languages }: Vocabulary) {
  const chain = (area: Area | null | undefined): Area[] =>
    area ? [area, ...chain(area.parent?.getEntity())] : [];
  return (organisation: Organisation, profile: Profile): number => {
    const home = chain(areas.get(profile.areas[0]!));
    const served = new Set(organisation.servedAreas);
    const level = home.findIndex(({ number }) => served.has(number));
    if (level < 0) return 0;
    const isCountry = level === home.length - 1;
    if (organisation.languages.length === 0) return 1;
    const [first, ...others] = [...profile.languages.keys()].map(
      (code) => languages.get(code)!.number,
    );
    if (organisation.languages.includes(first!)) return isCountry ? 2 : 3;
    return others.some((number) => organisation.languages.includes(number)) ? 1 : 0;
  };
}

/** The first who is there now is whom to ask first: the leader, or in a group without one and in a real organisation the contact. */
function withRoles(
  ties: readonly Affiliation[],
  real: ReadonlySet<Organisation>,
  world: World,
): Affiliation[] {
  const members = Map.groupBy(ties, (tie) => tie.organisation.getEntity());
  return [...members].flatMap(([organisation, affiliations]) => {
    const { chance } = new Corner(world, `roles/${organisation.id}`);
    const isLed = !real.has(organisation) && organisation.kind !== OrganisationKind.INFORMAL_GROUP;
    const offices = isLed ? [LEADER, DEPUTY_LEADER, SECRETARY] : [CONTACT];
    const others = isLed
      ? [BOARD_MEMBER, BOARD_MEMBER, VOLUNTEER, VOLUNTEER, EMPLOYEE]
      : [VOLUNTEER];
    const current = affiliations.filter(({ until }) => until === null);
    return affiliations.map((tie) => {
      const place = current.indexOf(tie);
      const role = offices[place] ?? chance.pick([...others, CONTACT, VOLUNTEER, COORDINATOR]);
      return Object.assign(tie, { role, isPrimary: place === 0 });
    });
  });
}
