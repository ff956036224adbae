import { writeFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { openBrowser } from '#test/support/browser.ts';
import { RoundDesk } from '#test/review/round/RoundDesk.ts';
import { signedIn, withPaper } from './paperExamples.ts';
import { expectForEverybody } from '#test/browser/expectForEverybody.ts';

test('each letter is one sheet of A4, in bokmål and in Arabic, and the page prints by its button', async () => {
  await using round = await RoundDesk.open();
  const id = await withPaper(round);
  const { cookies } = await signedIn(round, round.lead.id);
  await using browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const { origin } = round.desk;
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: origin })));
  const page = await context.newPage();
  await page.goto(`${origin}/l`);
  await page.evaluate((address) => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: address });
    document.body.append(form);
    form.submit();
  }, `/letters/round/${id}`);
  await page.getByRole('button', { name: 'Skriv ut' }).waitFor();

  expect(await page.getByRole('img').count()).toBe(2);
  await expectForEverybody(page);
  await page.evaluate(() => {
    Object.assign(window, { print: () => document.body.setAttribute('data-printed', '') });
  });
  await page.getByRole('button', { name: 'Skriv ut' }).click();
  await page.locator('body[data-printed]').waitFor();

  const paper = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  const folder = process.env['SAMBAND_PICTURES'];
  if (folder) {
    writeFileSync(`${folder}/letters.pdf`, paper);
    await page.screenshot({ path: `${folder}/letters-320.png`, fullPage: true });
    await page.setViewportSize({ width: 643, height: 1009 });
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: `${folder}/letters-print.png`, fullPage: true });
  }
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
});
