import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { runIn } from '#server/common/runIn.ts';
import { refreshDirectory } from '#server/directory/refreshDirectory.ts';
import { expectForEverybody } from '#test/browser/expectForEverybody.ts';
import { WholeSite } from '#test/browser/WholeSite.ts';
import { today } from '#test/support/world.ts';

let site: WholeSite;
beforeAll(async () => {
  site = await WholeSite.open({ role: 'Programleder', hasPost: true });
});
afterAll(() => site[Symbol.asyncDispose]());

/** Two busy cores are slow at times. */
const patient = { timeout: 60_000 };
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

/** In Alta: one writes Norwegian, one Arabic, and one has a telephone alone. */
async function threeInAlta(): Promise<void> {
  await site.database.orm.em.fork().transactional(async (em) => {
    const alta = await em.findOneOrFail(Area, { code: '5601' });
    const arabic = await em.findOneOrFail(Language, { code: 'ar' });
    const [one, other, third] = [
      anOrganisation({ name: 'Prøve kvinnelag', servedAreas: [alta] }),
      anOrganisation({ name: 'Prøve arabisk lag', servedAreas: [alta], languages: [arabic] }),
      anOrganisation({ name: 'Prøve telefonlag', servedAreas: [alta] }),
    ] as const;
    const channel = ContactChannel.EMAIL;
    await em
      .persist([
        one,
        other,
        third,
        aContactPoint(one, { channel, value: 'kvinnelag@example.org' }),
        aContactPoint(other, { channel, value: 'arabisk@example.org' }),
        aContactPoint(third, { value: '+4700000123' }),
      ])
      .flush();
    const transaction = em.getTransactionContext();
    if (!transaction) throw new Error('Not in a transaction');
    await refreshDirectory(runIn(transaction), today);
  });
}

/** What leads from the letter to an address to its page. */
async function tokenTo(address: string): Promise<string> {
  const letter = () => site.post?.letters.find(({ recipients }) => recipients.includes(address));
  await expect.poll(() => Boolean(letter()), patient).toBe(true);
  return /#([\w-]{22})\b/.exec(letter()?.text ?? '')?.[1] ?? '';
}

/** Whoever got a letter opens it on a telephone. */
async function openLetter(address: string, language: string): Promise<Page> {
  const context = await site.browser.newContext({
    locale: 'nb-NO',
    reducedMotion: 'reduce',
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(`${site.origin}/l?lang=${language}#${await tokenTo(address)}`);
  await page.locator('button[name=open]').click();
  await page.waitForURL('**/l/answer*');
  return page;
}

test(
  'a round from the first thought to the annex: made, looked through, sent, answered, rung, signed and closed',
  { timeout: 240_000 },
  async () => {
    await threeInAlta();
    const context = await site.visit({ reducedMotion: 'reduce' });
    await context.clock.setFixedTime(`${today}T08:00:00Z`);
    const page = await context.newPage();
    page.setDefaultTimeout(patient.timeout);
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

    const norwegian = await openLetter('kvinnelag@example.org', 'nb');
    await norwegian.getByRole('button', { name: 'Alt stemmer' }).click();
    await norwegian.getByRole('heading', { level: 1, name: 'Takk for hjelpen!' }).waitFor();
    const arabic = await openLetter('arabisk@example.org', 'ar');
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
      .getByText(/^3 av \d+ har svart\.$/)
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
    const { rows } = await site.database.pool.query(
      `select o.name, q.outcome, q.answered_through as through from review_request q
       join organisation o on o.id = q.organisation_id join review_round r on r.id = q.round_id
       where r.name = 'Runde i nord' and q.outcome is not null order by o.name`,
    );
    expect(rows).toEqual([
      { name: 'Prøve arabisk lag', outcome: 'changed', through: 'link' },
      { name: 'Prøve kvinnelag', outcome: 'confirmed', through: 'link' },
      { name: 'Prøve telefonlag', outcome: 'confirmed', through: 'phone' },
    ]);
  },
);
