import { expect, test } from 'vitest';

import { openBrowser } from '#test/support/browser.ts';

test('a real browser opens and reads Norwegian letters', async () => {
  await using browser = await openBrowser();
  const page = await browser.newPage();
  await page.setContent('<h1>Bydel Østensjø</h1>');

  expect(await page.getByRole('heading').textContent()).toBe('Bydel Østensjø');
});
