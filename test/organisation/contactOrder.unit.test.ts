import { expect, test } from 'vitest';

import { contactText } from '#client/organisation/contactText.ts';
import { bestContact, contactState, inContactOrder } from '#client/organisation/contactOrder.ts';

type Point = Parameters<typeof bestContact>[0][number];

const aPoint = (point: object) =>
  ({
    id: 'one',
    channel: 'PHONE',
    value: '+4700000001',
    isMasked: false,
    position: 0,
    lastWorkedOn: '2026-03-01',
    bouncedOn: null,
    ...point,
  }) as unknown as Point & { id: string };

const works = aPoint({ id: 'works', position: 2 });
const untried = aPoint({ id: 'untried', position: 1, lastWorkedOn: null });
const bounced = aPoint({ id: 'bounced', position: 0, bouncedOn: '2026-05-03' });

test('what works comes first, what failed comes last, whatever its place', () => {
  expect(inContactOrder([bounced, untried, works])).toEqual([works, untried, bounced]);
});

test('a point that bounced has failed, even if it worked once', () => {
  expect(contactState({ lastWorkedOn: '2026-01-01', bouncedOn: '2026-05-03' })).toBe('bounced');
});

test('the best contact can be pressed and has not failed', () => {
  const masked = aPoint({ id: 'masked', isMasked: true, value: '+47 ••• •• 001' });
  const place = aPoint({ id: 'place', channel: 'MEETING_PLACE', value: 'Biblioteket' });

  expect(bestContact([bounced, masked, place, untried])).toMatchObject({ id: 'untried' });
  expect(bestContact([bounced, masked, place])).toBeNull();
});

test('somebody who answers goes before a page', () => {
  const page = aPoint({ id: 'page', channel: 'WEBSITE', value: 'https://example.no' });

  expect(bestContact([page, untried])).toMatchObject({ id: 'untried' });
  expect(bestContact([page])).toMatchObject({ id: 'page' });
});

test('Norwegian numbers are read in groups, others as they stand', () => {
  expect(contactText('PHONE', '+4722000000')).toBe('+47\u00a022\u00a000\u00a000\u00a000');
  expect(contactText('SMS', '+4700000123')).toBe('+47\u00a0000\u00a000\u00a0123');
  expect(contactText('PHONE', '+252610000000')).toBe('+252610000000');
  expect(contactText('WEBSITE', 'https://www.example.no/')).toBe('example.no');
});
