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

/** The name of a statement that is written anew each time. */
export function knownNameOf(text: string): string {
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

type Result = Pick<pg.QueryResult<never>, 'rows'>;

interface Waiting {
  readonly query: pg.QueryConfig | pg.QueryArrayConfig;
  readonly resolve: (result: Result) => void;
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
  #waiting: Waiting[] = [];

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

  /** For what asks in pg's own words, and takes rows by the names of their columns. Travels with the others, and is not counted. */
  query<Row extends pg.QueryResultRow>(
    query: pg.QueryConfig | string,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>> {
    const config = typeof query === 'string' ? { text: query, values } : query;
    // What waits is one queue of both kinds of row; who asks in pg's words gets pg's result.
    return this.wait(config) as unknown as Promise<pg.QueryResult<Row>>;
  }

  private async run(query: Omit<pg.QueryArrayConfig, 'rowMode'>): Promise<unknown[][]> {
    this.statements += 1;
    try {
      return (await this.wait({ ...query, rowMode: 'array' })).rows;
    } catch (error) {
      throw isBusy(error) ? new Busy() : error;
    }
  }

  private wait(query: Waiting['query']): Promise<Result> {
    return new Promise((resolve, reject) => {
      // When nothing more happens before an answer comes, everything that is to travel is there.
      if (this.#waiting.push({ query, resolve, reject }) === 1)
        process.nextTick(() => void this.send());
    });
  }

  private async send(): Promise<void> {
    const asked = this.#waiting;
    this.#waiting = [];
    const [first, ...others] = asked as [Waiting, ...Waiting[]];
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

async function ask(
  database: Pick<pg.Pool, 'query'>,
  { query, resolve, reject }: Waiting,
): Promise<void> {
  try {
    resolve((await database.query(query)) as Result);
  } catch (error) {
    reject(error);
  }
}

/** The socket beneath a client, where there is one of its own. */
interface Wired {
  readonly connection?: { readonly stream?: { cork(): void; uncork(): void } };
}

async function together(client: pg.PoolClient, asked: readonly Waiting[]): Promise<void> {
  const socket = socketOf(client);
  socket?.cork();
  const answers = asked.map((one) => ask(client, one));
  socket?.uncork();
  await Promise.all(answers);
}

/** What holds statements back (`cork`) until they can travel in one packet. */
export const socketOf = (client: pg.PoolClient) => (client as Wired).connection?.stream;

/** Statement or lock timeout, a deadlock, two that cannot be told one after the other, too many connections, a database that is starting, stopping or away. */
const busyCodes = new Set([
  '40P01',
  '40001',
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
