import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, inject, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { createToken } from '#server/access/createToken.ts';
import { Running } from '#test/launch/Running.ts';
import { testSecret } from '#test/support/database.ts';
import { cloneOf } from '#test/support/world.ts';

const organisations = 9_000;

const list = (): string => {
  const places = ['Oslo', 'Bergen', 'Drammen', 'Tromsø'];
  const lines = Array.from(
    { length: organisations },
    (_, at) => `Forening ${at} i byen;${places[at % 4]};post${at}@example.org`,
  );
  return `Navn;Kommune;E-post\n${lines.join('\n')}\n`;
};

test('an import goes on where it came to when the server is killed in the middle: each row is in the register exactly once', async () => {
  const database = await cloneOf(inject('templateUrl'));
  const folder = mkdtempSync(join(tmpdir(), 'samband-import-killed-'));
  const token = await createToken(
    { pool: database.pool, clock: () => new Date() },
    { role: Role.SYSTEM, label: 'Prøve', expiresAt: new Date(Date.now() + 3_600_000) },
  );
  const authorization = `Bearer ${token}`;
  const start = () =>
    Running.server({
      DATABASE_URL: database.url,
      // Whoever may alter tables has done so already.
      DATABASE_MIGRATE_URL: database.url,
      SAMBAND_KEY: testSecret.toString('hex'),
      SAMBAND_DATA_DIR: folder,
      SAMBAND_DEMO: 'off',
      PORT: '0',
    });
  const importNow = async () => {
    const { rows } = await database.pool.query<{ id: string; state: string; done: number }>(
      'select id, state, done from import',
    );
    return rows[0]!;
  };
  /** Looks as often as the database answers. */
  const until = async (is: (it: { state: string; done: number }) => boolean) => {
    for (;;) {
      const it = await importNow();
      if (is(it)) return it;
    }
  };

  let server = start();
  try {
    const origin = await server.origin();
    const brought = await fetch(`${origin}/import/file`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/octet-stream' },
      body: list(),
    });
    expect(brought.status).toBe(201);
    const { id } = (await brought.json()) as { id: string };

    // While it is compared.
    await until(({ done, state }) => done > 0 || state !== 'planning');
    server.kill('SIGKILL');
    await server.end();
    server = start();
    const again = await server.origin();
    await until(({ state }) => state === 'ready');

    const applied = await fetch(`${again}/graphql`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'mutation ($input: ApplyImportInput!) { applyImport(input: $input) { state } }',
        variables: { input: { importId: id, expectedAdded: organisations, expectedChanged: 0 } },
      }),
    });
    expect(await applied.json()).toEqual({ data: { applyImport: { state: 'APPLYING' } } });

    // While it is written, twice.
    for (const written of [1, 4_000]) {
      const { done } = await until((it) => it.done >= written);
      expect(done).toBeLessThan(organisations);
      server.kill('SIGKILL');
      await server.end();
      server = start();
      await server.origin();
    }
    await until(({ state }) => state === 'done');

    const { rows } = await database.pool.query(
      `with ours as (select record_id as id from change where verb = 'applyImport')
       select (select count(*)::int from ours) as changes, (select count(*)::int from organisation join ours using (id)) as all,
         (select count(distinct name)::int from organisation join ours using (id)) as different,
         (select count(*)::int from directory_entry join ours using (id)) as entries,
         (select count(*)::int from organisation_contact_point c join ours on ours.id = c.organisation_id) as contacts,
         (select made from batch) as made, (select state from batch) as state,
         (select count(*)::int from import_row where not is_applied) as left,
         (select uses = (select count(*) from directory_entry where lexemes @@ 'byen') from directory_word where word = 'byen') as counted`,
    );
    expect(rows).toEqual([
      {
        all: organisations,
        different: organisations,
        changes: organisations,
        entries: organisations,
        contacts: organisations,
        made: organisations,
        state: 'done',
        left: 0,
        counted: true,
      },
    ]);
  } finally {
    server.kill('SIGKILL');
    await server.end();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);
