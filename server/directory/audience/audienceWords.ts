import type { AudienceWord } from '#schema/directory/audience/AudienceWord.ts';
import type { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import en from '#schema/language/en.json' with { type: 'json' };
import nb from '#schema/language/nb.json' with { type: 'json' };
import nn from '#schema/language/nn.json' with { type: 'json' };
import type { Locale } from '#schema/common/Locale.ts';
import type { Context } from '#server/context.ts';
import type { VocabularyName } from '#server/vocabulary/Vocabulary.ts';
import { type FilterField, filterOfWords, type FilterWord, filterWords } from './filterWords.ts';

const messages: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { nb, nn, en };

const vocabularyOf: Partial<Record<FilterField, VocabularyName>> = {
  languages: 'Language',
  areas: 'Area',
  topics: 'Topic',
  communities: 'Community',
};

/** What the values of an enum are called, in the words that the screens use as well. */
const prefixes: Partial<Record<FilterField, string>> = {
  only: 'recordKind',
  kinds: 'organisationKind',
  languageLevel: 'languageLevel',
  willingness: 'willingness',
  freshness: 'freshness',
};

/** A search as it is kept. */
export interface KeptSearch {
  readonly text: string;
  readonly keptFilter: DirectoryFilter;
  /** What the trust of the filter was called when it was chosen, and whether it is there still. */
  readonly trustName: string | null;
  readonly hasTrust: boolean;
}

type Tongue = Pick<Context, 'vocabulary' | 'locale'>;

/** Ordene i et utvalg. Each value of a kept filter, as people call it; of what is gone its code. */
export function audienceWords({ keptFilter, ...kept }: KeptSearch, tongue: Tongue): AudienceWord[] {
  return filterWords(keptFilter).map((word) => {
    const label = labelOf(word, kept, tongue);
    return { ...word, label: label ?? kept.trustName ?? word.value, isGone: label === null };
  });
}

function labelOf(
  { field, value }: FilterWord,
  { trustName, hasTrust }: Pick<KeptSearch, 'trustName' | 'hasTrust'>,
  { vocabulary, locale }: Tongue,
): string | null {
  const of = vocabularyOf[field];
  if (of) return vocabulary.byCode(of, value, locale)?.name ?? null;
  const prefix = prefixes[field];
  if (prefix) return messages[locale][`${prefix}.${value}`] ?? null;
  if (field === 'trust') return hasTrust ? trustName : null;
  return value;
}

/** What of a kept search can still be asked. */
export interface LivingSearch {
  readonly text: string;
  readonly filter: DirectoryFilter;
  /** Whether a field has no value left: were it left out, the search would find more than anybody meant. */
  readonly isBroken: boolean;
}

/** The search without the values that are gone. */
export function livingSearch(kept: KeptSearch, tongue: Tongue): LivingSearch {
  const words = audienceWords(kept, tongue) as (AudienceWord & FilterWord)[];
  const living = words.filter(({ isGone }) => !isGone);
  const fields = new Set(living.map(({ field }) => field));
  return {
    text: kept.text,
    filter: filterOfWords(living),
    isBroken: words.some(({ field }) => !fields.has(field)),
  };
}
