import { DuplicateReasonKind } from '#schema/directory/duplicate/DuplicateReasonKind.ts';
import { nameKey } from '#server/directory/entryOf.ts';
import { foldedWords, searchableWords } from '#server/directory/fold.ts';
import { distance, forgiven, soundsAlike } from '#server/directory/misspelling.ts';
import { soundOf, soundsOf } from '#server/directory/sound.ts';
import { joinedForms } from '#server/directory/wordForms.ts';
import { tellingWords } from './tellingWords.ts';

const SHORTEST_BEGINNING = 4;

/**
 * Sammenligner navn. How alike two names are: the same; the same but for words that say little; a slip or a sound apart, or the same with a
 * compound in two words; or with words in common. Null where they are not.
 *
 * `isUnfinished`: the first one is being typed, and its last word may go on.
 */
export function compareNames(
  asked: string,
  name: string,
  isUnfinished = false,
): DuplicateReasonKind | null {
  const [ours, theirs] = [foldedWords(asked), foldedWords(name)];
  if (!ours.length || !theirs.length) return null;
  if (nameKey([...new Set(ours)]) === nameKey([...new Set(theirs)]))
    return DuplicateReasonKind.NAME;
  const asTheyStand = [tellingWords(asked), tellingWords(name)] as const;
  if (nameKey(asTheyStand[0]) === nameKey(asTheyStand[1]))
    return DuplicateReasonKind.NAME_IN_OTHER_WORDS;

  const telling = tellingWords(joinedAsIn(theirs, ours));
  const tellingOfOther = tellingWords(joinedAsIn(ours, theirs));

  const last = isUnfinished ? ours.at(-1) : undefined;
  const left = new Set(tellingOfOther);
  let common = 0;
  let isBegun = false;
  for (const word of telling) {
    const match = [...left].find(
      (it) => isAlike(word, it) || (word === last && isBeginning(word, it)),
    );
    if (match === undefined) continue;
    left.delete(match);
    isBegun ||= !isAlike(word, match);
    common += 1;
  }
  if (common === telling.length && left.size === 0 && !isBegun) {
    return DuplicateReasonKind.NAME_ALIKE;
  }
  const most = Math.max(telling.length, tellingOfOther.length);
  const isMuch = common >= 2 && common / most >= 0.6;
  // Whoever has only begun has said all they have said so far.
  const isAllSoFar = isUnfinished && common === telling.length && common >= 1;
  return isMuch || isAllSoFar ? DuplicateReasonKind.WORDS : null;
}

/** The words as one text, in which two that the other name writes as one are that one: «kvinne forening» beside «kvinneforening». */
function joinedAsIn(others: readonly string[], words: readonly string[]): string {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word = '', next] = [words[at], words[at + 1]];
    const one = next && others.find((it) => mayJoin(word, next, it) && isJoined(word, next, it));
    joined.push(one || word);
    if (one) at++;
  }
  return joined.join(' ');
}

/** Cheap, for most are not: folding may take a letter from where the two meet. */
const mayJoin = (first: string, second: string, one: string): boolean =>
  one.startsWith(first.slice(0, -1)) && one.endsWith(second.slice(1));

const isJoined = (first: string, second: string, one: string): boolean =>
  joinedForms(first, second).includes(one);

const isBeginning = (start: string, word: string): boolean =>
  start.length >= SHORTEST_BEGINNING && word.startsWith(start);

/** The same word, a slip apart, or the same in Latin letters, or to the ear of whoever wrote it in others. */
export function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const limit = Math.min(forgiven(one), forgiven(other));
  if (limit && soundsAlike(one[0], other[0]) && distance(one, other, limit) <= limit) return true;
  const [inLatin, otherInLatin] = [searchableWords(one), searchableWords(other)];
  if (inLatin.some((it) => otherInLatin.includes(it))) return true;
  const [sounds, others] = [soundsIn(one), soundsIn(other)];
  return (isArabic(one) || isArabic(other)) && sounds.some((it) => others.includes(it));
}

const isArabic = (word: string): boolean => /\p{Script=Arabic}/u.test(word);

function soundsIn(word: string): string[] {
  if (isArabic(word)) return soundsOf(word);
  const sound = soundOf(word);
  return sound === null ? [] : [sound];
}
