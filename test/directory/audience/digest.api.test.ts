import { expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { anOrganisation } from '#seeds/organisation.ts';
import { aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { Mail, NotSent } from '#server/common/mail/Mail.ts';
import { hasten } from '#test/common/job/hasten.ts';
import { aReader } from '#test/support/viewers.ts';
import { personalKey, test } from '#test/support/world.ts';
import { area } from '#test/directory/terms.ts';
import { saved, somebody } from './audiences.ts';
import { DigestDesk } from './DigestDesk.ts';

const subscribe =
  'mutation ($input: SubscribeToAudienceInput!) { subscribeToAudience(input: $input) { id canBeTold subscription { every dueAt } } }';
const unsubscribe =
  'mutation ($input: UnsubscribeFromAudienceInput!) { unsubscribeFromAudience(input: $input) { subscription { every } } }';

test('who may not, or has no address, or looks for what is not theirs, is told of nothing', async ({
  world,
}) => {
  const kari = await somebody(world, Role.COORDINATOR);
  const { data } = await saved(world, kari, { name: 'Mitt', search: { text: 'solsikke' } });
  const input = { id: data!.saveAudience.id, every: 'DAY' };
  const ask = async (viewer: Parameters<typeof world.ask>[0]) =>
    (await world.ask(viewer, subscribe, { input })).errors?.[0]?.extensions;

  expect(await ask(null)).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await ask(aReader())).toMatchObject({ code: 'FORBIDDEN' });
  expect(await ask(await somebody(world, Role.EDITOR))).toEqual({ code: 'NOT_FOUND' });
  await world.pool.query('update staff_user set email = null where id = $1', [kari.id]);
  expect(await ask(kari)).toEqual({ code: 'CONFLICT', reason: 'NO_ADDRESS' });
  await world.pool.query("update staff_user set email = 'kari@example.org' where id = $1", [
    kari.id,
  ]);
  await world.ask(
    kari,
    'mutation ($id: ID!) { archiveAudience(input: { id: $id, expectedVersion: 1 }) { id } }',
    { id: input.id },
  );
  expect(await ask(kari)).toEqual({ code: 'CONFLICT', reason: 'IS_ARCHIVED' });
});

test('one follows a search once, at the pace asked for last, and all that it remembers goes with it', async ({
  world,
}) => {
  const kari = await somebody(world, Role.COORDINATOR);
  await world.has(anOrganisation({ name: 'Solsikken' }));
  const { data } = await saved(world, kari, {
    name: 'Mitt',
    search: { text: 'solsikke' },
    isShared: true,
  });
  const { id } = data!.saveAudience;
  const roza = await somebody(world, Role.RECRUITER);
  const follow = (every: string) => world.ask(kari, subscribe, { input: { id, every } });

  expect((await follow('DAY')).data).toEqual({
    subscribeToAudience: {
      id,
      canBeTold: true,
      subscription: { every: 'DAY', dueAt: '2026-11-23T06:00:00.000Z' },
    },
  });
  expect((await follow('WEEK')).data).toMatchObject({
    subscribeToAudience: { subscription: { every: 'WEEK', dueAt: '2026-11-23T06:00:00.000Z' } },
  });
  const { rows } = await world.pool.query<{ members: string[] }>(
    'select members from audience_subscription',
  );
  expect(rows.map(({ members }) => members.length)).toEqual([1]);
  // To others it is no business of theirs.
  const seenBy = await world.ask(
    roza,
    'query ($id: ID!) { audience(id: $id) { subscription { every } } }',
    { id },
  );
  expect(seenBy.data).toEqual({ audience: { subscription: null } });

  await world.ask(roza, unsubscribe, { input: { id } });
  expect((await world.pool.query('select from audience_subscription')).rowCount).toBe(1);
  const ended = await world.ask(kari, unsubscribe, { input: { id } });
  expect(ended.data).toEqual({ unsubscribeFromAudience: { subscription: null } });
  expect((await world.pool.query('select from audience_subscription')).rowCount).toBe(0);
});

test('letters are due at seven in Oslo, also when the clock is changed and on leap days', async ({
  world,
}) => {
  const after = async (every: string, moment: string) => {
    const { rows } = await world.pool.query<{ due: string }>(
      `select to_char(digest_after($1, $2) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as due`,
      [every, moment],
    );
    return rows[0]?.due;
  };

  // Summer time begins on 28 March 2027 and ends on 31 October.
  expect(await after('day', '2027-03-27T05:59Z')).toBe('2027-03-27T06:00Z');
  expect(await after('day', '2027-03-27T06:00Z')).toBe('2027-03-28T05:00Z');
  expect(await after('day', '2027-10-30T05:00Z')).toBe('2027-10-31T06:00Z');
  expect(await after('day', '2027-12-31T23:30Z')).toBe('2028-01-01T06:00Z');
  expect(await after('day', '2028-02-28T06:00Z')).toBe('2028-02-29T06:00Z');
  expect(await after('day', '2028-02-29T06:00Z')).toBe('2028-03-01T06:00Z');
  expect(await after('week', '2027-03-22T06:00Z')).toBe('2027-03-29T05:00Z');
  expect(await after('week', '2027-10-31T22:30Z')).toBe('2027-11-01T06:00Z');
  expect(await after('week', '2027-10-31T23:30Z')).toBe('2027-11-01T06:00Z');
  expect(await after('week', '2028-02-28T05:00Z')).toBe('2028-02-28T06:00Z');
});

test('a letter tells of who is new by name, of people only how many, and of nobody twice', async () => {
  await using desk = await DigestDesk.open();
  const { world, office } = desk;
  await world.has(anOrganisation({ name: 'Solsikken gamle' }));
  const { id } = await desk.follower(Role.COORDINATOR, { every: 'DAY' });
  const person = aPerson({ givenName: 'Sunniva', familyName: 'Solsikke' });
  const fresh = anOrganisation({ name: 'Solsikke <b>& venner' });
  await world.has(fresh, person);
  await world.has(aPersonalContactPoint(person, personalKey, { value: '+4700000123' }));

  await desk.at('2026-11-23T05:59:00Z');
  expect(office.received).toEqual([]);
  await desk.at('2026-11-23T06:00:00Z');
  const { recipients, mail } = await office.letter(0);
  expect(recipients).toEqual(['coordinator@example.org']);
  expect(mail.subject).toBe('Nytt i et utvalg du følger');
  expect(mail.text).toContain(
    'Dette er nytt i utvalget «Solsikker»: Alle funnet med «solsikke».\n\nNye i utvalget:\n- Solsikke <b>& venner\n- 1 person\n',
  );
  expect(mail.text).toContain(`https://samband.example.org/utvalg/${id}`);
  expect(mail.html).toContain(
    `<a href="https://samband.example.org/virksomhet/${fresh.id}"><bdi>Solsikke &#60;b&#62;&#38; venner</bdi></a>`,
  );
  const heads = mail.headerLines.map(({ line }) => line.replaceAll(/\r\n\s/g, ' '));
  expect(heads.join('\n')).toMatch(
    /^List-Unsubscribe:\s+<https:\/\/samband\.example\.org\/avmelding\?a=[\w.-]{101}>$/m,
  );
  expect(heads).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  for (const body of [mail.text, mail.html]) {
    expect(body).not.toMatch(/Sunniva|0123|gamle|<img/);
  }

  // Again at once, and the day after: there is nothing new.
  await desk.at('2026-11-23T06:01:00Z');
  await desk.at('2026-11-24T06:00:00Z');
  expect(office.received).toHaveLength(1);
  await world.has(anOrganisation({ name: 'Solsikke tre' }));
  await desk.at('2026-11-25T06:00:00Z');
  expect((await office.letter(1)).mail.text).toContain('- Solsikke tre\n');
  expect((await desk.subscriptions())[0]).toMatchObject({ dueAt: '2026-11-26T06:00Z' });
});

test('who goes stale is told of once, the day after the last on which the profile was good, leap day or not', async () => {
  await using desk = await DigestDesk.open();
  // Thirty months after 29 August 2025 is the 28th of a February, in 2028 the 29th.
  await desk.world.has(
    anOrganisation({ name: 'Solsikken', verifiedOn: '2025-08-29' }),
    aPerson({ givenName: 'Sol', familyName: 'Solsikke', verifiedOn: '2025-08-29' }),
    anOrganisation({ name: 'Solsikke uten dag' }),
  );
  await desk.follower(Role.PROGRAMME_LEAD, { locale: 'nn' });

  await desk.at('2028-02-28T06:00:00Z');
  expect(desk.office.received).toEqual([]);
  await desk.at('2028-02-29T06:00:00Z');
  const { mail } = await desk.office.letter(0);
  expect(mail.text).toContain(
    'Utdaterte profilar, ikkje stadfesta eit halvt år etter fristen:\n- Solsikken\n- 1 person\n',
  );
  expect(mail.headers.get('content-language')).toBe('nn');
  await desk.at('2028-03-01T06:00:00Z');
  expect(desk.office.received).toHaveLength(1);
});

test('one letter a week is one letter a week, through the weeks in which the clock is changed', async () => {
  await using desk = await DigestDesk.open();
  await desk.follower(Role.RECRUITER, { every: 'WEEK', locale: 'en' });
  const somebodyNew = (name: string) =>
    desk.world.has(anOrganisation({ name: `Solsikke ${name}` }));

  await somebodyNew('one');
  await desk.at('2027-03-22T05:59:00Z');
  const [first] = await desk.subscriptions();
  // The server was away for months: one letter, not one for each week.
  expect(first?.dueAt).toBe('2027-03-22T06:00Z');
  expect(desk.office.received).toHaveLength(1);
  expect((await desk.office.letter(0)).mail.subject).toBe(
    'This week’s news in an audience you follow',
  );

  await somebodyNew('two');
  await desk.at('2027-03-22T06:00:00Z');
  expect(desk.office.received).toHaveLength(2);
  await somebodyNew('three');
  await desk.at('2027-03-28T23:00:00Z');
  expect(desk.office.received).toHaveLength(2);
  await desk.at('2027-03-29T05:00:00Z');
  expect((await desk.office.letter(2)).mail.text).toContain('Solsikke three');
  expect((await desk.subscriptions())[0]?.dueAt).toBe('2027-04-05T05:00Z');
});

test('who is disabled, has another role, or works elsewhere gets nothing', async () => {
  await using desk = await DigestDesk.open();
  const { world, office } = desk;
  const disabled = await desk.follower(Role.COORDINATOR);
  const reader = await desk.follower(Role.EDITOR);
  const owner = await somebody(world, Role.PROGRAMME_LEAD, {
    scopeAreaNumber: area('0301').number,
  });
  const shared = await saved(world, owner, {
    name: 'Delt',
    search: { text: 'solsikke' },
    isShared: true,
  });
  const colleague = await somebody(world, Role.RECRUITER, { scopeAreaNumber: area('0301').number });
  const input = { id: shared.data!.saveAudience.id, every: 'DAY' };
  expect((await world.ask(colleague, subscribe, { input })).errors).toBeUndefined();
  const { pool } = world;
  await pool.query('update staff_user set disabled_at = now() where id = $1', [disabled.viewer.id]);
  await pool.query(`update staff_user set role = 'reader' where id = $1`, [reader.viewer.id]);
  await pool.query('update staff_user set scope_area_number = $2 where id = $1', [
    colleague.id,
    area('4601').number,
  ]);
  await world.has(anOrganisation({ name: 'Solsikken' }));

  await desk.at('2026-11-23T06:00:00Z');
  expect(office.received).toEqual([]);

  // Whoever may again, is told of what came meanwhile.
  await pool.query(`update staff_user set role = 'editor' where id = $1`, [reader.viewer.id]);
  await desk.at('2026-11-24T06:00:00Z');
  expect(office.received.map(({ recipients }) => recipients)).toEqual([['editor@example.org']]);
});

test('of a search that was changed, archived or taken back nobody is told that all are new', async () => {
  await using desk = await DigestDesk.open();
  const { viewer, id } = await desk.follower(Role.COORDINATOR);
  await desk.world.has(
    anOrganisation({ name: 'Måneskinn' }),
    anOrganisation({ name: 'Solsikken' }),
  );
  await desk.world.ask(
    viewer,
    'mutation ($input: EditAudienceInput!) { editAudience(input: $input) { id } }',
    { input: { id, expectedVersion: 1, search: { text: 'måneskinn' } } },
  );
  await desk.at('2026-11-23T06:00:00Z');
  expect(desk.office.received).toEqual([]);

  await desk.world.has(anOrganisation({ name: 'Måneskinn to' }));
  await desk.at('2026-11-24T06:00:00Z');
  expect((await desk.office.letter(0)).mail.text).toContain('- Måneskinn to\n');

  await desk.world.ask(
    viewer,
    'mutation ($input: ArchiveAudienceInput!) { archiveAudience(input: $input) { id } }',
    { input: { id, expectedVersion: 2 } },
  );
  await desk.world.has(anOrganisation({ name: 'Måneskinn tre' }));
  await desk.at('2026-11-25T06:00:00Z');
  expect(desk.office.received).toHaveLength(1);
});

test('a job that is done twice sends one letter', async () => {
  await using desk = await DigestDesk.open();
  await desk.follower(Role.COORDINATOR);
  await desk.world.has(anOrganisation({ name: 'Solsikken' }));
  await desk.at('2026-11-23T06:00:00Z');
  expect(desk.office.received).toHaveLength(1);

  const [{ id } = { id: '' }] = await desk.subscriptions();
  await desk.database.pool.query('update audience_subscription set members = array[]::uuid[]');
  await desk.database.pool.query(
    `select graphile_worker.add_job('sendDigest', json_build_object('subscriptionId', $1::text, 'period', '2026-11-23'))`,
    [id],
  );
  await desk.at('2026-11-23T06:05:00Z');
  expect(desk.office.received).toHaveLength(1);
});

test('what the mail server does not take now is sent when it does; what it never takes is left', async () => {
  await using desk = await DigestDesk.open();
  await desk.follower(Role.COORDINATOR);
  await desk.world.has(anOrganisation({ name: 'Solsikken' }));
  desk.office.refusals.set('coordinator@example.org', 451);
  await desk.at('2026-11-23T06:00:00Z');
  expect(desk.office.received).toEqual([]);

  desk.office.refusals.clear();
  await hasten(desk.database.pool, 'sendDigest');
  expect((await desk.office.letter(0)).recipients).toEqual(['coordinator@example.org']);

  desk.office.refusals.set('coordinator@example.org', 550);
  await desk.world.has(anOrganisation({ name: 'Solsikke to' }));
  await desk.at('2026-11-24T06:00:00Z');
  const { rows } = await desk.database.pool.query(
    `select from graphile_worker.jobs where task_identifier = 'sendDigest'`,
  );
  expect(rows).toEqual([]);
  // It was never told, so it is news still.
  desk.office.refusals.clear();
  await desk.at('2026-11-25T06:00:00Z');
  expect((await desk.office.letter(1)).mail.text).toContain('Solsikke to');
});

test('a letter that nobody took is known to be nowhere', async () => {
  const mail = new Mail({
    url: 'smtp://127.0.0.1:1',
    from: { name: 'Samband', address: 'samband@example.org' },
  });
  const letter = {
    id: 'x',
    to: { name: 'Kari', address: 'kari@example.org' },
    subject: 'x',
    text: 'x',
    html: 'x',
    language: 'nb',
  };
  const error = await mail.send(letter).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(NotSent);
  expect(error).toMatchObject({ isCertain: true, isForGood: false });
});
