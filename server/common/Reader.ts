import type pg from 'pg';

import { Busy } from '#server/problems.ts';
import { type Asked, render, type Sql } from './sql.ts';
import { nameOf, type Statement } from './Statement.ts';

/** A row as the database sends it: values in the order of the columns. */
export type Tuple = readonly unknown[];

/** The same, each value as the text that PostgreSQL writes for it. */
export type RawTuple = readonly (string | null)[];

/** Whatever runs statements: the pool, or one connection that a test or a change has pinned. */
export type Queryable = Pick<pg.Pool, 'query' | 'connect'>;

const names = new Map<string, string>();

function knownNameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = nameOf(text);
  // A text may hold lists of columns, never values: there are few. The bound is against a surprise.
  if (names.size > 5_000) names.clear();
  names.set(text, name);
  return name;
}

const asItCame = (text: string): string => text;
const unparsed: pg.CustomTypesConfig = { getTypeParser: () => asItCame };

interface Asking {
  readonly query: pg.QueryArrayConfig;
  readonly resolve: (rows: unknown[][]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Leser. Runs the statements of one request, and counts them.
 *
 * Those that are asked in the same breath travel together, on one connection and in one packet: what costs is less the work in the
 * database than the way there and back.
 */
export class Reader {
  statements = 0;
  #waiting: Asking[] = [];

  constructor(private readonly database: Queryable) {}

  /** The rows as lists of values. Throws BUSY where the database does not answer in time. */
  async rows<Row extends Tuple = Tuple>(piece: Sql): Promise<Row[]> {
    const { text, values } = render(piece);
    // pg knows of rows as lists, not what this statement puts where; the caller says.
    return (await this.run({ name: knownNameOf(text), text, values })) as unknown as Row[];
  }

  /** The rows of a statement of the planner, their values left as they came: most of them go out again as they are. */
  async rawRows(statement: Statement, asked: Asked): Promise<RawTuple[]> {
    const { name, text } = statement;
    const values = statement.valuesFor(asked);
    return (await this.run({ name, text, values, types: unparsed })) as RawTuple[];
  }

  private async run(query: Omit<pg.QueryArrayConfig, 'rowMode'>): Promise<unknown[][]> {
    this.statements += 1;
    const rows = new Promise<unknown[][]>((resolve, reject) => {
      this.#waiting.push({ query: { ...query, rowMode: 'array' }, resolve, reject });
    });
    if (this.#waiting.length === 1) queueMicrotask(() => void this.send());
    try {
      return await rows;
    } catch (error) {
      throw isBusy(error) ? new Busy() : error;
    }
  }

  private async send(): Promise<void> {
    const asked = this.#waiting;
    this.#waiting = [];
    const [first, ...others] = asked as [Asking, ...Asking[]];
    if (!others.length) {
      await ask(this.database, first);
      return;
    }
    let client: pg.PoolClient;
    try {
      client = await this.database.connect();
    } catch (error) {
      for (const { reject } of asked) reject(error);
      return;
    }
    await together(client, asked);
    client.release();
  }
}

async function ask(database: Pick<pg.Pool, 'query'>, { query, resolve, reject }: Asking) {
  try {
    resolve((await database.query<unknown[]>(query)).rows);
  } catch (error) {
    reject(error);
  }
}

/** The socket beneath a client, where there is one of its own. */
type Wired = { readonly connection?: { readonly stream?: { cork(): void; uncork(): void } } };

async function together(client: pg.PoolClient, asked: readonly Asking[]): Promise<void> {
  const stream = (client as Wired).connection?.stream;
  stream?.cork();
  const answers = asked.map((one) => ask(client, one));
  stream?.uncork();
  await Promise.all(answers);
}

/** Statement or lock timeout, too many connections, a database that is starting, stopping or away. */
const busyCodes = new Set([
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
