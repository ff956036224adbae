import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { Area } from '#schema/vocabulary/Area.ts';
import { aConsent, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { expectForEverybody } from '#test/browser/expectForEverybody.ts';
import { WholeSite } from '#test/browser/WholeSite.ts';
import { personalKey } from '#test/support/world.ts';

let site: WholeSite;
let personPath: string;
beforeAll(async () => {
  site = await WholeSite.open();
  const em = site.database.orm.em.fork();
  const bergen = await em.findOneOrFail(Area, { code: '4601' });
  const person = aPerson({ givenName: 'Synne', familyName: 'Prøve', areas: [bergen] });
  await em.persist(person).flush();
  await em
    .persist([
      aPersonalContactPoint(person, personalKey, { value: '+4700000123' }),
      aConsent(person, Purpose.CRISIS),
    ])
    .flush();
  // Who coordinates works in Oslo; whoever leads the programme, in the whole country.
  await site.database.pool.query(
    `update staff_user set scope_area_number = (select number from area where code = '0301') where role = 'coordinator'`,
  );
  personPath = `/person/${person.id}`;
});
afterAll(() => site[Symbol.asyncDispose]());

const number = '+47 000 00 123';

/** A browser of one's own, signed in by the demo's door, where they wanted to go. */
async function signedIn(
  role: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await site.browser.newContext({
    baseURL: site.origin,
    locale: 'nb-NO',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(`/signin?${new URLSearchParams({ returnTo: path })}`);
  await page.getByRole('button', { name: role }).first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Presses it with the keyboard alone. */
async function press(target: Locator): Promise<void> {
  await target.focus();
  await target.press('Enter');
}

/** Where whoever presses keys goes on from. */
async function hasFocus(target: Locator): Promise<void> {
  await expect
    .poll(() => target.evaluate((element) => element === document.activeElement))
    .toBe(true);
}

/** What the dialog asks for: signing in anew at the provider, as oneself. */
async function confirmIdentity(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Bekreft at det er deg' });
  await press(dialog.getByRole('link', { name: 'Logg inn på nytt' }));
  await page.getByRole('heading', { name: 'Bekreft at det er deg' }).waitFor();
  await press(page.getByRole('listitem').getByRole('button'));
}

const looks = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 320 },
] as const;

/** The colours of the look are on the screen, and stand still. */
const isDrawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    await frame();
    await frame();
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    await frame();
  });

/** Nothing that axe finds, and nothing that stands out of the screen. With SHOTS it is also drawn, for eyes. */
async function isForEverybody(page: Page, name: string): Promise<void> {
  await page.locator('h1').waitFor();
  const before = page.viewportSize();
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await isDrawn(page);
    await expectForEverybody(page, `${name} at ${width}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const folder = process.env['SHOTS'];
  if (folder) {
    mkdirSync(folder, { recursive: true });
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await isDrawn(page);
      await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
    }
  }
  if (before) await page.setViewportSize(before);
}

const close = (page: Page): Promise<void> => (page.context() as BrowserContext).close();

async function showsNumber(page: Page): Promise<void> {
  await press(page.getByRole('button', { name: /^Vis kontaktpunkter/ }));
  const choice = page.getByRole('dialog').getByRole('button', { name: /^Krise/ });
  await Promise.race([choice.waitFor(), page.getByText(number).waitFor()]).catch(() => undefined);
  if (await choice.count()) await press(choice);
}

test(
  'from what is masked in Bergen to what the privacy officer found, by keyboard alone',
  { timeout: 180_000 },
  async () => {
    const page = await signedIn('Koordinator', personPath);
    await showsNumber(page);
    await page.getByText('Utenfor området ditt.').waitFor();
    expect(await page.getByText(number).count()).toBe(0);

    await press(page.getByRole('link', { name: 'I en krise kan du åpne nødtilgang.' }));
    await page.getByText('Ingen krise er erklært').waitFor();
    await isForEverybody(page, '1-none');
    await press(page.getByRole('button', { name: 'Erklær krise' }));
    await page.getByLabel('Hva det gjelder').fill('Meslinger i Bergen');
    await isForEverybody(page, '2-declare');
    await page.getByLabel('Hva det gjelder').press('Enter');
    await press(page.getByRole('button', { name: 'Åpne nødtilgang Meslinger i Bergen' }));

    const reason = page.getByLabel('Hvorfor trenger du det?');
    await reason.fill('Må nå somaliske ledere i Bergen om meslinger');
    await isForEverybody(page, '3-open');
    await press(page.getByRole('dialog').getByRole('button', { name: 'Åpne nødtilgang' }));
    await confirmIdentity(page);
    await page.getByText('Det du skrev, er her fortsatt').waitFor();
    expect(await reason.inputValue()).toBe('Må nå somaliske ledere i Bergen om meslinger');
    await page.getByText('44 av 500 tegn').waitFor();
    await press(page.getByRole('dialog').getByRole('button', { name: 'Åpne nødtilgang' }));

    const banner = page.getByRole('complementary', { name: 'Nødtilgang' });
    await banner.getByText('Nødtilgang: Meslinger i Bergen').waitFor();
    await hasFocus(page.getByRole('heading', { level: 1 }));
    await isForEverybody(page, '4-opened');
    await page.goto(personPath);
    await banner.getByText('Om lag 4 timer igjen.', { exact: false }).waitFor();
    await showsNumber(page);
    await page.getByText(number).first().waitFor();
    await isForEverybody(page, '5-person');

    // Whoever leads the programme stands for it, too.
    const lead = await signedIn('Programleder', '/krise');
    await press(lead.getByRole('button', { name: /^Bekreft \(til sammen 72 timer\)/ }));
    await isForEverybody(lead, '6-confirm');
    await press(lead.getByRole('dialog').getByRole('button', { name: /^Bekreft/ }));
    await confirmIdentity(lead);
    await press(lead.getByRole('dialog').getByRole('button', { name: /^Bekreft/ }));
    await lead.getByText(/bekreftet av Parwin Lyngmo$/).waitFor();
    await close(lead);

    // It is told to the page that was there before, once somebody looks at it again.
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await banner.getByText('Om lag 72 timer igjen.', { exact: false }).waitFor();
    await press(banner.getByRole('button', { name: 'Avslutt nødtilgang' }));
    await press(page.getByRole('dialog').getByRole('button', { name: 'Avslutt nødtilgang' }));
    await page.getByRole('button', { name: /^Vis kontaktpunkter/ }).waitFor();
    expect(await page.getByText(number).count()).toBe(0);
    await banner.getByText(/Gjør rede for nødtilgangen før/).waitFor();

    await press(banner.getByRole('link', { name: 'Gjør rede' }));
    await page
      .getByLabel('Hva ble den brukt til?')
      .fill('Ringte én leder i Bergen om meslinger, som har fått det med seg.');
    await isForEverybody(page, '7-account');
    await press(page.getByRole('button', { name: 'Lever redegjørelsen' }));
    await page.getByText('Venter på personvernombudet.', { exact: false }).waitFor();
    await hasFocus(page.getByRole('heading', { name: 'Redegjørelse' }));
    await banner.waitFor({ state: 'detached' });
    await close(page);

    const officer = await signedIn('Personvernombud', '/');
    const notice = officer.getByRole('complementary', { name: 'Nødtilgang å følge med på' });
    await notice.getByText('Én nødtilgang venter på at du går gjennom den.').waitFor();
    await press(notice.getByRole('link', { name: 'Se nødtilgang' }));
    await isForEverybody(officer, '8-officer');
    await press(officer.getByRole('link', { name: /^Kirsten Noorzai/ }));
    await press(officer.getByRole('link', { name: 'Det som er sett med nødtilgangen' }));
    await officer.getByRole('cell', { name: 'Krise, med nødtilgang' }).first().waitFor();
    expect(await officer.getByRole('row', { name: /Synne Prøve/ }).count()).toBeGreaterThan(0);
    await officer.goBack();
    await officer.getByLabel('Hva fant du?').fill('I orden');
    await isForEverybody(officer, '9-review');
    await press(officer.getByRole('button', { name: 'Lagre gjennomgangen' }));
    await hasFocus(officer.getByRole('heading', { name: 'Personvernombudets gjennomgang' }));
    await officer.getByText(/^Gjennomgått .* av Vera Persvold$/).waitFor();
    await notice.waitFor({ state: 'hidden' });
    await close(officer);
  },
);

test('the privacy officer erases a person, who is nowhere from then on', async () => {
  const reader = await signedIn('Leser', personPath);
  expect(await reader.getByRole('button', { name: 'Slett personen' }).count()).toBe(0);
  await close(reader);

  const page = await signedIn('Personvernombud', personPath);
  await press(page.getByRole('button', { name: 'Slett personen' }));
  const dialog = page.getByRole('dialog', { name: 'Slette Synne Prøve?' });
  await dialog.getByText('Det kan ikke angres', { exact: false }).waitFor();
  await dialog.getByLabel('Hvorfor?').fill('Ba om det selv 22. november');
  await isForEverybody(page, '10-erase');
  await press(dialog.getByRole('button', { name: 'Slett for alltid' }));
  await confirmIdentity(page);
  await dialog.getByText('Det du skrev, er her fortsatt').waitFor();
  expect(await dialog.getByLabel('Hvorfor?').inputValue()).toBe('Ba om det selv 22. november');
  await press(dialog.getByRole('button', { name: 'Slett for alltid' }));

  await hasFocus(page.getByRole('heading', { name: 'Personen er slettet' }));
  await isForEverybody(page, '11-erased');
  await page.goto(personPath);
  await page.getByRole('heading', { name: 'Siden finnes ikke' }).waitFor();
  await page.goto('/slettet');
  await page.getByRole('heading', { name: 'Siden finnes ikke' }).waitFor();
  await close(page);
});
