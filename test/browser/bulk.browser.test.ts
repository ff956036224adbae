import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { expectForEverybody } from '#test/browser/expectForEverybody.ts';
import { WholeSite } from './WholeSite.ts';

let site: WholeSite;
beforeAll(async () => {
  site = await WholeSite.open({ role: 'Registerkontakt' });
});
afterAll(() => site[Symbol.asyncDispose]());

const phoneAtNight = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  colorScheme: 'dark',
} as const;

async function isForEverybody(page: Page): Promise<void> {
  await expectForEverybody(page);
}

const withTopic = async (): Promise<number> => {
  const { rowCount } = await site.database.pool.query(
    `select from organisation where (select number from topic where code = 'nutrition') = any(topics)`,
  );
  return rowCount ?? 0;
};

test('all hits get a topic, counted first, and lose it again: on a phone, in the dark', async () => {
  const context = await site.visit(phoneAtNight);
  const page = await context.newPage();
  await page.goto('/?q=somali&only=ORGANISATION');
  const before = await withTopic();

  await page
    .getByRole('checkbox', { name: /^Velg / })
    .first()
    .check();
  const bar = page.getByRole('region', { name: 'Valgte treff' });
  await bar.getByText('1 valgt').first().waitFor();
  await bar.getByRole('button', { name: /^Velg alle \d+ treff$/ }).click();
  await bar
    .getByText(/^\d+ valgt$/)
    .first()
    .waitFor();
  await isForEverybody(page);

  await bar.getByRole('button', { name: 'Endre de valgte' }).click();
  const dialog = page.getByRole('dialog', { name: 'Endre de valgte' });
  await dialog.getByRole('combobox', { name: 'Tema' }).fill('Ernæring');
  await dialog.getByRole('option', { name: /Ernæring/ }).click();
  await isForEverybody(page);
  await dialog.getByRole('button', { name: 'Tell opp' }).click();
  const doIt = dialog.getByRole('button', { name: /^Endre \d+ virksomhet/ });
  await doIt.waitFor();
  await isForEverybody(page);
  const count = Number(/\d+/.exec((await doIt.textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThan(20);
  expect(await withTopic()).toBe(before);
  await doIt.click();

  await page.getByText(`${count} virksomheter er endret.`).waitFor();
  expect(await withTopic()).toBe(before + count);
  await isForEverybody(page);
  await page.getByRole('button', { name: 'Angre' }).click();
  await page.getByText('Angret. Alt er som før.').waitFor();
  expect(await withTopic()).toBe(before);
  await context.close();
});

test('a search is saved, followed and put away with the keyboard alone, and its pages are for everybody', async () => {
  const context = await site.visit({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto('/?q=somali');
  await page.getByRole('button', { name: 'Lagre søket' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Lagre søket' }).waitFor();
  await page.keyboard.type('Somali i hele landet');
  await isForEverybody(page);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Somali i hele landet' }).waitFor();
  await page.getByRole('radio', { name: 'Aldri' }).focus();
  await page.keyboard.press('ArrowRight');
  await page
    .getByText(/Vi ser etter neste gang/)
    .first()
    .waitFor();
  for (const look of [
    phoneAtNight,
    { viewport: { width: 320, height: 800 }, colorScheme: 'light' },
  ] as const) {
    await page.setViewportSize(look.viewport);
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await isForEverybody(page);
  }
  const address = page.url();
  await page.goto('/utvalg');
  await page
    .getByText(/\d+ treff/)
    .first()
    .waitFor();
  await isForEverybody(page);

  await page.goto(address);
  await page.getByRole('button', { name: 'Arkiver' }).press('Enter');
  await page.getByText('«Somali i hele landet» er arkivert.').waitFor();
  await page.getByRole('button', { name: 'Angre' }).press('Enter');
  await page.getByRole('button', { name: 'Arkiver' }).waitFor();
  await context.close();
});

test('where the line is cut, what is saved is said not to be fetched, and comes by itself', async () => {
  const context = await site.visit();
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('searchbox').waitFor();
  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('button', { name: 'Ragnar Tveitan' }).click();
  await page.getByRole('link', { name: 'Utvalg' }).click();
  await page.getByRole('heading', { name: 'Dette er ikke hentet ennå' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/utvalg');

  await page.unroute('**/graphql');
  await page.getByRole('heading', { name: 'Mine' }).waitFor();
  await context.close();
});
