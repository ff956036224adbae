import { expect, test } from 'vitest';

import { eraseWords } from '#server/review/erase/eraseWords.ts';
import type { LinkDesk } from '#test/access/link/LinkDesk.ts';
import { personWithLink } from '#test/access/link/personWithLink.ts';
import { troublesOf } from '#test/access/link/troublesOf.ts';
import { openDesk, opened } from '#test/review/handover/HandoverDesk.ts';

async function leftOf(desk: LinkDesk, personId: string) {
  const { rows } = await desk.pool.query<{ name: string; ways: number; erased: boolean }>(
    `select given_name as name, erased_at is not null as erased,
       (select count(*)::integer from person_contact_point c where c.person_id = p.id) as ways
     from person p where id = $1`,
    [personId],
  );
  return rows[0];
}

const here = { name: 'Synne', ways: 1, erased: false };

test('without the code that was sent for it nobody is deleted, and an organisation is not at all', async () => {
  await using desk = await openDesk();
  expect((await desk.visitor().send('/l/erase', { code: '12345678' })).status).toBe(403);
  const { token: other } = await desk.issued();
  expect((await (await opened(desk, other)).visit('/l/erase')).status).toBe(403);

  const { token, personId } = await personWithLink(desk);
  const visitor = await opened(desk, token);
  expect(await (await visitor.visit('/l/answer')).text()).toContain('Slett meg fra registeret');
  expect((await visitor.visit('/l/erase')).status).toBe(200);
  await visitor.send('/l/erase', { code: '' });
  await visitor.send('/l/erase', { code: '12345678' });
  const before = desk.office.received.length;
  await visitor.send('/l/answer/code');
  await visitor.send('/l/erase', { code: await desk.shortCode(before) });
  expect(await leftOf(desk, personId)).toEqual(here);
});

test('a person deletes themselves by their link, after a code, and the link opens nothing any more', async () => {
  await using desk = await openDesk();
  const { token, personId } = await personWithLink(desk);
  const visitor = await opened(desk, token);
  const before = desk.office.received.length;
  await visitor.send('/l/erase/code');
  const { mail } = await desk.office.letter(before);
  expect(mail.text).toContain('for å slette alt om deg');
  const code = await desk.shortCode(before);
  const wrong = code === '00000000' ? '11111111' : '00000000';
  expect(await (await visitor.send('/l/erase', { code: wrong })).text()).toContain('stemmer ikke');
  expect(await leftOf(desk, personId)).toEqual(here);
  const done = await visitor.send('/l/erase', { code });
  expect([done.at, (await done.text()).includes('Du er slettet')]).toEqual([
    '/l/erase/done?lang=nb',
    true,
  ]);
  expect(await leftOf(desk, personId)).toEqual({ name: '', ways: 0, erased: true });
  const { rows } = await desk.pool.query(
    `select via, fields from change where record_id = $1 and verb = 'erasePerson'`,
    [personId],
  );
  expect(rows).toEqual([{ via: 'link', fields: [] }]);
  expect((await visitor.send('/l/erase', { code })).status).toBe(403);
  expect((await desk.visitor().send('/l/open', { token, code: '' })).status).toBe(403);
});

test('being deleted is said in ten languages', () => {
  expect(troublesOf(eraseWords)).toEqual([]);
});
