import { expect, inject, test } from 'vitest';

import { LinkDesk } from '#test/access/link/LinkDesk.ts';
import type { Visitor } from '#test/access/Visitor.ts';
import { cloneOf } from '#test/support/world.ts';

const openDesk = async () => LinkDesk.open(await cloneOf(inject('templateUrl')));

/** Somebody who has opened their link. */
async function opened(desk: LinkDesk, token: string): Promise<Visitor> {
  const visitor = desk.visitor();
  expect((await visitor.send('/l/open', { token, code: '' })).status).toBe(200);
  return visitor;
}

interface Profile {
  readonly verified_on: string | null;
  readonly verified_by: string | null;
  readonly version: number;
}

async function profileOf(desk: LinkDesk, id: string): Promise<Profile> {
  const { rows } = await desk.pool.query<Profile>(
    'select verified_on::text, verified_by, version from organisation where id = $1',
    [id],
  );
  return rows[0]!;
}

const eventsOf = async (desk: LinkDesk, id: string) =>
  (
    await desk.pool.query<{ groups: string[]; via: string; by_id: string }>(
      'select groups, via, by_id from verification where organisation_id = $1 order by at, groups',
      [id],
    )
  ).rows;

test('without a link that lives nothing is shown and nothing is noted', async () => {
  await using desk = await openDesk();
  const { token, id, recordId } = await desk.issued();
  const stranger = desk.visitor();
  const visitor = await opened(desk, token);
  await desk.world.ask(
    desk.editor(),
    'mutation ($id: ID!) { revokePersonalLink(input: { id: $id }) { revokedOn } }',
    { id },
  );
  for (const who of [stranger, visitor]) {
    for (const path of ['/l/review', '/l/review/contact', '/l/review/done']) {
      const page = await who.visit(path);
      expect([page.status, (await page.text()).includes('Du må åpne lenken på nytt')]).toEqual([
        403,
        true,
      ]);
    }
    for (const path of ['/l/review/all', '/l/review/contact', '/l/review/receipt']) {
      expect((await who.send(path, { answer: 'yes' })).status).toBe(403);
    }
  }
  expect(await eventsOf(desk, recordId)).toEqual([]);
});

test('another site sends nothing on behalf of an organisation', async () => {
  await using desk = await openDesk();
  const { token, recordId } = await desk.issued();
  const visitor = await opened(desk, token);
  const answer = await visitor.request('/l/review/all', {
    method: 'POST',
    headers: { origin: 'https://example.com', 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams(),
  });
  expect(answer.status).toBe(403);
  expect(await eventsOf(desk, recordId)).toEqual([]);
});

test('an unchanged profile is confirmed in two presses: open, all of it is right', async () => {
  await using desk = await openDesk();
  const { token, recordId, id } = await desk.issued({ name: 'Prøve kvinneforening' });
  const before = await profileOf(desk, recordId);
  expect(before.verified_on).toBeNull();
  const visitor = await opened(desk, token);
  const page = await visitor.send('/l/review/all');
  expect([page.status, page.at]).toEqual([200, '/l/review/done?lang=nb']);
  const text = await page.text();
  expect(text).toContain('Takk for hjelpen!');
  expect(text).toContain('Prøve kvinneforening, 22. november 2026');

  expect(await profileOf(desk, recordId)).toEqual({
    verified_on: '2026-11-22',
    verified_by: 'link',
    version: before.version,
  });
  expect(await eventsOf(desk, recordId)).toEqual([
    { groups: expect.arrayContaining(['name', 'contact', 'areas']), via: 'link', by_id: id },
  ]);
});

test('the same answer twice is one, and two who answer at once are both heard', async () => {
  await using desk = await openDesk();
  const { token, recordId } = await desk.issued();
  const [one, other] = [await opened(desk, token), await opened(desk, token)];
  await Promise.all([
    one.send('/l/review/contact', { answer: 'yes' }),
    one.send('/l/review/contact', { answer: 'yes' }),
    other.send('/l/review/contact', { answer: 'yes' }),
    other.send('/l/review/topics', { answer: 'unknown' }),
  ]);
  expect((await eventsOf(desk, recordId)).map(({ groups }) => groups)).toEqual([['contact']]);
  const { rows } = await desk.pool.query(
    'select field_group, answer from review_answer order by field_group',
  );
  expect(rows).toEqual([
    { field_group: 'contact', answer: 'yes' },
    { field_group: 'topics', answer: 'unknown' },
  ]);
});

test('one question a page: what is answered is not asked again, and whoever comes back goes on', async () => {
  await using desk = await openDesk();
  const { token, recordId } = await desk.issued();
  const visitor = await opened(desk, token);
  const first = await visitor.visit('/l/review');
  expect(first.at).toBe('/l/review/contact?lang=nb');
  const text = await first.text();
  expect(text).toContain('Spørsmål 1 av 5');
  expect(text).toContain('+47 ••• •• 123');

  expect((await visitor.send('/l/review/contact', { answer: 'yes' })).at).toBe(
    '/l/review/languages?lang=nb',
  );
  const later = await opened(desk, token);
  expect(await (await later.visit('/l/answer')).text()).toContain('Fortsett der dere slapp');
  expect((await later.visit('/l/review')).at).toBe('/l/review/languages?lang=nb');
  await later.send('/l/review/languages', { answer: 'yes' });
  await later.send('/l/review/areas', { answer: 'yes' });
  await later.send('/l/review/topics', { answer: 'unknown' });
  // All but the name is answered: the profile is not verified until that is.
  expect((await profileOf(desk, recordId)).verified_on).toBeNull();
  const last = await later.send('/l/review/name', { answer: 'yes' });
  expect(last.at).toBe('/l/review/done?lang=nb');
  expect((await profileOf(desk, recordId)).verified_on).toBe('2026-11-22');
});

test('what is certain is not asked about: it is enough to look', async () => {
  await using desk = await openDesk();
  const { token } = await desk.issued();
  const visitor = await opened(desk, token);
  await visitor.send('/l/review/all');
  const again = await desk.issued({ name: 'En annen' });
  const other = await opened(desk, again.token);
  await desk.pool.query(
    `insert into verification (id, organisation_id, groups, method, verified_on, at, via)
     values (gen_random_uuid(), $1, '{name,contact,people,languages,areas,topics}', 'phone', '2026-11-01', now(), 'session')`,
    [again.recordId],
  );
  const page = await (await other.visit('/l/answer')).text();
  expect(page).toContain('Alt stemmer');
  expect(page).not.toContain('Begynn');
});

test.for(['', 'no', 'YES', 'change'])('«%s» is no answer, and notes nothing', async (answer) => {
  await using desk = await openDesk();
  const { token, recordId } = await desk.issued();
  const visitor = await opened(desk, token);
  const page = await visitor.send('/l/review/name', { answer });
  expect(page.status).toBe(200);
  expect(await eventsOf(desk, recordId)).toEqual([]);
});

test('the receipt comes by mail, in the language of the page, to the address on file', async () => {
  await using desk = await openDesk();
  const { token } = await desk.issued({ name: 'جمعية المثال', language: 'AR' });
  const visitor = await opened(desk, token);
  await visitor.send('/l/review/all');
  const before = desk.office.received.length;
  const page = await visitor.send('/l/review/receipt');
  expect(await page.text()).toContain('الإيصال في الطريق إلى العنوان المسجّل.');
  const { mail } = await desk.office.letter(before);
  expect(mail.subject).toBe('إيصال من Samband');
  expect(mail.text).toContain('جمعية المثال');
  expect(mail.text).toContain('معلومات الاتصال: صحيح');
  expect(mail.html).toContain('dir="rtl"');
  expect(JSON.stringify(mail.to)).toContain('post@example.org');
});

test('who has used what is known of its people is told in numbers, by role and purpose, and never by name', async () => {
  await using desk = await openDesk();
  const { token, recordId } = await desk.issued();
  const visitor = await opened(desk, token);
  expect(await (await visitor.visit('/l/answer')).text()).toContain('har ingen sett');

  const editor = desk.editor();
  await desk.pool.query(`update staff_user set role = 'editor' where id = $1`, [editor.id]);
  const person = crypto.randomUUID();
  await desk.pool.query(
    `insert into person (id, given_name, family_name) values ($1, 'Synne', 'Prøve')`,
    [person],
  );
  await desk.pool.query(
    `insert into affiliation (id, person_id, organisation_id, role, since) values ($1, $2, $3, 'leader', '2020-01-01')`,
    [crypto.randomUUID(), person, recordId],
  );
  const reading = (at: string) => ({
    at,
    viewer_id: editor.id,
    via: 'session',
    person_id: person,
    fields: ['value'],
    purpose: 'register_care',
    request_id: 'test',
  });
  const readings = ['2026-11-20T12:00:00Z', '2026-11-21T12:00:00Z', '2026-05-01T12:00:00Z'];
  for (const at of readings) {
    await desk.pool.query('select read_log_append($1)', [JSON.stringify([reading(at)])]);
  }
  const page = await (await visitor.visit('/l/answer')).text();
  expect(page).toContain('Redaktør, for å stelle registeret: <bdi>2</bdi>');
  expect(page).not.toContain('Synne');
  const uses = page.slice(page.indexOf('Hvem har brukt'), page.indexOf('Logg ut'));
  expect(uses).not.toContain('Ragnar');
});
