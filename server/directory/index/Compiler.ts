import { type Condition, EVERYTHING } from '#server/directory/tsquery.ts';
import type { Fact, Node } from './Node.ts';
import { isLeftOut, type Range, type Terms } from './Terms.ts';

/** Which of an entry's lexemes a condition looks at. */
type Where = 'names' | 'lexemes';

type Unnumbered = Node extends infer Each
  ? Each extends Node
    ? Omit<Each, 'number'>
    : never
  : never;

/** Oversetter. Turns the conditions of one question into nodes. */
export class Compiler {
  /** False once a condition has asked for what is not in memory. */
  isAnswerable = true;
  readonly #nodes = new Map<string, Node>();
  /** A word is asked for in every condition of a question. */
  readonly #ranges = new Map<string, readonly Range[]>();

  constructor(private readonly terms: Terms) {}

  /** How many nodes there are. */
  get size(): number {
    return this.#nodes.size;
  }

  condition(condition: Condition, where: Where = 'lexemes'): Node {
    switch (condition.op) {
      case 'lexeme':
        return condition.lexeme === EVERYTHING
          ? this.and([])
          : this.lexemes(this.rangesOf(condition), where);
      case 'not': {
        const part = this.condition(condition.part, where);
        return this.once(`!${part.number}`, { op: 'not', part });
      }
      case 'and':
        return this.and(condition.parts.map((part) => this.condition(part, where)));
      case 'or':
        return this.or(condition.parts.map((part) => this.condition(part, where)));
    }
  }

  /** All of them: everything, when there are none. */
  and(parts: readonly Node[]): Node {
    const unique = [
      ...new Set(parts.flatMap((part) => (part.op === 'and' ? part.parts : [part]))),
    ].filter(({ op }) => op !== 'all');
    const [only] = unique;
    if (!only) return this.once('all', { op: 'all' });
    if (unique.some(({ op }) => op === 'none')) return this.none();
    if (unique.length === 1) return only;
    return this.once(`&${numbersOf(unique)}`, { op: 'and', parts: unique });
  }

  /** One of them: nothing, when there are none. Lexemes beside each other are one node. */
  or(parts: readonly Node[]): Node {
    const all = parts.flatMap((part) => (part.op === 'or' ? part.parts : [part]));
    if (all.some(({ op }) => op === 'all')) return this.and([]);
    const [names, others]: [Range[], Range[]] = [[], []];
    for (const part of all) {
      if (part.op !== 'lexemes') continue;
      names.push(...part.names);
      others.push(...part.others);
    }
    const unique = [
      ...new Set([
        this.anyOf(names, others),
        ...all.filter(({ op }) => op !== 'lexemes' && op !== 'none'),
      ]),
    ].filter(({ op }) => op !== 'none');
    const [only] = unique;
    if (!only) return this.none();
    if (unique.length === 1) return only;
    return this.once(`|${numbersOf(unique)}`, { op: 'or', parts: unique });
  }

  keys(hashes: readonly number[]): Node {
    return this.once(`=${hashes.join()}`, { op: 'keys', hashes });
  }

  fact(key: string, fact: Fact, { isCommon = false } = {}): Node {
    return this.once(key, { op: 'fact', key, isCommon, fact });
  }

  private none(): Node {
    return this.once('none', { op: 'none' });
  }

  private lexemes(ranges: readonly Range[], where: Where): Node {
    return this.anyOf(ranges, where === 'lexemes' ? ranges : []);
  }

  private anyOf(names: readonly Range[], others: readonly Range[]): Node {
    const [some, more] = [merged(names), merged(others)];
    if (!some.length && !more.length) return this.none();
    const written = (ranges: readonly Range[]) =>
      ranges.map(({ from, to }) => `${from}-${to}`).join();
    return this.once(`${written(some)};${written(more)}`, {
      op: 'lexemes',
      names: some,
      others: more,
    });
  }

  private rangesOf(condition: Condition & { op: 'lexeme' }): readonly Range[] {
    const key = `${condition.lexeme}${condition.isPrefix ? ':*' : ''}`;
    const known = this.#ranges.get(key);
    if (known) return known;
    const ranges = this.lookUp(condition);
    this.#ranges.set(key, ranges);
    return ranges;
  }

  private lookUp({ lexeme, isPrefix }: Condition & { op: 'lexeme' }): Range[] {
    // Of tags nothing begins: a language 1 is no language 12.
    const isWord = !/^[A-RT-Z]:/.test(lexeme);
    if (isLeftOut(lexeme) || (isPrefix && !isWord) || !lexeme.isWellFormed()) {
      this.isAnswerable = false;
      return [];
    }
    if (isPrefix) return this.terms.beginningWith(lexeme);
    const number = this.terms.numberOf(lexeme);
    return number === undefined ? [] : [{ from: number, to: number + 1 }];
  }

  private once(key: string, node: Unnumbered): Node {
    const known = this.#nodes.get(key);
    if (known) return known;
    const made = { ...node, number: this.#nodes.size } as Node;
    this.#nodes.set(key, made);
    return made;
  }
}

const numbersOf = (nodes: readonly Node[]): string =>
  nodes
    .map(({ number }) => number)
    .sort((one, other) => one - other)
    .join();

/** Ranges that meet or overlap as one: each lexeme is looked at once. */
function merged(ranges: readonly Range[]): Range[] {
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = found.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}
