import pg from 'pg';
import { expect, inject, test, vi } from 'vitest';

import { linkLanguages } from '#server/access/link/words/linkWords.ts';
import { LinkDesk } from '#test/access/link/LinkDesk.ts';
import type { Visitor } from '#test/access/Visitor.ts';
import { cloneOf } from '#test/support/world.ts';

const openDesk = async () => LinkDesk.open(await cloneOf(inject('templateUrl')));

async function opened(desk: LinkDesk, token: string): Promise<Visitor> {
  const visitor = desk.visitor();
  expect((await visitor.send('/l/open', { token, code: '' })).status).toBe(200);
  return visitor;
}

/** Everything that is written anywhere, but for how often the doors are knocked at. */
async function everythingIn(desk: LinkDesk): Promise<Record<string, string>> {
  const { rows: tables } = await desk.pool.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(relname) as name from pg_stat_user_tables
     where relname <> 'rate_limit' and has_table_privilege(relid, 'select') order by 1`,
  );
  const all: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await desk.pool.query<{ sum: string }>(
      `select count(*) || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as sum from ${name} t`,
    );
    all[name] = rows[0]?.sum ?? '';
  }
  return all;
}

/** Every page there is to come to from here, however it is asked for; what a form sends is only looked at. */
async function lookedAt(visitor: Visitor, first: readonly string[]): Promise<Set<string>> {
  const seen = new Set<string>();
  const waiting = [...first];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const isOther = /[?&]lang=(?!nb|ur)/.test(path);
    if (seen.has(path) || !path.startsWith('/l') || isOther) continue;
    seen.add(path);
    await visitor.request(path, { method: 'HEAD' });
    const page = await visitor.visit(path);
    expect([200, 403], path).toContain(page.status);
    const text = await page.text();
    const found = [...text.matchAll(/(?:href|src|action)="([^"#]+)/g)];
    waiting.push(...found.map(([, next = '']) => next.replaceAll('&amp;', '&')));
  }
  return seen;
}

test('a scanner that opens every page and follows every link changes nothing, with the cookie of somebody and without', async () => {
  await using desk = await openDesk();
  const { token } = await desk.issued();
  const somebody = await opened(desk, token);
  await somebody.send('/l/review/contact', { answer: 'yes' });
  await desk.idle();
  const before = await everythingIn(desk);
  const first = ['/l', `/l?token=${token}`, '/l/answer', '/l/review', '/l/review/done'];
  const pages = await lookedAt(somebody, first);
  expect(pages.size).toBeGreaterThan(30);
  expect(pages).toContain('/l/review/all?lang=nb');
  expect(pages).toContain('/l/review/receipt?lang=ur');
  expect(pages).toContain('/l/review/stop?lang=nb');
  await lookedAt(desk.visitor(), [...pages]);
  await desk.idle();
  expect(await everythingIn(desk)).toEqual(before);
});

test('a page of the review is asked of the database in six statements at most, and is light in every language', async () => {
  await using desk = await openDesk();
  const { token, recordId } = await desk.issued({ name: 'Prøve kvinneforening' });
  await desk.pool.query(
    `update organisation set topics = (select array_agg(number) from topic where number <= 10),
       languages = (select array_agg(number) from language where number <= 10),
       served_areas = (select array_agg(number) from (select number from area order by code limit 10) a) where id = $1`,
    [recordId],
  );
  const visitor = await opened(desk, token);
  await desk.idle();
  const asked = vi.spyOn(pg.Client.prototype, 'query');
  const statements = () =>
    asked.mock.calls.filter(([query]) => {
      const text = typeof query === 'string' ? query : (query as { text?: string }).text;
      return !/graphile_worker/.test(text ?? '');
    }).length;
  const style = (await (await visitor.request('/l/style.css')).arrayBuffer()).byteLength;
  const script = (await (await visitor.request('/l/review.js')).arrayBuffer()).byteLength;
  const bytes: Record<string, number> = {};
  for (const [path, most] of [
    ['/l/answer', 6],
    ['/l/review/contact', 5],
    ['/l/review/topics', 5],
    ['/l/review/languages/change', 3],
    ['/l/review/areas/change', 3],
    ['/l/review/stop', 1],
  ] as const) {
    for (const language of linkLanguages) {
      asked.mockClear();
      const page = await visitor.request(`${path}?lang=${language}`);
      const size = (await page.arrayBuffer()).byteLength + style + script;
      bytes[path] = Math.max(bytes[path] ?? 0, size);
      expect(statements(), `${path} in ${language}`).toBeGreaterThan(0);
      expect(statements(), `${path} in ${language}`).toBeLessThanOrEqual(most);
    }
  }
  asked.mockRestore();
  expect(Math.max(...Object.values(bytes))).toBeLessThan(30 * 1024);
  expect(bytes['/l/answer']).toBeLessThan(16 * 1024);
});

const askAnew = 'مجھے نیا لنک بھیجیں';

test.for([
  ['cut short', (token: string) => ({ token: token.slice(0, 15), code: '' }), askAnew],
  ['with a letter too many', (token: string) => ({ token: `${token}x`, code: '' }), askAnew],
  ['mistyped', () => ({ token: '', code: 'ABCD-EFGH-JKMN' }), askAnew],
  // What is no code at all names no link that could be sent anew: it stands in its field, to be put right.
  ['too short', () => ({ token: '', code: 'ABCD' }), 'value="ABCD"'],
  ['of nothing', () => ({ token: '', code: '' }), askAnew],
] as const)('a link %s opens nothing, and says what to do now', async ([, bring, says]) => {
  await using desk = await openDesk();
  const { token } = await desk.issued();
  const visitor = desk.visitor();
  const page = await visitor.send('/l/open?lang=ur', bring(token));
  const text = await page.text();
  expect(page.status).toBe(403);
  expect(text).toContain('dir="rtl"');
  expect(text).toContain(says);
  expect(text).toContain('href="/l?lang=ur"');
  expect((await visitor.visit('/l/answer')).status).toBe(403);
});
