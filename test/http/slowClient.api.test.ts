import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { patience } from '#server/http/httpServer.ts';
import { Site } from '#test/launch/Site.ts';

let site: Site;
beforeAll(async () => {
  site = await Site.open({ patience: { head: 300, whole: 600, every: 50 } });
});
afterAll(() => site[Symbol.asyncDispose]());

/**
 * Somebody who has sent so much, and now says a letter from time to time. What they hear in the end: `once` would take it for a fault that
 * the server hangs up while they are speaking.
 */
async function slowly(start: string): Promise<string> {
  const socket = connect(site.port, '127.0.0.1').setEncoding('utf8');
  let heard = '';
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.on('data', (text) => (heard += String(text))).on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(start);
  const trickle = setInterval(() => socket.writable && socket.write('a'), 20);
  await closed;
  clearInterval(trickle);
  return heard;
}

/** The same, over again where the letter that crossed the answer made the network forget it. */
async function hear(start: string): Promise<string> {
  for (let times = 1; times < 10; times += 1) {
    const heard = await slowly(start);
    if (heard) return heard;
  }
  return slowly(start);
}

test('who says slowly what they want is not waited for', async () => {
  expect(await hear('POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')).toMatch(
    /^HTTP\/1\.1 408 /,
  );
});

test('nor who sends slowly what they said they would', async () => {
  const head =
    'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"query":"';
  expect(await hear(head)).toMatch(/^HTTP\/1\.1 408 /);
});

test('three hundred of them keep nobody out', async () => {
  await using usual = await Site.open();
  const slow: Socket[] = [];
  for (let i = 0; i < 300; i += 1) {
    const socket = connect(usual.port, '127.0.0.1').on('error', () => undefined);
    socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\n');
    slow.push(socket);
  }
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => usual.ask({ query: '{ viewer { role } }' })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  for (const socket of slow) socket.destroy();
});

test('in earnest nobody is waited for longer than it takes to send a page on a bad line', () => {
  expect(patience.head).toBeLessThanOrEqual(10_000);
  expect(patience.whole).toBeLessThanOrEqual(15_000);
});
