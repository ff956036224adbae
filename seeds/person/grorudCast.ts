import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import { daysFrom } from '#seeds/common/daysFrom.ts';
import type { World } from '#seeds/common/World.ts';
import type { Mastery, Profile } from './Profile.ts';

const { BASIC, GOOD, FLUENT } = LanguageLevel;
const { CRISIS_MESSENGER, COUNCIL_MEMBER, DIALOGUE_MEETING, OUTREACH } = Willingness;

const all = (level: LanguageLevel, writes: LanguageLevel | null = level): Mastery => ({
  speaks: level,
  understands: level,
  writes,
});

type Member = Pick<Profile, 'givenName' | 'familyName' | 'areas' | 'reach' | 'topics'> & {
  readonly speaks: Record<string, Mastery>;
  /** How many days ago. */
  readonly verified: number | null;
  readonly willing?: readonly Willingness[];
  readonly belongsTo: readonly string[];
};

const cast: readonly Member[] = [
  {
    givenName: 'Hodan',
    familyName: 'Guled',
    speaks: { so: all(FLUENT), nb: all(FLUENT), en: all(GOOD) },
    areas: ['030110'],
    verified: 12,
    reach: 'works',
    willing: [CRISIS_MESSENGER, DIALOGUE_MEETING, OUTREACH],
    topics: ['infection_control', 'womens_health', 'health_information'],
    belongsTo: ['hibiskus'],
  },
  {
    givenName: 'Ingrid',
    familyName: 'Solbakken',
    speaks: { nb: all(FLUENT), so: all(GOOD, BASIC), en: all(FLUENT) },
    areas: ['030110', '030111'],
    verified: 61,
    reach: 'works',
    willing: [CRISIS_MESSENGER, OUTREACH],
    topics: ['maternity', 'infection_control', 'interpreting'],
    belongsTo: ['lanternelaget-grorud'],
  },
  {
    givenName: 'Fartun',
    familyName: 'Gedi',
    speaks: { so: all(FLUENT), ar: all(GOOD), nb: all(GOOD, BASIC) },
    areas: ['030110', '030112'],
    verified: 240,
    reach: 'works',
    willing: [CRISIS_MESSENGER, COUNCIL_MEMBER],
    topics: ['parenting', 'children_youth_health'],
    belongsTo: ['iftiin', 'lanternelaget-grorud'],
  },
  {
    givenName: 'Sagal',
    familyName: 'Haid',
    speaks: { so: all(FLUENT), nb: all(FLUENT) },
    areas: ['0301'],
    verified: 35,
    reach: 'works',
    willing: [DIALOGUE_MEETING, COUNCIL_MEMBER],
    topics: ['health_literacy', 'trust'],
    belongsTo: ['lanternelaget'],
  },
  {
    givenName: 'Mahad',
    familyName: 'Elmi',
    speaks: { so: all(FLUENT, null), nb: all(GOOD, BASIC) },
    areas: ['030110'],
    verified: null,
    reach: 'untried',
    willing: [OUTREACH],
    topics: ['leisure'],
    belongsTo: ['sju-stoler'],
  },
  {
    givenName: 'Jovnna',
    familyName: 'Nurheim',
    speaks: { nb: all(FLUENT), en: all(FLUENT), so: all(BASIC, null) },
    areas: ['030110'],
    verified: 130,
    reach: 'works',
    willing: [DIALOGUE_MEETING],
    topics: ['education', 'loneliness'],
    belongsTo: ['sju-stoler'],
  },
  {
    givenName: 'Ubah',
    familyName: 'Hirsi-Berg',
    speaks: { so: all(FLUENT), nb: all(GOOD) },
    areas: ['030110'],
    verified: 310,
    reach: 'unreachable',
    willing: [CRISIS_MESSENGER],
    topics: ['older_people'],
    belongsTo: ['hibiskus'],
  },
  {
    givenName: 'Abdirahman',
    familyName: 'Yonis',
    speaks: { so: all(FLUENT), ar: all(GOOD), nb: all(BASIC, null) },
    areas: ['030110', '030109'],
    verified: 1150,
    reach: 'bounced',
    willing: [CRISIS_MESSENGER, OUTREACH],
    topics: ['parenting', 'child_welfare'],
    belongsTo: ['iftiin'],
  },
  {
    givenName: 'Khadra',
    familyName: 'Nuur',
    speaks: { so: all(FLUENT), ymm: all(FLUENT, null), nb: all(GOOD) },
    areas: ['030110'],
    verified: 800,
    reach: 'partly',
    willing: [DIALOGUE_MEETING],
    topics: ['nutrition', 'womens_health'],
    belongsTo: ['hibiskus'],
  },
  {
    givenName: 'Bashir',
    familyName: 'Gelle',
    speaks: { so: all(FLUENT), sw: all(GOOD), en: all(GOOD) },
    areas: ['030110', '030111', '030112'],
    verified: 1900,
    reach: 'untried',
    topics: ['work', 'volunteering'],
    belongsTo: [],
  },
  {
    givenName: 'Nazia',
    familyName: 'Ofori-Dahl',
    speaks: { en: all(FLUENT), so: all(GOOD), nb: all(FLUENT) },
    areas: ['03'],
    verified: 5,
    reach: 'works',
    willing: [CRISIS_MESSENGER, COUNCIL_MEMBER, DIALOGUE_MEETING],
    topics: ['emergency_preparedness', 'health_information'],
    belongsTo: ['lanternelaget'],
  },
  {
    givenName: 'Idil',
    familyName: 'Dualle',
    speaks: { so: all(FLUENT), nb: all(FLUENT), en: all(GOOD) },
    areas: ['030111', '030110'],
    verified: 420,
    reach: 'works',
    willing: [CRISIS_MESSENGER, OUTREACH],
    topics: ['mental_health', 'stigma'],
    belongsTo: ['lanternelaget-stovner', 'hibiskus'],
  },
];

/**
 * Those whom `somali grorud` finds: some who answer, one who has a new number by now, one without any, some whom nobody has asked for
 * years. Drawn by hand, for this is the search that everybody tries first.
 */
export const grorudCast = ({ today }: World): Profile[] =>
  cast.map(({ speaks, verified, willing = [], ...own }, place) => ({
    ...own,
    key: `grorud/${place}`,
    languages: new Map(Object.entries(speaks)),
    willingness: willing,
    verifiedOn: verified === null ? null : daysFrom(today, -verified),
    verifiedBy: verified === null ? null : VerificationMethod.PHONE,
  }));
