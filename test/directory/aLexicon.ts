import type { Term } from '#schema/common/Term.ts';
import { seedsFolder } from '#seeds/common/seedsFolder.ts';
import { readVocabulary } from '#seeds/vocabulary/readVocabulary.ts';
import { Lexicon } from '#server/directory/Lexicon.ts';
import { readQuery } from '#server/directory/queryWords.ts';
import { type Found, lookupOf } from '#server/directory/dictionary.ts';
import { type Manner, understand } from '#server/directory/understand.ts';
import type { Understanding } from '#server/directory/Understanding.ts';
import { type TermColumns, Vocabulary } from '#server/vocabulary/Vocabulary.ts';
import { deletions } from '#server/directory/misspelling.ts';
import { foldedWords } from '#server/directory/fold.ts';

const columns = (terms: Iterable<Term>): TermColumns[] =>
  [...terms].map((term) => {
    const { parent } = term as { parent?: { unwrap(): Term } | null };
    return { ...term, parent: parent?.unwrap().number ?? null } as unknown as TermColumns;
  });

const { areas, languages, topics, communities } = readVocabulary(seedsFolder);

/** The real vocabulary, as the server keeps it in memory. */
export const theVocabulary = new Vocabulary({
  Area: columns(areas.values()),
  Language: columns(languages.values()),
  Topic: columns(topics.values()),
  Community: columns(communities.values()),
});

export const theLexicon = new Lexicon(theVocabulary);

/** A dictionary of these names, asked as the one in the database is. */
export function dictionaryOf(...names: string[]): (text: string) => Found {
  const words = new Set(names.flatMap(foldedWords));
  return (text) => {
    const lookup = lookupOf(readQuery(text));
    const forms = [...lookup.forms, ...lookup.parts.map(([part]) => part)];
    const asked = lookup.ways.flatMap(({ spelling }) => deletions(spelling));
    return {
      words: new Set(forms.filter((form) => words.has(form))),
      beginnings: new Set(forms.filter((form) => [...words].some((word) => word.startsWith(form)))),
      completions: new Map(),
      neighbours: [...words].filter((word) => deletions(word).some((it) => asked.includes(it))),
    };
  };
}

const nothing = dictionaryOf();

export const understood = (text: string, found = nothing, manner: Manner = {}): Understanding =>
  understand(readQuery(text), theLexicon, found(text), manner);

/** The chips of a query, as `word=kind:value`. */
export const chips = (text: string, found = nothing, asText: string[] = []): string[] =>
  understood(text, found, { asText })
    .groups.flatMap(({ divisions }) => divisions[0] ?? [])
    .flatMap(({ typed, meanings }) =>
      meanings.map(({ kind, value }) => `${typed}=${kind}:${value}`),
    );
