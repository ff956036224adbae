import { createHash } from 'node:crypto';

import type { Asking } from './AccessSettings.ts';
import { oldestMonthKept } from './dropOldReads.ts';

/** Where the chain ends. Whoever keeps it apart from the database sees later whether the log still goes through it. */
export interface ReadLogHead {
  readonly batch: number;
  readonly hash: string;
}

/** What came of looking: what is there, and if it is not whole, where. */
export interface Verified {
  readonly batches: number;
  readonly reads: number;
  readonly head: ReadLogHead;
  /** One sentence; null where all is as it was written. */
  readonly fault: string | null;
}

interface Batch {
  readonly number: string;
  readonly month: string;
  readonly reads: number;
  readonly rowsHash: Buffer;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}

interface LoggedRow {
  readonly batch: string;
  readonly month: string;
  readonly line: readonly unknown[];
}

const start = Buffer.alloc(32);
const batchesAtATime = 100;

/**
 * Etterprøver leseloggen. Works the whole chain out anew, from the rows, and stops at the first place where it is not as it was written.
 *
 * Of months that were dropped because they were old the rows are gone, and what their hash says of them stands. `through` is an end that
 * somebody kept: it tells whether the last batches have been taken away.
 */
export async function verifyReadLog(
  pool: Asking,
  now: Date,
  through: ReadLogHead | null = null,
): Promise<Verified> {
  const months = await monthsOf(pool);
  const oldest = oldestMonthKept(now);
  let head: ReadLogHead = { batch: 0, hash: start.toString('hex') };
  let reads = 0;
  let isThrough = through === null || (through.batch === 0 && through.hash === head.hash);
  const result = (fault: string | null): Verified => ({ batches: head.batch, reads, head, fault });

  for (;;) {
    const batches = await batchesAfter(pool, head.batch);
    const [first, last] = [batches[0], batches.at(-1)];
    if (!first || !last) break;
    const rows = Map.groupBy(await rowsBetween(pool, first, last), ({ batch }) => batch);
    for (const batch of batches) {
      const number = Number(batch.number);
      const fault = faultOf(batch, head, rows.get(batch.number) ?? [], months, oldest);
      if (fault) return result(fault);
      head = { batch: number, hash: batch.hash.toString('hex') };
      reads += batch.reads;
      isThrough ||= through?.batch === number && through.hash === head.hash;
    }
  }
  const stray = await strayBatch(pool);
  if (stray !== null)
    return result(`The read log has reads of batch ${stray}, which it never wrote.`);
  if (!isThrough) {
    return result(
      `The read log does not go through batch ${through?.batch} as it was: it ends at batch ${head.batch}.`,
    );
  }
  return result(null);
}

function faultOf(
  batch: Batch,
  head: ReadLogHead,
  rows: readonly LoggedRow[],
  months: ReadonlySet<string>,
  oldest: string,
): string | null {
  const { number, month, previousHash, rowsHash, hash } = batch;
  const where = `batch ${number} of the read log, from ${month.slice(0, 7)},`;
  if (Number(number) !== head.batch + 1) {
    return `Before ${where} batch ${head.batch + 1} is missing.`;
  }
  if (previousHash.toString('hex') !== head.hash) {
    return `In ${where} the chain is broken: it does not follow the batch before it.`;
  }
  if (!sha256(previousHash, rowsHash).equals(hash)) {
    return `In ${where} the hash is not that of the batch.`;
  }
  if (!months.has(month)) {
    return month < oldest ? null : `The reads of ${where} are gone, and they are not old.`;
  }
  const lines = rows.map(({ line }) => `\n${canonical(line)}`).join('');
  const isWhole =
    rows.length === batch.reads &&
    rows.every((row) => row.month === month) &&
    sha256(Buffer.from(month + lines)).equals(rowsHash);
  return isWhole ? null : `In ${where} the reads are not those that were written.`;
}

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** As PostgreSQL writes JSON: the form in which the rows were hashed. */
const canonical = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(canonical).join(', ')}]` : JSON.stringify(value);

async function monthsOf(pool: Asking): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ month: string }>(
    `select replace(substring(inhrelid::regclass::text from '[0-9]{4}_[0-9]{2}$'), '_', '-') || '-01' as month
     from pg_inherits where inhparent = 'read_log'::regclass`,
  );
  return new Set(rows.map(({ month }) => month));
}

async function batchesAfter(pool: Asking, number: number): Promise<Batch[]> {
  const { rows } = await pool.query<Batch>(
    `select number, month::text, reads, rows_hash as "rowsHash", previous_hash as "previousHash", hash
     from read_log_batch where number > $1 order by number limit ${batchesAtATime}`,
    [number],
  );
  return rows;
}

async function rowsBetween(pool: Asking, first: Batch, last: Batch): Promise<LoggedRow[]> {
  const { rows } = await pool.query<LoggedRow>(
    `select batch, month::text, jsonb_build_array(
       batch, place, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
       viewer_id, via, person_id, fields, purpose, request_id
     ) as line
     from read_log where batch between $1 and $2 order by batch, place`,
    [first.number, last.number],
  );
  return rows;
}

/** Rows that belong to no batch. */
async function strayBatch(pool: Asking): Promise<string | null> {
  const { rows } = await pool.query<{ batch: string }>(
    `select batch from read_log as r
     where not exists (select from read_log_batch as b where b.number = r.batch) limit 1`,
  );
  return rows[0]?.batch ?? null;
}
