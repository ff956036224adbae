import { ownText } from './ownText.ts';

interface Piece {
  readonly hash: number;
  readonly text: string;
  readonly written: string;
}

/** A power of two. */
const places = 8_192;

/**
 * Skrevne stykker. Writes the pieces of a text as a list, each as `write` wrote it the first time that it came.
 *
 * They are found by their signs where they stand: to cut them out and to look them up in a `Map` costs three times as much. What is
 * known of them is forgotten when half of the places are taken.
 */
export function writtenPieces(
  separator: string,
  write: (piece: string) => string,
): (text: string) => string {
  const between = separator.charCodeAt(0);
  const known: (Piece | undefined)[] = Array.from({ length: places });
  let count = 0;
  const pieceAt = (text: string, start: number, end: number, hash: number): Piece => {
    let place = (hash ^ (hash >>> 15)) & (places - 1);
    for (let piece = known[place]; piece; piece = known[place]) {
      const isIt =
        piece.hash === hash &&
        piece.text.length === end - start &&
        text.startsWith(piece.text, start);
      if (isIt) return piece;
      place = (place + 1) & (places - 1);
    }
    if (count >= places / 2) {
      known.fill(undefined);
      count = 0;
      return pieceAt(text, start, end, hash);
    }
    const piece = ownText(text.slice(start, end));
    const made = { hash, text: piece, written: write(piece) };
    if (piece.length > longest) return made;
    count += 1;
    return (known[place] = made);
  };
  return (text) => {
    let [answer, start, hash] = ['[', 0, 0];
    for (let at = 0; at <= text.length; at += 1) {
      const sign = at < text.length ? text.charCodeAt(at) : between;
      if (sign !== between) {
        hash = (Math.imul(hash, 31) + sign) | 0;
        continue;
      }
      const { written } = pieceAt(text, start, at, hash);
      answer += start ? `,${written}` : written;
      start = at + 1;
      hash = 0;
    }
    return `${answer}]`;
  };
}

/** What is longer comes once, and is not worth its room. */
const longest = 200;
