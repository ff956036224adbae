import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import { inventedSource } from '#seeds/common/invented.ts';
import { Corner, type World } from '#seeds/common/World.ts';
import { aPerson, aPersonLanguage, aPersonSource } from '#seeds/person.ts';
import type { Vocabulary } from '#seeds/vocabulary/readVocabulary.ts';
import { drawProfiles } from './drawProfiles.ts';
import { grorudCast } from './grorudCast.ts';
import type { InventedPerson } from './inventedAffiliations.ts';
import { inventedConsents } from './inventedConsents.ts';
import { inventedContactPoints } from './inventedContactPoints.ts';
import { readInventedFacts } from './readInventedFacts.ts';

const count = 620;

/** The cast: those of Grorud by hand, the others by chance. `parts` are their languages, contact points and sources. */
export function inventedPeople(
  folder: string,
  vocabulary: Vocabulary,
  world: World,
  key: PersonalKey,
): { people: InventedPerson[]; parts: object[] } {
  const { areas, languages, topics } = vocabulary;
  const facts = readInventedFacts(folder, vocabulary);
  const cast = grorudCast(world);
  const taken = new Set(cast.map(({ givenName, familyName }) => `${givenName} ${familyName}`));
  const profiles = [...cast, ...drawProfiles(count - cast.length, taken, facts, vocabulary, world)];
  const parts: object[] = [];

  const people = profiles.map((profile) => {
    const corner = new Corner(world, profile.key);
    const { givenName, familyName, willingness, verifiedOn, verifiedBy } = profile;
    const person = aPerson({
      id: corner.id(),
      givenName,
      familyName,
      willingness,
      verifiedOn,
      verifiedBy,
      areas: profile.areas.map((code) => areas.get(code)!),
      topics: profile.topics.map((code) => topics.get(code)!),
    });
    for (const [code, mastery] of profile.languages) {
      const id = corner.id(`language/${code}`);
      parts.push(aPersonLanguage(person, languages.get(code)!, { id, ...mastery }));
    }
    parts.push(...inventedContactPoints(corner, person, profile, vocabulary, key));
    parts.push(...inventedConsents(world, person, profile));
    parts.push(aPersonSource(person, inventedSource, { id: corner.id('source') }));
    return { person, profile };
  });
  return { people, parts };
}
