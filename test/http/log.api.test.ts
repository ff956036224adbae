import pino from 'pino';
import { describe, expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { inTerminal, logOptions } from '#server/http/log.ts';
import { hasStaff, own } from '#test/access/Reception.ts';
import { Visitor } from '#test/access/Visitor.ts';
import { Site } from '#test/launch/Site.ts';
import { test } from '#test/support/world.ts';
import { tokenOf } from './tokenOf.ts';

/** What is written of an error. */
function linesOf(error: unknown): string {
  let written = '';
  const log = pino(logOptions, { write: (line) => void (written += line) });
  log.error({ err: error }, 'It failed');
  return written;
}

describe('what the database complains about', () => {
  test('is told without the row', async ({ world: { pool } }) => {
    const insert = `insert into api_token (id, hash, label, role, created_at, expires_at)
      select gen_random_uuid(), repeat('c0ffee', 11)::varchar(64), 'x', 'reader', now(), now() + interval '1 day' from generate_series(1, 2)`;
    const error = await pool.query(insert).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ detail: expect.stringContaining('c0ffee') });
    expect(linesOf(error)).not.toMatch('c0ffee');
    expect(linesOf(error)).toMatch('duplicate key');
  });

  test('is told without what somebody typed', async ({ world: { pool } }) => {
    const error = await pool
      .query('select $1::text::uuid', ['Kari "Prøve" Nordmann\n2'])
      .catch((reason: unknown) => reason);
    expect((error as Error).message).toMatch('Kari');
    expect(linesOf(error)).not.toMatch('Kari');
    expect(linesOf(error)).toMatch('invalid input syntax for type uuid');
  });
});

describe('a line', () => {
  const nasty = 'a\r\n{"level":60,"msg":"forged"}\u001b[31m\u0000\u2028 "}';

  test('is one, whatever stands in it', () => {
    const written = linesOf(new Error(nasty));
    expect(written.trimEnd()).not.toMatch('\n');
    expect(JSON.parse(written)).toMatchObject({ err: { message: nasty } });
  });

  test('is nobody else’s in a terminal either', () => {
    const shown = inTerminal(linesOf(new Error(nasty)));
    expect(shown).not.toContain('\u001b');
    expect(shown).not.toContain('\r');
    for (const line of shown.trimEnd().split('\n').slice(1)) expect(line).toMatch(/^ {9}/);
  });
});

test('of a whole visit, in and out, the log has nothing that is somebody’s', async () => {
  const publicUrl = 'https://samband.example.no';
  await using site = await Site.open({ publicUrl });
  const { pool } = site.database;
  await hasStaff(pool, { subject: 'kari', name: 'Kari Prøve Nordmann', role: Role.COORDINATOR });
  const token = await tokenOf(site, Role.SYSTEM);
  const visitor = new Visitor(publicUrl, `http://127.0.0.1:${site.port}`);

  const { at } = await visitor.visit('/signin?returnTo=/?q=hemmelig%20navn');
  const home = await visitor.send(at, { user: own('kari') });
  expect(home.status).toBe(200);
  const asked = await visitor.request('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'x-request-id': 'a\tb<script>',
      'user-agent': 'secret-browser\u00a0',
    },
    body: JSON.stringify({
      query: 'query ($text: Text!) { viewer { name } search(text: $text) { totalCount } }',
      variables: { text: 'hemmelig navn' },
    }),
  });
  expect(await asked.text()).toMatch('Kari Prøve Nordmann');
  await site.ask({ query: '{ viewer { name } }' }, { authorization: `Bearer ${token}` });
  await site.ask({ query: '{ viewer { name } }' }, { authorization: 'Bearer samband_guessed' });
  await site.get('/signin/callback?code=secret-code&state=secret-state');
  await visitor.send('/signout');

  await expect.poll(() => site.logged.filter((it) => it.includes('/signout'))).toHaveLength(1);
  const all = site.logged.join('');
  expect(all).toMatch('Signed in');
  const cookies = visitor.lines.map((line) => line.split(/[=;]/)[1] ?? '').filter(Boolean);
  expect(cookies.length).toBeGreaterThan(1);
  for (const secret of [
    ...cookies,
    token,
    'samband_guessed',
    'secret-code',
    'secret-state',
    'secret-browser',
    'Nordmann',
    'hemmelig',
    own('kari'),
    '127.0.0.1',
    '<script>',
  ]) {
    expect(all).not.toContain(secret);
  }
  for (const line of site.logged) {
    expect(Object.keys(JSON.parse(line) as object)).toEqual(
      expect.arrayContaining(['level', 'time', 'msg']),
    );
  }
});
