import type { Locale } from '#schema/common/Locale.ts';
import type { FilterField } from './filterWords.ts';

/** How a saved search is said: whom it is about, and what is said of each field. `{list}` is where its values stand. */
export interface SentenceWords {
  readonly everybody: string;
  readonly onlyOf: Readonly<Record<'ORGANISATION' | 'PERSON', string>>;
  readonly fields: Readonly<Record<Exclude<FilterField, 'only' | 'hasPhone'>, string>>;
  readonly hasPhone: Readonly<Record<'true' | 'false', string>>;
  readonly text: string;
  readonly gone: string;
}

/** Setninger om utvalg. The sentence of a saved search in the languages of the staff. */
export const sentenceWords: Readonly<Record<Locale, SentenceWords>> = {
  nb: {
    everybody: 'Alle',
    onlyOf: { ORGANISATION: 'Virksomheter', PERSON: 'Personer' },
    fields: {
      kinds: 'av typen {list}',
      languages: 'på {list}',
      languageLevel: 'minst {list}',
      areas: 'i {list}',
      trust: 'i opptaksområdet til {list}',
      topics: 'med temaet {list}',
      communities: 'for folk med bakgrunn fra {list}',
      willingness: 'som {list}',
      freshness: 'med profil som er {list}',
      verifiedSince: 'bekreftet {list} eller senere',
      asText: 'der {list} er vanlig tekst',
    },
    hasPhone: { true: 'med telefon', false: 'uten telefon' },
    text: 'funnet med «{list}»',
    gone: '{list} (finnes ikke lenger)',
  },
  nn: {
    everybody: 'Alle',
    onlyOf: { ORGANISATION: 'Verksemder', PERSON: 'Personar' },
    fields: {
      kinds: 'av typen {list}',
      languages: 'på {list}',
      languageLevel: 'minst {list}',
      areas: 'i {list}',
      trust: 'i opptaksområdet til {list}',
      topics: 'med temaet {list}',
      communities: 'for folk med bakgrunn frå {list}',
      willingness: 'som {list}',
      freshness: 'med profil som er {list}',
      verifiedSince: 'stadfesta {list} eller seinare',
      asText: 'der {list} er vanleg tekst',
    },
    hasPhone: { true: 'med telefon', false: 'utan telefon' },
    text: 'funne med «{list}»',
    gone: '{list} (finst ikkje lenger)',
  },
  en: {
    everybody: 'Everybody',
    onlyOf: { ORGANISATION: 'Organisations', PERSON: 'People' },
    fields: {
      kinds: 'of the kind {list}',
      languages: 'in {list}',
      languageLevel: 'at least {list}',
      areas: 'in {list}',
      trust: 'in the catchment of {list}',
      topics: 'on the topic {list}',
      communities: 'for people with a background from {list}',
      willingness: 'offering: {list}',
      freshness: 'with a profile that is {list}',
      verifiedSince: 'confirmed on {list} or later',
      asText: 'with {list} as plain text',
    },
    hasPhone: { true: 'with a telephone', false: 'without a telephone' },
    text: 'found by “{list}”',
    gone: '{list} (no longer there)',
  },
};
