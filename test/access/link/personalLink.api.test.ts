import { expect, inject, test } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { aViewer } from '#test/support/viewers.ts';
import { cloneOf } from '#test/support/world.ts';
import { LinkDesk } from './LinkDesk.ts';

const openDesk = async () => LinkDesk.open(await cloneOf(inject('templateUrl')));

test('an organisation comes in by the link in its letter, and by the code beneath it', async () => {
  await using desk = await openDesk();
  const { token, code, mail } = await desk.issued({ name: 'Prøve kvinneforening' });
  expect(mail.subject).toBe('Se over opplysningene om Prøve kvinneforening');
  expect(mail.text).toContain('Ragnar Prøve ber deg se over');

  for (const [fields, typed] of [
    [{ token, code: '' }, 'the token'],
    [{ token: '', code }, 'the code as it is printed'],
    [{ token: '', code: code.toLowerCase().replaceAll('-', ' ') }, 'in small letters, with spaces'],
    [
      { token: '', code: code.replaceAll('1', 'l').replaceAll('0', 'o') },
      'with letters for the digits that they look like',
    ],
  ] as const) {
    const visitor = desk.visitor();
    const page = await visitor.send('/l/open', fields);
    expect([page.status, page.at], typed).toEqual([200, '/l/answer']);
    const text = await page.text();
    expect(text).toContain('Prøve kvinneforening');
    // Masked, and no trace of what opened it.
    expect(text).toContain('+47 ••• •• 123');
    expect(text).not.toMatch(/\+47\s?000\s?00\s?123/);
    expect(text).not.toContain('post@example.org');
    expect(text).not.toContain(token);
  }
});

test('a link opens any number of sessions, and looking at it changes nothing', async () => {
  await using desk = await openDesk();
  const { id, token } = await desk.issued();
  const row = async () =>
    (await desk.pool.query('select * from personal_link where id = $1', [id])).rows[0];
  const untouched = await row();

  const scanner = desk.visitor();
  for (const path of ['/l', '/l?lang=ar', '/l/open', '/l/again', '/l/answer', '/l/signout']) {
    for (const method of ['GET', 'HEAD']) await scanner.request(path, { method });
  }
  expect(await row()).toEqual(untouched);
  expect(scanner.cookies.size).toBe(0);

  const statuses: number[] = [];
  for (let half = 0; half < 2; half += 1) {
    await desk.fromElsewhere();
    const visits = Array.from({ length: 50 }, () =>
      desk.visitor().send('/l/open', { token, code: '' }),
    );
    for (const { status } of await Promise.all(visits)) statuses.push(status);
  }
  expect(new Set(statuses)).toEqual(new Set([200]));
  const { rows } = await desk.pool.query('select from link_session where link_id = $1', [id]);
  expect(rows).toHaveLength(100);
  expect(await row()).toEqual({ ...untouched, opened_at: expect.anything() });
});

test('an unknown, an expired and a revoked link are told alike', async () => {
  await using desk = await openDesk();
  const [expired, revoked] = [
    await desk.issued({ expiresOn: '2026-11-23' }),
    await desk.issued({ name: 'En annen forening' }),
  ];
  await desk.world.ask(
    desk.editor(),
    'mutation ($id: ID!) { revokePersonalLink(input: { id: $id }) { revokedOn } }',
    { id: revoked.id },
  );
  desk.clock.pass(3 * 24 * 60);

  const answers = new Set<string>();
  for (const token of [expired.token, revoked.token, 'A'.repeat(22)]) {
    const page = await desk.visitor().send('/l/open', { token, code: '' });
    const text = (await page.text()).replaceAll(token, 'TOKEN');
    const headers = [...page.headers].filter(([name]) => !/date|x-request-id|etag/.test(name));
    answers.add(JSON.stringify([page.status, text.length, text, headers]));
    expect(text).toContain('Send meg en ny lenke');
  }
  expect(answers.size).toBe(1);

  // Nor does the page of a code tell whether there was one; what was typed stands there to be put right.
  const codes = new Set<string>();
  for (const typed of [expired.code, revoked.code, 'A'.repeat(12)]) {
    const code = typed.replaceAll('-', '');
    const page = await desk.visitor().send('/l/open', { token: '', code });
    codes.add(`${page.status} ${(await page.text()).replaceAll(code, 'CODE')}`);
  }
  const [told = ''] = codes;
  expect(codes.size).toBe(1);
  expect(told).toContain('Koden stemmer ikke.');
  expect(told.match(/value="CODE"/g)).toHaveLength(2);
  const mistyped = await desk.visitor().send('/l/open', { token: '', code: '<b>AAAA' });
  const words = await mistyped.text();
  expect([mistyped.status, words.includes('value="&lt;b&gt;AAAA"')]).toEqual([403, true]);
  expect(words).not.toContain('Send meg en ny lenke');

  const again = new Set<string>();
  for (const token of [expired.token, revoked.token, 'A'.repeat(22)]) {
    const page = await desk.visitor().send('/l/again', { token, code: '' });
    again.add(`${page.status} ${await page.text()}`);
  }
  expect(again.size).toBe(1);
});

test('whoever asks for a new link gets one where theirs has expired: at the address on file, once', async () => {
  await using desk = await openDesk();
  const expired = await desk.issued({ expiresOn: '2026-11-23', language: 'SO' });
  const revoked = await desk.issued({ expiresOn: '2026-11-23', name: 'En annen forening' });
  const live = await desk.issued({ name: 'En tredje' });
  await desk.world.ask(
    desk.editor(),
    'mutation ($id: ID!) { revokePersonalLink(input: { id: $id }) { revokedOn } }',
    { id: revoked.id },
  );
  desk.clock.pass(3 * 24 * 60);
  const before = desk.office.received.length;

  await Promise.all(
    [
      { token: expired.token, code: '' },
      { token: '', code: expired.code },
      { token: expired.token, code: '' },
      { token: revoked.token, code: '' },
      { token: live.token, code: '' },
      { token: 'A'.repeat(22), code: '' },
    ].map((fields) => desk.visitor().send('/l/again', fields)),
  );
  const { token, mail } = await desk.opening(before);
  await desk.idle();

  expect(desk.office.received).toHaveLength(before + 1);
  expect(mail.headers.get('content-language')).toBe('so');
  expect(desk.office.received.at(-1)?.recipients).toEqual(['post@example.org']);
  expect((await desk.visitor().send('/l/open', { token, code: '' })).status).toBe(200);
});

test('a session ends with the hour, with the link, and when one signs out', async () => {
  await using desk = await openDesk();
  const { id, token } = await desk.issued();
  const opened = async () => {
    const visitor = desk.visitor();
    await visitor.send('/l/open', { token, code: '' });
    return visitor;
  };
  const statusOf = async (visitor: Awaited<ReturnType<typeof opened>>) =>
    (await visitor.request('/l/answer')).status;

  const [late, out, revoked] = [await opened(), await opened(), await opened()];
  const [cookie = ''] = late.lines;
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  const stolen = new Map(out.cookies);
  await out.send('/l/signout');
  for (const [name, value] of stolen) out.cookies.set(name, value);
  expect([await statusOf(out), await statusOf(late), await statusOf(revoked)]).toEqual([
    403, 200, 200,
  ]);

  desk.clock.pass(61);
  expect(await statusOf(late)).toBe(403);
  const fresh = await opened();
  expect(await statusOf(fresh)).toBe(200);
  await desk.world.ask(
    desk.editor(),
    'mutation ($id: ID!) { revokePersonalLink(input: { id: $id }) { revokedOn } }',
    { id },
  );
  expect(await statusOf(fresh)).toBe(403);
});

test('whoever tries one code after another is asked to wait, and others are not', async () => {
  await using desk = await openDesk();
  const { token } = await desk.issued();
  const told: number[] = [];
  for (let time = 0; time < 61; time += 1) {
    const code = String(time).padStart(12, '0');
    told.push((await desk.visitor().send('/l/open', { token: '', code })).status);
  }
  expect(told.slice(0, 60).every((status) => status === 403)).toBe(true);
  expect(told.at(-1)).toBe(429);
  const page = await desk.visitor().send('/l/open', { token, code: '' });
  expect(page.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(await page.text()).toContain('Vent litt');

  await desk.fromElsewhere();
  expect((await desk.visitor().send('/l/open', { token, code: '' })).status).toBe(200);
});

test('another site opens nothing', async () => {
  await using desk = await openDesk();
  const { token } = await desk.issued();
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ] as Record<string, string>[]) {
    const body = new URLSearchParams({ token, code: '' });
    const answer = await desk.visitor().request('/l/open', { method: 'POST', headers, body });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
  }
});

test('no secret of a link is in a log, an address, a header or a table', async () => {
  await using desk = await openDesk();
  const { token, code } = await desk.issued();
  const visitor = desk.visitor();
  const seen: string[] = [];
  const look = async (answer: Response) => {
    seen.push(answer.url, JSON.stringify([...answer.headers]));
    return answer;
  };
  const headers = { origin: desk.origin, 'sec-fetch-site': 'same-origin' };
  for (const [path, body] of [
    ['/l/open', { token, code: '' }],
    ['/l/open', { token: '', code }],
    ['/l/again', { token, code: '' }],
    ['/l/answer/code', {}],
  ] as const) {
    const sent = new URLSearchParams(body as Record<string, string>);
    await look(await visitor.request(path, { method: 'POST', headers, body: sent }));
    await look(await visitor.request('/l/answer'));
  }
  const short = await desk.shortCode(1);
  await desk.idle();

  const { rows: tables } = await desk.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`,
  );
  const dump: string[] = [];
  for (const { name } of tables) {
    const { rows } = await desk.pool
      .query<{ row: string }>(`select t::text as row from ${name} t`)
      .catch(() => ({ rows: [] }));
    dump.push(...rows.map(({ row }) => row));
  }
  const cookie = [...visitor.cookies.values()].join();
  expect(cookie).toMatch(/^[\w-]{43}$/);
  expect(dump.join('\n')).toContain('Foreningen Prøve');
  for (const [what, secret] of Object.entries({ token, code, short, cookie })) {
    const bare = secret.replaceAll('-', '');
    for (const text of [desk.log.join('\n'), dump.join('\n')]) {
      expect(text.includes(secret) || text.includes(bare), what).toBe(false);
    }
    // The one header that is meant to carry one is that which sets the cookie.
    const others = seen.map((text) => text.replaceAll(/"set-cookie","[^"]*"/g, '')).join('\n');
    expect(others.includes(secret), what).toBe(false);
  }
  expect(desk.log.some((line) => line.includes('/l/open'))).toBe(true);
});

test('a member of staff or a token never has the role of somebody who came by a link', async () => {
  await using desk = await openDesk();
  for (const role of [Role.ORGANISATION_CONTACT, Role.PERSON]) {
    await expect(
      desk.pool.query(
        `insert into staff_user (id, issuer, subject, name, role) values (gen_random_uuid(), 'i', $1, 'n', $1)`,
        [role],
      ),
    ).rejects.toThrow('staff_user_has_a_known_role');
    await expect(
      desk.pool.query(
        `insert into api_token (id, hash, label, role, created_at, expires_at)
         values (gen_random_uuid(), $1, 'l', $2, now(), now() + interval '1 day')`,
        ['0'.repeat(64), role],
      ),
    ).rejects.toThrow('api_token_has_a_known_role');
  }
});

test('the cookie of a link is nothing to the API', async () => {
  await using desk = await openDesk();
  const { token, recordId } = await desk.issued();
  const visitor = desk.visitor();
  await visitor.send('/l/open', { token, code: '' });
  const ask = (cookies: Record<string, string>) =>
    visitor.request('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: desk.origin,
        'sec-fetch-site': 'same-origin',
        ...cookies,
      },
      body: JSON.stringify({ query: `{ organisation(id: "${recordId}") { name } }` }),
    });
  const [[name, value] = ['', '']] = [...visitor.cookies];
  const carried: Record<string, string>[] = [
    {},
    { cookie: `${name.replace('-link', '')}=${value}` },
    { authorization: `Bearer ${value}`, cookie: '' },
  ];
  for (const headers of carried) {
    const { errors } = (await (await ask(headers)).json()) as {
      errors: { extensions: { code: string } }[];
    };
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  }
});

test('who may send links is told no before anything else is looked at', async () => {
  await using desk = await openDesk();
  const organisation = anOrganisation({ name: 'Urørt' });
  const phone = aContactPoint(organisation, { value: '+4700000001' });
  await desk.world.has(organisation, phone);
  const issue = async (viewer: ReturnType<typeof aViewer> | null, more = {}) => {
    const { errors } = await desk.world.ask(
      viewer,
      'mutation ($input: IssuePersonalLinkInput!) { issuePersonalLink(input: $input) { id } }',
      {
        input: {
          recordId: organisation.id,
          contactPointId: phone.id,
          purpose: 'REVIEW',
          language: 'NB',
          expiresOn: '2026-11-22',
          ...more,
        },
      },
    );
    return errors?.[0]?.extensions;
  };

  expect(await issue(null)).toEqual({ code: 'UNAUTHENTICATED' });
  for (const role of Object.values(Role)) {
    if (role === Role.EDITOR || role === Role.PROGRAMME_LEAD) continue;
    expect(await issue(aViewer(role)), role).toEqual({ code: 'FORBIDDEN' });
  }
  expect(await issue(desk.editor(), { recordId: crypto.randomUUID() })).toEqual({
    code: 'NOT_FOUND',
  });
  expect(await issue(desk.editor())).toEqual({
    code: 'INVALID_INPUT',
    fields: { contactPointId: 'NOT_AN_EMAIL_ADDRESS', expiresOn: 'MUST_BE_AFTER_TODAY' },
  });
  expect(
    await issue(desk.editor(), { contactPointId: crypto.randomUUID(), expiresOn: '2028-01-01' }),
  ).toEqual({
    code: 'INVALID_INPUT',
    fields: { contactPointId: 'UNKNOWN', expiresOn: 'AT_MOST_A_YEAR' },
  });
  const { rows } = await desk.pool.query('select from personal_link');
  expect(rows).toEqual([]);
});

test('the change log tells who sent a link, and who took it back', async () => {
  await using desk = await openDesk();
  const { id } = await desk.issued();
  for (let time = 0; time < 2; time += 1) {
    const { data } = await desk.world.ask<{ revokePersonalLink: unknown }>(
      desk.editor(),
      'mutation ($id: ID!) { revokePersonalLink(input: { id: $id }) { id revokedOn } }',
      { id },
    );
    expect(data?.revokePersonalLink).toEqual({ id, revokedOn: '2026-11-22' });
  }
  const { rows } = await desk.pool.query(
    `select version, verb, by_id, via from change where record = 'personal_link' and record_id = $1 order by version`,
    [id],
  );
  const by = { by_id: desk.editor().id, via: 'session' };
  expect(rows).toEqual([
    { version: 1, verb: 'issuePersonalLink', ...by },
    { version: 2, verb: 'revokePersonalLink', ...by },
  ]);
});
