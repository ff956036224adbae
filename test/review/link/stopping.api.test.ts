import { expect, inject, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { LinkDesk } from '#test/access/link/LinkDesk.ts';
import { personWithLink } from '#test/access/link/personWithLink.ts';
import type { Visitor } from '#test/access/Visitor.ts';
import { aCoordinator, aReader, aViewer } from '#test/support/viewers.ts';
import { cloneOf } from '#test/support/world.ts';

const openDesk = async () => LinkDesk.open(await cloneOf(inject('templateUrl')));

async function opened(desk: LinkDesk, token: string): Promise<Visitor> {
  const visitor = desk.visitor();
  expect((await visitor.send('/l/open', { token, code: '' })).status).toBe(200);
  return visitor;
}

interface Request {
  readonly id: string;
  readonly kind: string;
  readonly reason: string | null;
}

const waiting = '{ stopRequests { id kind reason organisationName } }';
const answer = `mutation ($input: AnswerStopRequestInput!) { answerStopRequest(input: $input) { answer } }`;

async function requestsOf(desk: LinkDesk): Promise<readonly Request[]> {
  const { data } = await desk.world.ask<{ stopRequests: Request[] }>(
    aViewer(Role.PRIVACY_OFFICER),
    waiting,
  );
  return data!.stopRequests;
}

test('who has nothing to do with them neither sees what organisations ask for nor answers it', async () => {
  await using desk = await openDesk();
  const { token } = await desk.issued();
  const visitor = await opened(desk, token);
  expect((await visitor.send('/l/review/stop', { kind: 'everything' })).at).toBe(
    '/l/review/stop?lang=nb',
  );
  expect(await requestsOf(desk)).toEqual([]);
  await visitor.send('/l/review/stop', { kind: 'object' });
  const [request] = await requestsOf(desk);
  for (const viewer of [null, aReader(), aCoordinator()]) {
    for (const [document, variables] of [
      [waiting, {}],
      [answer, { input: { id: request!.id, answer: 'Ordnet' } }],
    ] as const) {
      const { errors } = await desk.world.ask(viewer, document, variables);
      expect(errors?.[0]?.extensions?.['code']).toBe(viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED');
    }
  }
  const { errors } = await desk.world.ask(desk.editor(), answer, {
    input: { id: request!.id, answer: '' },
  });
  expect(errors?.[0]?.extensions).toMatchObject({ fields: { answer: 'REQUIRED' } });
});

test('an organisation that has had enough is acknowledged at once, waits once, and gets its answer in its language', async () => {
  await using desk = await openDesk();
  const { token } = await desk.issued({ name: 'Prøve kvinneforening', language: 'EN' });
  const visitor = await opened(desk, token);
  expect(await (await visitor.visit('/l/answer')).text()).toContain('Don’t want to be here?');
  const before = desk.office.received.length;
  const form = { kind: 'remove', reason: 'We have closed' };
  const page = await visitor.send('/l/review/stop', form);
  expect(page.at).toBe('/l/review/stopped?lang=en');
  expect(await page.text()).toContain('Somebody will answer within a month');
  const { mail } = await desk.office.letter(before);
  expect(mail.subject).toBe('Your request to Samband');
  expect(mail.text).toContain('Remove us from the register');
  expect(mail.text).toContain('We have closed');

  await visitor.send('/l/review/stop', form);
  const [request, ...more] = await requestsOf(desk);
  expect([request?.kind, request?.reason, more]).toEqual(['REMOVE', 'We have closed', []]);

  const told = desk.office.received.length;
  const input = { id: request!.id, answer: 'Dere er tatt ut av registeret.' };
  const { errors } = await desk.world.ask(desk.editor(), answer, { input });
  expect(errors).toBeUndefined();
  const letter = await desk.office.letter(told);
  expect(letter.mail.subject).toBe('Answer to your request to Samband');
  expect(letter.mail.text).toContain('Dere er tatt ut av registeret.');
  expect(await requestsOf(desk)).toEqual([]);
  const again = await desk.world.ask(desk.editor(), answer, { input });
  expect(again.errors?.[0]?.extensions).toMatchObject({ reason: 'ALREADY_DECIDED' });
});

test('from the answer on they are left alone: for ever, for a year, or not at all, as the one who answers says', async () => {
  await using desk = await openDesk();
  const { token, recordId } = await desk.issued();
  const visitor = await opened(desk, token);
  const { pool } = desk;
  const hindrance = async (day: string) =>
    (await pool.query('select hindrance_of($1, $2) as it', [recordId, day])).rows[0]?.it as unknown;
  const answered = async (kind: string, quiet?: string) => {
    await visitor.send('/l/review/stop', { kind });
    const [request] = await requestsOf(desk);
    const input = { id: request!.id, answer: 'Det skal dere få.', quiet };
    const { errors } = await desk.world.ask(desk.editor(), answer, { input });
    expect(errors).toBeUndefined();
  };
  await answered('pause');
  const today = desk.clock.now.toISOString().slice(0, 10);
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  expect([await hindrance(today), await hindrance(inAYear)]).toEqual(['paused', null]);
  await answered('object');
  expect([await hindrance(today), await hindrance(inAYear)]).toEqual(['objected', 'objected']);
  await answered('pause', 'NONE');
  expect(await hindrance(today)).toBeNull();

  const { rows } = await pool.query<{ fields: { field: string }[] }>(
    `select fields from change where verb = 'answerStopRequest' order by at, id`,
  );
  const told = rows.map(({ fields }) =>
    fields
      .map(({ field }) => field)
      .slice(1)
      .join(' '),
  );
  expect(told.toSorted()).toEqual(['objectedOn', 'objectedOn pausedUntil', 'pausedUntil']);
});

test('a person withdraws a consent by their link, after a code, and it holds no longer from then on', async () => {
  await using desk = await openDesk();
  const { token, consentId } = await personWithLink(desk);
  await desk.idle();
  const visitor = await opened(desk, token);
  expect(await (await visitor.visit('/l/answer')).text()).toContain('Det du har samtykket til');
  const withdrawn = async () =>
    (
      await desk.pool.query<{ withdrawn_by: string | null }>(
        'select withdrawn_by from consent where id = $1',
        [consentId],
      )
    ).rows[0]?.withdrawn_by;

  // Without a code, with a wrong one, and with one that was sent for something else: no.
  await visitor.send('/l/review/consent', { consent: consentId, consentCode: '' });
  await visitor.send('/l/review/consent', { consent: consentId, consentCode: '12345678' });
  const other = desk.office.received.length;
  await visitor.send('/l/answer/code');
  const unmasking = await desk.shortCode(other);
  await visitor.send('/l/review/consent', { consent: consentId, consentCode: unmasking });
  expect(await withdrawn()).toBeNull();

  const before = desk.office.received.length;
  await visitor.send('/l/review/consent/code');
  const { mail } = await desk.office.letter(before);
  expect(mail.text).toContain('for å trekke et samtykke');
  const code = await desk.shortCode(before);
  const page = await visitor.send('/l/review/consent', { consent: consentId, consentCode: code });
  expect(await page.text()).toContain('Samtykket er trukket');
  expect(await withdrawn()).toBe('personal_link');
});
