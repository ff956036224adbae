import type { Reader } from '#server/common/Reader.ts';
import { raw, sql } from '#server/common/sql.ts';
import { nameKey } from '#server/directory/entryOf.ts';
import { foldedWords } from '#server/directory/fold.ts';
import { beginningOf, BEGINNINGS, lettersIn, tags } from '#server/directory/lexemes.ts';
import { deletions, distance, forgiven } from '#server/directory/misspelling.ts';
import { soundOf, soundsOf } from '#server/directory/sound.ts';
import { transliterations } from '#server/directory/transliterate.ts';
import { and, type Condition, lexeme, or } from '#server/directory/tsquery.ts';
import { joinedForms, splits } from '#server/directory/wordForms.ts';
import { tellingWords } from './tellingWords.ts';

/** Of more words a name tells nothing more. */
const MOST_WORDS = 6;

/** What more entries than this have in common tells nobody apart: they are not looked through. Of a part of a name, fewer. */
const MOST_ENTRIES = 20_000;
const MOST_ENTRIES_OF_PART = 5_000;

/** Of words that share a deletion with one that was typed, the nearest. */
const MOST_NEIGHBOURS = 300;

/** Of words that a word may be a slip of, the nearest: in a large register nearly every name is a slip or two from a hundred others. */
const MOST_NEAR = 16;

/** A word in two that both are known: in so many ways at most. */
const MOST_SPLITS = 4;

/** A word of a name: all that it may be meant to be, and how many entries there are of that at most. */
interface Sought {
  readonly condition: Condition;
  readonly entries: number;
}

/**
 * Spørringer etter et navn. Conditions on the entries that may bear a name, each of which few enough fulfil: the whole name with and
 * without the words that say little; all its telling words, or all but one, each as it is, misspelt, in another script, as it sounds, or
 * in two words; and the same with two words in one. Of each only some are looked at, so the stricter stand beside the looser.
 *
 * One statement to the dictionary tells which misspellings there are and how often each word is used.
 */
export async function nameQueries(reader: Reader, name: string): Promise<Condition[]> {
  const words = tellingWords(name).slice(0, MOST_WORDS);
  if (!words.length) return [];
  const whole = foldedWords(name);
  const keys = [whole, words, [...words, 'forening'], [...words, 'i', 'norge']];
  const exact = or(...keys.map((key) => lexeme(tags.name(nameKey([...new Set(key)])))));

  const start = startOf(whole.at(-1) ?? '');
  const compounds = whole
    .slice(0, MOST_WORDS)
    .flatMap((word, at) => compoundsOf(word, whole[at + 1]).map((joined) => ({ at, joined })));
  const uses = await usesOf(reader, words, start, [
    ...compounds.map(({ joined }) => joined),
    ...words.flatMap(splits).flat(),
  ]);
  const joined = compounds
    .filter((it) => uses.has(it.joined))
    .map((it) => tellingWords(whole.toSpliced(it.at, 2, it.joined).join(' ')).slice(0, MOST_WORDS));
  const meant = (some: readonly string[]) =>
    together(
      some.map((word) => soughtOf(word, word === whole.at(-1) ? start : null, uses)),
      and(...some.map(lexeme)),
    );
  const others = whole.filter((word) => !words.includes(word)).map(lexeme);
  const [all, ...parts] = meant(words);
  return [
    exact,
    ...(all && others.length ? [and(all, ...others)] : []),
    ...(all ? [all] : []),
    ...[parts, ...joined.map(meant)].flat(),
  ];
}

const compoundsOf = (word: string, next: string | undefined): string[] =>
  next === undefined ? [] : joinedForms(word, next);

/** All of the words, or all as they stand where each is too common; and all but one, where that is few enough. The rarest decides. */
function together(sought: readonly Sought[], asTheyStand: Condition): Condition[] {
  const few = (those: readonly Sought[], most: number): Condition[] =>
    Math.min(...those.map(({ entries }) => entries)) <= most
      ? [and(...those.map(({ condition }) => condition))]
      : [];
  const parts = sought.length < 3 ? [] : sought.map((one) => sought.filter((it) => it !== one));
  const [all = asTheyStand] = few(sought, MOST_ENTRIES);
  return [
    ...(sought.length > 1 || all !== asTheyStand ? [all] : []),
    ...parts.flatMap((part) => few(part, MOST_ENTRIES_OF_PART)),
  ];
}

/** What may be the beginning of a longer word, as far as entries are found by it. */
function startOf(word: string): string | null {
  const length = BEGINNINGS.findLast((it) => it >= 4 && it <= lettersIn(word));
  return length === undefined ? null : beginningOf(word, length);
}

function soughtOf(word: string, start: string | null, uses: ReadonlyMap<string, number>): Sought {
  const forms = [
    word,
    ...transliterations(word).flatMap(foldedWords),
    ...nearest(word, uses.keys()),
  ];
  const sound = soundOf(word);
  const inTwo = splits(word)
    .filter((both) => both.every((part) => uses.has(part)))
    .slice(0, MOST_SPLITS);
  const begun = start === null ? Infinity : (uses.get(tags.beginning(start)) ?? 0);
  const isBegun = begun <= MOST_ENTRIES;
  return {
    condition: or(
      ...forms.map(lexeme),
      ...[...(sound ? [sound] : []), ...soundsOf(word)].map((it) => lexeme(tags.sound(it))),
      ...inTwo.map((both) => and(...both.map(lexeme))),
      ...(start !== null && isBegun ? [lexeme(tags.beginning(start))] : []),
    ),
    entries: [
      isBegun ? begun : 0,
      ...forms.map((it) => uses.get(it) ?? 0),
      ...inTwo.map((both) => Math.min(...both.map((it) => uses.get(it) ?? 0))),
    ].reduce((sum, some) => sum + some),
  };
}

/** Those that are a slip or two away, the nearest first; of those, such as begin alike. */
function nearest(word: string, others: Iterable<string>): string[] {
  const limit = forgiven(word);
  const near = [...others].flatMap((other) => {
    const slips = other === word ? Infinity : distance(word, other, limit);
    return slips <= limit ? [{ other, slips: slips + (other[0] === word[0] ? 0 : 0.5) }] : [];
  });
  return near
    .toSorted((one, two) => one.slips - two.slips)
    .slice(0, MOST_NEAR)
    .map(({ other }) => other);
}

/** How often the words and the others are used, and those that are a slip or two from one of the words. */
async function usesOf(
  reader: Reader,
  words: readonly string[],
  start: string | null,
  others: readonly string[],
): Promise<Map<string, number>> {
  const near = words.flatMap((word) => (forgiven(word) ? deletions(word) : []));
  const forms = [
    ...words.flatMap((word) => [word, ...transliterations(word).flatMap(foldedWords)]),
    ...others,
  ];
  const rows = await reader.rows<[string, number]>(
    sql`select word, uses from directory_word where word = any(${forms}::text[])
      union all
      select near.word, w.uses from (
        select word from directory_deletion where deletion = any(${near}::text[])
        group by word order by count(*) desc, word limit ${raw(String(MOST_NEIGHBOURS))}
      ) as near join directory_word w on w.word = near.word
      union all
      select ${start === null ? null : tags.beginning(start)}::text, sum(uses)::integer from directory_word
        where word >= ${start}::text and word < ${start}::text || ${raw(`U&'\\+10FFFF'`)} having count(*) > 0`,
  );
  return new Map(rows);
}
