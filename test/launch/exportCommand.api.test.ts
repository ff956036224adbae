import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { aConsent, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { hasStaff } from '#test/access/Reception.ts';
import { testSecret } from '#test/support/database.ts';
import { personalKey, worldOver } from '#test/support/world.ts';
import { Register } from './Register.ts';
import { runToEnd } from './Running.ts';
import { temporaryFolder } from './temporaryFolder.ts';

let register: Register;
const today = new Date().toISOString().slice(0, 10);
const [said, silent] = [aPerson({ givenName: 'Ja' }), aPerson({ givenName: 'Nei' })];

beforeAll(async () => {
  register = await Register.open();
  const world = await worldOver(register.database);
  await world.has(
    anOrganisation({ name: 'Foreningen Eksempel' }),
    said,
    silent,
    aPersonalContactPoint(said, personalKey, { value: '+4722000001' }),
    aPersonalContactPoint(silent, personalKey, { value: '+4722000002' }),
    aConsent(said, Purpose.CRISIS, { givenOn: today }),
  );
  for (const [subject, role] of [
    ['kari', Role.COORDINATOR],
    ['live', Role.READER],
  ] as const) {
    const id = await hasStaff(world.pool, { subject, role });
    await world.pool.query('update staff_user set email = $2 where id = $1', [
      id,
      `${subject}@example.org`,
    ]);
  }
});
afterAll(() => register[Symbol.asyncDispose]());

const run = (...args: string[]) =>
  runToEnd(['samband', 'export', ...args], {
    DATABASE_URL: register.ownerUrl,
    SAMBAND_DEMO: 'on',
    SAMBAND_KEY: testSecret.toString('hex'),
  });

const kari = ['--as', 'kari@example.org', '--purpose', 'crisis'];

test('what is asked for wrongly is one sentence, and makes no file', async () => {
  const out = join(temporaryFolder(), 'none.csv');
  expect(await run('people', '--as', 'kari@example.org')).toMatchObject({ code: 2 });
  for (const [args, complaint] of [
    [
      ['people', '--as', 'nobody@example.org', '--purpose', 'crisis'],
      /^Nobody who may sign in is known by nobody@example\.org/,
    ],
    [['people', '--as', 'live@example.org', '--purpose', 'crisis'], /may not take this out/],
    [['people', '--as', 'kari@example.org', '--purpose', 'council'], /may not take this out/],
    [['people', ...kari, '--text', 'finnesikke'], /^Nothing was found/],
    [['people', ...kari, '--language', 'none'], /filter\.languages/],
  ] as const) {
    const ended = await run(...args, '--out', out);
    expect([args, ended.code]).toEqual([args, 1]);
    expect(ended.complaint).toMatch(complaint);
    expect(ended.output).toBe('');
  }
  expect(existsSync(out)).toBe(false);
}, 120_000);

test('people go out as they do from the screens, in the name of somebody, and the read log says so', async () => {
  const out = join(temporaryFolder(), 'people.csv');
  const { code, complaint } = await run('people', ...kari, '--out', out);
  expect(code).toBe(0);
  expect(complaint).toContain('0 organisations and 2 people were taken out; of 1 people');
  const rows: Record<string, string>[] = parse(readFileSync(out), {
    bom: true,
    delimiter: ';',
    columns: true,
  });
  expect(rows.map((row) => [row['Fornavn'], row['Telefon']?.replaceAll('\u00a0', ' ')])).toEqual([
    ['Ja', "'+47 22 00 00 01"],
    ['Nei', "'+47 ••• •• 002"],
  ]);
  expect(await register.rows("select person_id, via from read_log where via = 'system'")).toEqual([
    { person_id: said.id, via: 'system' },
  ]);
  expect(
    await register.rows(
      "select state, via, people, people_shown from export where people > 0 and state = 'complete'",
    ),
  ).toEqual([{ state: 'complete', via: 'system', people: 2, people_shown: 1 }]);
}, 120_000);

test('without a file it comes on the standard output', async () => {
  const { code, output } = await run('hsds', ...kari);
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject([{ name: 'Foreningen Eksempel' }]);
}, 120_000);
