import { afterEach, beforeEach, expect, test } from 'vitest';

import { PoliteClient, ToldToWait, Unreachable } from '#server/directory/register/PoliteClient.ts';
import { aUnit, RegisterOfOthers } from '#test/support/RegisterOfOthers.ts';

let others: RegisterOfOthers;
beforeEach(async () => {
  others = await RegisterOfOthers.open();
});
afterEach(() => others[Symbol.asyncDispose]());

const number = '310000531';
const path = `/enhetsregisteret/api/enheter/${number}`;

const client = (base = others.origin, timeout = { asked: 4_000, job: 4_000 }) =>
  new PoliteClient({
    base: new URL(base),
    userAgent: 'Samband (+mailto:samband@example.org)',
    clock: () => others.now,
    pause: async (milliseconds) => {
      others.pauses.push(milliseconds);
      others.now = new Date(others.now.getTime() + milliseconds);
    },
    timeout,
  });

const later = (milliseconds: number) => {
  others.now = new Date(others.now.getTime() + milliseconds);
};

test('it says who asks', async () => {
  await client().get(path, 'job');
  expect(others.calls[0]?.userAgent).toBe('Samband (+mailto:samband@example.org)');
});

test('it calls at most four times a second, whoever asks at once', async () => {
  const it = client();
  await Promise.all([1, 2, 3, 4].map((place) => it.get(`/${place}`, 'job')));
  expect(others.pauses).toEqual([250, 250, 250]);
});

test('what somebody was told a moment ago is not asked for again', async () => {
  others.units.set(number, aUnit(number));
  const it = client();
  const first = await it.get(path, 'asked');
  expect(await it.get(path, 'asked')).toEqual(first);
  expect(others.calls).toHaveLength(1);

  later(11 * 60_000);
  await it.get(path, 'asked');
  expect(others.calls).toHaveLength(2);
});

test('a job asks anew', async () => {
  const it = client();
  await it.get(path, 'job');
  await it.get(path, 'job');
  expect(others.calls).toHaveLength(2);
});

test('404 and 410 are answers', async () => {
  others.units.set('310000795', 'removed');
  expect((await client().get(path, 'asked')).status).toBe(404);
  expect((await client().get('/enhetsregisteret/api/enheter/310000795', 'asked')).status).toBe(410);
});

test.each([
  ['in seconds', '30', 30_000],
  ['as a date', 'Sun, 22 Nov 2026 12:00:45 GMT', 45_000],
  ['in no way that we read', 'soon', 60_000],
])('a job that is told to wait, %s, waits for that long', async (_how, header, wait) => {
  others.units.set(number, aUnit(number));
  others.faults.push({ status: 429, headers: { 'Retry-After': header } });
  expect((await client().get(path, 'job')).status).toBe(200);
  expect(others.pauses).toEqual([wait]);
});

test('whoever types is told at once that one is to wait, also the next, until the time is over', async () => {
  others.faults.push({ status: 429, headers: { 'Retry-After': '30' } });
  const it = client();
  await expect(it.get(path, 'asked')).rejects.toThrow(ToldToWait);
  await expect(it.get('/another', 'asked')).rejects.toMatchObject({
    until: new Date('2026-11-22T12:00:30Z'),
  });
  expect(others.calls).toHaveLength(1);
  expect(others.pauses).toEqual([]);

  later(30_000);
  expect((await it.get(path, 'asked')).status).toBe(404);
});

test('a job backs off, longer each time, and gives up in the end', async () => {
  others.broken.set('/', { status: 500 });
  await expect(client().get(path, 'job')).rejects.toThrow(Unreachable);
  expect(others.calls).toHaveLength(5);
  expect(others.pauses).toEqual([1_000, 2_000, 4_000, 8_000]);
});

test('a job goes on where it went well the second time', async () => {
  others.faults.push({ status: 503 });
  others.units.set(number, aUnit(number));
  expect((await client().get(path, 'job')).status).toBe(200);
});

test('what takes too long is given up, and nobody waits for it again in the next half minute', async () => {
  others.broken.set('/', 'silence');
  const it = client(others.origin, { asked: 40, job: 40 });
  await expect(it.get(path, 'asked')).rejects.toThrow(Unreachable);
  await expect(it.get('/another', 'asked')).rejects.toThrow(Unreachable);
  expect(others.calls).toHaveLength(1);

  others.broken.clear();
  later(31_000);
  expect((await it.get(path, 'asked')).status).toBe(404);
});

test('where nobody listens it cannot be reached', async () => {
  await expect(client('http://127.0.0.1:9').get(path, 'asked')).rejects.toThrow(Unreachable);
});

test('it follows nobody elsewhere', async () => {
  others.faults.push({ status: 302, headers: { Location: 'http://127.0.0.1:9/' } });
  await expect(client().get(path, 'asked')).rejects.toThrow(Unreachable);
});

test('it reads no more than a register has reason to send', async () => {
  others.faults.push({ status: 200, body: ' '.repeat(17 * 1024 * 1024) });
  await expect(client().get(path, 'asked')).rejects.toThrow(Unreachable);
});
