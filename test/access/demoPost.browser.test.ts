import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { violationsOf } from '#test/browser/violationsOf.ts';
import { openBrowser } from '#test/support/browser.ts';
import { cloneOf } from '#test/support/world.ts';
import { LinkDesk } from './link/LinkDesk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A demo that has sent a letter from right to left, one that comes back, and a text message. */
async function sentDemo(): Promise<LinkDesk> {
  const desk = await LinkDesk.open(await cloneOf(inject('templateUrl')), { isDemo: true });
  await desk.issue({
    name: 'Prøve <img src=x onerror="document.title=1"> & venner',
    language: 'AR',
    address: 'venner@example.org',
  });
  await desk.idle();
  await desk.issue({ name: 'De som er borte', address: 'borte@example.org' });
  const organisation = anOrganisation({ name: 'Foreningen Prøve' });
  const point = aContactPoint(organisation, {
    channel: ContactChannel.SMS,
    value: '+4700123456',
  });
  await desk.world.has(organisation, point);
  const input = {
    recordId: organisation.id,
    contactPointId: point.id,
    purpose: 'REVIEW',
    language: 'UK',
    expiresOn: '2026-12-24',
  };
  await desk.world.ask(
    desk.editor(),
    'mutation ($input: IssuePersonalLinkInput!) { issuePersonalLink(input: $input) { id } }',
    { input },
  );
  await desk.idle();
  return desk;
}

test('what a demo has sent is read as whoever gets it sees it, and a letter to nobody comes back', async () => {
  await using desk = await sentDemo();
  const context = await browser.newContext({
    locale: 'nb-NO',
    viewport: { width: 320, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(`${desk.origin}/demo/post`);
  expect(await page.getByRole('article').count()).toBe(3);
  expect(await page.getByRole('status').textContent()).toBe('Viser 3 av 3.');
  // In a frame that may run nothing, nothing looks.
  expect(await violationsOf(page, { exclude: ['iframe'] })).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);

  // It is not fetched before somebody is near it.
  await page.locator('iframe[title*="Prøve <img"]').scrollIntoViewIfNeeded();
  const frame = page.frameLocator('iframe[title*="Prøve <img"]');
  await frame.locator('html[dir=rtl][lang=ar]').waitFor();
  expect(await frame.locator('img').count()).toBe(0);
  expect(await page.title()).toBe('Post i prøveutgaven – Samband');
  const message = page.getByRole('article').filter({ hasText: 'Tekstmelding' });
  expect(await message.textContent()).toMatch(/3 meldinger \(\d+, Unicode\)/);

  await page.getByLabel('Mottaker').fill('00 12 34 56');
  await page.getByRole('button', { name: 'Vis' }).click();
  await page.getByRole('link', { name: 'Vis alle' }).waitFor();
  expect(await page.getByRole('article').count()).toBe(1);
  await page.getByLabel('Mottaker').fill('ingen@example.org');
  await page.getByRole('button', { name: 'Vis' }).click();
  await page.getByText('Ingenting er sendt til noen som passer').waitFor();

  await expect
    .poll(
      async () => {
        const { rows } = await desk.pool.query<{ value: string }>(
          'select value from organisation_contact_point where bounced_on is not null',
        );
        return rows.map(({ value }) => value);
      },
      { timeout: 20_000 },
    )
    .toEqual(['borte@example.org']);
  await context.close();
});

test('a letter shows itself alone, and there is none without a demo', async () => {
  await using desk = await sentDemo();
  const page = await (await fetch(`${desk.origin}/demo/post?lang=en`)).text();
  const [, path = ''] = /src="(\/demo\/post\/[\w-]+)"/.exec(page) ?? [];
  const letter = await fetch(desk.origin + path);
  expect(letter.headers.get('content-security-policy')).toBe(
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  );
  expect((await fetch(`${desk.origin}/demo/post/${crypto.randomUUID()}`)).status).toBe(404);
  await using other = await LinkDesk.open(await cloneOf(inject('templateUrl')));
  expect((await fetch(`${other.origin}/demo/post`)).status).toBe(404);
});
