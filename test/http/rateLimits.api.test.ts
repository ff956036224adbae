import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { rateLimited } from '#server/access/rateLimited.ts';
import { Pace } from '#server/http/Pace.ts';
import { Site } from '#test/launch/Site.ts';
import { testSecret } from '#test/support/database.ts';
import { sessionOf } from './sessionOf.ts';
import { tokenOf } from './tokenOf.ts';

const limits = { viewer: 30, system: 60, stranger: 10 };
const question = { query: '{ viewer { name } }' };

let site: Site;
beforeAll(async () => {
  site = await Site.open({ questionsPerMinute: limits, trustProxy: 1 });
});
afterAll(() => site[Symbol.asyncDispose]());

let addresses = 0;
/** Where nobody has been before. */
const newAddress = () => {
  addresses += 1;
  return { 'x-forwarded-for': `192.0.2.${addresses}` };
};

/** How many of so many questions are answered, and the first answer that says wait. */
async function answered(many: number, headers: Record<string, string>) {
  const answers = [];
  // One after the other: the first makes the asker known.
  for (let asked = 0; asked < many; asked += 1) answers.push(await site.ask(question, headers));
  const refused = answers.filter(({ status }) => status === 429);
  return { answered: answers.filter(({ status }) => status === 200).length, refused };
}

describe('questions', () => {
  test('of strangers are counted by address', async () => {
    const [one, other] = [newAddress(), newAddress()];
    const { answered: many, refused } = await answered(14, one);
    expect([many, refused.length]).toEqual([10, 4]);
    expect(await answered(14, other)).toMatchObject({ answered: 10 });

    const [first] = refused;
    expect(first?.headers.get('retry-after')).toBe('60');
    expect(first?.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await first?.json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
  });

  test('of who is signed in are counted by who they are, wherever they sit', async () => {
    const kari = await sessionOf(site, Role.READER);
    const office = newAddress();
    const { answered: atTheOffice } = await answered(25, { ...kari, ...office });
    const { answered: onTheTrain } = await answered(25, { ...kari, ...newAddress() });
    // The very first was counted as a stranger's, for nobody had been looked up.
    expect(atTheOffice + onTheTrain).toBe(31);
    const ola = await sessionOf(site, Role.READER);
    expect(await answered(25, { ...ola, ...office })).toMatchObject({ answered: 25 });
  });

  test('of systems have room for more', async () => {
    const authorization = `Bearer ${await tokenOf(site, Role.SYSTEM)}`;
    const { answered: many } = await answered(70, { authorization, ...newAddress() });
    expect(many).toBe(61);
  });

  test('with credentials that are worth nothing are a stranger’s', async () => {
    const address = newAddress();
    const answers = await Promise.all(
      Array.from({ length: 14 }, (_, i) =>
        site.ask(question, { authorization: `Bearer samband_${i}`, ...address }),
      ),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
  });

  test('that are none count too', async () => {
    const address = newAddress();
    for (let asked = 0; asked < 10; asked += 1) {
      expect((await site.ask('junk', { 'content-type': 'text/plain', ...address })).status).toBe(
        415,
      );
    }
    expect((await site.ask(question, address)).status).toBe(429);
  });

  test('count in the other servers too, from a moment later', async () => {
    const { pool } = site.database;
    const address = { get: () => undefined, headers: {}, ip: '192.0.2.250' };
    const pace = new Pace(
      {
        access: { pool, key: testSecret, clock: () => new Date('2026-11-22T08:00:00Z') },
        log: { warn: () => undefined } as never,
        recognise: () => null,
      },
      limits,
    );
    for (let asked = 0; asked < 9; asked += 1)
      pace.handler(address as never, {} as never, () => {});
    await pace.settle();
    pace.stop();
    const there = { 'x-forwarded-for': '192.0.2.250' };
    expect((await site.ask(question, there)).status).toBe(200);
    await expect.poll(async () => (await site.ask(question, there)).status).toBe(429);
  });
});

test('nobody is believed to be a proxy who was not said to be one', async () => {
  await using plain = await Site.open({ questionsPerMinute: limits });
  const statuses = [];
  for (let asked = 0; asked < 12; asked += 1) {
    statuses.push((await plain.ask(question, newAddress())).status);
  }
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
});

test('without limits nobody is counted', async () => {
  await using free = await Site.open();
  const answers = await Promise.all(Array.from({ length: 300 }, () => free.ask(question)));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
});

describe('a door', () => {
  test('lets exactly as many through as it says, however many come at once', async () => {
    const { pool } = site.database;
    const app = express()
      .set('trust proxy', true)
      .use(rateLimited({ pool, key: testSecret }, 'code', { points: 5, seconds: 600 }))
      .use((_request, response) => void response.send('in'));
    const server = app.listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as { port: number };
    const knock = (address: string) =>
      fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-for': address } });

    const answers = await Promise.all(Array.from({ length: 50 }, () => knock('198.51.100.1')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(500);
    expect((await knock('198.51.100.2')).status).toBe(200);

    const { rows } = await pool.query('select key from rate_limit');
    expect(JSON.stringify(rows)).not.toMatch('198.51');
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  test('stays shut when the count is not to be had', async () => {
    const app = express()
      .use(
        rateLimited(
          { pool: { query: () => Promise.reject(new Error('away')) }, key: testSecret },
          'code',
          { points: 5, seconds: 600 },
        ),
      )
      .use((_request, response) => void response.send('in'));
    const server = app.listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as { port: number };
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(500);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  test('sign-in is one, and says so on a page', async () => {
    const address = { ...newAddress(), 'accept-language': 'nn' };
    const answers = await Promise.all(
      Array.from({ length: 241 }, () => site.get('/signin', { headers: address })),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused[0]?.text()).toMatch('Det vart for mange forsøk');
    expect((await site.get('/signin', { headers: newAddress() })).status).toBe(303);
  });
});
