import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { findDuplicates } from '#server/directory/duplicate/findDuplicates.ts';
import { violationsOf } from '#test/browser/violationsOf.ts';
import { WholeSite } from '#test/browser/WholeSite.ts';

let site: WholeSite;
const one = anOrganisation({ name: 'Prøve Tamilske Kvinnelag' });
const other = anOrganisation({ name: 'Tamilske kvinnelag, prøve' });

beforeAll(async () => {
  site = await WholeSite.open({ role: 'Registerkontakt' });
  const em = site.database.orm.em.fork();
  await em.persist([one, other]).flush();
  await em.persist(aContactPoint(other, { value: '+4700000077' })).flush();
  await findDuplicates(site.database.pool);
});
afterAll(() => site[Symbol.asyncDispose]());

async function signedIn(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.browser.newContext({
    baseURL: site.origin,
    locale: 'nb-NO',
    // Colours are measured as they come to stand, not while a dialog fades in.
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(`/signin?${new URLSearchParams({ returnTo: path })}`);
  await page.getByRole('button', { name: 'Registerkontakt' }).first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Whether the page is wider than the window. */
const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test.each([390, 1440])(
  'the list and the two side by side fit a window of %i, and hide nothing from anybody',
  async (width) => {
    const page = await signedIn('/dubletter', { viewport: { width, height: 844 } });
    await page.getByRole('link', { name: /Prøve Tamilske Kvinnelag/ }).waitFor();
    expect(await isTooWide(page)).toBe(false);
    expect(await violationsOf(page)).toEqual([]);

    await page.getByRole('link', { name: /Prøve Tamilske Kvinnelag/ }).click();
    await page.getByRole('button', { name: 'Slå sammen …' }).waitFor();
    expect(await isTooWide(page)).toBe(false);
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  },
);

test('by keys alone two become one, the old address leads on, and they are parted again at once', async () => {
  const page = await signedIn('/dubletter');
  await page.getByRole('link', { name: /Prøve Tamilske Kvinnelag/ }).focus();
  await page.keyboard.press('Enter');
  const stays = page.getByRole('radio', { name: /Prøve Tamilske Kvinnelag/ }).first();
  await stays.focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Slå sammen …' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 flyttes').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Slå sammen' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Prøve Tamilske Kvinnelag' }).waitFor();
  await page.getByText('Tamilske kvinnelag, prøve er slått sammen med').waitFor();

  const second = await page.context().newPage();
  await second.goto(`/virksomhet/${other.id}`);
  await second.getByText('Oppføringen du åpnet, er slått sammen med denne.').waitFor();
  expect(new URL(second.url()).pathname).toBe(`/virksomhet/${one.id}`);
  await second.close();

  await page.getByRole('button', { name: 'Angre', exact: true }).click();
  await page.getByText('Angret').first().waitFor();
  const { rows } = await site.database.pool.query(
    'select merged_into as into from organisation where id = $1',
    [other.id],
  );
  expect(rows).toEqual([{ into: null }]);
  await page.context().close();
});
