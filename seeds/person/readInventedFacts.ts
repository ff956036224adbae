import { z } from 'zod';

import { cell } from '#seeds/common/cell.ts';
import { found, readRows } from '#seeds/common/readRows.ts';
import type { Vocabulary } from '#seeds/vocabulary/readVocabulary.ts';

/** Names that go together, and the languages beside which they are often heard. */
export interface NameGroup {
  readonly languages: readonly string[];
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
}

/** What the invented people are drawn from: names, places and languages, each as often as its weight says. */
export interface InventedFacts {
  readonly names: readonly NameGroup[];
  readonly places: readonly (readonly [area: string, weight: number])[];
  readonly languages: readonly (readonly [language: string, weight: number])[];
  /** The languages that are heard most in a place. */
  readonly languagesOf: ReadonlyMap<string, readonly string[]>;
  /** The languages that those who speak one often speak as well. */
  readonly relatedTo: ReadonlyMap<string, readonly string[]>;
}

const nameRow = z.object({
  languages: cell.list,
  givenNames: cell.list,
  familyNames: cell.list,
});

const placeRow = z.object({ area: cell.text, weight: cell.whole, languages: cell.list });

const languageRow = z.object({ language: cell.text, weight: cell.whole, related: cell.list });

export function readInventedFacts(folder: string, { areas, languages }: Vocabulary): InventedFacts {
  const names = readRows(folder, 'person/inventedNames.csv', nameRow);
  const places = readRows(folder, 'person/inventedPlaces.csv', placeRow, ['area']);
  const spoken = readRows(folder, 'person/inventedLanguages.csv', languageRow, ['language']);

  for (const { fact, at } of names) {
    for (const code of fact.languages) found(languages, code, 'language', at);
  }
  for (const { fact, at } of places) {
    found(areas, fact.area, 'area', at);
    for (const code of fact.languages) found(languages, code, 'language', at);
  }
  for (const { fact, at } of spoken) {
    for (const code of [fact.language, ...fact.related]) found(languages, code, 'language', at);
  }

  return {
    names: names.map(({ fact }) => fact),
    places: places.map(({ fact }) => [fact.area, fact.weight]),
    languages: spoken.map(({ fact }) => [fact.language, fact.weight]),
    languagesOf: new Map(places.map(({ fact }) => [fact.area, fact.languages])),
    relatedTo: new Map(spoken.map(({ fact }) => [fact.language, fact.related])),
  };
}
