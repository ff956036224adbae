import { expect, inject, test } from 'vitest';

import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { Role } from '#schema/access/Role.ts';
import { stopAddress } from '#server/access/link/stopAddress.ts';
import { linkLanguages } from '#server/access/link/words/linkWords.ts';
import { stopWords } from '#server/access/link/words/stopWords.ts';
import { LinkDesk, mailReportToken } from '#test/access/link/LinkDesk.ts';
import { aComplaint } from '#test/review/bounce/aReport.ts';
import { aViewer } from '#test/support/viewers.ts';
import { cloneOf } from '#test/support/world.ts';

const openDesk = async () => LinkDesk.open(await cloneOf(inject('templateUrl')));

/** What a mail program sends when its own button is pressed: without a cookie, from an origin of its own (RFC 8058). */
const oneClick = {
  method: 'POST',
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'https://mail.example.com',
    'sec-fetch-site': 'cross-site',
  },
  body: 'List-Unsubscribe=One-Click',
};

/** A line of the head of the letter that came last. */
const lineOf = ({ office }: LinkDesk, name: string): string =>
  office.received.at(-1)?.mail.headerLines.find(({ key }) => key === name)?.line ?? '';

/** The address in the head of the letter that came last. */
const stopIn = (desk: LinkDesk): string =>
  /<([^>]+)>/.exec(lineOf(desk, 'list-unsubscribe').replaceAll(/\s/g, ''))?.[1] ?? '';

async function stateOf({ pool }: LinkDesk): Promise<readonly string[]> {
  const { rows } = await pool.query<{ kind: string }>(
    `select 'stop ' || through as kind from mail_stop
     union all select kind from stop_request where answered_at is null order by 1`,
  );
  return rows.map(({ kind }) => kind);
}

test('whoever made the address up stops nothing, and neither does looking', async () => {
  await using desk = await openDesk();
  const { id } = await desk.issued();
  const { href } = stopAddress(new URL(desk.origin), desk.key, {
    linkId: id,
    language: LinkLanguage.NB,
  });
  expect(stopIn(desk)).toBe(href);
  expect(desk.office.received[0]?.mail.text).toContain(href);
  const other = stopAddress(new URL(desk.origin), desk.key, {
    linkId: crypto.randomUUID(),
    language: LinkLanguage.NB,
  });
  for (const made of [
    `${desk.origin}/avmelding/gjennomgang`,
    `${desk.origin}/avmelding/gjennomgang/${id}`,
    `${desk.origin}/avmelding/gjennomgang/${id}.${'0'.repeat(64)}`,
    `${desk.origin}/avmelding/gjennomgang/${id}.${desk.key.hashOf('unsubscribe', id)}`,
    other.href,
  ]) {
    expect((await fetch(made, oneClick)).status, made).toBe(404);
  }
  await fetch(href, { method: 'HEAD' });
  const page = await fetch(href);
  expect(page.status).toBe(200);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(await page.text()).toContain(stopWords.nb.button);
  expect(await stateOf(desk)).toEqual([]);
});

test('one press in the mail program, and no more such letters are sent; somebody sees it, and it can be taken back', async () => {
  await using desk = await openDesk();
  const { recordId } = await desk.issued({ language: 'AR' });
  expect(lineOf(desk, 'list-unsubscribe-post')).toMatch(/List-Unsubscribe=One-Click$/);
  const href = stopIn(desk);
  const answer = await fetch(href, oneClick);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).toMatch(/<html lang="ar" dir="rtl">/);
  expect(text).toContain(stopWords.ar.done);
  expect((await fetch(href, oneClick)).status).toBe(200);
  expect(await stateOf(desk)).toEqual(['pause', 'stop letter']);
  const { data } = await desk.world.ask(
    aViewer(Role.PRIVACY_OFFICER),
    '{ stopRequests { kind organisationId } }',
  );
  expect(data).toEqual({ stopRequests: [{ kind: 'PAUSE', organisationId: recordId }] });
  await desk.idle();
  // It is not acknowledged by one more letter.
  expect(desk.office.received).toHaveLength(1);

  const again = await desk.issue();
  await desk.idle();
  const { rows } = await desk.pool.query(
    'select sent_at as "sentAt", failed_at is not null as "hasFailed" from personal_link where id = $1',
    [again.id],
  );
  expect(rows).toEqual([{ sentAt: null, hasFailed: true }]);
  expect(desk.office.received).toHaveLength(1);

  const regret = await fetch(href, { ...oneClick, body: 'regret=yes' });
  expect(await regret.text()).toContain(stopWords.ar.again);
  expect(await stateOf(desk)).toEqual([]);
  await desk.issued();
  expect(desk.office.received).toHaveLength(2);
});

test('a complaint that comes by way of a mail server is the same', async () => {
  await using desk = await openDesk();
  await desk.issued();
  const { status } = await fetch(`${desk.origin}/mail/reports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${mailReportToken}`, 'content-type': 'message/rfc822' },
    body: aComplaint(desk.office.received[0]!.from),
  });
  expect(status).toBe(204);
  expect(await stateOf(desk)).toEqual(['pause', 'stop report']);
});

test('whoever says by telephone that they want letters again gets them, until the next press', async () => {
  await using desk = await openDesk();
  const { recordId } = await desk.issued();
  const isWritten = async () => {
    const before = desk.office.received.length;
    await desk.issue();
    await desk.idle();
    return desk.office.received.length > before;
  };
  const told = async (document: string, variables: Record<string, unknown>) => {
    const { data, errors } = await desk.world.ask<Record<string, { id: string }[]>>(
      desk.editor(),
      document,
      variables,
    );
    expect(errors).toBeUndefined();
    return data!;
  };
  await fetch(stopIn(desk), oneClick);
  expect(await isWritten()).toBe(false);
  const { stopRequests } = await told('{ stopRequests { id } }', {});
  await told(
    'mutation ($input: AnswerStopRequestInput!) { answerStopRequest(input: $input) { id } }',
    {
      input: { id: stopRequests![0]!.id, answer: 'Det skal dere få.' },
    },
  );
  await desk.idle();
  const { quietRulesOf } = await told(
    'query ($id: ID!) { quietRulesOf(organisationId: $id) { id } }',
    {
      id: recordId,
    },
  );
  await told('mutation ($input: LiftQuietRuleInput!) { liftQuietRule(input: $input) { id } }', {
    input: { id: quietRulesOf![0]!.id, reason: 'Lederen ringte: de vil være med igjen.' },
  });
  expect(await isWritten()).toBe(true);
  await fetch(stopIn(desk), oneClick);
  expect(await isWritten()).toBe(false);
});

test('each language has its own words for it', () => {
  const asked = linkLanguages.map((language) => stopWords[language].ask);
  expect(new Set(asked).size).toBe(linkLanguages.length);
});
