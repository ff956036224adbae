import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { runIn } from '#server/common/runIn.ts';
import { refreshDirectory } from '#server/directory/refreshDirectory.ts';
import type { WholeSite } from '#test/browser/WholeSite.ts';
import { today } from '#test/support/world.ts';

/** Two busy cores are slow at times. */
export const patient = { timeout: 60_000 };

/** Who is written to, at `<address>@example.org`, in which language. */
const written = [
  ['kvinnelag', 'Prøve kvinnelag', null],
  ['kode', 'Prøve kodelag', null],
  ['skriptfri', 'Prøve skriptfritt lag', null],
  ['engelsk', 'Prøve engelsk lag', 'en'],
  ['arabisk', 'Prøve arabisk lag', 'ar'],
] as const;

/** In Alta: five who get letters, one of them in Arabic, and one who has a telephone alone. */
export async function inAlta({ database }: WholeSite): Promise<void> {
  await database.orm.em.fork().transactional(async (em) => {
    const alta = await em.findOneOrFail(Area, { code: '5601' });
    for (const [address, name, code] of written) {
      const languages = code ? [await em.findOneOrFail(Language, { code })] : [];
      const organisation = anOrganisation({ name, servedAreas: [alta], languages });
      const value = `${address}@example.org`;
      em.persist([
        organisation,
        aContactPoint(organisation, { channel: ContactChannel.EMAIL, value }),
      ]);
    }
    const rung = anOrganisation({ name: 'Prøve telefonlag', servedAreas: [alta] });
    await em.persist([rung, aContactPoint(rung, { value: '+4700000123' })]).flush();
    const transaction = em.getTransactionContext();
    if (!transaction) throw new Error('Not in a transaction');
    await refreshDirectory(runIn(transaction), today);
  });
}

/** The words of the letter that came to an address. */
async function letterTo({ post }: WholeSite, address: string): Promise<string> {
  const letter = () => post?.letters.find(({ recipients }) => recipients.includes(address));
  await expect.poll(() => Boolean(letter()), patient).toBe(true);
  return letter()?.text ?? '';
}

async function onTelephone(
  { browser }: WholeSite,
  more: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    locale: 'nb-NO',
    reducedMotion: 'reduce',
    viewport: { width: 390, height: 844 },
    ...more,
  });
  await context.addInitScript(() =>
    addEventListener('click', () => {
      const taps = Number(sessionStorage.getItem('taps') ?? 0) + 1;
      sessionStorage.setItem('taps', String(taps));
    }),
  );
  return context.newPage();
}

/** How often somebody has pressed since they followed the link. */
export const tapsOn = (page: Page): Promise<number> =>
  page.evaluate(() => Number(sessionStorage.getItem('taps')));

/** Whoever got a letter follows its link, and presses once. */
export async function openByLink(
  site: WholeSite,
  address: string,
  language: string,
): Promise<Page> {
  const [, token = ''] = /#([\w-]{22})\b/.exec(await letterTo(site, address)) ?? [];
  const page = await onTelephone(site);
  await page.goto(`${site.origin}/l?lang=${language}#${token}`);
  await page.locator('button[name=open]').click();
  await page.waitForURL('**/l/answer*');
  return page;
}

/** Whoever got a letter types the code in it. */
export async function openByCode(
  site: WholeSite,
  address: string,
  javaScriptEnabled: boolean,
): Promise<Page> {
  const text = await letterTo(site, address);
  const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text) ?? [];
  const page = await onTelephone(site, { javaScriptEnabled });
  await page.goto(`${site.origin}/l`);
  await page.getByLabel('Kode fra brevet').fill(code);
  await page.getByRole('button', { name: 'Vis opplysningene' }).click();
  await page.waitForURL('**/l/answer*');
  return page;
}
