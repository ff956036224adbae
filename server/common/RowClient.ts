import { EventEmitter } from 'node:events';

import pg from 'pg';

import { Parcel } from './Parcel.ts';
import type { RawTuple } from './Reader.ts';

/** What we use of pg's client and its connection. */
interface Wired {
  readonly connection: { attachListeners(stream: EventEmitter): void };
  _getActiveQuery(): unknown;
}

/** In PostgreSQL's protocol: a letter that says what a message is, and four bytes that say how long. */
const head = 5;
const dataRow = 'D'.charCodeAt(0);

/**
 * Radklient. A client of pg that reads the planner's rows itself: those of what came at once are cut out of one text.
 *
 * pg makes a text of each value by itself, a message of each row, and tells of it as an event. All other messages, and all other rows,
 * are left to it.
 */
export class RowClient extends pg.Client {
  readonly #others = new EventEmitter();
  /** The same, as pg's types do not tell of it. */
  readonly #client = this as unknown as Wired;
  /** The beginning of a message, and how much there has to be before it is looked at again. */
  #parts: Buffer[] = [];
  #length = 0;
  #needed = 0;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const { connection } = this.#client;
    const attach = connection.attachListeners.bind(connection);
    connection.attachListeners = (stream) => {
      attach(this.#others);
      stream.on('data', (chunk: Buffer) => this.take(chunk));
      stream.on('end', () => this.#others.emit('end'));
    };
  }

  private take(chunk: Buffer): void {
    this.#length += chunk.length;
    if (this.#length < this.#needed) return void this.#parts.push(chunk);
    const bytes = this.#parts.length ? Buffer.concat([...this.#parts, chunk]) : chunk;
    const end = this.read(bytes);
    this.#length = bytes.length - end;
    this.#parts = this.#length ? [bytes.subarray(end)] : [];
    this.#needed = this.#length < head ? head : 1 + bytes.readUInt32BE(end + 1);
  }

  /** Reads all messages that have come to their end; gives where the next begins. */
  private read(bytes: Buffer): number {
    let [at, unread, text] = [0, 0, ''];
    // Whose rows are coming; undefined where a message has been that may have changed it.
    let parcel: Parcel | null | undefined;
    const leave = (end: number) => {
      if (unread < end) this.#others.emit('data', bytes.subarray(unread, end));
      unread = end;
    };
    while (bytes.length - at >= head) {
      const end = at + 1 + bytes.readUInt32BE(at + 1);
      if (end > bytes.length) break;
      if (bytes[at] !== dataRow) parcel = undefined;
      else {
        if (parcel === undefined) {
          leave(at);
          parcel = this.reading();
        }
        if (parcel) {
          text ||= bytes.toString('latin1');
          parcel.takeRow(rowIn(bytes, text, at + head));
          unread = end;
        }
      }
      at = end;
    }
    leave(at);
    return at;
  }

  private reading(): Parcel | null {
    const query = this.#client._getActiveQuery();
    return query instanceof Parcel && query.wantsBytes ? query : null;
  }
}

/** `text`: the same bytes, one sign each. */
function rowIn(bytes: Buffer, text: string, start: number): RawTuple {
  const count = bytes.readInt16BE(start);
  const row: (string | null)[] = [];
  let at = start + 2;
  for (let place = 0; place < count; place += 1) {
    const length = bytes.readInt32BE(at);
    at += 4;
    if (length < 0) row.push(null);
    else row.push(text.slice(at, (at += length)));
  }
  return row;
}
