import 'reflect-metadata';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { FreshnessState } from '#schema/common/FreshnessState.ts';
import { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import { locales } from '#schema/common/Locale.ts';
import { audienceSentence } from '#server/directory/audience/audienceSentence.ts';
import { filterOfWords, filterWords } from '#server/directory/audience/filterWords.ts';

const some = <Value>(values: readonly Value[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
const codes = fc.uniqueArray(fc.stringMatching(/^[a-z0-9_]{1,8}$/), { minLength: 1, maxLength: 5 });

const anyFilter = fc.record(
  {
    only: fc.constantFrom(...Object.values(RecordKind)),
    kinds: some(Object.values(OrganisationKind)),
    languages: codes,
    languageLevel: fc.constantFrom(...Object.values(LanguageLevel)),
    areas: codes,
    trust: fc.uuid(),
    topics: codes,
    communities: codes,
    willingness: some(Object.values(Willingness)),
    freshness: some(Object.values(FreshnessState)),
    verifiedSince: fc.constantFrom('2024-02-29', '2026-03-29'),
    hasPhone: fc.boolean(),
    asText: fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
);

/** Without what is not said. */
const plain = (filter: DirectoryFilter): object => JSON.parse(JSON.stringify(filter)) as object;

test('the words of a filter read back to the same filter', () => {
  fc.assert(
    fc.property(anyFilter, (fields) => {
      const filter = Object.assign(new DirectoryFilter(), fields);
      expect(plain(filterOfWords(filterWords(filter)))).toEqual(plain(filter));
    }),
  );
});

test('what narrows nothing has no words', () => {
  const idle = Object.assign(new DirectoryFilter(), { languages: [], areas: null, only: null });
  expect(filterWords(idle)).toEqual([]);
});

test('the sentence of a search holds each of its words, in every language', () => {
  fc.assert(
    fc.property(anyFilter, fc.string(), fc.constantFrom(...locales), (fields, text, locale) => {
      const words = filterWords(Object.assign(new DirectoryFilter(), fields));
      const labelled = words.map((word, at) => ({
        ...word,
        label: `ord${at}.`,
        isGone: at % 3 === 0,
      }));
      const said = audienceSentence(
        {
          text,
          words: labelled.map((it) =>
            it.field === 'verifiedSince' ? { ...it, label: it.value } : it,
          ),
        },
        locale,
      );
      const isSaidApart = new Set(['only', 'hasPhone', 'verifiedSince']);
      for (const { field, label } of labelled) {
        if (!isSaidApart.has(field)) expect(said).toContain(label);
      }
      expect(said).toContain(text);
    }),
  );
});
