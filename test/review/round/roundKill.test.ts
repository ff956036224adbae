import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { expect, inject, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { daysAfter } from '#server/common/daysAfter.ts';
import { momentOf } from '#server/common/momentOf.ts';
import { hasStaff } from '#test/access/Reception.ts';
import { Running } from '#test/launch/Running.ts';
import { testSecret } from '#test/support/database.ts';
import { cloneOf } from '#test/support/world.ts';

/** As many as a busy machine sends in a minute; `KILL_RECIPIENTS=5000` asks for more. */
const recipients = Number(process.env['KILL_RECIPIENTS'] ?? 400);
/** After so many letters that came the server is killed, each time. */
const kills = [recipients / 4, recipients / 2].map(Math.floor);
const patience = 1_800_000;

/** A mail server that puts off every third letter, by chance or not, and counts what it takes, by recipient. */
async function openOffice(whenTaken: (count: number) => void) {
  const taken = new Map<string, number>();
  let asked = 0;
  let count = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, callback) => {
      asked += 1;
      const no = Object.assign(new Error('Later, please'), { responseCode: 451 });
      callback(asked % 3 === 0 ? no : null);
    },
    onData: (stream, session, callback) => {
      stream.resume();
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo) {
          taken.set(address, (taken.get(address) ?? 0) + 1);
        }
        count += 1;
        whenTaken(count);
        callback();
      });
    },
  });
  // Who is killed in the middle of a letter has not sent it.
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    server,
    taken,
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
  };
}

test(
  'each recipient has exactly one letter or is listed, though the server is killed twice and a third of all is refused',
  async () => {
    const database = await cloneOf(inject('templateUrl'));
    const { pool } = database;
    const folder = mkdtempSync(join(tmpdir(), 'samband-round-'));
    const start = () =>
      Running.server({
        DATABASE_URL: database.url,
        DATABASE_MIGRATE_URL: database.url,
        SAMBAND_KEY: testSecret.toString('hex'),
        SAMBAND_DATA_DIR: folder,
        SAMBAND_DEMO: 'off',
        SAMBAND_SEARCH_INDEX: 'off',
        SMTP_URL: office.url,
        MAIL_RETRY_AFTER: '1',
        MAIL_PER_MINUTE: '900000',
        MAIL_PER_DOMAIN: '900000',
        PORT: '0',
      });
    let server: Running | undefined;
    const left = [...kills];
    const office = await openOffice((count) => {
      if (count !== left[0]) return;
      left.shift();
      server?.kill('SIGKILL');
    });
    try {
      const lead = await hasStaff(pool, { subject: 'parwin', role: Role.PROGRAMME_LEAD });
      await under(pool, lead);
      for (let lives = 0; lives <= kills.length; lives += 1) {
        server = start();
        if (lives < kills.length) await server.end();
      }
      await settled(pool);

      const { rows } = await pool.query<{ address: string; sent: boolean; failure: string | null }>(
        `select c.value as address, m.sent_at is not null as sent, m.failure
       from review_message m join review_request q on q.id = m.request_id join organisation_contact_point c on c.id = q.contact_point_id`,
      );
      expect(left).toEqual([]);
      expect(rows).toHaveLength(recipients);
      // Nobody has two, and whoever has one or none is listed so.
      expect([...office.taken.values()].filter((letters) => letters > 1)).toEqual([]);
      const wrong = rows.filter(({ address, sent, failure }) =>
        sent ? office.taken.get(address) !== 1 : failure !== 'unclear',
      );
      expect(wrong).toEqual([]);
      // As few are unclear as were on their way.
      expect(rows.filter(({ sent }) => !sent).length).toBeLessThanOrEqual(8 * kills.length);
    } finally {
      server?.kill('SIGKILL');
      await server?.end();
      await new Promise<void>((closed) => office.server.close(() => closed()));
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  patience,
);

type Pool = Awaited<ReturnType<typeof cloneOf>>['pool'];

/** A round that was opened a moment ago, whose requests are there and whose letters are not. */
async function under(pool: Pool, lead: string): Promise<void> {
  const { now, today } = momentOf(new Date());
  await pool.query(
    `insert into organisation (id, name, kind) select gen_random_uuid(), 'Prøve ' || n, 'informal_group' from generate_series(1, $1::integer) as n`,
    [recipients],
  );
  await pool.query(
    `insert into organisation_contact_point (id, organisation_id, channel, value, position, audience)
     select gen_random_uuid(), id, 'email', 'post' || replace(name, 'Prøve ', '') || '@example.org', 0, 'all_staff'
     from organisation where name like 'Prøve %'`,
  );
  await pool.query(
    `insert into review_round (id, name, state, search, opens_on, due_on, signed_by, made_by, made_at, opened_by, opened_at)
     values (gen_random_uuid(), 'Prøve', 'open', '{"text":"","keptFilter":{},"trustName":null}', $2, $3, 'Prøve', $1, $4, $1, $4)`,
    [lead, today, daysAfter(today, 40), new Date(now.getTime() - 120_000)],
  );
  await pool.query(
    `insert into review_request (id, round_id, organisation_id, language, channel, contact_point_id)
     select gen_random_uuid(), r.id, c.organisation_id, 'nb', 'email', c.id from review_round r, organisation_contact_point c`,
  );
}

/** Looks until each letter has come to an end, and lets those who send them work in between. */
const settled = (pool: Pool) =>
  expect
    .poll(
      async () => {
        const { rows } = await pool.query<{ isWaiting: boolean }>(
          `select exists (select from review_round where queued_at is null)
             or exists (select from review_message where sent_at is null and failed_at is null) as "isWaiting"`,
        );
        return rows[0]?.isWaiting;
      },
      { timeout: patience, interval: 200 },
    )
    .toBe(false);
