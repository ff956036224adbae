import { expect, inject, test } from 'vitest';

import { cloneOf } from '#test/support/world.ts';
import { LinkDesk } from './LinkDesk.ts';

const openDesk = async () => LinkDesk.open(await cloneOf(inject('templateUrl')));

/** Somebody who has come in by a link, and what the page says after each code they type. */
async function cameIn(desk: LinkDesk) {
  const { token } = await desk.issued();
  const visitor = desk.visitor();
  await visitor.send('/l/open', { token, code: '' });
  const askFor = async () => {
    const before = desk.office.received.length;
    const page = await visitor.send('/l/answer/code');
    return { at: page.at, code: await desk.shortCode(before) };
  };
  const type = async (code: string) => {
    const page = await visitor.send('/l/answer/unmask', { code });
    return new URL(page.at, desk.origin).searchParams.get('code') ?? 'shown';
  };
  return { visitor, askFor, type };
}

/** However it is written. */
const number = /\+47\s?000\s?00\s?123/;

const other = (code: string, by = 1) => String((Number(code) + by) % 100_000_000).padStart(8, '0');

test('contact details are shown to whoever has the code that was sent to the address on file', async () => {
  await using desk = await openDesk();
  const { visitor, askFor, type } = await cameIn(desk);
  const { at, code } = await askFor();
  expect(at).toBe('/l/answer?code=asked');
  expect(desk.office.received.at(-1)?.recipients).toEqual(['post@example.org']);

  expect(await type(` ${code.slice(0, 4)} ${code.slice(4)}`)).toBe('shown');
  const page = await (await visitor.request('/l/answer')).text();
  expect(page).toContain('+47\u00a0000\u00a000\u00a0123');
  expect(page).toContain('post@example.org');

  desk.clock.pass(11);
  expect(await (await visitor.request('/l/answer')).text()).not.toMatch(number);
});

test('a code works once: replayed a hundred times, and brought by twenty at the same moment', async () => {
  await using desk = await openDesk();
  const { askFor, type } = await cameIn(desk);
  const first = await askFor();
  const replayed: string[] = [];
  for (let time = 0; time < 100; time += 1) {
    if (time % 50 === 0) await desk.fromElsewhere();
    replayed.push(await type(first.code));
  }
  await desk.fromElsewhere();
  expect(replayed).toEqual(['shown', ...Array.from({ length: 99 }, () => 'gone')]);

  const second = await askFor();
  const together = await Promise.all(Array.from({ length: 20 }, () => type(second.code)));
  expect(together.toSorted()).toEqual([...Array.from({ length: 19 }, () => 'gone'), 'shown']);
});

test('five wrong codes lock it, for the right one too', async () => {
  await using desk = await openDesk();
  const { askFor, type } = await cameIn(desk);
  const { code } = await askFor();
  const told: string[] = [];
  for (let by = 1; by <= 6; by += 1) told.push(await type(other(code, by)));
  expect(told).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'locked', 'locked']);
  expect(await type(code)).toBe('locked');

  // What is no code at all is no try, and a new one opens.
  const next = await askFor();
  for (const nonsense of ['', '1234', 'abcdefgh', '123456789']) {
    expect(await type(nonsense)).toBe('wrong');
  }
  expect(await type(next.code)).toBe('shown');
});

test('of wrong codes that come together, none escapes the count', async () => {
  await using desk = await openDesk();
  const { askFor, type } = await cameIn(desk);
  const { code } = await askFor();
  await Promise.all(Array.from({ length: 20 }, (_, at) => type(other(code, at + 1))));
  const { rows } = await desk.pool.query('select tries, used_at from link_code');
  expect(rows).toEqual([{ tries: 5, used_at: null }]);
  expect(await type(code)).toBe('locked');
});

test('a code lasts ten minutes, and until the next one', async () => {
  await using desk = await openDesk();
  const { askFor, type } = await cameIn(desk);
  const first = await askFor();
  desk.clock.pass(10);
  expect(await type(first.code)).toBe('gone');

  const second = await askFor();
  desk.clock.pass(9);
  const third = await askFor();
  expect(await type(second.code)).not.toBe('shown');
  expect(await type(third.code)).toBe('shown');
});

test('a code is for its own session, and for nothing else', async () => {
  await using desk = await openDesk();
  const [one, another] = [await cameIn(desk), await cameIn(desk)];
  const { code } = await one.askFor();
  await another.askFor();
  expect(await another.type(code)).not.toBe('shown');
  await desk.pool.query(`update link_code set action = 'erase'`);
  expect(await one.type(code)).toBe('gone');
});

test('ten codes in an hour are enough', async () => {
  await using desk = await openDesk();
  const { visitor, askFor } = await cameIn(desk);
  for (let time = 0; time < 10; time += 1) await askFor();
  const page = await visitor.send('/l/answer/code');
  expect(page.at).toBe('/l/answer?code=tooMany');
  expect(desk.office.received).toHaveLength(11);
});
