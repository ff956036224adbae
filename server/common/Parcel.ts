import pg from 'pg';
import { prepareValue } from 'pg/lib/utils';

/** A named statement, and how its rows are wanted. */
export interface Asking {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** `raw`: the texts that PostgreSQL sent. `array`: values, in the order of the columns. `object`: the same, by the names of the columns. */
  readonly rows: 'raw' | 'array' | 'object';
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

type RawFields = (string | null)[];

/** pg's types leave out how it is built. */
const ResultOf = pg.Result as unknown as new (
  rowMode: 'array' | undefined,
  types: pg.CustomTypesConfig,
) => Result;

/**
 * Pakke. Statements under way together: one message after the other, and one end for all of them.
 *
 * pg ends each query by itself and has each described. What the planner reads needs no description, for it is taken as it comes, and of
 * several the database makes one answer. Where one fails, those after it were not run: of a parcel that is `apart`, `unanswered` are to be asked
 * again; of one that is `whole`, as those of a transaction are, they fail with it.
 */
export class Parcel {
  readonly done: Promise<void>;
  #at = 0;
  #result: Result | null = null;
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
    stream.cork();
    this.asked.forEach(({ name, text, rows }, place) => {
      if (!parsed[name] && !submitted[name]) {
        connection.parse({ name, text, types: [] });
        submitted[name] = text;
        this.#sent.push(name);
      }
      connection.bind({ statement: name, values: values[place] });
      if (rows !== 'raw') connection.describe({ type: 'P', name: '' });
      connection.execute({ portal: '', rows: 0 });
    });
    connection.sync();
    stream.uncork();
    return null;
  }

  handleRowDescription({ fields }: { fields: readonly object[] }): void {
    const mode = this.asked[this.#at]?.rows === 'array' ? 'array' : undefined;
    this.#result = new ResultOf(mode, this.types);
    this.#result.addFields(fields);
  }

  handleDataRow({ fields }: { fields: RawFields }): void {
    this.#rows.push(this.#result ? this.#result.parseRow(fields) : fields);
  }

  handleCommandComplete(): void {
    this.asked[this.#at]?.resolve(this.#rows);
    this.#rows = [];
    this.#result = null;
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
