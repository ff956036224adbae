import { readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import type { Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { expectForEverybody } from '#test/browser/expectForEverybody.ts';
import { WholeSite } from '#test/browser/WholeSite.ts';

let site: WholeSite;
beforeAll(async () => {
  site = await WholeSite.open();
});
afterAll(() => site[Symbol.asyncDispose]());

async function signedIn(role: string, path: string): Promise<Page> {
  const context = await site.browser.newContext({
    baseURL: site.origin,
    locale: 'nb-NO',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  await page.goto(`/signin?${new URLSearchParams({ returnTo: path })}`);
  await page.getByRole('button', { name: role }).first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Presses it with the keyboard alone. */
async function press(target: Locator, key = 'Enter'): Promise<void> {
  await target.focus();
  await target.press(key);
}

const fileOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

const looks = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 320 },
] as const;

async function isForEverybody(page: Page, name: string): Promise<void> {
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(async () => {
      await new Promise((drawn) => requestAnimationFrame(drawn));
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    });
    await expectForEverybody(page, `${name} at ${width}`);
    const folder = process.env['SHOTS'];
    if (folder) {
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}

const forCrisis = (dialog: Locator) =>
  dialog.getByLabel('Hva skal filen brukes til?').selectOption('Krise');

test('what was searched for is fetched as a file, by the keyboard alone', async () => {
  const page = await signedIn('Koordinator', '/?q=somali&only=ORGANISATION');
  const count = await page.getByRole('heading', { name: /treff$/ }).textContent();
  await press(page.getByRole('button', { name: 'Ta ut som fil' }));
  const dialog = page.getByRole('dialog', { name: 'Ta ut som fil' });
  // Nobody's purpose is guessed.
  await dialog.getByText('Velg hva filen skal brukes til, så ser du hvor mye det er.').waitFor();
  await dialog.getByRole('button', { name: 'Hent filen' }).click();
  await dialog.getByText('Fyll ut dette feltet.').waitFor();
  await forCrisis(dialog);
  const number = Number.parseInt(count ?? '', 10);
  await dialog.getByText(`${number} virksomheter og ingen personer`).waitFor();
  await isForEverybody(page, 'export-dialog');
  await press(dialog.getByRole('radio', { name: /^Tekstfil/ }), ' ');
  await press(dialog.getByText(/^\d+ kolonner$/), 'Enter');
  await press(dialog.getByRole('checkbox', { name: 'Organisasjonsnummer' }), ' ');
  await dialog.getByLabel('Skilletegn').selectOption('Komma');

  const downloading = page.waitForEvent('download');
  await press(dialog.getByRole('button', { name: 'Hent filen' }));
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(
    /^samband-virksomheter-crisis-2026-11-22-\d{4}\.csv$/,
  );
  const rows: string[][] = parse(await fileOf(download), { bom: true, delimiter: ',' });
  expect(rows).toHaveLength(number + 1);
  expect(rows[0]).toContain('Navn');
  expect(rows[0]).not.toContain('Organisasjonsnummer');
  await dialog.getByText(`${download.suggestedFilename()} er lastet ned.`).first().waitFor();
  await page.context().close();
});

test('with people in it one signs in anew, says why where they are many, and the privacy officer sees it', async () => {
  const page = await signedIn('Koordinator', '/?q=somali');
  await press(page.getByRole('button', { name: 'Ta ut som fil' }));
  const dialog = page.getByRole('dialog', { name: 'Ta ut som fil' });
  await forCrisis(dialog);
  await press(dialog.getByRole('radio', { name: 'Personer', exact: true }), ' ');
  await dialog.getByText(/^Ingen virksomheter og \d+ personer$/).waitFor();
  const reason = dialog.getByLabel('Hvorfor trenger du så mange?');
  await reason.fill('De skal varsles om utbruddet i dag.');
  await press(dialog.getByRole('button', { name: 'Hent filen' }));

  const stepUp = page.getByRole('dialog', { name: 'Bekreft at det er deg' });
  await press(stepUp.getByRole('link', { name: 'Logg inn på nytt' }));
  await page.getByRole('heading', { name: 'Bekreft at det er deg' }).waitFor();
  await press(page.getByRole('listitem').getByRole('button'));

  // Everything is as one left it.
  await dialog.getByText(/^Ingen virksomheter og \d+ personer$/).waitFor();
  await expect.poll(() => reason.inputValue()).toBe('De skal varsles om utbruddet i dag.');
  await isForEverybody(page, 'export-people');
  const downloading = page.waitForEvent('download');
  await press(dialog.getByRole('button', { name: 'Hent filen' }));
  const { sheets } = await readXlsx(await fileOf(await downloading));
  const people = (sheets[0]?.rows.length ?? 0) - 1;
  expect(people).toBeGreaterThan(50);
  await page.context().close();

  const officer = await signedIn('Personvernombud', '/personvern/eksporter');
  const row = officer.getByRole('row').filter({ hasText: 'De skal varsles om utbruddet i dag.' });
  await row.getByText(new RegExp(`${people} personer`)).waitFor();
  await row.getByText('Regneark (Excel)').waitFor();
  await row.getByText('Hentet', { exact: true }).waitFor();
  await isForEverybody(officer, 'exports');
  await officer.context().close();
});

test('a line that is cut saves nothing, and says so; so does whoever gives it up', async () => {
  const page = await signedIn('Koordinator', '/?q=somali&only=ORGANISATION');
  await page.route('**/export/*', (route) => route.abort('connectionreset'));
  await press(page.getByRole('button', { name: 'Ta ut som fil' }));
  const dialog = page.getByRole('dialog', { name: 'Ta ut som fil' });
  await forCrisis(dialog);
  await dialog.getByText(/virksomheter og ingen personer/).waitFor();
  let downloads = 0;
  page.on('download', () => downloads++);
  await press(dialog.getByRole('button', { name: 'Hent filen' }));
  await dialog.getByText(/^Linjen ble brutt før hele filen var her/).waitFor();

  await page.unroute('**/export/*');
  await page.route('**/export/*', () => undefined);
  await press(dialog.getByRole('button', { name: 'Hent filen' }));
  await press(dialog.getByRole('button', { name: 'Avbryt' }));
  await expect
    .poll(() => dialog.getByRole('button', { name: 'Hent filen' }).isEnabled())
    .toBe(true);
  expect(downloads).toBe(0);
  await page.context().close();
});

test('one organisation and one person can be taken along as a card; who may not is not offered it', async () => {
  const page = await signedIn('Koordinator', '/?q=somali&only=ORGANISATION');
  await page.locator('[data-hit]').first().click();
  await page.getByRole('button', { name: 'Ta ut som fil' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ta ut som fil' });
  await forCrisis(dialog);
  await dialog.getByText('1 virksomhet og ingen personer').waitFor();
  await dialog.getByRole('radio', { name: /^Kontaktkort/ }).check();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Hent filen' }).click();
  const name = await page.locator('h1').textContent();
  expect(String(await fileOf(await downloading)).replaceAll('\r\n ', '')).toContain(`FN:${name}`);
  await page.context().close();

  const reader = await signedIn('Leser', '/?q=somali');
  await reader.locator('[data-hit]').first().waitFor();
  expect(await reader.getByRole('button', { name: 'Ta ut som fil' }).count()).toBe(0);
  await reader.context().close();
});
