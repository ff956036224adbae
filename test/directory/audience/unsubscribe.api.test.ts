import { expect, inject } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { unsubscribeAddress } from '#server/directory/audience/digest/unsubscribeAddress.ts';
import { LinkDesk } from '#test/access/link/LinkDesk.ts';
import { cloneOf, test } from '#test/support/world.ts';
import { saved, somebody } from './audiences.ts';

/** A register with somebody who follows a search, and the address in their letters. */
async function followed() {
  const database = await cloneOf(inject('templateUrl'));
  const desk = await LinkDesk.open(database);
  const kari = await somebody(desk.world, Role.COORDINATOR);
  const { data } = await saved(desk.world, kari, { name: 'Mitt', search: { text: 'solsikke' } });
  await desk.world.ask(
    kari,
    'mutation ($id: ID!) { subscribeToAudience(input: { id: $id, every: DAY }) { id } }',
    { id: data!.saveAudience.id },
  );
  const { rows } = await desk.pool.query<{ id: string }>('select id from audience_subscription');
  const [{ id } = { id: '' }] = rows;
  const address = unsubscribeAddress(new URL(desk.origin), desk.key, { id, language: 'nb' });
  return {
    desk,
    id,
    address,
    isFollowed: async () =>
      (await desk.pool.query('select from audience_subscription')).rowCount === 1,
    async [Symbol.asyncDispose]() {
      await desk[Symbol.asyncDispose]();
      await database.close();
    },
  };
}

const oneClick = {
  method: 'POST',
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'https://mail.example.com',
  },
  body: 'List-Unsubscribe=One-Click',
};

test('whoever made the address up ends nothing, and neither does looking', async () => {
  await using following = await followed();
  const { address, id } = following;
  for (const made of ['', id, `${id}.`, `${id}.${'0'.repeat(64)}`, `${crypto.randomUUID()}.x`]) {
    const forged = new URL(address);
    forged.searchParams.set('a', made);
    await fetch(forged, oneClick);
    expect((await fetch(forged)).status).toBe(404);
  }
  const page = await fetch(address);
  await fetch(address, { method: 'HEAD' });

  expect(page.status).toBe(200);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(await page.text()).toMatch(/<form method="post">\s*<button>Slutt å følge<\/button>/);
  expect(await following.isFollowed()).toBe(true);
});

test('a mail program ends it in one click, without a cookie; twice is once', async () => {
  await using following = await followed();
  const { address, desk } = following;

  const done = await fetch(address, oneClick);
  expect(done.status).toBe(200);
  expect(await done.text()).toContain('Du følger ikke utvalget lenger');
  expect(await following.isFollowed()).toBe(false);
  expect((await fetch(address, oneClick)).status).toBe(200);
  expect((await fetch(address)).status).toBe(404);

  const { rows } = await desk.pool.query(
    `select via, by_id as "by", fields from change where verb = 'unsubscribeFromAudience'`,
  );
  expect(rows).toEqual([
    { via: 'system', by: null, fields: [{ field: 'every', before: 'day', after: null }] },
  ]);
  expect(desk.log.join('\n')).not.toContain(address.searchParams.get('a'));
});

test('the page speaks the language of the letter', async () => {
  await using following = await followed();
  const { desk, id } = following;
  const inEnglish = unsubscribeAddress(new URL(desk.origin), desk.key, { id, language: 'en' });

  expect(await (await fetch(inEnglish)).text()).toContain('Stop following the audience');
  expect(
    await (await fetch(following.address, { headers: { 'accept-language': 'en' } })).text(),
  ).toContain('Slutt å følge utvalget');
});
