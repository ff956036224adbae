import { createHash } from 'node:crypto';

import { type Asked, Later, render, type Sql } from './sql.ts';

/**
 * Setning. A statement that is written once and run often: its text, the name under which a connection prepares it, and where its
 * values come from.
 */
export class Statement {
  readonly text: string;
  readonly name: string;
  readonly #values: readonly unknown[];

  constructor(piece: Sql) {
    const { text, values } = render(piece);
    this.text = text;
    this.name = nameOf(text);
    this.#values = values;
  }

  /** What goes into its numbered places for those who ask now. */
  valuesFor(asked: Asked): unknown[] {
    return this.#values.map((value) => (value instanceof Later ? value.of(asked) : value));
  }
}

/** One name per text, so that a connection prepares a statement once and then only binds. */
export const nameOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 20);

const kept = new WeakMap<object, Map<unknown, Statement>>();

/** The statement of an owner, such as a plan, in one of its variants; written at the first time. */
export function statementOf(owner: object, variant: unknown, write: () => Sql): Statement {
  const variants = kept.get(owner) ?? new Map<unknown, Statement>();
  kept.set(owner, variants);
  const known = variants.get(variant);
  if (known) return known;
  const statement = new Statement(write());
  variants.set(variant, statement);
  return statement;
}
