import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import type { FactDifference } from '#schema/review/progress/RoundDifference.ts';
import type { Context } from '#server/context.ts';
import { exportWords } from '#server/directory/export/exportWords.ts';
import { nameOfEnum } from '#server/directory/export/nameOfEnum.ts';
import type { VocabularyName } from '#server/vocabulary/Vocabulary.ts';
import type { SnapshotFacts } from './SnapshotFacts.ts';

const lists = {
  languages: 'Language',
  communities: 'Community',
  topics: 'Topic',
  areas: 'Area',
} as const satisfies Partial<Record<keyof SnapshotFacts, VocabularyName>>;

/** Forskjellen, felt for felt. What is different about one organisation, in words; of how it is reached only by which way, and how many. */
export function factDifferences(
  before: SnapshotFacts,
  after: SnapshotFacts,
  { vocabulary, locale }: Pick<Context, 'vocabulary' | 'locale'>,
): FactDifference[] {
  const words = exportWords(locale);
  const told: FactDifference[] = [];
  const tell = (field: string, was: string | null, is: string | null) => {
    if (was !== is) told.push({ field, before: was, after: is });
  };
  const named = (name: VocabularyName, number: number): string =>
    vocabulary.byNumber(name, number, locale)?.name ?? String(number);
  const kindOf = ({ kind }: SnapshotFacts) =>
    words.formatMessage({ id: `organisationKind.${nameOfEnum(OrganisationKind, kind)}` });

  tell('name', before.name, after.name);
  tell('kind', kindOf(before), kindOf(after));
  tell('number', before.number, after.number);
  const placeOf = ({ seat }: SnapshotFacts) => (seat === null ? null : named('Area', seat));
  tell('seat', placeOf(before), placeOf(after));
  for (const [field, name] of Object.entries(lists) as [keyof typeof lists, VocabularyName][]) {
    const listed = (numbers: readonly number[]) =>
      numbers.map((number) => named(name, number)).join(', ') || null;
    tell(field, listed(before[field]), listed(after[field]));
  }
  for (const channel of Object.values(ContactChannel)) {
    const marks = ({ contact }: SnapshotFacts) =>
      contact.filter((point) => point.channel === channel).map(({ mark }) => mark);
    const [was, is] = [marks(before), marks(after)];
    if (was.toSorted().join() === is.toSorted().join()) continue;
    const counted = (count: number) =>
      count ? words.formatMessage({ id: 'roundDifference.ways' }, { count }) : null;
    // As many as before, and others: the same words would say that nothing happened.
    const others =
      was.length === is.length && words.formatMessage({ id: 'roundDifference.others' });
    tell(
      `contact.${nameOfEnum(ContactChannel, channel)}`,
      counted(was.length),
      others || counted(is.length),
    );
  }
  return told;
}
