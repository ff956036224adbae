import { expect, test } from 'vitest';

import { UnderWay } from '#client/directory/UnderWay.ts';

/** A line on which answers come when they are let. */
function aSlowLine() {
  const waiting = new Map<string, (answer: string) => void>();
  const told: string[] = [];
  const underWay = new UnderWay<string>(
    (text, heard) => {
      waiting.set(text, heard);
      return { unsubscribe: () => waiting.delete(text) };
    },
    (answer) => told.push(answer),
  );
  const type = (...texts: string[]) => texts.forEach((text) => underWay.ask(text));
  const answer = (text: string) => waiting.get(text)?.(`hits of ${text}`);
  return { underWay, told, type, answer, waitingFor: () => [...waiting.keys()] };
}

test('while letters are typed, the oldest question and the newest are waited for', () => {
  const { type, waitingFor } = aSlowLine();
  type('s');
  expect(waitingFor()).toEqual(['s']);
  type('so', 'som', 'soma');
  expect(waitingFor()).toEqual(['s', 'soma']);
});

test('the answer to older letters is told, and then the next is waited for', () => {
  const { type, answer, told, waitingFor } = aSlowLine();
  type('s', 'so', 'som');
  answer('s');
  expect(told).toEqual(['hits of s']);
  type('soma', 'somal');
  expect(waitingFor()).toEqual(['som', 'somal']);
  answer('som');
  expect(told).toEqual(['hits of s', 'hits of som']);
});

test('once the newest is answered, nothing older is told any more', () => {
  const { type, answer, told, waitingFor } = aSlowLine();
  type('s', 'so');
  answer('so');
  expect(waitingFor()).toEqual(['so']);
  answer('s');
  expect(told).toEqual([]);
});

test('the same letters are asked for once, and none after the end', () => {
  const { underWay, type, waitingFor } = aSlowLine();
  type('s', 'so', 'so');
  underWay.end();
  expect(waitingFor()).toEqual([]);
  type('so');
  expect(waitingFor()).toEqual(['so']);
});
