import pg from 'pg';

import { Role } from '#schema/access/Role.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { daysAfter } from '#server/common/daysAfter.ts';
import { momentOf } from '#server/common/momentOf.ts';
import type { OpenThings } from '#server/launch/OpenThings.ts';
import { membersOfSearch } from '#server/directory/audience/membersOf.ts';
import { queueRound } from '#server/review/round/queueRound.ts';
import { asCoordinator } from '#test/bench/asCoordinator.ts';
import { copyReady, type ReadyRows, readyRows } from '#test/bench/readyRows.ts';
import type { Register } from '#test/bench/Register.ts';
import { median } from '#test/bench/statistics.ts';
import { say } from '#test/bench/surroundings.ts';

/** How long it takes until all first letters of a round wait to be sent. */
export interface QueueingMeasured {
  readonly requests: number;
  readonly letters: number;
  readonly seconds: number;
  /** COPY of the same rows into the same tables. */
  readonly copySeconds: number;
  /** As times COPY's: less is better. */
  readonly ratio: number;
  /** Of ten thousand, in proportion. */
  readonly perTenThousand: number;
}

const wanted = 10_000;

/** Køen. Opens a round of the county that has nearest to ten thousand, beside COPY of the rows that come of it, by turns; each is taken back. */
export async function measureQueueing(
  register: Register,
  rounds: number,
  things: OpenThings,
): Promise<QueueingMeasured> {
  const client = new pg.Client({ connectionString: register.url });
  await client.connect();
  things.add(() => client.end());
  const opener = await openerIn(register, things);
  const code = await countyOfTenThousand(register);
  const seconds: number[] = [];
  const copySeconds: number[] = [];
  let [requests, letters] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const id = await openedRound(register, opener, code);
    try {
      seconds.push(await queued(register, id));
      const ready = await rowsOf(client, id);
      const counted = await client.query<{ requests: number; letters: number }>(
        `select count(*)::int as requests, count(queued_at)::int as letters from review_request where round_id = $1`,
        [id],
      );
      ({ requests, letters } = counted.rows[0] ?? { requests, letters });
      await takeBack(client, id);
      copySeconds.push(await copied(client, ready));
    } finally {
      await takeBack(client, id);
      await client.query('delete from review_round where id = $1', [id]);
      await client.query(
        'vacuum review_request, review_message, review_snapshot, personal_link, change',
      );
    }
  }
  const ratio = median(seconds.map((it, at) => it / (copySeconds[at] ?? Number.NaN)));
  const measured = {
    requests,
    letters,
    seconds: median(seconds),
    copySeconds: median(copySeconds),
    ratio,
    perTenThousand: (median(seconds) * wanted) / requests,
  };
  say(
    `A round of ${requests} in the queue, ${letters} letters: ${measured.seconds.toFixed(1)} s, COPY ${measured.copySeconds.toFixed(1)} s, ${ratio.toFixed(1)} × as long`,
  );
  return measured;
}

/** Whoever opens it; gone again when the part is done. */
async function openerIn({ pool }: Register, things: OpenThings): Promise<string> {
  const id = crypto.randomUUID();
  await pool.query(
    `insert into staff_user (id, issuer, subject, name, role) values ($1::uuid, 'bench', $1::uuid::text, 'bench', $2)`,
    [id, Role.PROGRAMME_LEAD],
  );
  things.add(async () => {
    await pool.query('delete from staff_user where id = $1', [id]);
  });
  return id;
}

async function countyOfTenThousand(register: Register): Promise<string> {
  const { rows } = await register.pool.query<{ code: string }>(
    `select code from area where kind = 'county' order by code`,
  );
  const context = asCoordinator(register);
  const sizes: { code: string; distance: number }[] = [];
  for (const { code } of rows) {
    const filter = { areas: [code], only: RecordKind.ORGANISATION };
    const members = await membersOfSearch(context, { text: '', filter });
    sizes.push({ code, distance: Math.abs(members.length - wanted) });
  }
  const [nearest] = sizes.toSorted((one, other) => one.distance - other.distance);
  if (!nearest) throw new Error('There are no counties');
  return nearest.code;
}

async function openedRound(
  { pool, today }: Register,
  opener: string,
  county: string,
): Promise<string> {
  const id = crypto.randomUUID();
  await pool.query(
    `insert into review_round (id, name, state, asks, search, opens_on, due_on, signed_by, made_by, made_at, opened_by, opened_at)
     values ($1, 'bench', 'open', 'all', $2, $3, $4, 'bench', $5, now(), $5, now())`,
    [
      id,
      JSON.stringify({ text: '', keptFilter: { areas: [county] }, trustName: null }),
      today,
      daysAfter(today, 40),
      opener,
    ],
  );
  return id;
}

/** Seconds that the job of a round takes. */
async function queued({ pool, surroundings }: Register, roundId: string): Promise<number> {
  const job = queueRound({
    pool,
    surroundings,
    key: surroundings.linkKey,
    moment: () => momentOf(new Date()),
    senders: {},
    isStopping: () => false,
  });
  const startedAt = performance.now();
  await job({ roundId }, { number: 1, isLast: true });
  return (performance.now() - startedAt) / 1000;
}

const linksOf = (id: string) => `(select link_id from review_request where round_id = '${id}')`;

/** What queueing has written, in the order in which it may be written again. */
const written = (id: string): readonly (readonly [table: string, condition: string])[] => [
  ['personal_link', `id in ${linksOf(id)}`],
  ['change', `record = 'personal_link' and record_id in ${linksOf(id)}`],
  ['review_request', `round_id = '${id}'`],
  ['review_message', `request_id in (select id from review_request where round_id = '${id}')`],
  ['review_snapshot', `round_id = '${id}'`],
];

async function rowsOf(client: pg.Client, id: string): Promise<ReadyRows[]> {
  const ready: ReadyRows[] = [];
  for (const [table, condition] of written(id)) {
    ready.push(await readyRows(client, table, condition));
  }
  return ready;
}

async function takeBack(client: pg.Client, id: string): Promise<void> {
  await client.query('begin');
  await client.query(`create temporary table taken_back on commit drop as ${linksOf(id)}`);
  await client.query(
    `delete from change where record = 'personal_link' and record_id in (select link_id from taken_back)`,
  );
  await client.query(`delete from review_snapshot where round_id = '${id}'`);
  await client.query(`delete from review_request where round_id = '${id}'`);
  await client.query(`delete from personal_link where id in (select link_id from taken_back)`);
  await client.query('commit');
}

/** Seconds that COPY takes, checks and all; what it did is undone. */
async function copied(client: pg.Client, ready: readonly ReadyRows[]): Promise<number> {
  await client.query('begin');
  const startedAt = performance.now();
  await copyReady(client, ready);
  const seconds = (performance.now() - startedAt) / 1000;
  await client.query('rollback');
  return seconds;
}
