import { expect, inject, test } from 'vitest';

import { Later } from '#server/common/job/Later.ts';
import { Pace } from '#server/common/mail/Pace.ts';
import type { Database } from '#server/orm.ts';
import { cloneOf } from '#test/support/world.ts';

const settings = { perMinute: 3, perDomain: 2 };

/** At which minute each of so many to a domain is sent, from the first that is asked for. */
async function minutesOf(pace: Pace, whom: readonly string[]): Promise<number[]> {
  const minutes: number[] = [];
  for (const domain of whom) {
    const later = await pace.take(domain, {}).catch((error: unknown) => error);
    const at = later instanceof Later ? later.keeps['slot']! : new Date().toISOString();
    minutes.push(Math.floor(Date.parse(at) / 60_000));
  }
  return minutes;
}

const most = (values: readonly (number | string)[]): number =>
  Math.max(...[...Map.groupBy(values, (value) => value).values()].map(({ length }) => length));

async function opened(use: (database: Database) => Promise<void>): Promise<void> {
  const database = await cloneOf(inject('templateUrl'));
  await use(database);
  await database.close();
}

/** This minute and the next are full. */
const fill = (pool: Database['pool']) =>
  pool.query(
    `insert into sending_minute select 'email', '', date_trunc('minute', now()) + n * interval '1 minute', 999
     from generate_series(0, 1) as n`,
  );

test('no minute has more than it may, in all and to one domain, though two servers ask at once', () =>
  opened(async ({ pool }) => {
    const paces = [new Pace(pool, 'email', settings), new Pace(pool, 'email', settings)];
    const whom = Array.from({ length: 12 }, (_, at) => (at % 3 ? 'a' : 'b'));
    const asked = await Promise.all(paces.map((pace) => minutesOf(pace, whom)));
    const all = asked.flat();
    expect(all).toHaveLength(24);
    expect(most(all)).toBe(3);
    for (const domain of ['a', 'b']) {
      const theirs = asked.flatMap((minutes) => minutes.filter((_, at) => whom[at] === domain));
      expect(most(theirs)).toBe(2);
    }
    // Sixteen to one domain, two a minute.
    expect(new Set(all).size).toBeGreaterThanOrEqual(8);
  }));

test('room that was kept is there when its time comes, and gone when that is long past', () =>
  opened(async ({ pool }) => {
    const pace = new Pace(pool, 'email', { perMinute: 1, perDomain: 1 });
    await fill(pool);
    const ago = (seconds: number) => ({
      slot: new Date(Date.now() - seconds * 1_000).toISOString(),
    });
    await pace.take('a', ago(1));
    await expect(pace.take('a', ago(600))).rejects.toBeInstanceOf(Later);
    await expect(pace.take('a', {})).rejects.toMatchObject({ isTry: false });
    await expect(pace.take('a', { slot: 'no time at all' })).rejects.toBeInstanceOf(Later);
  }));

test('what somebody waits for goes at once, and is counted; text messages have minutes of their own', () =>
  opened(async ({ pool }) => {
    const mail = new Pace(pool, 'email', settings);
    await fill(pool);
    for (let count = 0; count < 4; count += 1) await mail.take('a', {}, true);
    await expect(mail.take('b', {})).rejects.toBeInstanceOf(Later);
    await new Pace(pool, 'sms', settings).take('a', {});
    const { rows } = await pool.query<{ taken: string }>(
      `select sum(taken) as taken from sending_minute where channel = 'email' and whom = 'a'`,
    );
    expect(Number(rows[0]?.taken)).toBe(4);
  }));
