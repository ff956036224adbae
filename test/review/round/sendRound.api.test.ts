import { expect, test } from 'vitest';

import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { smsReportToken } from '#test/access/link/LinkDesk.ts';
import { anEditor } from '#test/support/viewers.ts';
import { type World, worldOver } from '#test/support/world.ts';
import { madeRound } from './roundExamples.ts';
import { RoundDesk } from './RoundDesk.ts';

const dryRun = `query ($id: ID!) {
  dryRunReviewRound(id: $id) {
    total reached ways { channel language count } hindered { hindrance count } lacking { language count }
  }
  dryRunHindered(id: $id, hindrance: NO_ADDRESS) { totalCount nodes { organisationName hindrance } }
}`;

test('a dry run says who is asked how, and who is not and why, and writes nothing', async () => {
  await using round = await RoundDesk.open();
  const { world, pool } = round.desk;
  const language = (code: string) => world.em.findOneOrFail(Language, { code });
  const [somali, nepali] = [await language('so'), await language('ne')];
  const [, paused, bounced, lately] = await round.has('Alfa', 'Beta', 'Gamma', 'Delta');
  const [onPaper, silent] = [anOrganisation({ name: 'Epsilon' }), anOrganisation({ name: 'Zeta' })];
  await world.has(
    onPaper,
    silent,
    aContactPoint(onPaper, { channel: ContactChannel.POST, value: 'Prøvegata 1\n0001 Oslo' }),
  );
  await pool.query('update organisation set languages = $2 where id = $1', [
    onPaper.id,
    [somali.number],
  ]);
  await pool.query(`update organisation set languages = $1 where name = 'Alfa'`, [[nepali.number]]);
  await pool.query(
    `insert into stop_request (id, organisation_id, language, kind, asked_at)
     values (gen_random_uuid(), $1, 'nb', 'pause', '2026-11-01T10:00:00Z')`,
    [paused!.id],
  );
  await pool.query(
    `update organisation_contact_point set bounced_on = '2026-11-01' where organisation_id = $1`,
    [bounced!.id],
  );
  await pool.query(
    `insert into verification (id, organisation_id, groups, method, verified_on, at, via)
     values (gen_random_uuid(), $1, '{name,contact,languages,areas,topics}', 'phone', '2026-11-20', '2026-11-20T10:00:00Z', 'session')`,
    [lately!.id],
  );
  const id = await madeRound(world, {}, round.lead);
  const all = await madeRound(world, { asks: 'ALL' }, round.lead);
  const ask = async (which: string) => (await world.ask(round.lead, dryRun, { id: which })).data;

  expect((await world.ask(anEditor(), dryRun, { id })).errors?.[0]?.extensions?.['code']).toBe(
    'FORBIDDEN',
  );
  expect(await ask(id)).toEqual({
    dryRunReviewRound: {
      total: 6,
      reached: 2,
      ways: expect.arrayContaining([
        { channel: 'EMAIL', language: 'nb', count: 1 },
        { channel: 'LETTER', language: 'so', count: 1 },
      ]),
      hindered: expect.arrayContaining(
        ['PAUSED', 'BOUNCED', 'CERTAIN', 'NO_ADDRESS'].map((hindrance) => ({
          hindrance,
          count: 1,
        })),
      ),
      lacking: [{ language: 'ne', count: 1 }],
    },
    dryRunHindered: {
      totalCount: 1,
      nodes: [{ organisationName: 'Zeta', hindrance: 'NO_ADDRESS' }],
    },
  });
  expect(await ask(all)).toMatchObject({ dryRunReviewRound: { total: 6, reached: 3 } });
  const { rows } = await pool.query(
    `select (select count(*) from review_request)::integer as requests, (select count(*) from personal_link)::integer as links`,
  );
  expect(rows).toEqual([{ requests: 0, links: 0 }]);
});

test('a round that opens sends each organisation one letter, and a second look sends nothing', async () => {
  await using round = await RoundDesk.open();
  const { pool, office } = round.desk;
  await round.has('Alfa', 'Beta', 'Gamma');
  const texts = [{ language: 'NB', text: 'Vi gleder oss til å høre fra dere.' }];
  const id = await round.opened({ texts, signedBy: 'Ahus' });
  await round.tend();
  await Promise.all([round.tend(), round.tend()]);

  expect(round.recipients).toEqual(['alfa@example.org', 'beta@example.org', 'gamma@example.org']);
  const { text = '', subject } = office.received[0]!.mail;
  expect(subject).toMatch(/^Se over opplysningene om (Alfa|Beta|Gamma)$/);
  for (const said of ['Vi gleder oss til å høre fra dere.', '31. desember 2026', 'Ahus']) {
    expect(text).toContain(said);
  }
  expect(await round.standing(id)).toEqual(
    ['Alfa', 'Beta', 'Gamma'].map((name) => ({
      name,
      state: 'SILENT',
      hindrance: null,
      outcome: null,
      steps: [0],
    })),
  );
  const { rows } = await pool.query(
    `select r.state, r.queued_at is not null as queued,
       (select count(*)::integer from review_snapshot s where s.round_id = r.id and s.moment = 'start') as frozen,
       (select count(*)::integer from change c where c.verb = 'issuePersonalLink') as told
     from review_round r where r.id = $1`,
    [id],
  );
  expect(rows).toEqual([{ state: 'open', queued: true, frozen: 3, told: 3 }]);
  await expect(round.mutate('openReviewRound', { id, expectedVersion: 2 })).rejects.toThrow(
    'NOT_A_DRAFT',
  );
});

test('who is not reached by e-mail, or wants a text message first, gets the link and its reminders so', async () => {
  await using round = await RoundDesk.open();
  const { desk } = round;
  const [first, second, preferring, onPaper, gone] = [
    'Alfa',
    'Beta',
    'Gamma',
    'Delta',
    'Epsilon',
  ].map((name) => anOrganisation({ name }));
  const { EMAIL, PHONE, POST, SMS } = ContactChannel;
  const way = (
    of: Organisation | undefined,
    channel: ContactChannel,
    value: string,
    position = 0,
  ) => aContactPoint(of!, { channel, value, position });
  await desk.world.has(
    first!,
    second!,
    preferring!,
    onPaper!,
    gone!,
    Object.assign(way(first, EMAIL, 'alfa@example.org'), { bouncedOn: '2026-11-01' }),
    way(first, SMS, '+4700000111', 1),
    way(second, EMAIL, 'beta@example.org'),
    way(second, SMS, '+4700000222', 1),
    way(preferring, SMS, '+4700000333'),
    way(preferring, EMAIL, 'gamma@example.org', 1),
    way(onPaper, PHONE, '+4700000444'),
    way(onPaper, POST, 'Prøvegata 1\n0001 Oslo', 1),
    way(gone, SMS, '+4700000404'),
  );
  await desk.pool.query(
    `update organisation set languages = array[(select number from language where code = 'ar')] where name = 'Gamma'`,
  );
  const draft = await madeRound(desk.world, {}, round.lead);
  const runBy = async (world: World) =>
    (await world.ask<{ dryRunReviewRound: object }>(round.lead, dryRun, { id: draft })).data
      ?.dryRunReviewRound;
  expect(await runBy(desk.world)).toMatchObject({
    reached: 5,
    ways: [
      { channel: 'SMS', language: 'nb', count: 2 },
      ...['EMAIL', 'LETTER'].map((channel) => ({ channel, language: 'nb', count: 1 })),
      { channel: 'SMS', language: 'ar', count: 1 },
    ].toSorted((one, other) => other.count - one.count),
  });
  // Where nobody carries them, that is what is in the way of those who have nothing else.
  expect(await runBy(await worldOver(desk.database))).toMatchObject({
    reached: 3,
    hindered: [{ hindrance: 'NO_GATEWAY', count: 2 }],
  });

  desk.clock.now = new Date('2026-11-22T22:00:00Z');
  const id = await round.opened();
  expect(round.recipients).toEqual(['beta@example.org']);
  expect(desk.gateway.messages).toEqual([]);
  await round.tend('2026-11-23T08:00:00Z');
  const said = () =>
    desk.gateway.messages.map(({ to, text }) => `${to} ${text.split(':')[0]}`).toSorted();
  expect(said()).toEqual([
    '+4700000111 Samband spør',
    '+4700000333 سامباند',
    '+4700000404 Samband spør',
  ]);
  const sent = desk.gateway.messages.find(({ to }) => to.endsWith('404'))!;
  await fetch(`${desk.origin}/sms/reports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${smsReportToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: sent.id, status: 'unknown_number' }),
  });
  const token = /#([\w-]{22})$/.exec(
    desk.gateway.messages.find(({ to }) => to.endsWith('111'))!.text,
  )![1]!;
  await round.tend('2026-11-29T10:00:00Z');
  expect(said().slice(0, 1)).toEqual(['+4700000111 Samband spør']);
  await round.tend('2026-11-30T10:00:00Z');
  expect(said()).toEqual([
    '+4700000111 Samband minner om dette',
    '+4700000111 Samband spør',
    '+4700000333 تذكير',
    '+4700000333 سامباند',
    '+4700000404 Samband spør',
  ]);
  // The same link as the first.
  const visitor = desk.visitor();
  await visitor.send('/l/open', { token, code: '' });
  await visitor.send('/l/review/all');
  await round.tend('2026-12-28T10:00:00Z');
  expect(said()).toContain('+4700000333 آخر تذكير');
  expect(await round.standing(id)).toMatchObject([
    { name: 'Alfa', state: 'CONFIRMED', steps: [0, 1] },
    { name: 'Beta', state: 'SILENT' },
    { name: 'Delta', steps: [] },
    { name: 'Epsilon', state: 'BOUNCED', steps: [0] },
    { name: 'Gamma', state: 'SILENT', steps: [0, 1, 99] },
  ]);
});

test('a scanner that follows each link there is changes nothing; whoever opens it and presses once has answered', async () => {
  await using round = await RoundDesk.open();
  const { desk } = round;
  await round.has('Alfa', 'Beta');
  const id = await round.opened();
  const links = desk.office.received.flatMap(({ mail }) => [
    ...(mail.text ?? '').matchAll(/https?:\/\/\S+/g),
  ]);
  expect(links).toHaveLength(6);
  const changed = async () =>
    (
      await desk.pool.query(
        `select (select count(*)::integer from change) as changes, (select count(*)::integer from link_session) as sessions,
           (select count(*)::integer from review_answer) as answers, (select count(opened_at)::integer from review_request) as opened`,
      )
    ).rows;
  const before = await changed();
  for (const [link] of links) {
    for (const method of ['GET', 'HEAD']) {
      const { pathname, search, hash } = new URL(link);
      const token = hash.slice(1);
      // Some make a query of what stands behind the #.
      for (const path of [`${pathname}${search}`, `${pathname}?token=${token}`, '/l/open']) {
        await desk.visitor().request(path, { method });
      }
    }
  }
  expect(await changed()).toEqual(before);
  expect((await round.standing(id)).map(({ state }) => state)).toEqual(['SILENT', 'SILENT']);

  const visitor = desk.visitor();
  await visitor.send('/l/open', { token: round.tokenTo('alfa@example.org'), code: '' });
  expect((await round.standing(id))[0]).toMatchObject({ name: 'Alfa', state: 'OPENED' });
  await Promise.all([visitor.send('/l/review/all'), visitor.send('/l/review/all')]);
  expect(await round.standing(id)).toMatchObject([
    { name: 'Alfa', state: 'CONFIRMED' },
    { name: 'Beta', state: 'SILENT' },
  ]);
});

test('one question at a time is an answer when the last has been answered; that nobody knows is none', async () => {
  await using round = await RoundDesk.open();
  const { desk } = round;
  await round.has('Alfa', 'Beta');
  const id = await round.opened();
  const [one, other] = [desk.visitor(), desk.visitor()];
  await one.send('/l/open', { token: round.tokenTo('alfa@example.org'), code: '' });
  await other.send('/l/open', { token: round.tokenTo('beta@example.org'), code: '' });
  for (const group of ['contact', 'languages', 'areas', 'topics', 'name']) {
    await other.send(`/l/review/${group}`, { answer: 'unknown' });
    expect((await round.standing(id))[0]!.state).toBe('OPENED');
    await one.send(`/l/review/${group}`, { answer: group === 'topics' ? 'unknown' : 'yes' });
  }
  expect(await round.standing(id)).toMatchObject([
    { name: 'Alfa', state: 'CONFIRMED' },
    { name: 'Beta', state: 'OPENED' },
  ]);
});

test('reminders come on their days to those who have not answered, and never to who must be left alone', async () => {
  await using round = await RoundDesk.open();
  const { desk } = round;
  const [, , paused, away] = await round.has('Alfa', 'Beta', 'Gamma', 'Delta');
  const id = await round.opened();
  const visitor = desk.visitor();
  await visitor.send('/l/open', { token: round.tokenTo('alfa@example.org'), code: '' });
  await visitor.send('/l/review/all');
  const pausing = desk.visitor();
  await pausing.send('/l/open', { token: round.tokenTo('gamma@example.org'), code: '' });
  await pausing.send('/l/review/stop', { kind: 'pause' });
  await desk.pool.query(`update organisation set archived_on = '2026-11-25' where id = $1`, [
    away!.id,
  ]);
  await desk.idle();
  const before = desk.office.received.length;
  await round.tend('2026-11-28T10:00:00Z');
  await round.tend('2026-11-29T05:30:00Z');
  expect(desk.office.received.length).toBe(before);
  await round.tend('2026-11-29T10:00:00Z');

  expect(await round.standing(id)).toMatchObject([
    { name: 'Alfa', state: 'CONFIRMED', steps: [0] },
    { name: 'Beta', state: 'SILENT', steps: [0, 1] },
    { name: 'Delta', state: 'HINDERED', hindrance: 'archived', steps: [0] },
    { name: 'Gamma', state: 'HINDERED', hindrance: 'paused', steps: [0] },
  ]);
  expect(paused).toBeDefined();
  const reminder = desk.office.received.at(-1)!.mail;
  expect(reminder.subject).toBe('Påminnelse: se over opplysningene om Beta');
  // The same link as the first.
  await desk.visitor().send('/l/open', { token: round.tokenTo('beta@example.org'), code: '' });
  expect((await round.standing(id))[1]).toMatchObject({ name: 'Beta', state: 'OPENED' });
});

test('of two rounds at once the second waits until a week has passed, or as long as an organisation wants', async () => {
  await using round = await RoundDesk.open();
  const [alfa] = await round.has('Alfa', 'Beta');
  await round.desk.pool.query(
    `insert into quiet_rule (id, organisation_id, days_between, noted_at) values (gen_random_uuid(), $1, 10, '2026-11-01T10:00:00Z')`,
    [alfa!.id],
  );
  const first = await round.opened({ reminderDays: [] });
  const second = await round.opened({ reminderDays: [] });
  const steps = async () => (await round.standing(second)).map((it) => it.steps);
  expect((await round.standing(first)).map((it) => it.steps)).toEqual([[0], [0]]);
  expect(await steps()).toEqual([[], []]);
  await round.tend('2026-11-28T10:00:00Z');
  expect(await steps()).toEqual([[], []]);
  await round.tend('2026-11-29T10:00:00Z');
  expect(await steps()).toEqual([[], [0]]);
  await round.tend('2026-12-02T10:00:00Z');
  expect(await steps()).toEqual([[0], [0]]);
});

test('what the mail server refuses is listed, what it puts off is tried again', async () => {
  await using round = await RoundDesk.open();
  const { office } = round.desk;
  await round.has('Alfa', 'Beta', 'Gamma');
  office.refusals.set('alfa@example.org', 554);
  office.refusals.set('beta@example.org', 451);
  office.refusals.set('gamma@example.org', 550);
  const id = await round.opened();
  expect(await round.standing(id)).toMatchObject([
    { name: 'Alfa', state: 'FAILED', steps: [] },
    { name: 'Beta', state: 'QUEUED', steps: [] },
    { name: 'Gamma', state: 'BOUNCED', steps: [] },
  ]);
  office.refusals.clear();
  await round.tend('2026-11-22T09:00:00Z');
  expect(round.recipients).toEqual(['beta@example.org']);
  expect((await round.standing(id))[1]).toMatchObject({ name: 'Beta', state: 'SILENT' });
});

test('after a round is closed nobody is written to, and what comes late is kept and kindly met', async () => {
  await using round = await RoundDesk.open();
  const { desk } = round;
  await round.has('Alfa', 'Beta');
  const id = await round.opened();
  await expect(round.mutate('closeReviewRound', { id, expectedVersion: 1 })).rejects.toThrow(
    'STALE_VERSION',
  );
  await round.mutate('closeReviewRound', { id, expectedVersion: 2 });
  const before = desk.office.received.length;
  await round.tend('2026-11-29T10:00:00Z');
  expect(desk.office.received.length).toBe(before);

  const visitor = desk.visitor();
  await visitor.send('/l/open', { token: round.tokenTo('alfa@example.org'), code: '' });
  const done = await visitor.send('/l/review/all');
  expect(await done.text()).toContain('svaret deres er tatt vare på');
  const read = `query ($id: ID!) { reviewRequests(roundId: $id) { nodes { organisationName state isLate } } }`;
  const { data } = await desk.world.ask(round.lead, read, { id });
  expect(data).toEqual({
    reviewRequests: {
      nodes: [
        { organisationName: 'Alfa', state: 'CONFIRMED', isLate: true },
        { organisationName: 'Beta', state: 'SILENT', isLate: false },
      ],
    },
  });
  const { rows } = await desk.pool.query(
    `select moment, count(*)::integer from review_snapshot where round_id = $1 group by 1 order by 1`,
    [id],
  );
  expect(rows).toEqual([
    { moment: 'end', count: 2 },
    { moment: 'start', count: 2 },
  ]);
});
