import { expect, test } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { consentInAnyLanguage } from '#schema/person/consentInAnyLanguage.ts';
import { aConsent, anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { filled, linkWords } from '#server/access/link/words/linkWords.ts';
import type { LinkDesk } from '#test/access/link/LinkDesk.ts';
import { Role } from '#schema/access/Role.ts';
import { hasten } from '#test/common/job/hasten.ts';
import { aCoordinator, aReader, aViewer } from '#test/support/viewers.ts';
import { personalKey } from '#test/support/world.ts';
import {
  confirmed,
  handOver,
  type Led,
  led,
  named,
  openDesk,
  opened,
  successionsQuery,
  successor,
  waitingAt,
  yes,
} from './HandoverDesk.ts';

const aRecruiter = () => aViewer(Role.RECRUITER);
const approve = `mutation ($input: ApproveSuccessionInput!) { approveSuccession(input: $input) { state } }`;
const refuse = `mutation ($input: RefuseSuccessionInput!) { refuseSuccession(input: $input) { state } }`;
const reopen = `mutation ($input: ReopenSuccessionInput!) { reopenSuccession(input: $input) { state } }`;
const report = `mutation ($input: ReportSuccessionInput!) { reportSuccession(input: $input) { id state } }`;

/** All that the register says of people and what they are, but for how often it was changed. */
async function registerOf(desk: LinkDesk): Promise<unknown> {
  const of = async (table: string, but: string) =>
    (
      await desk.pool.query(
        `select coalesce(json_agg(to_jsonb(t) - array[${but}] order by t.id), '[]') as all from ${table} t`,
      )
    ).rows[0];
  return Promise.all([
    of('person', `'version'`),
    of('person_contact_point', `''`),
    of('affiliation', `'version'`),
    of('consent', `'version'`),
    of('organisation', `'version'`),
    of('organisation_contact_point', `''`),
  ]);
}

/** A round is open that asks them, by the link that they have. */
async function isAsked(desk: LinkDesk, { token, recordId, contactPointId }: Led): Promise<void> {
  await desk.pool.query(
    `with made as (
       insert into review_round (id, name, state, search, opens_on, due_on, reminder_days, last_call_days, signed_by, made_by, made_at, opened_by,
         opened_at, queued_at)
       select gen_random_uuid(), 'Runden', 'open', '{}', '2026-10-01', '2026-12-31', '{}', null, 'Prøve', gen_random_uuid(), at, gen_random_uuid(),
         at, at from (values (timestamptz '2026-10-01T08:00:00Z')) as day (at) returning id
     ), asked as (
       insert into review_request (id, round_id, organisation_id, language, channel, contact_point_id, link_id, queued_at, sent_at)
       select gen_random_uuid(), made.id, $1, 'nb', 'email', $2, l.id, now(), now() from made, personal_link l where l.token_hash = $3 returning id
     )
     insert into review_message (id, request_id, step, channel, due_on, begun_at, sent_at)
     select gen_random_uuid(), id, 0, 'email', '2026-10-01', at, at from asked, (values (timestamptz '2026-10-01T08:00:00Z')) as day (at)`,
    [recordId, contactPointId, desk.key.hashOf('token', token)],
  );
}

async function currentOf(desk: LinkDesk, organisationId: string) {
  const { rows } = await desk.pool.query<{ name: string; role: string; isPrimary: boolean }>(
    `select p.given_name as name, a.role, a.is_primary as "isPrimary" from affiliation a join person p on p.id = a.person_id
     where a.organisation_id = $1 and a.until is null order by p.given_name`,
    [organisationId],
  );
  return rows;
}

const errorOf = (answer: { errors: readonly { extensions?: unknown }[] | undefined }) =>
  answer.errors?.[0]?.extensions;

test('without a code that is right nobody is named, and what will not do is told at its field', async () => {
  await using desk = await openDesk({ canSms: false });
  const stranger = desk.visitor();
  expect((await stranger.send('/l/handover', successor)).status).toBe(403);

  const { token } = await led(desk);
  const visitor = await opened(desk, token);
  expect((await visitor.send('/l/handover', { ...successor, code: '' })).status).toBe(200);
  expect((await visitor.send('/l/handover', { ...successor, code: '12345678' })).status).toBe(200);
  // One that was sent for something else opens nothing here.
  const before = desk.office.received.length;
  await visitor.send('/l/answer/code');
  const other = await desk.shortCode(before);
  await visitor.send('/l/handover', { ...successor, code: other });

  for (const [fields, words] of [
    [{ givenName: '' }, 'Skriv navnet.'],
    [{ reach: 'hverken eller' }, 'Skriv en e-postadresse eller et mobilnummer.'],
    [{ reach: '22 00 01 23' }, 'Dette er ikke et mobilnummer.'],
    [{ reach: '400 00 123' }, 'Vi kan ikke sende SMS herfra.'],
    [{ reach: 'POST@example.org' }, 'Dette er adressen vi har fra før.'],
    [{ givenName: 'x'.repeat(201) }, 'Dette er for langt.'],
  ] as const) {
    const page = await visitor.send('/l/handover', { ...successor, code: '12345678', ...fields });
    expect([page.status, (await page.text()).includes(words)], words).toEqual([422, true]);
  }
  const { rows } = await desk.pool.query('select from succession');
  expect(rows).toHaveLength(0);
});

test('who may not decide who has taken over does not see it either', async () => {
  await using desk = await openDesk();
  const { token, recordId } = await led(desk);
  const id = await confirmed(desk, await opened(desk, token));
  const before = await registerOf(desk);
  const elsewhere = { ...desk.editor(), scope: new Set([4601]) };
  const phoned = {
    id: crypto.randomUUID(),
    organisationId: recordId,
    language: 'NB',
    ...successor,
  };
  for (const [document, input] of [
    [successionsQuery, null],
    [approve, { id }],
    [refuse, { id, reason: 'Nei' }],
    [reopen, { id }],
    [report, phoned],
  ] as const) {
    for (const viewer of [null, aReader(), aRecruiter(), elsewhere]) {
      const answer = await desk.world.ask<{ successions?: unknown }>(
        viewer,
        document,
        input ? { input } : {},
      );
      const code = viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED';
      if (viewer === elsewhere && !input) expect(answer.data?.successions).toEqual([]);
      else expect(errorOf(answer), document).toMatchObject({ code });
    }
  }
  for (const document of [approve, refuse, reopen]) {
    const input = { id: crypto.randomUUID(), reason: 'Nei' };
    const given = document === refuse ? input : { id: input.id };
    expect(errorOf(await desk.world.ask(desk.editor(), document, { input: given }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  }
  expect(await registerOf(desk)).toEqual(before);
});

test('nothing is different until the new one has said yes and an editor has approved it; then all of it is', async () => {
  await using desk = await openDesk();
  const former = await led(desk, { name: 'Prøve forening' });
  const { token, recordId, leader, affiliationId } = former;
  await isAsked(desk, former);
  const before = await registerOf(desk);
  const visitor = await opened(desk, token);
  expect(await (await visitor.visit('/l/answer')).text()).toContain('Si hvem som har overtatt');
  const sent = await handOver(desk, visitor);
  expect(sent.page.at).toBe('/l/handover/sent?lang=nb');

  const one = await named(desk, sent.before);
  expect(one.mail.subject).toBe('Har du overtatt i Prøve forening?');
  expect(one.mail.to).toMatchObject({ text: expect.stringContaining('nye@example.org') as string });
  // What is kept of them is sealed: a copy of the database tells nobody.
  const { rows: kept } = await desk.pool.query<{ all: string }>(
    'select string_agg(s::text, $1) || (select coalesce(string_agg(payload::text, $1), $1) from graphile_worker._private_jobs) as all from succession s',
    [' '],
  );
  expect(kept[0]!.all).not.toContain('nye@example.org');
  expect(kept[0]!.all).not.toContain('Nye');

  const [waiting] = await waitingAt(desk);
  expect(waiting).toMatchObject({ state: 'WAITING', name: 'Nye Prøve', value: 'n•••@example.org' });
  const early = await desk.world.ask(desk.editor(), approve, { input: { id: waiting!.id } });
  expect(errorOf(early)).toMatchObject({ code: 'CONFLICT', reason: 'NOT_CONFIRMED' });

  // Without the consent, or without a name, it is no yes.
  for (const fields of [
    { ...yes, consent: '' },
    { ...yes, givenName: '' },
  ]) {
    expect((await one.send('/l/successor/confirm', fields)).status).toBe(422);
  }
  const corrected = { ...yes, familyName: 'Prøvesen' };
  expect((await one.send('/l/successor/confirm', corrected)).at).toContain('/l/successor/thanks');
  expect((await one.send('/l/successor/confirm', yes)).at).toContain('/l/successor/thanks');
  expect(await registerOf(desk)).toEqual(before);

  const [confirmation] = await waitingAt(desk);
  expect(confirmation).toMatchObject({
    state: 'CONFIRMED',
    name: 'Nye Prøvesen',
    predecessors: [
      {
        affiliationId,
        isSuggested: true,
        endsConsents: ['REGISTER_CARE'],
        retiresContacts: 1,
        isArchived: true,
      },
    ],
  });
  const letters = desk.office.received.length;
  const { errors } = await desk.world.ask(desk.editor(), approve, {
    input: { id: confirmation!.id },
  });
  expect(errors).toBeUndefined();
  expect(await currentOf(desk, recordId)).toEqual([
    { name: 'Nye', role: 'leader', isPrimary: true },
  ]);
  const { rows: old } = await desk.pool.query(
    `select archived_on is not null as archived, (select count(*)::integer from person_contact_point c where c.person_id = p.id) as ways
     from person p where id = $1`,
    [leader.id],
  );
  expect(old).toEqual([{ archived: true, ways: 0 }]);
  const { rows: verified } = await desk.pool.query(
    `select groups, method from verification where organisation_id = $1`,
    [recordId],
  );
  expect(verified).toEqual([{ groups: ['people'], method: 'link' }]);

  await hasten(desk.pool, 'tellSuccession');
  // The new one is asked in the round that is open, too, once and by a link that opens.
  const subjects = {
    round: filled(linkWords.nb.letterSubject, { name: 'Prøve forening' }),
    successor: 'Du står nå i registeret for Prøve forening',
    predecessor: 'Noen andre har overtatt i Prøve forening',
  };
  await desk.office.letter(letters + 2);
  await desk.idle();
  const told = desk.office.received.slice(letters);
  expect(told.map(({ mail, recipients: [to] }) => `${to}: ${mail.subject}`).toSorted()).toEqual(
    [
      `nye@example.org: ${subjects.round}`,
      `nye@example.org: ${subjects.successor}`,
      `post@example.org: ${subjects.predecessor}`,
    ].toSorted(),
  );
  const at = told.findIndex(({ mail }) => mail.subject === subjects.round);
  const asked = await desk.opening(letters + at);
  expect(await (await opened(desk, asked.token)).visit('/l/review')).toMatchObject({ status: 200 });
  const { rows: requests } = await desk.pool.query('select state from review_request');
  expect(requests).toEqual([{ state: 'opened' }]);
  const { rows } = await desk.pool.query('select sealed from succession');
  expect(rows).toEqual([{ sealed: null }]);
  const { rows: consents } = await desk.pool.query(
    `select p.given_name as name, c.withdrawn_at is null as holds, c.text_hash as hash, c.method from consent c
     join person p on p.id = c.person_id order by 1`,
  );
  expect(consents).toEqual([
    expect.objectContaining({ name: 'Gamle', holds: false }) as unknown,
    {
      name: 'Nye',
      holds: true,
      hash: consentInAnyLanguage('register_care', 'nb').wording.hash,
      method: 'personal_link',
    },
  ]);

  // The one before tries after: neither the session that is open nor the link opens anything.
  expect((await visitor.visit('/l/handover')).status).toBe(403);
  expect((await desk.visitor().send('/l/open', { token, code: '' })).status).toBe(403);
  expect((await visitor.send('/l/handover', { ...sent.form })).status).toBe(403);
  expect(await waitingAt(desk)).toEqual([]);
});

test('what was approved by mistake is taken back whole, while nobody has been told, by whoever coordinates, too', async () => {
  await using desk = await openDesk();
  // Whoever coordinates edits nothing else in the register.
  const coordinator = { ...desk.editor(), permissions: aCoordinator().permissions };
  const { token } = await led(desk);
  const visitor = await opened(desk, token);
  const id = await confirmed(desk, visitor);
  const before = await registerOf(desk);
  await desk.world.ask(coordinator, approve, { input: { id } });
  expect(await registerOf(desk)).not.toEqual(before);
  const again = await desk.world.ask(coordinator, approve, { input: { id } });
  expect(errorOf(again)).toMatchObject({ reason: 'ALREADY_DECIDED' });

  const undone = await desk.world.ask(coordinator, reopen, { input: { id } });
  expect(undone.errors).toBeUndefined();
  expect(await registerOf(desk)).toEqual(before);
  expect((await visitor.visit('/l/answer')).status).toBe(200);
  // The letters that were to go do not.
  const letters = desk.office.received.length;
  await hasten(desk.pool, 'tellSuccession');
  await desk.idle();
  expect(desk.office.received).toHaveLength(letters);

  await desk.world.ask(coordinator, refuse, { input: { id, reason: 'Vi ringer dere.' } });
  await hasten(desk.pool, 'tellSuccession');
  const { mail } = await desk.office.letter(letters);
  expect(mail.text).toContain('Vi ringer dere.');
  await desk.office.letter(letters + 1);
  await desk.idle();
  const late = await desk.world.ask(coordinator, reopen, { input: { id } });
  expect(errorOf(late)).toMatchObject({ reason: 'ALREADY_TOLD' });
  expect(await registerOf(desk)).toEqual(before);
});

test('the same said twice is one; what is said instead takes its place; what is taken back is forgotten', async () => {
  await using desk = await openDesk();
  const { token } = await led(desk);
  const visitor = await opened(desk, token);
  const first = await handOver(desk, visitor);
  const second = await visitor.send('/l/handover', first.form);
  expect(second.at).toBe('/l/handover/sent?lang=nb');
  expect(await waitingAt(desk)).toHaveLength(1);
  const wrongOne = await named(desk, first.before);

  const other = await handOver(desk, visitor, { reach: 'rett@example.org' });
  const [waiting, ...more] = await waitingAt(desk);
  expect([waiting?.value, more]).toEqual(['r•••@example.org', []]);
  // Whoever was named by mistake can no longer say yes.
  expect((await wrongOne.send('/l/successor/confirm', yes)).status).toBe(403);

  await named(desk, other.before);
  expect(await (await visitor.send('/l/handover/back')).text()).toContain('Alt står som før');
  expect(await waitingAt(desk)).toEqual([]);
  const { rows } = await desk.pool.query('select distinct state, sealed from succession');
  expect(rows).toEqual([{ state: 'replaced', sealed: null }]);
});

test('who says no is forgotten at once, and so is who does not answer in thirty days', async () => {
  await using desk = await openDesk();
  const { token } = await led(desk, { expiresOn: '2027-06-01' });
  const visitor = await opened(desk, token);
  const first = await handOver(desk, visitor);
  const one = await named(desk, first.before);
  // A scanner that follows the link, and whoever only looks, change nothing.
  expect((await one.visit('/l/successor')).status).toBe(200);
  expect((await waitingAt(desk)).map(({ state }) => state)).toEqual(['WAITING']);
  const no = await one.send('/l/successor/confirm', { answer: 'no' });
  expect(await no.text()).toContain('Vi har slettet navnet og adressen din.');
  expect(await waitingAt(desk)).toEqual([]);

  const second = await handOver(desk, visitor);
  const late = await desk.opening(second.before);
  desk.clock.now = new Date('2026-12-23T12:00:00Z');
  const typed = { token: '', code: late.code.replaceAll('-', ' ').toLowerCase() };
  const failed = await desk.visitor().send('/l/successor/open', typed);
  expect([failed.status, (await failed.text()).includes('ha gått ut')]).toEqual([403, true]);
  await desk.pool.query(`select graphile_worker.add_job('forgetSuccessions')`);
  await desk.idle();
  const { rows } = await desk.pool.query('select state, sealed from succession order by state');
  expect(rows).toEqual([
    { state: 'declined', sealed: null },
    { state: 'expired', sealed: null },
  ]);
});

test('of two leaders it is said which one leaves; who is in the register already comes once', async () => {
  await using desk = await openDesk();
  const { token, recordId, organisation, leader, affiliationId } = await led(desk);
  const other = aPerson({ givenName: 'Begge', familyName: 'Prøve' });
  const both = anAffiliation(other, organisation, { role: AffiliationRole.LEADER });
  const point = aPersonalContactPoint(other, personalKey, {
    channel: ContactChannel.EMAIL,
    value: 'begge@example.org',
  });
  await desk.world.has(other, both, point, aConsent(leader, Purpose.CRISIS));
  await desk.pool.query('update affiliation set is_primary = false');
  const id = await confirmed(desk, await opened(desk, token), { reach: 'Begge@example.org' });
  const [waiting] = await waitingAt(desk);
  expect(waiting).toMatchObject({ knownPersonId: other.id });
  expect(waiting!.predecessors.map(({ isSuggested }) => isSuggested)).toEqual([false, false]);
  for (const [input, fields] of [
    [{ id }, { endsAffiliationId: 'REQUIRED' }],
    [{ id, endsAffiliationId: crypto.randomUUID() }, { endsAffiliationId: 'UNKNOWN' }],
    [
      { id, endsAffiliationId: affiliationId, endsNobody: true },
      { endsAffiliationId: 'ONE_OF_TWO' },
    ],
    [{ id, endsAffiliationId: affiliationId, personId: leader.id }, { personId: 'UNKNOWN' }],
    [{ id, endsAffiliationId: both.id, personId: other.id }, { personId: 'SAME_PERSON' }],
  ] as const) {
    const answer = await desk.world.ask(desk.editor(), approve, { input });
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID_INPUT', fields });
  }
  const input = { id, endsAffiliationId: affiliationId, personId: other.id };
  expect((await desk.world.ask(desk.editor(), approve, { input })).errors).toBeUndefined();
  expect(await currentOf(desk, recordId)).toEqual([
    { name: 'Begge', role: 'leader', isPrimary: false },
  ]);
  // What the one before has said yes to for themselves stays, and so does how they are reached.
  const { rows } = await desk.pool.query(
    `select archived_on, (select count(*)::integer from person_contact_point c where c.person_id = p.id) as ways,
       (select array_agg(purpose) from consent c where c.person_id = p.id and withdrawn_at is null) as yes
     from person p where id = $1`,
    [leader.id],
  );
  expect(rows).toEqual([{ archived_on: null, ways: 1, yes: ['crisis'] }]);
});

test('over the phone an editor types it, and the new one is asked in their language all the same', async () => {
  await using desk = await openDesk();
  const { recordId, affiliationId } = await led(desk, { name: 'Prøve forening' });
  const letters = desk.office.received.length;
  const right = {
    id: crypto.randomUUID(),
    organisationId: recordId,
    affiliationId,
    language: 'AR',
    ...successor,
  };
  for (const [more, fields] of [
    [{ reach: 'nei' }, { reach: 'NOT_A_WAY_TO_REACH' }],
    [{ givenName: '' }, { givenName: 'REQUIRED' }],
    [{ affiliationId: crypto.randomUUID() }, { affiliationId: 'UNKNOWN' }],
    [{ id: 'x' }, { id: 'NOT_A_UUID' }],
  ] as const) {
    const answer = await desk.world.ask(desk.editor(), report, { input: { ...right, ...more } });
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID_INPUT', fields });
  }
  for (let twice = 0; twice < 2; twice += 1) {
    const { errors } = await desk.world.ask(desk.editor(), report, { input: right });
    expect(errors).toBeUndefined();
  }
  const one = await named(desk, letters);
  expect(one.mail.subject).toContain('Prøve forening');
  expect(one.mail.html).toContain('dir="rtl"');
  const page = await (await one.visit('/l/successor/confirm')).text();
  const { text, wording } = consentInAnyLanguage('register_care', 'ar');
  expect(page).toContain(text);
  await one.send('/l/successor/confirm', yes);
  expect(await waitingAt(desk)).toMatchObject([{ state: 'CONFIRMED', through: 'PHONE' }]);
  const told = desk.office.received.length;
  await desk.world.ask(desk.editor(), approve, { input: { id: right.id } });
  await hasten(desk.pool, 'tellSuccession');
  await desk.office.letter(told);
  const { rows } = await desk.pool.query(
    `select text_language as language, text_hash as hash from consent where withdrawn_at is null`,
  );
  expect(rows).toEqual([{ language: 'ar', hash: wording.hash }]);
  const { rows: verified } = await desk.pool.query('select method from verification');
  expect(verified).toEqual([{ method: 'phone' }]);
});

test('whoever has a mobile alone is asked by text message, says yes by it, and is told so; at night it waits', async () => {
  await using desk = await openDesk();
  const { recordId } = await led(desk);
  const number = '+4700000555';
  desk.clock.now = new Date('2026-11-22T22:00:00Z');
  const input = {
    id: crypto.randomUUID(),
    organisationId: recordId,
    ...successor,
    reach: number,
    language: 'AR',
  };
  const answer = await desk.world.ask(desk.editor(), report, { input });
  expect(answer.errors).toBeUndefined();
  await expect.poll(() => desk.due(), { timeout: 20_000 }).toBe(0);
  expect(desk.gateway.messages).toEqual([]);
  desk.clock.now = new Date('2026-11-23T08:00:00Z');
  await desk.pool.query('update graphile_worker._private_jobs set run_at = now()');
  await expect.poll(() => desk.gateway.messages.length, { timeout: 20_000 }).toBe(1);
  await desk.idle();

  const [asked] = desk.gateway.messages;
  expect(asked?.to).toBe(number);
  // From the right, with the link on a line of its own.
  expect(asked?.text).toMatch(/^\p{Script=Arabic}[^]*\nhttp\S+#[\w-]{22}$/u);
  expect(asked?.text).not.toMatch(/[\u2066-\u2069]/);
  const token = asked!.text.split('#')[1]!;
  const visitor = desk.visitor();
  await visitor.send('/l/successor/open', { token, code: '' });
  expect((await visitor.send('/l/successor/confirm', yes)).at).toContain('/l/successor/thanks');
  const [waiting] = await waitingAt(desk);
  expect(waiting).toMatchObject({ state: 'CONFIRMED', value: '+47 ••• •• 555' });
  await desk.world.ask(desk.editor(), approve, { input: { id: waiting!.id } });
  await hasten(desk.pool, 'tellSuccession');
  await expect.poll(() => desk.gateway.messages.length, { timeout: 20_000 }).toBe(2);
  expect(desk.gateway.messages.map(({ to }) => to)).toEqual([number, number]);
});
