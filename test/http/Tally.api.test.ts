import { describe, expect } from 'vitest';

import { Tally } from '#server/http/Tally.ts';
import { test } from '#test/support/world.ts';

const minute = 60_000;

/** Several servers over one database, at the same time of day. */
class Servers {
  now = Date.UTC(2026, 10, 22, 8, 0, 20);
  readonly #name = `test-${crypto.randomUUID()}`;

  open(perMinute: number): Tally {
    return new Tally({ name: this.#name, perMinute, clock: () => this.now });
  }
}

const times = (many: number, tally: Tally, asker = 'kari') =>
  Array.from({ length: many }, () => tally.count(asker)).filter((wait) => wait === 0).length;

describe('one server', () => {
  test('lets through as many as it says, and says how long to wait for more', () => {
    const tally = new Servers().open(5);
    expect(times(9, tally)).toBe(5);
    expect(tally.count('kari')).toBe(40);
  });

  test('counts each asker alone, and anew in each minute', () => {
    const servers = new Servers();
    const tally = servers.open(5);
    expect([times(9, tally), times(9, tally, 'ola')]).toEqual([5, 5]);
    servers.now += minute;
    expect(times(9, tally)).toBe(5);
  });

  test('is not filled by askers who come once', () => {
    const tally = new Servers().open(5);
    tally.count('kari');
    for (let asker = 0; asker < 19_999; asker += 1) tally.count(`asker ${asker}`);
    expect(tally.count('one more')).toBeGreaterThan(0);
    expect(tally.count('kari')).toBe(0);
  });
});

describe('several servers', () => {
  test('share one limit from one settlement to the next', async ({ world: { pool } }) => {
    const servers = new Servers();
    const [one, other] = [servers.open(10), servers.open(10)];
    expect(times(6, one)).toBe(6);
    await one.settle(pool);
    expect(times(1, other)).toBe(1);
    await other.settle(pool);
    expect(times(9, other)).toBe(3);
    await other.settle(pool);
    expect(times(9, one)).toBe(4);
    await one.settle(pool);
    expect(times(9, one)).toBe(0);
  });

  test('begin each minute with nothing', async ({ world: { pool } }) => {
    const servers = new Servers();
    const [one, other] = [servers.open(10), servers.open(10)];
    times(10, one);
    await one.settle(pool);
    servers.now += minute;
    expect(times(4, other)).toBe(4);
    await other.settle(pool);
    expect(times(20, other)).toBe(6);
  });

  test('lose no count to what is asked while they settle', async ({ world: { pool } }) => {
    const servers = new Servers();
    const [one, other] = [servers.open(10), servers.open(10)];
    times(3, one);
    const settling = one.settle(pool);
    times(2, one);
    await settling;
    await one.settle(pool);
    times(1, other);
    await other.settle(pool);
    expect(times(20, other)).toBe(4);
  });

  test('settle in one statement, and in none where nobody asked', async ({ world: { pool } }) => {
    const servers = new Servers();
    const tally = servers.open(10);
    const statements: unknown[] = [];
    const counted = {
      query: (...args: Parameters<typeof pool.query>) => {
        statements.push(args[0]);
        return pool.query(...args);
      },
    };
    for (let asker = 0; asker < 500; asker += 1) tally.count(`asker ${asker}`);
    await tally.settle(counted as never);
    await tally.settle(counted as never);
    expect(statements).toHaveLength(1);
  });

  test('go on alone while the database is away, and tell later', async ({ world: { pool } }) => {
    const servers = new Servers();
    const [one, other] = [servers.open(10), servers.open(10)];
    const away = { query: () => Promise.reject(new Error('away')) };
    times(6, one);
    await expect(one.settle(away)).rejects.toThrow('away');
    expect(times(20, one)).toBe(4);
    await one.settle(pool);
    times(1, other);
    await other.settle(pool);
    expect(times(20, other)).toBe(0);
  });
});
