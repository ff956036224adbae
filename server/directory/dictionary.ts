import type { Reader } from '#server/common/Reader.ts';
import { raw, sql } from '#server/common/sql.ts';
import { type Completions, completedTo } from './indexed.ts';
import { lettersIn } from './lexemes.ts';
import { deletions as deletionsOf, distance, forgiven } from './misspelling.ts';
import type { QueryText } from './queryWords.ts';
import { joinedForms, splits } from './wordForms.ts';

/** What the dictionary of the register has to be asked for, about all words at once. */
export interface Lookup {
  /** Words and joined words, which may be in the dictionary as they stand or begin another. */
  readonly forms: readonly string[];
  readonly deletions: readonly string[];
  /** The words as they may be misspelt. */
  readonly ways: readonly string[];
  /** What may be the beginning of words, and is no lexeme of its own. */
  readonly starts: readonly string[];
}

/** What the dictionary answered. */
export interface Found {
  readonly words: ReadonlySet<string>;
  readonly beginnings: ReadonlySet<string>;
  /** Words that some word of the query, or the beginning of one, may be a slip for. */
  readonly neighbours: readonly string[];
  readonly completions: Completions;
}

/** What to ask the dictionary before a query can be understood. */
export function lookupOf({ words }: QueryText): Lookup {
  const forms = new Set<string>();
  const near = new Set<string>();
  const starts = new Set<string>();
  const ways = new Set<string>();
  words.forEach(({ folded, spelt }, at) => {
    forms.add(folded);
    starts.add(folded);
    for (const way of new Set([folded, spelt])) {
      if (!forgiven(way)) continue;
      ways.add(way);
      for (const deletion of deletionsOf(way)) near.add(deletion);
    }
    for (const parts of splits(folded)) for (const part of parts) forms.add(part);
    const next = words[at + 1];
    if (!next) return;
    for (const joined of joinedForms(folded, next.folded)) {
      forms.add(joined);
      if (at + 2 === words.length) starts.add(joined);
    }
  });
  const isToComplete = (start: string): boolean => completedTo(start) !== lettersIn(start);
  return {
    forms: [...forms],
    deletions: [...near],
    ways: [...ways],
    starts: [...starts].filter(isToComplete),
  };
}

/**
 * Whether a word is a slip away from one that shares a deletion with it, or begins so: of a thousand that share one, ten do. The rest would
 * be compared again each time that the answer is used, and keep it from being remembered.
 */
const isNear =
  (ways: readonly string[]) =>
  (candidate: string): boolean =>
    ways.some((way) => {
      const limit = forgiven(way);
      return (
        distance(way, candidate, limit) <= limit ||
        (candidate.length > way.length &&
          distance(way, candidate.slice(0, way.length), limit) <= limit)
      );
    });

const nothing: Found = {
  words: new Set(),
  beginnings: new Set(),
  neighbours: [],
  completions: new Map(),
};

const IS_WORD = 0;
const IS_BEGINNING = 1;
const IS_NEIGHBOUR = 2;
const IS_COMPLETION = 3;

/** Of more words that share a deletion with what was typed, those that share the most: they are the nearest. */
const MOST_NEIGHBOURS = 2_000;

/** What begins more words than this is left as a beginning. */
const MOST_COMPLETIONS = 128;

/** Longer than any word. */
const LONGEST = 1_000;

/** After every word that begins so. */
const last = raw(`U&'\\+10FFFF'`);

/** Asks the dictionary about all words of a query in one statement. */
export async function lookUp(
  reader: Reader,
  { forms, deletions, ways, starts }: Lookup,
): Promise<Found> {
  if (!forms.length) return nothing;
  const rows = await reader.rows<[number, string]>(
    sql`select ${raw(String(IS_WORD))}, form from unnest(${forms}::text[]) as form
        where exists (select from directory_word where word = form)
      union all
      select ${raw(String(IS_BEGINNING))}, form from unnest(${forms}::text[]) as form
        where exists (select from directory_word where word > form and word < form || ${last})
      union all
      (select ${raw(String(IS_NEIGHBOUR))}, word from directory_deletion where deletion = any(${deletions}::text[])
        group by word order by count(*) desc, word limit ${raw(String(MOST_NEIGHBOURS))})
      union all
      select ${raw(String(IS_COMPLETION))}, begun.word from unnest(${starts}::text[], ${starts.map((start) => Math.min(completedTo(start), LONGEST))}::integer[]) as start(start, length),
        lateral (
          select distinct left(word, length) as word from directory_word
          where word >= start and word < start || ${last} limit ${MOST_COMPLETIONS + 1}
        ) as begun`,
  );
  const of = (kind: number) => rows.flatMap(([it, word]) => (it === kind ? [word] : []));
  return {
    words: new Set(of(IS_WORD)),
    beginnings: new Set([...of(IS_WORD), ...of(IS_BEGINNING)]),
    neighbours: of(IS_NEIGHBOUR).filter(isNear(ways)),
    completions: completionsOf(starts, of(IS_COMPLETION)),
  };
}

function completionsOf(starts: readonly string[], words: readonly string[]): Completions {
  const found = starts.map((start): [string, string[]] => {
    const length = completedTo(start);
    return [
      start,
      [...new Set(words)].filter((word) => word.startsWith(start) && lettersIn(word) <= length),
    ];
  });
  return new Map(found.filter(([, all]) => all.length <= MOST_COMPLETIONS));
}
