import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { openBrowser } from '#test/support/browser.ts';
import { test } from '#test/support/world.ts';
import { hasStaff, Reception } from './Reception.ts';
import { expectForEverybody } from '#test/browser/expectForEverybody.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'nb-NO', ...options });
  return context.newPage();
}

async function hasCast(pool: Parameters<typeof hasStaff>[0]): Promise<void> {
  await hasStaff(pool, { subject: 'kari', name: 'Kari Prøve', role: Role.COORDINATOR });
  await hasStaff(pool, { subject: 'ahmed', name: 'Ahmed Prøve', role: Role.RECRUITER });
  await hasStaff(pool, { subject: 'per', name: 'Per Prøve', role: Role.PRIVACY_OFFICER });
}

test('one signs in by keyboard alone, without a script, in a real browser', async ({
  committed: { pool },
}) => {
  await hasCast(pool);
  await using reception = await Reception.open(pool);
  const page = await openPage({ javaScriptEnabled: false });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));

  await page.goto(`${reception.origin}/signin?returnTo=/about`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/about');

  expect(await page.textContent('body')).toContain('Ahmed Prøve');
  const [session, ...others] = (await page.context().cookies()).filter(({ path }) => path === '/');
  expect(others).toEqual([]);
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', domain: 'localhost' });

  await page.goto(`${reception.origin}/signin`);
  await page.getByRole('button', { name: 'Avbryt' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
    'Du avbrøt innloggingen',
  );
  await page.getByRole('link', { name: 'Prøv igjen' }).click();
  await page.getByRole('button', { name: 'Kari Prøve' }).click();
  expect(await page.textContent('body')).toContain('Kari Prøve');
  expect(complaints.filter((text) => /policy|refused/i.test(text))).toEqual([]);
});

test('who clicks in two windows ends in the one they finish', async ({ committed: { pool } }) => {
  await hasCast(pool);
  await using reception = await Reception.open(pool);
  const first = await openPage();
  const second = await first.context().newPage();

  await first.goto(`${reception.origin}/signin?returnTo=/first`);
  await second.goto(`${reception.origin}/signin?returnTo=/second`);
  await second.getByRole('button', { name: 'Kari Prøve' }).click();
  await second.waitForURL('**/second');
  await first.getByRole('button', { name: 'Ahmed Prøve' }).click();

  expect(await first.getByRole('heading', { level: 1 }).textContent()).toBe(
    'Innloggingen ble ikke fullført',
  );
  await second.reload();
  expect(await second.textContent('body')).toContain('Kari Prøve');
});

test('the pages are for everybody: light and dark, wide and 320 px', async ({
  committed: { pool },
}) => {
  await hasCast(pool);
  await using reception = await Reception.open(pool);

  for (const [colorScheme, width, path] of [
    ['light', 1280, '/signin'],
    ['dark', 320, '/signin'],
    ['light', 320, '/signin/callback'],
    ['dark', 1280, '/signin/callback'],
  ] as const) {
    const page = await openPage({ colorScheme, viewport: { width, height: 800 } });
    await page.goto(reception.origin + path);
    await expectForEverybody(page);
    await page.context().close();
  }
});
