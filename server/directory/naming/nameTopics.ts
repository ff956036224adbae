import { TermKind } from '#schema/directory/TermKind.ts';
import { wordsForTopics } from '#server/directory/plainWords.ts';
import type { TermRow } from '#server/vocabulary/Vocabulary.ts';
import type { Names } from './Names.ts';
import { phrases } from './phrases.ts';
import { termMeaning, writtenNames } from './termMeaning.ts';

/** Temaer, and what people say for them. */
export function nameTopics(names: Names, topics: readonly TermRow[]): void {
  for (const topic of topics) {
    const meaning = termMeaning(TermKind.TOPIC, topic);
    for (const name of writtenNames(topic)) {
      names.add(name.replace(/[()]/g, ' '), meaning, 'whole');
      for (const section of sectionsOf(name)) names.add(section, meaning, 'whole');
    }
    for (const word of phrases(wordsForTopics[topic.code] ?? '')) names.add(word, meaning, 'whole');
  }
}

/**
 * What a topic's name lists: «Smittevern og vaksinasjon» is both. Not «Mangfold blant ansatte og ledere», whose last word alone is
 * something else, nor the first half of «Pasient- og pårørendeopplæring».
 */
function sectionsOf(name: string): string[] {
  const [before = '', within = ''] = name.split(/[()]/);
  const listed = before.split(/,| og | and /).map((section) => section.trim());
  const isList = listed.every(
    (section) => !section.endsWith('-') && section.split(' ').length <= 2,
  );
  const added = /\s/.test(within.trim()) ? [] : [within];
  return [...(isList ? listed : [before]), ...added];
}
