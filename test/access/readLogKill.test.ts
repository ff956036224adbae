import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { createToken } from '#server/access/createToken.ts';
import { verifyReadLog } from '#server/access/verifyReadLog.ts';
import { Running } from '#test/launch/Running.ts';
import { testSecret } from '#test/support/database.ts';
import { openSeedWorld } from '#test/support/seedWorld.ts';

const readers = 16;
const answersBeforeTheEnd = 400;

/** Those who were told something keep a list of it, outside of the register. */
test('what was told is in the read log, also when the server is killed while it tells', async () => {
  const database = await openSeedWorld();
  const folder = mkdtempSync(join(tmpdir(), 'samband-killed-'));
  const token = await createToken(
    { pool: database.pool, clock: () => new Date() },
    {
      role: Role.COORDINATOR,
      label: 'Prøve',
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  );
  const { rows: people } = await database.pool.query<{ id: string }>(
    `select distinct person_id as id from person_contact_point join consent using (person_id)
     where audience = 'all_staff' and purpose = 'crisis' and withdrawn_at is null and expires_on > '2027-12-31' limit 50`,
  );
  const server = Running.server({
    DATABASE_URL: database.url,
    // Whoever may alter tables has done so already.
    DATABASE_MIGRATE_URL: database.url,
    SAMBAND_KEY: testSecret.toString('hex'),
    SAMBAND_DATA_DIR: folder,
    SAMBAND_DEMO: 'off',
    PORT: '0',
  });
  const told = new Map<string, string>();
  try {
    const origin = await server.origin();

    const ask = async (requestId: string, personId: string) => {
      const answer = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'x-request-id': requestId,
        },
        body: JSON.stringify({
          query:
            'query ($id: ID!) @purpose(of: CRISIS) { person(id: $id) { contactPoints { value } } }',
          variables: { id: personId },
        }),
      });
      if (/"value":"[^•"]+"/.test(await answer.text())) told.set(requestId, personId);
      if (told.size === answersBeforeTheEnd) server.kill('SIGKILL');
    };
    const read = async (reader: number) => {
      for (let turn = 0; ; turn++) {
        const { id } = people[(reader + turn) % people.length]!;
        await ask(`reader-${reader}-${turn}`, id);
      }
    };
    // Each asks until nobody answers any more.
    await Promise.allSettled(Array.from({ length: readers }, (_, reader) => read(reader)));
    await server.end();

    const { rows } = await database.pool.query<{ requestId: string; personId: string }>(
      `select request_id as "requestId", person_id as "personId" from read_log`,
    );
    const logged = new Map(rows.map(({ requestId, personId }) => [requestId, personId]));
    expect(told.size).toBeGreaterThanOrEqual(answersBeforeTheEnd);
    expect([...told].filter(([requestId, personId]) => logged.get(requestId) !== personId)).toEqual(
      [],
    );
    expect((await verifyReadLog(database.pool, new Date())).fault).toBeNull();
  } finally {
    server.kill('SIGKILL');
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
