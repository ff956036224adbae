import { expect, inject, test } from 'vitest';

import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { linkText } from '#server/access/link/linkTexts.ts';
import { linkLanguages } from '#server/access/link/words/linkWords.ts';
import { smsSegments } from '#server/common/sms/smsSegments.ts';
import { cloneOf, worldOver } from '#test/support/world.ts';
import { LinkDesk, smsReportToken } from './LinkDesk.ts';

const openDesk = async () => LinkDesk.open(await cloneOf(inject('templateUrl')));
const number = '+4700123456';

const issueIt =
  'mutation ($input: IssuePersonalLinkInput!) { issuePersonalLink(input: $input) { id } }';

async function aNumber(desk: LinkDesk, name = 'Foreningen Prøve') {
  const organisation = anOrganisation({ name });
  const point = aContactPoint(organisation, { channel: ContactChannel.SMS, value: number });
  await desk.world.has(organisation, point);
  const input = {
    recordId: organisation.id,
    contactPointId: point.id,
    purpose: 'REVIEW',
    language: 'NB',
    expiresOn: '2026-12-24',
  };
  return {
    input,
    pointId: point.id,
    issue: () => desk.world.ask(desk.editor(), issueIt, { input }),
  };
}

const report = async (desk: LinkDesk, body: unknown, token = smsReportToken) =>
  (
    await fetch(`${desk.origin}/sms/reports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  ).status;

const stateOf = async ({ pool }: LinkDesk) =>
  (
    await pool.query<Record<string, unknown>>(
      `select c.bounced_on::text as "bouncedOn", s.status, s.delivered_at is not null as "isDelivered", l.failed_at is not null as "hasFailed"
       from sent_message s join personal_link l on l.id = s.link_id
         join organisation_contact_point c on c.id = s.contact_point_id`,
    )
  ).rows;

test('where nobody carries text messages no link goes by one', async () => {
  await using desk = await openDesk();
  const { input } = await aNumber(desk);
  const world = await worldOver(desk.database);
  const { errors } = await world.ask(desk.editor(), issueIt, { input });
  expect(errors?.[0]?.extensions).toMatchObject({ fields: { contactPointId: 'NO_TEXT_MESSAGES' } });
});

test('a link that comes by text message opens the record, and so does a code', async () => {
  await using desk = await openDesk();
  const { issue, input } = await aNumber(desk);
  const { data } = await desk.world.ask<{ personalLinkText: Record<string, unknown> }>(
    desk.editor(),
    `query ($id: ID!) { personalLinkText(recordId: $id, language: NB, expiresOn: "2026-12-24") { text segments units isUnicode } }`,
    { id: input.recordId },
  );
  expect((await issue()).errors).toBeUndefined();
  await desk.idle();
  const [message] = desk.gateway.messages;
  expect(message?.to).toBe(number);
  expect(desk.office.received).toEqual([]);
  const [, token = ''] = /#([\w-]{22})$/.exec(message?.text ?? '') ?? [];
  const { segments, units } = smsSegments(message?.text ?? '');
  expect(data?.personalLinkText).toEqual({
    text: message?.text.replace(token, '…'),
    segments,
    units,
    isUnicode: false,
  });
  const visitor = desk.visitor();
  expect((await visitor.send('/l/open', { token, code: '' })).status).toBe(200);
  await visitor.send('/l/answer/code', {});
  await desk.idle();
  expect(desk.gateway.messages[0]?.text).toMatch(/Koden er \d{4} \d{4}\./);
});

test('at night a link waits for the morning', async () => {
  await using desk = await openDesk();
  desk.clock.now = new Date('2026-11-22T22:00:00Z');
  const { issue } = await aNumber(desk);
  await issue();
  await expect.poll(() => desk.due(), { timeout: 20_000 }).toBe(0);
  const { rows } = await desk.pool.query<{ attempts: number; hours: number }>(
    `select attempts, extract(epoch from run_at - created_at)::float / 3600 as hours from graphile_worker._private_jobs`,
  );
  expect(rows).toMatchObject([{ attempts: 0 }]);
  expect(rows[0]?.hours).toBeGreaterThan(8.9);
  expect(rows[0]?.hours).toBeLessThan(10);
  expect(desk.gateway.messages).toEqual([]);
});

test('what is reported without the token, in another form, or of what is not ours changes nothing', async () => {
  await using desk = await openDesk();
  await (await aNumber(desk)).issue();
  await desk.idle();
  const id = desk.gateway.messages[0]!.id;
  const before = await stateOf(desk);
  expect(before).toHaveLength(1);
  expect(await report(desk, { id, status: 'unknown_number' }, 'x'.repeat(32))).toBe(401);
  for (const body of [
    '',
    'no',
    '[]',
    '{}',
    { id },
    { id, status: 'gone' },
    { id: 7, status: 'failed' },
  ]) {
    expect(await report(desk, body)).toBe(400);
  }
  expect(await report(desk, { id, status: 'failed', more: 'x'.repeat(20_000) })).toBe(413);
  expect(await report(desk, { id: crypto.randomUUID(), status: 'unknown_number' })).toBe(204);
  expect(await stateOf(desk)).toEqual(before);
});

test('a number that nobody has is marked, and gets no more messages; what failed otherwise has only failed', async () => {
  await using desk = await openDesk();
  const { issue } = await aNumber(desk);
  await issue();
  await desk.idle();
  await report(desk, { id: desk.gateway.messages[0]!.id, status: 'delivered' });
  expect(await stateOf(desk)).toMatchObject([{ isDelivered: true, bouncedOn: null }]);
  await issue();
  await desk.idle();
  await report(desk, { id: desk.gateway.messages[0]!.id, status: 'expired' });
  expect(await stateOf(desk)).toContainEqual({
    bouncedOn: null,
    status: '4.4.7',
    isDelivered: false,
    hasFailed: true,
  });
  await issue();
  await desk.idle();
  await report(desk, { id: desk.gateway.messages[0]!.id, status: 'unknown_number' });
  expect(await stateOf(desk)).toContainEqual({
    bouncedOn: '2026-11-22',
    status: '5.1.1',
    isDelivered: false,
    hasFailed: false,
  });
  expect((await issue()).errors?.[0]?.extensions).toMatchObject({
    fields: { contactPointId: 'HAS_BOUNCED' },
  });
  expect(desk.gateway.messages).toHaveLength(3);
});

test.each(linkLanguages)('%s: a message with a link is short, whatever the name', (language) => {
  const text = linkText(new URL('https://samband.example.no'), {
    language,
    token: 'x'.repeat(22),
    name: 'Foreningen med et navn som er så langt at ingen telefon viser det på en linje',
    expiresOn: '2026-12-24',
  });
  const { encoding, segments } = smsSegments(text);
  expect(segments).toBeLessThanOrEqual(encoding === 'gsm7' ? 2 : 3);
  expect(text).toMatch(/ https:\/\/samband\.example\.no\/l\S*#x{22}$/);
});
