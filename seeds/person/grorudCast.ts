import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import { daysFrom } from '#seeds/common/daysFrom.ts';
import type { World } from '#seeds/common/World.ts';
import type { Mastery, Profile, Reach } from './Profile.ts';

const { BASIC, GOOD, FLUENT } = LanguageLevel;
const { CRISIS_MESSENGER, COUNCIL_MEMBER, DIALOGUE_MEETING, OUTREACH } = Willingness;

const both = (level: LanguageLevel, writes: LanguageLevel | null = level): Mastery => ({
  speaks: level,
  understands: level,
  writes,
});

/** Name, languages, areas, days since verified, reach, willingness, topics. */
const cast: readonly [
  givenName: string,
  familyName: string,
  languages: Record<string, Mastery>,
  areas: readonly string[],
  verified: number | null,
  reach: Reach,
  willingness: readonly Willingness[],
  topics: readonly string[],
][] = [
  [
    'Hodan',
    'Guled',
    { so: both(FLUENT), nb: both(FLUENT), en: both(GOOD) },
    ['030110'],
    12,
    'works',
    [CRISIS_MESSENGER, DIALOGUE_MEETING, OUTREACH],
    ['infection_control', 'womens_health', 'health_information'],
  ],
  [
    'Ingrid',
    'Solbakken',
    { nb: both(FLUENT), so: both(GOOD, BASIC), en: both(FLUENT) },
    ['030110', '030111'],
    61,
    'works',
    [CRISIS_MESSENGER, OUTREACH],
    ['maternity', 'infection_control', 'interpreting'],
  ],
  [
    'Fartun',
    'Gedi',
    { so: both(FLUENT), ar: both(GOOD), nb: both(GOOD, BASIC) },
    ['030110', '030112'],
    240,
    'works',
    [CRISIS_MESSENGER, COUNCIL_MEMBER],
    ['parenting', 'children_youth_health'],
  ],
  [
    'Sagal',
    'Haid',
    { so: both(FLUENT), nb: both(FLUENT) },
    ['0301'],
    35,
    'works',
    [DIALOGUE_MEETING, COUNCIL_MEMBER],
    ['health_literacy', 'trust'],
  ],
  [
    'Mahad',
    'Elmi',
    { so: both(FLUENT, null), nb: both(GOOD, BASIC) },
    ['030110'],
    null,
    'untried',
    [OUTREACH],
    ['leisure'],
  ],
  [
    'Jovnna',
    'Nurheim',
    { nb: both(FLUENT), en: both(FLUENT), so: both(BASIC, null) },
    ['030110'],
    130,
    'works',
    [DIALOGUE_MEETING],
    ['education', 'loneliness'],
  ],
  [
    'Ubah',
    'Hirsi-Berg',
    { so: both(FLUENT), nb: both(GOOD) },
    ['030110'],
    310,
    'unreachable',
    [CRISIS_MESSENGER],
    ['older_people'],
  ],
  [
    'Abdirahman',
    'Yonis',
    { so: both(FLUENT), ar: both(GOOD), nb: both(BASIC, null) },
    ['030110', '030109'],
    1150,
    'bounced',
    [CRISIS_MESSENGER, OUTREACH],
    ['parenting', 'child_welfare'],
  ],
  [
    'Khadra',
    'Nuur',
    { so: both(FLUENT), ymm: both(FLUENT, null), nb: both(GOOD) },
    ['030110'],
    800,
    'partly',
    [DIALOGUE_MEETING],
    ['nutrition', 'womens_health'],
  ],
  [
    'Bashir',
    'Gelle',
    { so: both(FLUENT), sw: both(GOOD), en: both(GOOD) },
    ['030110', '030111', '030112'],
    1900,
    'untried',
    [],
    ['work', 'volunteering'],
  ],
  [
    'Nazia',
    'Ofori-Dahl',
    { en: both(FLUENT), so: both(GOOD), nb: both(FLUENT) },
    ['03'],
    5,
    'works',
    [CRISIS_MESSENGER, COUNCIL_MEMBER, DIALOGUE_MEETING],
    ['emergency_preparedness', 'health_information'],
  ],
  [
    'Idil',
    'Dualle',
    { so: both(FLUENT), nb: both(FLUENT), en: both(GOOD) },
    ['030111', '030110'],
    420,
    'works',
    [CRISIS_MESSENGER, OUTREACH],
    ['mental_health', 'stigma'],
  ],
];

/**
 * Those whom `somali grorud` finds: some who answer, one who has a new number by now, one without any, some whom nobody has asked for
 * years. Drawn by hand, for this is the search that everybody tries first.
 */
export const grorudCast = ({ today }: World): Profile[] =>
  cast.map(
    ([givenName, familyName, languages, areas, verified, reach, willingness, topics], place) => ({
      key: `grorud/${place}`,
      givenName,
      familyName,
      languages: new Map(Object.entries(languages)),
      areas,
      topics,
      willingness,
      verifiedOn: verified === null ? null : daysFrom(today, -verified),
      verifiedBy: verified === null ? null : VerificationMethod.PHONE,
      reach,
    }),
  );
