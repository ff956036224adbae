import { TermKind } from '#schema/directory/TermKind.ts';
import { foldedWords, searchableWords } from '#server/directory/fold.ts';
import type { Meaning } from '#server/directory/Meaning.ts';
import type { Naming } from '#server/directory/Named.ts';
import { wordsForLanguages } from '#server/directory/plainWords.ts';
import type { TermRow } from '#server/vocabulary/Vocabulary.ts';
import type { Names } from './Names.ts';
import { folded, phrases } from './phrases.ts';
import { termMeaning, writtenNames } from './termMeaning.ts';

/** How people add to a language's name without changing what it names. */
const LANGUAGE_ENDINGS = [
  'spraklig',
  'spraklige',
  'sprakleg',
  'spraklege',
  'talende',
  'talande',
  'sprak',
  'spraket',
];
const LANGUAGE_FOLLOWERS = [
  'speaking',
  'speakers',
  'speaker',
  'sprak',
  'language',
  'talende',
  'talande',
  'spraklig',
];

/** Språk. «Arabisk (irakisk)» is also arabisk and irakisk, arabisktalende, and what those who speak it call it. */
export function nameLanguages(names: Names, languages: readonly TermRow[]): void {
  const families: [string, Meaning][] = [];
  for (const language of languages) {
    const meaning = termMeaning(TermKind.LANGUAGE, language);
    const bare = new Set<string>();
    for (const name of writtenNames(language)) {
      const [family = '', variants = ''] = name.split('(');
      bare.add(name.replace(/[()]/g, ' '));
      if (!variants) continue;
      for (const variant of variants.replace(')', '').split('/')) bare.add(variant);
      families.push([family, meaning]);
    }
    for (const word of phrases(wordsForLanguages[language.code] ?? '')) bare.add(word);
    const endonym = String(language['endonym'] ?? '');
    for (const name of bare) nameLanguage(names, name, meaning, 'whole');
    names.add(endonym, meaning, 'whole');
    // «ትግርኛ» is also «tigirinya»; of a name in several words one alone may mean anything.
    const [alone = '', ...others] = foldedWords(endonym);
    const latin = others.length ? [] : searchableWords(alone).filter((word) => word.length > 3);
    for (const word of latin) names.add(word, meaning, 'whole');
  }
  for (const [family, meaning] of families) {
    const alone = !names.named.get(folded(family))?.some(({ naming }) => naming === 'whole');
    nameLanguage(names, family, meaning, alone ? 'family' : 'part');
  }
}

function nameLanguage(names: Names, name: string, meaning: Meaning, naming: Naming): void {
  const base = folded(name);
  if (!base) return;
  names.add(base, meaning, naming);
  const forms = base.endsWith('sk') ? [`${base}e`] : [`${base}sk`, `${base}ske`];
  for (const form of forms) names.addForm(folded(form), meaning, naming);
  if (base.includes(' ')) return;
  for (const ending of LANGUAGE_ENDINGS) names.addForm(folded(base + ending), meaning, naming);
  for (const follower of LANGUAGE_FOLLOWERS)
    names.addForm(`${base} ${folded(follower)}`, meaning, naming);
}
