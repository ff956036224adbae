import { describe, expect } from 'vitest';

import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { readBehind } from '#server/common/readBehind.ts';
import { sql } from '#server/common/sql.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { test, type World } from '#test/support/world.ts';

const rename = (run: Run, id: string, name: string) =>
  run('update organisation set name = $2 where id = $1', [id, name]);

const namesIn = async ({ pool }: World) =>
  (await pool.query<{ name: string }>('select name from organisation order by name')).rows.map(
    ({ name }) => name,
  );

/** Opens when as many as are awaited have come. */
function aGate(awaited: number): () => Promise<void> {
  let come = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come += 1;
    if (come >= awaited) open();
    return opened;
  };
}

describe('a transaction', () => {
  test('that waits for one that waits for it is done again, and both are written', async ({
    committed: world,
  }) => {
    const [one, other] = [anOrganisation({ name: 'Ene' }), anOrganisation({ name: 'Andre' })];
    await world.has(one, other);
    const bothHoldOne = aGate(2);
    let tries = 0;
    const renameBoth = (first: string, second: string, name: string) =>
      inTransaction(world.pool, async (run) => {
        tries += 1;
        await rename(run, first, name);
        await bothHoldOne();
        await rename(run, second, name);
      });

    await Promise.all([
      renameBoth(one.id, other.id, 'Først'),
      renameBoth(other.id, one.id, 'Sist'),
    ]);

    expect(tries).toBeGreaterThan(2);
    const [name, ...others] = await namesIn(world);
    expect(['Først', 'Sist']).toContain(name);
    expect(others).toEqual([name]);
  });

  test('that has read what another changes is done again, with what stands there then', async ({
    committed: world,
  }) => {
    const organisation = anOrganisation({ name: 'A' });
    await world.has(organisation);
    let tries = 0;

    await inTransaction(world.pool, async (run) => {
      tries += 1;
      await run('set transaction isolation level repeatable read');
      const [read] = await run<{ name: string }>('select name from organisation');
      if (tries === 1) await world.pool.query("update organisation set name = name || 'B'");
      await rename(run, organisation.id, `${read?.name}C`);
    });

    expect(tries).toBe(2);
    expect(await namesIn(world)).toEqual(['ABC']);
  });

  test('that loses four times says that it is busy, and has written nothing', async ({
    committed: world,
  }) => {
    const organisation = anOrganisation({ name: 'Før' });
    await world.has(organisation);
    let tries = 0;

    const losing = inTransaction(world.pool, async (run) => {
      tries += 1;
      await rename(run, organisation.id, 'Etter');
      await run("do $$ begin raise exception 'lost' using errcode = '40001'; end $$");
    });

    await expect(losing).rejects.toMatchObject({ extensions: { code: 'BUSY' } });
    expect(tries).toBe(4);
    expect(await namesIn(world)).toEqual(['Før']);
  });

  test('that goes wrong otherwise is not tried again, and says what went wrong first', async ({
    committed: world,
  }) => {
    let tries = 0;

    const failing = inTransaction(world.pool, async (run) => {
      tries += 1;
      void run('select 1 / 0');
      await run('select 1');
    });

    await expect(failing).rejects.toThrow('division by zero');
    expect(tries).toBe(1);
  });

  test('takes nothing along that is asked for as it goes wrong, or later', async ({
    committed: world,
  }) => {
    const organisation = anOrganisation({ name: 'Før' });
    await world.has(organisation);
    let later: Run | undefined;

    const failing = inTransaction(world.pool, async (run) => {
      later = run;
      await run('select 1');
      void rename(run, organisation.id, 'Underveis');
      throw new Error('after all not');
    });

    await expect(failing).rejects.toThrow('after all not');
    await expect(later && rename(later, organisation.id, 'Etterpå')).rejects.toThrow('is over');
    expect(await namesIn(world)).toEqual(['Før']);
  });

  test('has read behind it what it has written, and where that failed nothing of it', async ({
    committed: world,
  }) => {
    const organisation = anOrganisation({ name: 'Før' });
    await world.has(organisation);
    const { reader } = world.context(null);
    const reading = (name: string, otherwise: string) =>
      readBehind(
        { reader },
        () => reader.rows(sql`select name from organisation`),
        (behind) =>
          inTransaction(
            world.pool,
            async (run) => {
              await rename(run, organisation.id, name);
              void run(otherwise);
            },
            behind,
          ),
      );

    expect(await reading('Etter', 'select 1')).toEqual([['Etter']]);
    await expect(reading('Aldri', 'select 1 / 0')).rejects.toThrow('division by zero');
    expect(await namesIn(world)).toEqual(['Etter']);
  });
});
