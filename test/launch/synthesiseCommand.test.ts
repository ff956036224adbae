import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import pg from 'pg';
import { describe, expect, test, vi } from 'vitest';

import { SyntheticIds } from '#seeds/synthetic/SyntheticIds.ts';
import { beginLoad, setIndexesAside, settleLoad } from '#server/launch/largeLoad.ts';
import { migrate } from '#server/migrate.ts';
import { testSecret } from '#test/support/database.ts';
import { Register } from './Register.ts';
import { runToEnd } from './Running.ts';

const commandLine = join(process.cwd(), 'dist/server/launch/commandLine.js');

const settingsOf = ({ ownerUrl }: Register) => ({
  DATABASE_URL: ownerUrl,
  SAMBAND_DEMO: 'on',
  SAMBAND_KEY: testSecret.toString('hex'),
});

const wanted = ['samband', 'synthesise', '--organisations', '3000'];

/** Without the launcher, which would let it end in good order. */
function begin(register: Register): ChildProcess {
  return spawn(process.execPath, [commandLine, ...wanted.slice(1)], {
    env: { PATH: process.env.PATH, ...settingsOf(register) },
    stdio: 'ignore',
  });
}

const made = `select count(*) from organisation where ${SyntheticIds.isOne('id')}`;
const owed = "select count(*) from pg_namespace where nspname = 'samband_load'";

describe('a load that is killed between two blocks', () => {
  test('leaves whole blocks, is mended by the next start, and completed by the next run', async () => {
    await using register = await Register.open();
    const indexes = await register.indexes();
    const killed = begin(register);
    const gone = once(killed, 'close');
    await vi.waitFor(
      async () => expect(await register.figure(made)).toBeGreaterThanOrEqual(1_000),
      { timeout: 100_000, interval: 20 },
    );
    killed.kill('SIGKILL');
    await gone;
    // What its connections had under way is undone when the database sees that it is gone.
    await vi.waitFor(
      async () =>
        expect(
          await register.figure(
            "select count(*) from pg_stat_activity where datname = current_database() and query like 'copy%' and state <> 'idle'",
          ),
        ).toBe(0),
      { timeout: 10_000, interval: 20 },
    );
    const reached = await register.figure(made);
    expect(reached % 1_000).toBe(0);
    expect(reached).toBeLessThan(3_000);
    expect(await register.figure(owed)).toBe(1);
    expect(await register.indexes()).not.toEqual(indexes);

    await migrate(register.ownerUrl, testSecret);
    expect(await register.figure(owed)).toBe(0);
    expect(await register.indexes()).toEqual(indexes);
    expect(await register.miscounted()).toEqual([]);

    const completed = await runToEnd(wanted, settingsOf(register));
    expect(completed).toMatchObject({ code: 0 });
    const rest = 3_000 - reached;
    expect(completed.output).toMatch(`${rest} organisations and ${rest * 3} people were made in`);

    await using whole = await Register.open();
    await whole.make(3_000);
    expect(await register.synthesised()).toEqual(await whole.synthesised());
    expect(await register.miscounted()).toEqual([]);
    expect(await register.indexes()).toEqual(indexes);
  }, 240_000);
});

describe('a load that is asked to stop', () => {
  test('stops, says nothing that is not so, and is gone on with', async () => {
    await using register = await Register.open();
    const stopped = begin(register);
    const gone = once(stopped, 'close');
    await vi.waitFor(
      async () => expect(await register.figure(made)).toBeGreaterThanOrEqual(1_000),
      { timeout: 100_000, interval: 20 },
    );
    stopped.kill('SIGINT');
    expect((await gone)[0]).toBe(130);

    const again = await runToEnd(wanted, settingsOf(register));
    expect(again).toMatchObject({ code: 0 });
    expect(await register.figure(made)).toBe(3_000);
    expect(await register.miscounted()).toEqual([]);
    const nothing = await runToEnd(wanted, settingsOf(register));
    expect(nothing.output).toBe('They were there already: nothing was made.\n');
  }, 240_000);
});

test('a start beside a load leaves the load to settle what it owes', async () => {
  await using register = await Register.open();
  const indexes = await register.indexes();
  const loading = new pg.Client({ connectionString: register.ownerUrl });
  await loading.connect();
  await beginLoad(loading, () => {});
  await setIndexesAside(loading, ['organisation', 'directory_entry']);
  const told: string[] = [];

  await migrate(register.ownerUrl, testSecret, (line) => told.push(line));
  expect(told).toEqual(['A large load is under way; searches are slow until it is done']);
  expect(await register.figure(owed)).toBe(1);

  await settleLoad(loading, () => {});
  await loading.end();
  expect(await register.indexes()).toEqual(indexes);
  await migrate(register.ownerUrl, testSecret, (line) => told.push(line));
  expect(told).toHaveLength(1);
});

test('an index that somebody who was killed is still building is waited for, and not built twice', async () => {
  await using register = await Register.open();
  const indexes = await register.indexes();
  const [loading, helping, left] = (await Promise.all(
    [1, 2, 3].map(async () => {
      const client = new pg.Client({ connectionString: register.ownerUrl });
      await client.connect();
      return client;
    }),
  )) as [pg.Client, pg.Client, pg.Client];
  await beginLoad(loading, () => {});
  await setIndexesAside(loading, ['organisation', 'directory_entry']);
  await left.query('begin');
  const { rows } = await left.query<{ definition: string }>(
    `delete from samband_load.index_set_aside where definition like '%organisation_by_parent%' returning definition`,
  );
  await left.query(rows[0]!.definition);

  const settled = settleLoad(loading, () => {}, [helping]);
  await vi.waitFor(
    async () =>
      expect(
        await register.figure(
          "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        ),
      ).toBeGreaterThan(0),
    { timeout: 30_000, interval: 20 },
  );
  await left.query('commit');
  await settled;
  await Promise.all([loading, helping, left].map((client) => client.end()));

  expect(await register.figure(owed)).toBe(0);
  expect(await register.indexes()).toEqual(indexes);
}, 60_000);

describe('what it does not do is a sentence', () => {
  test.each(['0', '-1', '1.5', '10000000', 'many'])('for %s organisations', async (count) => {
    const { code, complaint } = await runToEnd([
      'samband',
      'synthesise',
      `--organisations=${count}`,
    ]);
    expect({ code, complaint }).toEqual({
      code: 1,
      complaint: `--organisations must be a whole number from 1 to 9999999, and is "${count}".\n`,
    });
  });

  test('for no number at all', async () => {
    const { code, complaint } = await runToEnd(['samband', 'synthesise']);
    expect({ code, complaint }).toEqual({
      code: 2,
      complaint: "Required option '--organisations <number>' not specified: see --help.\n",
    });
  });

  test.each(['', ' ', 'x'.repeat(101)])('for the seed "%s"', async (seed) => {
    const { code, complaint } = await runToEnd([...wanted, `--seed=${seed}`]);
    expect({ code, complaint }).toEqual({
      code: 1,
      complaint: '--seed must be a text of 1 to 100 characters.\n',
    });
  });

  test('where the register is not a demo', async () => {
    const { code, complaint } = await runToEnd(wanted, {
      SAMBAND_DEMO: 'off',
      SAMBAND_KEY: testSecret.toString('hex'),
    });
    expect(code).toBe(1);
    expect(complaint).toMatch(/^This register is not a demo, .*\.\n$/);
  });
});
