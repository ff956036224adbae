import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { expectForEverybody } from '#test/browser/expectForEverybody.ts';
import { WholeSite } from '#test/browser/WholeSite.ts';

let site: WholeSite;
beforeAll(async () => {
  site = await WholeSite.open({ role: 'Registerkontakt' });
});
afterAll(() => site[Symbol.asyncDispose]());

const looks = [
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 320 },
  { colorScheme: 'dark', width: 1440 },
] as const;

/** Nothing that axe finds, and nothing that stands out of the screen. With SHOTS it is also drawn, for eyes. */
async function isForEverybody(page: Page, name: string): Promise<void> {
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectForEverybody(page, `${name} at ${width}`);
  }
  const folder = process.env['SHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({
        path: join(folder, `${name}-${colorScheme}-${width}.png`),
        fullPage: true,
      });
    }
  }
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

test(
  'an editor works through the list by keyboard: from one to the next, takes, decides, takes back',
  { timeout: 180_000 },
  async () => {
    const context = await site.visit({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto('/');
    await page.locator('.menu-button').click();
    await page.locator('#menu').getByRole('link', { name: 'Arbeidsliste' }).click();
    await page.getByRole('heading', { level: 1, name: 'Arbeidsliste' }).waitFor();
    await page.locator('[data-row]').first().waitFor();

    await page.keyboard.press('j');
    const first = await focused(page);
    await page.keyboard.press('j');
    const second = await focused(page);
    expect(second).not.toBe(first);
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(first);

    // Whoever opens one and comes back is where they were.
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: second }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Arbeidsliste' }).waitFor();
    await expect.poll(() => focused(page), { timeout: 30_000 }).toBe(second);
    await page.keyboard.press('k');

    await page.keyboard.press('t');
    await page.getByText(/^Tatt av deg til/).waitFor();
    await page.keyboard.press('t');
    await page.getByText(/^Tatt av deg til/).waitFor({ state: 'detached' });

    // One kind alone, on a phone, in the dark.
    await page.getByRole('link', { name: /^Forslag/ }).press('Enter');
    await page.getByText(/^\d+ oppgaver$/).waitFor();
    await isForEverybody(page, '1-proposals');

    const name = 'Lanternelaget Alna';
    await page.getByRole('button', { name: `Godta ${name}`, exact: true }).press('Enter');
    await page.getByRole('link', { name, exact: true }).waitFor({ state: 'detached' });
    // The next one is where the keys go on.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-work-name')))
      .toBe(true);
    await page.keyboard.press('Control+z');
    await page.getByRole('link', { name, exact: true }).waitFor();

    await page.getByRole('button', { name: `Rett og godta ${name}`, exact: true }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Rett og godta' });
    await dialog.getByLabel('Navn').fill('Lanternelaget Alna/Furuset');
    await isForEverybody(page, '2-adjust');
    await dialog.getByLabel('Navn').press('Enter');
    await page.getByRole('link', { name, exact: true }).waitFor({ state: 'detached' });

    await page.goto('/arbeidsliste');
    await page.locator('[data-row]').first().waitFor();
    await isForEverybody(page, '3-all');

    await page.goto('/?q=Alna%2FFuruset');
    await page
      .getByRole('link', { name: /Lanternelaget Alna\/Furuset/ })
      .first()
      .press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Lanternelaget Alna/Furuset' }).waitFor();
    const registers = page.locator('#registre');
    await registers.getByText('Ett avgjort forslag').click();
    await registers.getByText(/^Rettet og godtatt av/).waitFor();
    await registers.getByRole('button', { name: 'Se hva Enhetsregisteret sier nå' }).press('Enter');
    await registers.getByText('Virksomheten har ikke organisasjonsnummer i Samband.').waitFor();
    await isForEverybody(page, '4-organisation');
    await context.close();
  },
);
