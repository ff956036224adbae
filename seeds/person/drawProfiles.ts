import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import type { Chance } from '#seeds/common/Chance.ts';
import { inventedVerification } from '#seeds/common/invented.ts';
import { Corner, type World } from '#seeds/common/World.ts';
import type { Vocabulary } from '#seeds/vocabulary/readVocabulary.ts';
import type { Mastery, Profile, Reach } from './Profile.ts';
import type { InventedFacts } from './readInventedFacts.ts';

const { BASIC, GOOD, FLUENT } = LanguageLevel;

/** What most are asked about; the rest of the topics come up now and then. */
const commonTopics = [
  'health_information',
  'infection_control',
  'mental_health',
  'womens_health',
  'maternity',
  'children_youth_health',
  'parenting',
  'older_people',
  'interpreting',
  'health_literacy',
  'trust',
  'emergency_preparedness',
  'asylum_refugees',
  'system_knowledge',
  'next_of_kin',
  'volunteering',
];

const reaches: readonly (readonly [Reach, number])[] = [
  ['works', 52],
  ['untried', 18],
  ['partly', 10],
  ['bounced', 11],
  ['unreachable', 9],
];

/** Of a hundred who could share a name with another, how many do. */
const namesakes = 5;

const willing: readonly (readonly [Willingness, number])[] = [
  [Willingness.CRISIS_MESSENGER, 45],
  [Willingness.COUNCIL_MEMBER, 30],
  [Willingness.DIALOGUE_MEETING, 55],
  [Willingness.OUTREACH, 35],
];

/**
 * Invents so many people.
 *
 * Names and languages are drawn on their own, and meet often but far from always: an interpreter called Solbakken speaks
 * Somali, and nobody can read a person's languages from a name. Places draw the languages that are heard there.
 */
export function drawProfiles(
  count: number,
  taken: ReadonlySet<string>,
  facts: InventedFacts,
  vocabulary: Vocabulary,
  world: World,
): Profile[] {
  const names = new Set(taken);
  return Array.from({ length: count }, (_, place) => {
    const key = `person/${place}`;
    const corner = new Corner(world, key);
    const { chance } = corner;
    const area = chance.weighted(facts.places);
    const language = drawLanguage(chance, area, facts);
    const profile: Profile = {
      key,
      ...drawName(chance, language, facts, names),
      languages: drawLanguages(chance, language, facts),
      areas: drawAreas(chance, area, vocabulary),
      topics: drawTopics(chance, vocabulary),
      willingness: willing.filter(([, often]) => chance.happens(often)).map(([what]) => what),
      ...inventedVerification(corner),
      reach: chance.weighted(reaches),
    };
    names.add(`${profile.givenName} ${profile.familyName}`);
    return profile;
  });
}

function drawLanguage(chance: Chance, area: string, facts: InventedFacts): string {
  const local = facts.languagesOf.get(area) ?? [];
  return local.length > 0 && chance.happens(50)
    ? chance.pick(local)
    : chance.weighted(facts.languages);
}

function drawName(
  chance: Chance,
  language: string,
  { names }: InventedFacts,
  taken: ReadonlySet<string>,
): { givenName: string; familyName: string } {
  const beside = (code: string) => names.filter(({ languages }) => languages.includes(code));
  const groups = chance.weighted([
    [beside(language), 58],
    [beside('nb'), 24],
    [names, 18],
  ]);
  const group = chance.pick(groups.length > 0 ? groups : names);
  const families = chance.happens(12) ? chance.pick(names) : group;
  for (;;) {
    const givenName = chance.pick(group.givenNames);
    const familyName = chance.pick(families.familyNames);
    const isTaken = taken.has(`${givenName} ${familyName}`);
    if (!isTaken || chance.happens(namesakes)) return { givenName, familyName };
  }
}

/** Understanding is at least as good as speaking; writing seldom better. */
function mastery(chance: Chance, speaks: LanguageLevel | null): Mastery {
  if (speaks === null) return { speaks, understands: chance.pick([BASIC, GOOD]), writes: null };
  const understands = speaks === BASIC && chance.happens(50) ? GOOD : speaks;
  const writes = chance.weighted([
    [speaks, 50],
    [BASIC, 25],
    [null, 25],
  ]);
  return { speaks, understands, writes };
}

function drawLanguages(
  chance: Chance,
  first: string,
  { relatedTo }: InventedFacts,
): Map<string, Mastery> {
  const languages = new Map<string, Mastery>();
  const learn = (code: string, ...levels: (readonly [LanguageLevel | null, number])[]) => {
    if (!languages.has(code)) languages.set(code, mastery(chance, chance.weighted(levels)));
  };
  learn(first, [FLUENT, 74], [GOOD, 20], [BASIC, 6]);
  for (const code of relatedTo.get(first) ?? []) {
    if (chance.happens(34)) learn(code, [FLUENT, 25], [GOOD, 45], [BASIC, 22], [null, 8]);
  }
  if (chance.happens(94)) learn('nb', [FLUENT, 44], [GOOD, 34], [BASIC, 18], [null, 4]);
  if (chance.happens(6)) learn('nn', [FLUENT, 30], [GOOD, 40], [BASIC, 30]);
  if (chance.happens(58)) learn('en', [FLUENT, 30], [GOOD, 44], [BASIC, 26]);
  return languages;
}

/** Where they live, as a rule; some serve a place beside it, some the whole municipality or county, a few the country. */
function drawAreas(chance: Chance, area: string, { areas }: Vocabulary): string[] {
  const parent = areas.get(area)!.parent!.getEntity();
  const beside = [...areas.values()].filter((other) => other.parent?.getEntity() === parent);
  const wider = chance.weighted([
    [null, 60],
    [chance.pick(beside).code, 22],
    [parent.code, 12],
    ['03', area.startsWith('03') ? 4 : 0],
    ['NO', 2],
  ]);
  return wider === null || wider === area ? [area] : [area, wider];
}

function drawTopics(chance: Chance, { topics }: Vocabulary): string[] {
  const count = chance.weighted([
    [0, 8],
    [1, 24],
    [2, 34],
    [3, 22],
    [4, 12],
  ]);
  const common = chance.some(commonTopics, count);
  return chance.happens(40) ? [...new Set([...common, chance.pick([...topics.keys()])])] : common;
}
