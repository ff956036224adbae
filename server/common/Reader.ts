import { createHash } from 'node:crypto';

import type pg from 'pg';

import { Busy } from '#server/problems.ts';
import { render, type Sql } from './sql.ts';

/** A row as the database sends it: values in the order of the columns. */
export type Tuple = readonly unknown[];

/** Whatever runs a statement: the pool, or one connection that a test or a change has pinned. */
export interface Queryable {
  query(query: pg.QueryArrayConfig): Promise<pg.QueryArrayResult<unknown[]>>;
}

const names = new Map<string, string>();

/** One name per text, so that a connection prepares a statement once and then only binds. */
export function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  // A text may hold lists of columns, never values: there are few. The bound is against a surprise.
  if (names.size > 5_000) names.clear();
  names.set(text, name);
  return name;
}

/** Leser. Runs the statements of one request, and counts them. */
export class Reader {
  statements = 0;

  constructor(private readonly database: Queryable) {}

  /** The rows as lists of values. Throws BUSY where the database does not answer in time. */
  async rows<Row extends Tuple = Tuple>(piece: Sql): Promise<Row[]> {
    const { text, values } = render(piece);
    this.statements += 1;
    try {
      const { rows } = await this.database.query({
        name: nameOf(text),
        text,
        values,
        rowMode: 'array',
      });
      // pg knows of rows as lists, not what this statement puts where; the caller says.
      return rows as unknown as Row[];
    } catch (error) {
      throw isBusy(error) ? new Busy() : error;
    }
  }
}

/** Statement or lock timeout, a deadlock, too many connections, a database that is starting, stopping or away. */
const busyCodes = new Set([
  '40P01',
  '57014',
  '55P03',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
]);

/** Whether the same request may go well in a moment. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: string };
  if (code && busyCodes.has(code)) return true;
  return /timeout exceeded when trying to connect|Connection terminated/.test(error.message);
}
