import type pg from 'pg';

import { Busy } from '#server/problems.ts';
import { isBusy } from './isBusy.ts';
import { type Asking, Parcel } from './Parcel.ts';
import { type Asked, render, type Sql } from './sql.ts';
import { nameOf, type Statement } from './Statement.ts';

/** A row as the database sends it: values in the order of the columns. */
export type Tuple = readonly unknown[];

/** The same, each value as the text, or byte text, that PostgreSQL writes for it. */
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

type Waiting =
  | (Asking & { readonly query?: never })
  | (Pick<Asking, 'reject'> & {
      readonly query: pg.QueryConfig;
      readonly resolve: (result: pg.QueryResult) => void;
    });

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
    // The caller says what this statement puts where.
    return this.run<Row>({ name: knownNameOf(text), text, values, rows: 'array' });
  }

  /** The rows of a statement, each value as the text that it is. */
  rawRows(statement: Statement, asked: Asked): Promise<RawTuple[]> {
    return this.texts(statement, asked, 'raw');
  }

  /** The same for the planner, as byte text: most of it goes out again as it came. */
  byteRows(statement: Statement, asked: Asked): Promise<RawTuple[]> {
    return this.texts(statement, asked, 'bytes');
  }

  private texts(statement: Statement, asked: Asked, rows: 'raw' | 'bytes'): Promise<RawTuple[]> {
    const { name, text } = statement;
    return this.run<RawTuple>({ name, text, values: statement.valuesFor(asked), rows });
  }

  /** For what asks in pg's own words, and takes rows by the names of their columns. Travels with the others, and is not counted. */
  query<Row extends pg.QueryResultRow>(
    query: pg.QueryConfig | string,
    values?: unknown[],
  ): Promise<Pick<pg.QueryResult<Row>, 'rows'>> {
    const config = typeof query === 'string' ? { text: query, values } : query;
    const { name, text } = config;
    if (name === undefined) {
      return new Promise((resolve, reject) =>
        this.wait({ query: config, resolve: resolve as never, reject }),
      );
    }
    return new Promise((resolve, reject) =>
      this.wait({
        name,
        text,
        values: config.values ?? [],
        rows: 'object',
        resolve: (rows) => resolve({ rows: rows as Row[] }),
        reject,
      }),
    );
  }

  /**
   * Has what is asked for in this breath travel on a connection that is busy with something else, behind that. Comes back when it has been
   * answered, well or not, and the connection is free.
   */
  behind(client: pg.PoolClient, ask: () => void): Promise<void> {
    const others = this.#waiting;
    this.#waiting = [];
    ask();
    const asked = this.#waiting;
    this.#waiting = others;
    return sendOn(client, asked);
  }

  private async run<Row>(statement: Omit<Asking, 'resolve' | 'reject'>): Promise<Row[]> {
    this.statements += 1;
    try {
      return await new Promise((resolve, reject) =>
        // What is wanted as a list comes as one.
        this.wait({ ...statement, resolve: resolve as (rows: readonly unknown[]) => void, reject }),
      );
    } catch (error) {
      throw isBusy(error) ? new Busy() : error;
    }
  }

  private wait(one: Waiting): void {
    // When nothing more happens before an answer comes, everything that is to travel is there.
    if (this.#waiting.push(one) === 1) process.nextTick(() => void this.send());
  }

  private async send(): Promise<void> {
    const asked = this.#waiting;
    this.#waiting = [];
    if (!asked.length) return;
    let client: pg.PoolClient;
    try {
      client = await this.database.connect();
    } catch (error) {
      for (const { reject } of asked) reject(error);
      return;
    }
    await sendOn(client, asked);
    client.release();
  }
}

async function sendOn(client: pg.PoolClient, asked: readonly Waiting[]): Promise<void> {
  const socket = socketOf(client);
  socket?.cork();
  const answers = asked.flatMap((one) => (one.query ? [ask(client, one)] : []));
  const read = readAll(
    client,
    asked.filter((one) => !one.query),
  );
  socket?.uncork();
  await Promise.all([...answers, read]);
}

/** Whoever stands behind one that failed is asked for anew, and hears nothing of it. */
async function readAll(client: pg.PoolClient, asked: readonly Asking[]): Promise<void> {
  for (let left = asked; left.length;) {
    const parcel = new Parcel(left, client);
    // pg takes whatever knows how to send itself; its types know of those of its own.
    void client.query(parcel as pg.Submittable);
    await parcel.done;
    left = parcel.unanswered;
  }
}

async function ask(
  client: pg.PoolClient,
  { query, resolve, reject }: Waiting & { readonly query: pg.QueryConfig },
): Promise<void> {
  try {
    resolve(await client.query(query));
  } catch (error) {
    reject(error);
  }
}

/** The socket beneath a client, where there is one of its own. */
interface Wired {
  readonly connection?: { readonly stream?: { cork(): void; uncork(): void } };
}

/** What holds statements back (`cork`) until they can travel in one packet. */
export const socketOf = (client: pg.PoolClient) => (client as Wired).connection?.stream;
