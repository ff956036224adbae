import fc from 'fast-check';

import { Role } from '#schema/access/Role.ts';
import { FreshnessState } from '#schema/common/FreshnessState.ts';
import type { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import type { Vocabulary } from '#server/vocabulary/Vocabulary.ts';
import { aViewer } from '#test/support/viewers.ts';

/** A question of somebody. */
export interface AnyQuestion {
  readonly text: string;
  readonly filter: DirectoryFilter;
  readonly viewer: Viewer;
}

const vocabularies = ['Area', 'Language', 'Topic', 'Community'] as const;
const spoken = ['telefon', 'moské', 'personer', 'krise', 'og', 'for', 'landsdekkende', '1', '&'];

/** Slips that people make: a letter left out, doubled, changed, or two swapped. */
function slip(text: string, at: number, kind: number): string {
  const place = at % Math.max(1, text.length - 1);
  const [before, letter, after] = [text.slice(0, place), text[place] ?? '', text.slice(place + 1)];
  if (kind === 0) return before + after;
  if (kind === 1) return before + letter + letter + after;
  if (kind === 2) return `${before}e${after}`;
  return before + (after[0] ?? '') + letter + after.slice(1);
}

/** Questions as people ask them: whole names, words of names and terms, the first letters of them, misspelt; with any filter, by anyone. */
export function anyQuestion(
  names: readonly string[],
  vocabulary: Vocabulary,
): fc.Arbitrary<AnyQuestion> {
  const terms = vocabularies.flatMap((of) => vocabulary.all(of, 'nb').map(({ name }) => name));
  const words = names.flatMap((name) => name.split(' '));
  const word = fc.constantFrom(...words, ...terms, ...spoken);
  const start = fc
    .tuple(word, fc.integer({ min: 1, max: 6 }))
    .map(([text, length]) => text.slice(0, length));
  const misspelt = fc
    .tuple(word, fc.nat(20), fc.nat(3))
    .map(([text, at, kind]) => slip(text, at, kind));
  const several = fc
    .array(fc.oneof(word, start, misspelt), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(' '));
  return fc.record({
    text: fc.oneof(fc.constant(''), start, fc.constantFrom(...names), several, several),
    filter: fc.oneof(fc.constant({}), anyFilter(vocabulary)) as fc.Arbitrary<DirectoryFilter>,
    viewer: fc.constantFrom(...Object.values(Role)).map((role) => aViewer(role)),
  });
}

function anyFilter(vocabulary: Vocabulary): fc.Arbitrary<object> {
  const codes = (of: (typeof vocabularies)[number]) =>
    vocabulary.all(of, 'nb').map(({ code }) => code);
  const some = <Value>(values: readonly Value[], most: number) =>
    fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most });
  return fc.record(
    {
      only: fc.constantFrom(...Object.values(RecordKind)),
      kinds: some(Object.values(OrganisationKind), 5),
      languages: some(codes('Language'), 4),
      languageLevel: fc.constantFrom(...Object.values(LanguageLevel)),
      areas: some(codes('Area'), 20),
      topics: some(codes('Topic'), 3),
      communities: some(codes('Community'), 3),
      willingness: some(Object.values(Willingness), 2),
      freshness: some(Object.values(FreshnessState), 3),
      verifiedSince: fc.constantFrom('2023-01-01', '2025-06-30', '2026-11-22'),
      hasPhone: fc.boolean(),
    },
    { requiredKeys: [] },
  );
}
