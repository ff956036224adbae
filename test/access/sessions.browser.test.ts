import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { WholeSite } from '#test/browser/WholeSite.ts';

let site: WholeSite;
beforeAll(async () => {
  site = await WholeSite.open();
});
afterAll(() => site[Symbol.asyncDispose]());

/** A browser of one's own, signed in by the demo's door. */
async function signedIn(role: string): Promise<BrowserContext> {
  const context = await site.browser.newContext({ baseURL: site.origin, locale: 'nb-NO' });
  await signIn(await context.newPage(), role);
  return context;
}

async function signIn(page: Page, role: string): Promise<void> {
  await page.goto('/signin?returnTo=/');
  await page.getByRole('button', { name: role }).first().click();
  await page.getByRole('searchbox').waitFor();
}

/** Comes back when the page says whose it is. */
const untilNamed = (page: Page, name: string) =>
  page.locator('.menu-button-name', { hasText: name }).waitFor();

test('when somebody else signs in in another tab, nothing of the former user’s is left in this one', async () => {
  const context = await signedIn('Koordinator');
  const [first] = context.pages() as [Page];
  await first.goto('/?q=somali');
  await first.getByRole('searchbox').waitFor();
  await untilNamed(first, 'Kirsten Noorzai');

  await signIn(await context.newPage(), 'Leser');

  await first.getByText('Denne siden ble hentet på nytt fordi Live Haugsgjerd').waitFor();
  await untilNamed(first, 'Live Haugsgjerd');
  expect(first.url()).toBe(`${site.origin}/?q=somali`);
  await first.getByRole('button', { name: 'Lukk' }).click();
  expect(await first.getByText('Denne siden ble hentet på nytt').count()).toBe(0);
  await context.close();
});

test('a page that is drawn for somebody is neither answered nor obeyed for somebody else', async () => {
  const context = await signedIn('Koordinator');
  const [page] = context.pages() as [Page];
  const ask = (viewerId: string) =>
    page.evaluate(async (id) => {
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'samband-viewer': id },
        body: JSON.stringify({ query: 'mutation { endOtherSessions { id } }' }),
      });
      return [answer.status, await answer.json()] as const;
    }, viewerId);

  const [status, body] = await ask('00000000-0000-4000-8000-000000000001');

  expect(status).toBe(409);
  expect(body).toEqual({
    errors: [expect.objectContaining({ extensions: { code: 'CONFLICT', reason: 'OTHER_VIEWER' } })],
  });
  await context.close();
});

test('who signs out in one tab is signed out in all, and back in all when they sign in again', async () => {
  const context = await signedIn('Koordinator');
  const [first] = context.pages() as [Page];
  const second = await context.newPage();
  await second.goto('/');
  await second.getByRole('searchbox').waitFor();

  await second.getByRole('button', { name: /Kirsten/ }).click();
  await second.getByRole('button', { name: 'Logg ut' }).click();
  await first.getByRole('link', { name: 'Logg inn' }).waitFor();
  expect(await first.getByRole('searchbox').count()).toBe(0);

  await signIn(second, 'Koordinator');
  await first.getByRole('searchbox').waitFor();
  await context.close();
});

test('one is told two minutes before the session ends, and may stay', async () => {
  const context = await signedIn('Koordinator');
  const page = await context.newPage();
  await page.clock.install();
  await page.goto('/?q=somali');
  await page.getByRole('searchbox').waitFor();
  // What the page fetches ahead of its own accord is fetched.
  await page.clock.fastForward('00:10');
  await page.waitForLoadState('networkidle');
  const warning = page.getByRole('dialog', { name: 'Du blir snart logget ut' });

  await page.clock.fastForward('26:30');
  expect(await warning.count()).toBe(0);
  await page.clock.fastForward('01:00');
  await warning.waitFor();
  await warning.getByRole('button', { name: 'Fortsett innlogget' }).click();
  await warning.waitFor({ state: 'detached' });

  await page.clock.fastForward('26:30');
  expect(await warning.count()).toBe(0);
  await page.clock.fastForward('01:00');
  await warning.waitFor();
  await page.clock.fastForward('02:30');
  await page.getByRole('heading', { name: 'Økten er slutt' }).waitFor();

  // The server agrees: whoever finds this browser finds nobody signed in.
  await page.reload();
  await page.getByRole('link', { name: 'Logg inn' }).click();
  await page.getByRole('button', { name: 'Koordinator' }).click();
  await page.waitForURL('**/?q=somali');
  await context.close();
});

test('what was typed when the session ended is there when one has signed in again', async () => {
  const context = await signedIn('Administrator');
  const page = await context.newPage();
  await page.clock.install();
  await page.goto('/administrasjon/brukere?ny=ja');
  await page.getByLabel('Navn').fill('Kari Prøve');
  await page.clock.fastForward('00:10');
  await page.waitForLoadState('networkidle');

  await page.clock.fastForward('29:30');
  await page.getByRole('link', { name: 'Logg inn' }).click();
  await page.getByRole('button', { name: 'Administrator' }).click();

  await page.getByText('Det du skrev, er her fortsatt').waitFor();
  expect(await page.getByLabel('Navn').inputValue()).toBe('Kari Prøve');
  await context.close();
});

test('the eight hours are not to be put off, and one is told', async () => {
  const context = await signedIn('Koordinator');
  const page = await context.newPage();
  await page.clock.install();
  await page.goto('/');
  await page.getByRole('searchbox').waitFor();
  await page.clock.fastForward('00:10');
  await page.waitForLoadState('networkidle');

  // In another tab somebody is at it all day.
  await page.evaluate(() => {
    localStorage.setItem('samband.seen', String(Date.now() + 8 * 60 * 60_000));
  });
  await page.clock.fastForward('07:58:30');

  const warning = page.getByRole('dialog', { name: 'Du blir snart logget ut' });
  await warning.getByText('Du har vært logget inn i åtte timer').waitFor();
  expect(await warning.getByRole('link', { name: 'Logg inn på nytt' }).count()).toBe(1);
  await context.close();
});
