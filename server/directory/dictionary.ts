import type { Reader } from '#server/common/Reader.ts';
import { raw, type Sql, sql } from '#server/common/sql.ts';
import { type Completions, completedTo } from './indexed.ts';
import { lettersIn } from './lexemes.ts';
import { deletions, distance, forgiven } from './misspelling.ts';
import { emptyWords } from './plainWords.ts';
import type { QueryText } from './queryWords.ts';
import { joinedForms, splits } from './wordForms.ts';

/** A word as it may be misspelt. */
interface Way {
  readonly spelling: string;
  /** The word as it stands: where that is known, it is asked for only when nothing was found by it. */
  readonly form: string;
  /** Whether it may be the misspelt beginning of a word. */
  readonly isLast: boolean;
}

/** What the dictionary of the register has to be asked for, about all words at once. */
export interface Lookup {
  /** Words and joined words, which may be in the dictionary as they stand or begin another. */
  readonly forms: readonly string[];
  /** Words that two may have been joined of, with the word that holds them. */
  readonly parts: readonly (readonly [part: string, form: string])[];
  readonly ways: readonly Way[];
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
  const parts: [string, string][] = [];
  const starts = new Set<string>();
  const ways: Way[] = [];
  words.forEach(({ folded, spelt, latin }, at) => {
    const next = words[at + 1];
    forms.add(folded);
    starts.add(folded);
    if (!emptyWords.has(folded)) {
      for (const spelling of new Set([folded, spelt, ...latin])) {
        if (forgiven(spelling)) ways.push({ spelling, form: folded, isLast: !next });
      }
    }
    for (const split of splits(folded)) for (const part of split) parts.push([part, folded]);
    if (!next) return;
    for (const joined of joinedForms(folded, next.folded)) {
      forms.add(joined);
      if (at + 2 === words.length) starts.add(joined);
    }
  });
  const isToComplete = (start: string): boolean => completedTo(start) !== lettersIn(start);
  return { forms: [...forms], parts, ways, starts: [...starts].filter(isToComplete) };
}

/**
 * Whether a word is a slip away from one that shares a deletion with it, or begins so: of a thousand that share one, ten do. The rest would
 * be compared again each time that the answer is used, and keep it from being remembered.
 */
const isNear =
  (ways: readonly Way[]) =>
  (candidate: string): boolean =>
    ways.some(({ spelling, isLast }) => {
      const limit = forgiven(spelling);
      return (
        distance(spelling, candidate, limit) <= limit ||
        (isLast &&
          candidate.length > spelling.length &&
          distance(spelling, candidate.slice(0, spelling.length), limit) <= limit)
      );
    });

/** Whether the dictionary was not asked what some word may be a slip for, since it knows the word itself. */
export const hasTrusted = (query: QueryText, { beginnings }: Found): boolean =>
  query.words.some(({ folded }) => beginnings.has(folded) && !emptyWords.has(folded));

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

/**
 * Asks the dictionary about all words of a query in one statement. What a word may be a slip for, or joined of, is looked for where the
 * dictionary does not know it, or knows nothing that begins so; of every word where it is to be forgiving.
 */
export async function lookUp(
  reader: Reader,
  { forms, parts, ways, starts }: Lookup,
  { isForgiving = false } = {},
): Promise<Found> {
  if (!forms.length) return nothing;
  const near = ways.flatMap((way) =>
    deletions(way.spelling).map((deletion) => ({ ...way, deletion })),
  );
  const isMeant = (form: Sql): Sql =>
    isForgiving ? raw('true') : sql`not exists (select from known where known.form = ${form})`;
  const rows = await reader.rows<[number, string]>(
    sql`with known as materialized (
        select form, first.word = form as is_word from unnest(${forms}::text[]) as form,
          lateral (select word from directory_word where word >= form and word < form || ${last} order by word limit 1) as first
      ), typed as materialized (
        select * from unnest(${near.map(({ deletion }) => deletion)}::text[], ${near.map(({ form }) => form)}::text[],
          ${near.map(({ spelling }) => lettersIn(spelling) - forgiven(spelling))}::integer[],
          ${near.map(({ spelling, isLast }) => (isLast ? LONGEST : lettersIn(spelling) + forgiven(spelling)))}::integer[]
        ) as typed(deletion, form, shortest, longest) where ${isMeant(raw('typed.form'))}
      )
      select case when is_word then ${raw(String(IS_WORD))} else ${raw(String(IS_BEGINNING))} end, form from known
      union all
      select ${raw(String(IS_WORD))}, part from unnest(${parts.map(([part]) => part)}::text[], ${parts.map(([, form]) => form)}::text[]) as split(part, form)
        where ${isMeant(raw('split.form'))} and exists (select from directory_word where word = part)
      union all
      (select ${raw(String(IS_NEIGHBOUR))}, near.word from typed join directory_deletion as near using (deletion)
        where length(near.word) between shortest and longest
        group by near.word order by count(*) desc, near.word limit ${raw(String(MOST_NEIGHBOURS))})
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
