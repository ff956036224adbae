import type { BrowserContext, Locator, Page } from 'playwright-core';
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

/**
 * Lets time pass until so long after the server's last answer, and what then is to be seen is seen. What the page asks of its own accord
 * may be answered late; then the time counts from there, as it does for whoever sits before it.
 */
async function passTime(page: Page, minutes: number, until?: Locator): Promise<void> {
  const pass = async () => {
    const left = await page.evaluate(
      (wanted) => Number(localStorage.getItem('samband.seen')) + wanted - Date.now(),
      minutes * 60_000,
    );
    if (left > 0) await page.clock.fastForward(left);
  };
  await pass();
  if (!until) return;
  await expect
    .poll(
      async () => {
        await pass();
        return until.isVisible();
      },
      { timeout: 30_000 },
    )
    .toBe(true);
}

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
  const warning = page.getByRole('dialog', { name: 'Du blir snart logget ut' });

  await passTime(page, 26.5);
  expect(await warning.count()).toBe(0);
  await passTime(page, 27.25, warning);
  await warning.getByRole('button', { name: 'Fortsett innlogget' }).click();
  await warning.waitFor({ state: 'detached' });

  await passTime(page, 26.5);
  expect(await warning.count()).toBe(0);
  await passTime(page, 27.25, warning);
  await passTime(page, 29.5, page.getByRole('heading', { name: 'Økten er slutt' }));

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

  const signInAgain = page.getByRole('link', { name: 'Logg inn' });
  await passTime(page, 29.5, signInAgain);
  await signInAgain.click();
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

  // In another tab somebody is at it all day.
  const work = async (seconds: number) => {
    await page.evaluate(() => localStorage.setItem('samband.seen', String(Date.now())));
    await page.clock.fastForward(seconds * 1_000);
  };
  for (let minutes = 0; minutes < 470; minutes += 10) await work(600);

  const warning = page.getByRole('dialog', { name: 'Du blir snart logget ut' });
  expect(await warning.count()).toBe(0);
  const told = warning.getByText('Du har vært logget inn i åtte timer');
  await expect
    .poll(
      async () => {
        if (!(await told.isVisible())) await work(30);
        return told.isVisible();
      },
      { timeout: 30_000, interval: 200 },
    )
    .toBe(true);
  expect(await warning.getByRole('link', { name: 'Logg inn på nytt' }).count()).toBe(1);
  await context.close();
});
