import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { expectForEverybody } from '#test/browser/expectForEverybody.ts';
import { WholeSite } from '#test/browser/WholeSite.ts';
import { readPdf } from '#test/support/readPdf.ts';
import { today } from '#test/support/world.ts';
import { inAlta, openByCode, openByLink, patient, tapsOn } from './roundWalk.ts';

let site: WholeSite;
beforeAll(async () => {
  site = await WholeSite.open({ role: 'Programleder', hasPost: true });
});
afterAll(() => site[Symbol.asyncDispose]());

const trust = 'Finnmarkssykehuset HF';

const looks = [
  { colorScheme: 'dark', width: 390 },
  { colorScheme: 'light', width: 1440 },
] as const;

/** Nothing that axe finds, and nothing that stands out of the screen. */
async function isForEverybody(page: Page, name: string): Promise<void> {
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await expectForEverybody(page, `${name} at ${width}`);
  }
}

test(
  'a round from the first thought to the annex: made, looked through, sent, answered by five, rung, signed, closed and handed in',
  { timeout: 240_000 },
  async () => {
    await inAlta(site);
    const context = await site.visit({ reducedMotion: 'reduce' });
    await context.clock.setFixedTime(`${today}T08:00:00Z`);
    const page = await context.newPage();
    page.setDefaultTimeout(patient.timeout);
    await page.goto('/frister');
    await page.getByRole('button', { name: 'Legg til frist' }).click();
    await page.getByRole('dialog').getByRole('spinbutton').waitFor();
    await isForEverybody(page, 'deadlines');
    await page.goto('/runder');
    await page.getByRole('link', { name: 'Oppdatering 2024' }).waitFor();
    await isForEverybody(page, 'rounds');

    await page.getByRole('link', { name: 'Start en runde' }).click();
    await page.getByLabel('Hva runden heter').fill('Runde i nord');
    await page.getByLabel('Hvem som spørres').selectOption({ label: trust });
    await page.getByRole('button', { name: /^Lag utkast/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Runde i nord' }).waitFor();
    await page.getByText(/^\d+ av \d+ får brev\.$/).waitFor();
    await page.getByRole('definition').filter({ hasText: trust }).waitFor();
    await page.getByText(/^har ingen adresse i registeret: \d+$/).click();
    await page.locator('.hindered-names a').first().waitFor();
    await isForEverybody(page, 'draft');

    await page.getByRole('button', { name: 'Start runden' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start runden' }).click();
    await page
      .locator('#fremdrift')
      .getByText(/^0 av \d+ har svart\.$/)
      .waitFor();
    const address = page.url();

    // Confirming what is unchanged takes two presses; three is the most it may take.
    const norwegian = await openByLink(site, 'kvinnelag@example.org', 'nb');
    await norwegian.getByRole('button', { name: 'Alt stemmer' }).click();
    await norwegian.getByRole('heading', { level: 1, name: 'Takk for hjelpen!' }).waitFor();
    expect(await tapsOn(norwegian)).toBe(2);
    const english = await openByLink(site, 'engelsk@example.org', 'en');
    await english.getByRole('button', { name: 'All of it is right' }).click();
    await english.getByRole('heading', { level: 1, name: 'Thank you for your help!' }).waitFor();
    // By the code of the letter, typed in: with a script, and without one.
    for (const [address, javaScriptEnabled] of [
      ['kode@example.org', true],
      ['skriptfri@example.org', false],
    ] as const) {
      const typed = await openByCode(site, address, javaScriptEnabled);
      await typed.getByRole('button', { name: 'Alt stemmer' }).click();
      await typed.getByRole('heading', { level: 1, name: 'Takk for hjelpen!' }).waitFor();
    }
    const arabic = await openByLink(site, 'arabisk@example.org', 'ar');
    await arabic.getByRole('link', { name: 'ابدأ' }).click();
    await arabic.getByRole('link', { name: 'تغيير' }).click();
    await arabic.locator('input[name=newValue]').fill('ny@example.org');
    await arabic.getByRole('button', { name: 'إرسال الاقتراح' }).click();
    // What is left is right; each question has an address of its own.
    await arabic.getByRole('status').filter({ hasText: 'شكراً' }).waitFor();
    for (const question of [2, 3, 4, 5]) {
      await arabic.getByText(new RegExp(`السؤال \\P{L}*${question}\\P{L}*من`, 'u')).waitFor();
      await arabic.getByRole('button', { name: 'نعم' }).click();
    }
    await arabic.waitForURL('**/l/review/done*');

    await page.goto('/ringeliste');
    const within = page.locator('.call-filters select').first();
    const choice = within.locator('option').filter({ hasText: trust });
    await choice.waitFor({ state: 'attached' });
    await within.selectOption((await choice.getAttribute('value')) ?? '');
    const row = page.locator('[data-row]').filter({ hasText: 'Prøve telefonlag' });
    await row.getByRole('button', { name: 'Jeg ringer' }).click();
    await row.getByRole('button', { name: /Det stemmer/ }).click();
    await page.getByText('Prøve telefonlag: Det stemmer').waitFor();
    await row.waitFor({ state: 'detached' });

    await page.goto(address);
    await page
      .locator('#fremdrift')
      .getByText(/^6 av \d+ har svart\.$/)
      .waitFor();
    await page.getByRole('button', { name: `Godkjenn ${trust}` }).waitFor();
    await isForEverybody(page, 'open round');
    await page.getByRole('button', { name: `Godkjenn ${trust}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Godkjenn' }).click();
    await page.getByRole('button', { name: `Trekk godkjenningen ${trust}` }).waitFor();
    await page.getByRole('button', { name: 'Avslutt runden' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Avslutt runden' }).click();
    await page.getByText(/Avsluttet 22\. november 2026\./).waitFor();
    await page.getByRole('button', { name: 'Vis endringene' }).click();
    await page.getByRole('term').filter({ hasText: 'som før' }).waitFor();

    await page.getByRole('link', { name: `Vedlegg ${trust}` }).click();
    await page.getByRole('table').getByText('Prøve kvinnelag').waitFor();
    await isForEverybody(page, 'annex');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Last ned som PDF' }).click(),
    ]);
    const { info, texts } = await readPdf(readFileSync(await download.path()));
    expect(info).toMatchObject({ Title: `Vedlegg: ${trust}`, Language: 'nb-NO' });
    expect(texts.join(' ')).toContain('Prøve kvinnelag');
    const { rows } = await site.database.pool.query(
      `select o.name, q.outcome, q.answered_through as through from review_request q
       join organisation o on o.id = q.organisation_id join review_round r on r.id = q.round_id
       where r.name = 'Runde i nord' and q.outcome is not null order by o.name`,
    );
    expect(rows).toEqual([
      { name: 'Prøve arabisk lag', outcome: 'changed', through: 'link' },
      { name: 'Prøve engelsk lag', outcome: 'confirmed', through: 'link' },
      { name: 'Prøve kodelag', outcome: 'confirmed', through: 'link' },
      { name: 'Prøve kvinnelag', outcome: 'confirmed', through: 'link' },
      { name: 'Prøve skriptfritt lag', outcome: 'confirmed', through: 'link' },
      { name: 'Prøve telefonlag', outcome: 'confirmed', through: 'phone' },
    ]);
  },
);
