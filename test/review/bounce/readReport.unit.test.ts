import { expect, test } from 'vitest';

import { longestReport, readReport } from '#server/common/mail/readReport.ts';
import { aComplaint, aReport } from './aReport.ts';

const key = 'abcdef0123456789abcdef01';
const to = `retur+${key}@example.org`;
const read = (text: string) => readReport(Buffer.from(text));

test('what is no report of a machine says nothing, whatever stands in it', async () => {
  const others = [
    '',
    'To: x',
    '\u0000'.repeat(100),
    // Somebody is on holiday, and answers with all that they were sent.
    `To: ${to}\r\nSubject: Out of office\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
    aReport({ to, type: 'multipart/mixed; report-type=delivery-status' }),
    aReport({ to, type: 'multipart/report; report-type=disposition-notification' }),
    aReport({ to, type: 'multipart/report' }),
    aReport({ to, action: 'delayed', status: '4.4.1' }),
    aReport({ to, action: 'delivered', status: '2.1.5' }),
    aReport({ to, action: 'failed', status: '2.0.0' }),
    aReport({ to, status: 'not at all' }),
    aReport({ to, status: '' }),
    aReport({ to }).replace('Action: failed', 'Action: failed\r\n\r\nAction: failed'),
    aReport({ to }).replaceAll('--part', '--other'),
    aReport({ to }).slice(0, 300),
    aComplaint(to).replace('abuse', 'not-spam').replace('Feedback-Type: abuse', 'Feedback-Type: x'),
  ];
  for (const other of others) expect(await read(other), other.slice(0, 400)).toBeNull();
});

test('a report that is gigantic, or parts within parts without an end, is not read', async () => {
  expect(await read(aReport({ to }) + 'x'.repeat(longestReport))).toBeNull();
  const nested = Array.from(
    { length: 3_000 },
    (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
  );
  expect(await read(nested.join(''))).toBeNull();
});

test('a report says which letter it is about by its return path, and why', async () => {
  expect(await read(aReport({ to }))).toEqual({ returnKeys: [key], what: 'gone', status: '5.1.1' });
  expect(await read(aReport({ to: to.toUpperCase(), status: '5.2.2 (full)' }))).toEqual({
    returnKeys: [key],
    what: 'failed',
    status: '5.2.2',
  });
  expect(await read(aReport({ status: '4.4.7', envelopeId: key }))).toEqual({
    returnKeys: [key],
    what: 'failed',
    status: '4.4.7',
  });
  expect(await read(`Delivered-To: ${to}\r\n${aReport()}`)).toMatchObject({ returnKeys: [key] });
  expect(await read(aReport())).toMatchObject({ returnKeys: [] });
  expect(await read(aComplaint(to))).toEqual({
    returnKeys: [key],
    what: 'unwanted',
    status: 'abuse',
  });
});
