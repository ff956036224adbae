import { ownText } from './ownText.ts';

/** Longer texts are not words, and not worth their room. */
const longest = 200;

/**
 * Husket. A function of a text that remembers what it made of the latest few thousand: names are made from few words.
 *
 * What is asked for again stays; twice the limit is the most that is held. What it gives is shared, and not to be changed.
 */
export function remembered<Result>(
  limit: number,
  make: (text: string) => Result,
): (text: string) => Result {
  let young = new Map<string, Result>();
  let old = new Map<string, Result>();
  return (text) => {
    const known = young.get(text);
    if (known !== undefined) return known;
    if (text.length > longest) return make(text);
    const own = ownText(text);
    const result = old.get(own) ?? make(own);
    if (young.size >= limit) [old, young] = [young, new Map()];
    young.set(own, result);
    return result;
  };
}
