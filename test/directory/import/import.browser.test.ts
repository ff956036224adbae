import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { surroundingsOf } from '#server/launch/openSamband.ts';
import { type WorkRoom, workRoom } from '#server/workRoom.ts';
import { violationsOf } from '#test/browser/violationsOf.ts';
import { WholeSite } from '#test/browser/WholeSite.ts';
import { testSecret } from '#test/support/database.ts';
import { personalKey, today } from '#test/support/world.ts';
import { messyWorkbook } from './messySpreadsheet.ts';

let site: WholeSite;
let room: WorkRoom;
beforeAll(async () => {
  site = await WholeSite.open({ role: 'Programleder' });
  room = workRoom({
    url: site.database.url,
    surroundings: await surroundingsOf({
      database: site.database,
      secret: testSecret,
      personalKey,
      migrated: [],
    }),
    clock: () => new Date(`${today}T08:00:00Z`),
    log: { warn: () => undefined, error: () => undefined },
  });
  await room.start();
});
afterAll(async () => {
  await room.stop();
  await site[Symbol.asyncDispose]();
});

const bring = (page: Page) =>
  page.getByLabel('Velg en fil').setInputFiles({
    name: 'rotete liste.xlsx',
    mimeType: 'application/octet-stream',
    buffer: messyWorkbook(),
  });

async function accessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
}

test('a messy spreadsheet of two hundred organisations is mended, put into the register, and taken back', async () => {
  const context = await site.visit({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto('/import');
  await page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
  await accessible(page);
  await bring(page);

  // What the columns say was guessed.
  await page.getByRole('heading', { name: 'Hva står i kolonnene?' }).waitFor();
  expect(await page.getByLabel('Navn på foreningen sier').inputValue()).toBe('NAME');
  expect(await page.getByLabel('Merknad sier').inputValue()).toBe('IGNORE');
  await accessible(page);
  await page.getByRole('button', { name: 'Bruk dette og se over radene' }).click();

  // What is refused, with a way out of each.
  await page.getByText(/^\d+ nye organisasjoner og/).waitFor();
  await page.getByText(/^Avvist \(/).click();
  const swapped = page.getByRole('listitem').filter({ hasText: 'Darmmen' }).first();
  await swapped.getByRole('button', { name: /^Bruk «Drammen»/ }).click();
  await page.getByText('2 rader er rettet.').waitFor();
  const divided = page.getByRole('listitem').filter({ hasText: 'Tysfjord' }).first();
  await divided.getByText('Kommunen er delt. Velg hvilken del det gjelder.').waitFor();
  expect(await divided.getByRole('button', { name: /^Bruk «/ }).count()).toBe(2);
  await divided.getByRole('button', { name: /^Bruk «Hamarøy»/ }).click();
  await page.getByText('Raden er rettet.', { exact: true }).waitFor();
  const unknown = page.getByRole('listitem').filter({ hasText: 'Utopia' }).first();
  await unknown.getByRole('button', { name: /^Rett / }).click();
  await unknown.getByLabel('Kommune').fill('Oslo');
  await unknown.getByLabel('Rett også i alle andre rader som sier det samme').check();
  await unknown.getByRole('button', { name: 'Lagre raden' }).click();
  await unknown.waitFor({ state: 'detached' });
  await accessible(page);

  // Put into the register, with the numbers that stand there.
  const said = await page.getByText(/^\d+ nye organisasjoner og/).textContent();
  const added = Number(/^\d+/.exec(said ?? '')?.[0]);
  expect(added).toBeGreaterThan(180);
  await page.getByRole('button', { name: 'Sett inn i registeret' }).click();
  await page.getByText(`${added} organisasjoner ble lagt til, ingen ble endret.`).waitFor();
  const { rows } = await site.database.pool.query<{ made: number }>(
    `select count(*)::int as made from change where verb = 'applyImport'`,
  );
  expect(rows[0]?.made).toBe(added);
  await accessible(page);

  // The address tells all of it, in another tab as well.
  const another = await context.newPage();
  await another.goto(page.url());
  await another.getByText(`${added} organisasjoner ble lagt til, ingen ble endret.`).waitFor();
  await another.close();

  // The same file again changes nothing.
  await page.getByRole('link', { name: 'Alle importer' }).click();
  await bring(page);
  await page.getByRole('link', { name: 'Se over' }).click();
  await page.getByText(/Står der alt \(\d{3}\)/).waitFor();
  expect(await page.getByText(/^Legges til \(0\)/).count()).toBe(1);
  await page.goBack();
  await page.goBack();

  // And all of it can be taken back.
  await page
    .getByRole('link', { name: /rotete liste.xlsx/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'Angre hele importen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Angre importen' });
  await dialog.getByText(`${added} organisasjoner fjernes.`).waitFor();
  await accessible(page);
  await dialog.getByLabel('Hvorfor').fill('Feil fil');
  await dialog.getByRole('button', { name: 'Angre' }).click();
  await page.getByText('Importen er angret.').waitFor();
  await page.getByRole('heading', { name: 'Angret', exact: true }).waitFor();
  await page.getByText(`${added} organisasjoner ble lagt til, og er tatt ut igjen.`).waitFor();
  const { rows: left } = await site.database.pool.query<{ left: number }>(
    `select count(*)::int as left from organisation o where exists (
       select from change c where c.record_id = o.id and c.verb = 'applyImport')`,
  );
  expect(left[0]?.left).toBe(0);
  await context.close();
});

test('on a phone nothing is cut off, and the keyboard alone is enough', async () => {
  const context = await site.visit({ viewport: { width: 320, height: 700 }, colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto('/import');
  await bring(page);
  await page.getByRole('heading', { name: 'Hva står i kolonnene?' }).waitFor();
  const spare = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await spare()).toBe(0);
  await page.getByRole('button', { name: 'Bruk dette og se over radene' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Hva radene vil gjøre').waitFor();
  await page.getByRole('radio', { name: /^Alle/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/vis=REFUSED/);
  expect(await spare()).toBe(0);
  await accessible(page);
  await context.close();
});

test('a file that will not do is told so where one stands', async () => {
  const context = await site.visit();
  const page = await context.newPage();
  await page.goto('/import');
  await page.getByLabel('Velg en fil').setInputFiles({
    name: 'bilde.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
  });
  await page.getByRole('alert').getByText('Dette er ikke et regneark vi kan lese.').waitFor();
  await context.close();
});
