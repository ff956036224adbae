import bidiFactory from 'bidi-js';

import { type Script, scripts } from './scripts.ts';

// Declared as a module, and made as the function itself.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** Some signs that stand together: of one script, read in one direction. */
export interface Piece {
  readonly text: string;
  readonly script: Script;
}

/** A piece in its place on a line, from the left. */
export interface PlacedPiece extends Piece {
  readonly x: number;
}

export type Line = readonly PlacedPiece[];

/** How wide a piece is. */
export type Measure = (piece: Piece) => number;

interface Word {
  readonly start: number;
  /** Behind its last sign. */
  readonly end: number;
}

/** Shown in place of a sign that no font here has. */
const unknown = '\ufffd';

/**
 * Bryter tekst i linjer, as wide as there is room for, each with its pieces in the order in which they stand on paper: words of scripts that
 * run from the right are turned as Unicode has it (UAX #9). All lines
 * begin at the left, as a name does in a column of names.
 */
export function linesOf(text: string, width: number, measure: Measure): Line[] {
  const words = wordsOf(text);
  const { levels } = bidi.getEmbeddingLevels(text);
  const space = measure({ text: ' ', script: scripts[0]! });
  const widthOf = (word: Word) =>
    piecesOf(text, levels, word).reduce((sum, piece) => sum + measure(piece), 0);

  const lines: { readonly words: Word[]; width: number }[] = [];
  for (const word of words.flatMap((it) => broken(it, width, widthOf))) {
    const own = widthOf(word);
    const line = lines.at(-1);
    if (line && line.width + space + own <= width) {
      line.words.push(word);
      line.width += space + own;
    } else lines.push({ words: [word], width: own });
  }
  return lines.map((line) => {
    let x = 0;
    return inSight(line.words, levels).flatMap((word, at) => {
      if (at > 0) x += space;
      return piecesOf(text, levels, word).map((piece) => {
        const placed = { ...piece, x };
        x += measure(piece);
        return placed;
      });
    });
  });
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[^ \u00a0]+(?:\u00a0[^ \u00a0]+)*/g)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));

/** A word that no line has room for, such as an address of the web, in parts that have. */
function broken(word: Word, width: number, widthOf: (word: Word) => number): Word[] {
  if (word.end - word.start < 2 || widthOf(word) <= width) return [word];
  const middle = word.start + Math.ceil((word.end - word.start) / 2);
  return [
    { start: word.start, end: middle },
    { start: middle, end: word.end },
  ].flatMap((part) => broken(part, width, widthOf));
}

/** The words of a line as they stand on it: from the highest level down, what lies at it or above is turned (UAX #9, L2). */
function inSight(words: readonly Word[], levels: Uint8Array): Word[] {
  const levelOf = ({ start }: Word) => levels[start] ?? 0;
  const turned = [...words];
  const highest = Math.max(...words.map(levelOf));
  for (let level = highest; level > 0; level--) {
    for (let at = 0; at < turned.length; at++) {
      let end = at;
      while (end < turned.length && levelOf(turned[end]!) >= level) end++;
      if (end - at > 1) turned.splice(at, end - at, ...turned.slice(at, end).reverse());
      at = end;
    }
  }
  return turned;
}

/** The pieces of a word, likewise. A piece that runs from the right is turned by the font. */
function piecesOf(text: string, levels: Uint8Array, { start, end }: Word): Piece[] {
  const pieces: (Piece & { readonly level: number })[] = [];
  for (let at = start; at < end;) {
    const sign = text.codePointAt(at) as number;
    const level = levels[at] ?? 0;
    const written = String.fromCodePoint(sign);
    const before = pieces.at(-1);
    const script = scriptOf(sign, before?.script);
    const own = level & 1 ? (bidi.getMirroredCharacter(written) ?? written) : written;
    const shown = script ? own : unknown;
    const used = script ?? scripts[0]!;
    if (before && before.level === level && before.script === used) {
      pieces[pieces.length - 1] = { ...before, text: before.text + shown };
    } else pieces.push({ text: shown, script: used, level });
    at += written.length;
  }
  return (pieces[0]?.level ?? 0) & 1 ? pieces.reverse() : pieces;
}

/** The one that the signs before are of, where it has this as well: a word is not divided without need. */
const scriptOf = (sign: number, before: Script | undefined): Script | undefined =>
  before?.has(sign) ? before : scripts.find(({ has }) => has(sign));
