import pg from 'pg';
import { prepareValue } from 'pg/lib/utils';

import { toBytes } from './byteText.ts';

/** A named statement, and how its rows are wanted. */
export interface Asking {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /**
   * `bytes`: what PostgreSQL sent, as byte text. `raw`: as the texts that it is. `array`: values, in the order of the columns. `object`: the
   * same, by the names of the columns.
   */
  readonly rows: 'bytes' | 'raw' | 'array' | 'object';
  readonly resolve: (rows: readonly unknown[]) => void;
  readonly reject: (error: unknown) => void;
}

/** What we use of pg's connection: the messages of PostgreSQL's protocol, one by one. */
interface Connection {
  readonly stream: { cork(): void; uncork(): void };
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(message: { name: string; text: string; types: readonly number[] }): void;
  bind(message: object): void;
  describe(message: { type: 'P'; name: string }): void;
  execute(message: { portal: string; rows: number }): void;
  sync(): void;
}

/** What pg makes rows of, by the types that PostgreSQL tells. */
interface Result {
  readonly rows: unknown[];
  addFields(fields: readonly object[]): void;
  parseRow(fields: RawFields): unknown;
}

type RawFields = readonly (string | null)[];

/** What a connection has told of the columns of its statements, which stay as they are for as long as it lives. */
const described = new WeakMap<Connection, Map<string, Result>>();

const isDescribed = (rows: Asking['rows']): boolean => rows === 'array' || rows === 'object';

const shapeOf = ({ name, rows }: Asking): string => `${rows} ${name}`;

/** pg's types leave out how it is built. */
const ResultOf = pg.Result as unknown as new (
  rowMode: 'array' | undefined,
  types: pg.CustomTypesConfig,
) => Result;

/**
 * Pakke. Statements under way together: one message after the other, and one end for all of them.
 *
 * pg ends each query by itself and has each described. What the planner reads needs no description, for it is taken as it comes, all else
 * once on a connection; and of several the database makes one answer. Where one fails, those after it were not run: of a parcel that is
 * `apart`, `unanswered` are to be asked again; of one that is `whole`, as those of a transaction are, they fail with it.
 */
export class Parcel {
  readonly done: Promise<void>;
  #at = 0;
  #result: Result | undefined;
  #described = new Map<string, Result>();
  #rows: unknown[] = [];
  #sent: string[] = [];
  #end: () => void = () => undefined;

  constructor(
    readonly asked: readonly Asking[],
    private readonly types: pg.CustomTypesConfig,
    private readonly kind: 'apart' | 'whole' = 'apart',
  ) {
    this.done = new Promise((resolve) => (this.#end = resolve));
  }

  /** Those that the database did not come to, because of another. */
  get unanswered(): readonly Asking[] {
    return this.asked.slice(this.#at);
  }

  /** As pg asks, to remember what has been prepared: the statement whose answer comes now. */
  get name(): string {
    return this.asked[this.#at]?.name ?? '';
  }

  get text(): string {
    return this.asked[this.#at]?.text ?? '';
  }

  submit(wired: object): Error | null {
    const connection = wired as Connection;
    const { parsedStatements: parsed, submittedNamedStatements: submitted, stream } = connection;
    let values: (string | Buffer | null)[][];
    try {
      // A value that cannot be sent is found out before anything is.
      values = this.asked.map((asked) => asked.values.map((value) => prepareValue(value)));
    } catch (error) {
      return error as Error;
    }
    this.#described = described.get(connection) ?? this.#described;
    described.set(connection, this.#described);
    stream.cork();
    this.asked.forEach((asked, place) => {
      const { name, text, rows } = asked;
      if (!parsed[name] && !submitted[name]) {
        connection.parse({ name, text, types: [] });
        submitted[name] = text;
        this.#sent.push(name);
      }
      connection.bind({ statement: name, values: values[place] });
      if (isDescribed(rows) && !this.#described.has(shapeOf(asked)))
        connection.describe({ type: 'P', name: '' });
      connection.execute({ portal: '', rows: 0 });
    });
    connection.sync();
    stream.uncork();
    return null;
  }

  handleRowDescription({ fields }: { fields: readonly object[] }): void {
    const asked = this.asked[this.#at];
    if (!asked) return;
    const result = new ResultOf(asked.rows === 'array' ? 'array' : undefined, this.types);
    result.addFields(fields);
    this.#described.set(shapeOf(asked), result);
  }

  /** Whether what comes now is wanted as it is sent: the client may read its rows itself. */
  get wantsBytes(): boolean {
    return this.asked[this.#at]?.rows === 'bytes';
  }

  takeRow(row: RawFields): void {
    this.#rows.push(row);
  }

  handleDataRow({ fields }: { fields: RawFields }): void {
    const asked = this.asked[this.#at];
    if (!asked) return;
    if (!isDescribed(asked.rows))
      return this.takeRow(this.wantsBytes ? fields.map((it) => it && toBytes(it)) : fields);
    this.#result ??= this.#described.get(shapeOf(asked));
    this.#rows.push(this.#result?.parseRow(fields));
  }

  handleCommandComplete(): void {
    this.asked[this.#at]?.resolve(this.#rows);
    this.#rows = [];
    this.#result = undefined;
    this.#at += 1;
  }

  handleReadyForQuery(): void {
    this.#end();
  }

  handleError(error: Error & { severity?: string }, connection: Connection): void {
    // What was to be prepared for those after it was not, either.
    for (const name of this.#sent) delete connection.submittedNamedStatements[name];
    this.asked[this.#at]?.reject(error);
    this.#at += 1;
    // Where it is no error of a statement the connection is no more, and nothing is to be had of it.
    if (this.kind === 'whole' || error.severity !== 'ERROR') {
      for (const { reject } of this.unanswered) reject(error);
      this.#at = this.asked.length;
    }
    this.#end();
  }
}
